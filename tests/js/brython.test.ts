/** js_shim/page/brython.ts: `__BRYTHON__` before Python has started. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { brythonObject } from "../../js_shim/page/brython";
import type { PyodideBrowser } from "../../js_shim/page/types";

const made = brythonObject({} as PyodideBrowser, Promise.resolve()) as Record<PropertyKey, unknown>;

test("whenReady waits for Python", async () => {
  assert.equal(await made.whenReady, undefined);
});

test("a function of Python is an error that says what to wait for", () => {
  assert.throws(() => made.runPythonSource, { message: /__BRYTHON__\.whenReady/ });
});

test("a symbol is no name of Python: the console asks for some", () => {
  assert.equal(made[Symbol.toStringTag], undefined);
});
