/** js_shim/bridge/cut.ts: which responses are shorter than they should be. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isCut } from "../../js_shim/bridge/cut";

Object.assign(globalThis, {
  location: { origin: "https://own" },
  XMLHttpRequest: class {},
});

function response(url: string, headers: Record<string, string>, status = 200): Response {
  const made = new Response(null, { headers, status });
  Object.defineProperty(made, "url", { value: url && `${url}/x` });
  return made;
}

const LENGTH = { "content-length": "1000" };

for (const [what, method, status, origin, received, headers, cut] of [
  ["complete", "GET", 200, "https://own", 1000, LENGTH, false],
  ["one byte short", "GET", 200, "https://own", 999, LENGTH, true],
  ["longer", "GET", 200, "https://own", 1001, LENGTH, false],
  ["without a length", "GET", 200, "https://own", 0, {}, false],
  ["of HEAD", "HEAD", 200, "https://own", 0, LENGTH, false],
  ["204", "GET", 204, "https://own", 0, LENGTH, false],
  ["304", "GET", 304, "https://own", 0, LENGTH, false],
  ["compressed", "GET", 200, "https://own", 5, { ...LENGTH, "content-encoding": "gzip" }, false],
  ["of another origin, perhaps compressed", "GET", 200, "https://other", 930, LENGTH, false],
  ["of an origin that begins alike", "GET", 200, "https://own.other", 930, LENGTH, false],
  ["of another origin, too short", "GET", 200, "https://other", 900, LENGTH, true],
  ["that a program made", "GET", 200, "", 1000, LENGTH, false],
  ["that a program made, too short", "GET", 200, "", 999, LENGTH, true],
  ["of an error", "GET", 404, "https://own", 0, LENGTH, true],
] as const) {
  test(`a response ${what}: ${cut ? "cut" : "not cut"}`, () => {
    assert.equal(isCut(method, response(origin, headers, status), received), cut);
  });
}
