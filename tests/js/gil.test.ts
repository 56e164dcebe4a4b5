/** js_shim/quickstart/gil.ts: Python's lock is held during a blocking request. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchBytesSync } from "../../js_shim/quickstart/fetching";
import { holdingGil, setGil } from "../../js_shim/quickstart/gil";
import { bytes, fakeNetwork } from "./fakes";

const UNLOCKED = 1;
const log: (string | number)[] = [];
const exports = {
  PyGILState_Ensure: () => {
    log.push("ensure");
    return UNLOCKED;
  },
  PyGILState_Release: (state: number) => void log.push("release", state),
};

test("before Python has started there is no lock", () => {
  assert.equal(
    holdingGil(() => 3),
    3,
  );
});

test("a blocking request is sent while the lock is held", () => {
  fakeNetwork({ "https://host/a": bytes("a") });
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function () {
    log.push("send");
    send.call(this);
  };
  setGil(exports);
  assert.deepEqual(fetchBytesSync("https://host/a"), bytes("a"));
  assert.deepEqual(log.splice(0), ["ensure", "send", "release", UNLOCKED]);
});

test("the lock is released after an error", () => {
  setGil(exports);
  assert.throws(() =>
    holdingGil(() => {
      throw new Error("broken");
    }),
  );
  assert.deepEqual(log.splice(0), ["ensure", "release", UNLOCKED]);
});
