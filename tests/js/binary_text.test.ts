/** js_shim/bridge/binary_text.ts: bytes of a response that came as text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf } from "../../js_shim/bridge/binary_text";

/** The text that a browser makes of these bytes: https://encoding.spec.whatwg.org/#x-user-defined */
function decoded(bytes: Uint8Array): string {
  return String.fromCharCode(...[...bytes].map((byte) => (byte < 128 ? byte : 0xf700 + byte)));
}

function received(responseText: string, headers: Record<string, string> = {}) {
  return { responseText, getResponseHeader: (name: string) => headers[name] ?? null };
}

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, i) => i);

test("every byte comes back", () => {
  assert.deepEqual(bytesOf(received(decoded(EVERY_BYTE))), EVERY_BYTE);
  assert.deepEqual(bytesOf(received("")), new Uint8Array(0));
});

test("every byte comes back with the headers of a server, compressed or not", () => {
  const text = decoded(EVERY_BYTE);
  assert.deepEqual(bytesOf(received(text, { "content-length": "256" })), EVERY_BYTE);
  const compressed = { "content-length": "259", "content-encoding": "gzip" };
  assert.deepEqual(bytesOf(received(text, compressed)), EVERY_BYTE);
});

test("a byte order mark of UTF-8, with which browsers decode the text, is put back", () => {
  const text = "žluťoučký, 漢字";
  const bytes = new TextEncoder().encode(`\ufeff${text}`);
  assert.deepEqual(bytesOf(received(text)), bytes);
  assert.deepEqual(bytesOf(received(text, { "content-length": `${bytes.length}` })), bytes);
});

test("a byte order mark of UTF-8 before ASCII is known by the length", () => {
  const bytes = new TextEncoder().encode("\ufeffplain");
  assert.deepEqual(bytesOf(received("plain", { "content-length": "8" })), bytes);
  assert.deepEqual(bytesOf(received("plain", { "content-length": "5" })), bytes.slice(3));
});

test("a byte order mark of UTF-16 is known by the length", () => {
  const text = "žlu 漢";
  const bytes = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);
  assert.deepEqual(bytesOf(received(text, { "content-length": `${bytes.length}` })), bytes);
});

test("a byte order mark is known by the number of bytes, without Content-Length", () => {
  const utf8 = new TextEncoder().encode("\ufeffplain");
  assert.deepEqual(bytesOf(received("plain"), 8), utf8);
  assert.deepEqual(bytesOf(received("plain"), 5), utf8.slice(3));
  const units = Uint16Array.from("\ufeffab", (c) => c.charCodeAt(0));
  assert.deepEqual(bytesOf(received("ab"), 6), new Uint8Array(units.buffer));
});
