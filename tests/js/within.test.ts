/** js_shim/quickstart/within.ts: a limit for a promise. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { within } from "../../js_shim/quickstart/within";

test("a promise that settles in time leaves no timer", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  assert.equal(await within(60_000, Promise.resolve(1)), 1);
  await assert.rejects(within(60_000, Promise.reject(new Error("broken"))), { message: "broken" });
  assert.equal(timers(), before);
});

test("a promise that does not settle in time rejects", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const limited = within(100, new Promise(() => {}));
  t.mock.timers.tick(100);
  await assert.rejects(limited, { message: "timed out" });
});
