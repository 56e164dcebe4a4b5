/** js_shim/quickstart/checksum.ts against its definition, written in JavaScript. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { checksum, checksumOfMemory } from "../../js_shim/quickstart/checksum";

function expected(bytes: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  const sums = [0, 0] as [number, number];
  for (let at = 0; at < padded.length; at += 8) {
    sums[0] = Math.imul(sums[0] ^ view.getInt32(at, true), 0x01000193);
    sums[1] = Math.imul(sums[1] ^ view.getInt32(at + 4, true), 0x5bd1e995);
  }
  return sums.map((sum) => (sum >>> 0).toString(16).padStart(8, "0")).join("");
}

function sample(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 197 + (i >> 8)) & 255);
}

test("it is what it is defined as, for any length", () => {
  for (const length of [0, 1, 4, 7, 8, 9, 12, 16, 1000, 65_536, 65_537, 200_000]) {
    const bytes = sample(length);
    assert.equal(checksum(bytes), expected(bytes), `${length} bytes`);
  }
});

test("it counts the bytes of a view only", () => {
  const whole = sample(100);
  assert.equal(checksum(whole.subarray(3, 30)), checksum(whole.slice(3, 30)));
});

test("each bit and the order of words matter", () => {
  const bytes = sample(64);
  const sum = checksum(bytes);
  for (let bit = 0; bit < 64 * 8; bit++) {
    const other = bytes.slice();
    other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
    assert.notEqual(checksum(other), sum, `bit ${bit}`);
  }
  const swapped = Uint8Array.from([
    ...bytes.slice(8, 16),
    ...bytes.slice(0, 8),
    ...bytes.slice(16),
  ]);
  assert.notEqual(checksum(swapped), sum);
});

test("parts of a memory have the checksum of their bytes, one after the other", () => {
  const memory = new WebAssembly.Memory({ initial: 2 });
  new Uint8Array(memory.buffer).set(sample(100_000));
  const bytes = new Uint8Array(memory.buffer);
  const parts = [
    [16, 24],
    [80_000, 8],
    [0, 40],
  ] as const;
  const together = parts.flatMap(([at, length]) => [...bytes.subarray(at, at + length)]);
  assert.equal(checksumOfMemory(memory, [...parts]), expected(Uint8Array.from(together)));
  assert.equal(checksumOfMemory(memory, []), "0".repeat(16));
});
