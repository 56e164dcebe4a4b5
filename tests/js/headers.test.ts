/** js_shim/bridge/headers.ts and class_of.ts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { classOf } from "../../js_shim/bridge/class_of";
import { headerPairs } from "../../js_shim/bridge/headers";

test("headers are split at their first colon", () => {
  assert.deepEqual(headerPairs("Accept:text/html\nX-Time:12:30\nX-Empty:"), [
    ["Accept", "text/html"],
    ["X-Time", "12:30"],
    ["X-Empty", ""],
  ]);
  assert.deepEqual(headerPairs(""), []);
});

test("values have the names of their classes", () => {
  assert.equal(classOf(new FormData()), "FormData");
  assert.equal(classOf(new Uint8Array()), "Uint8Array");
  assert.equal(classOf({}), "Object");
  assert.equal(classOf(null), "Null");
});
