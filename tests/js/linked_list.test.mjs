// tools/quickstart/snapshot_file.mjs, `unlink`, and tools/quickstart/patches.mjs, `relink`: the list of
// Python's garbage collector in the snapshot.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDED } from "../../tools/quickstart/patches.mjs";
import { unlink } from "../../tools/quickstart/snapshot_file.mjs";

const DATA_END = 64;
const HEAD = 20;
/** [address, flags of next, flags of previous], in the order of the list. */
const OBJECTS = [
  [120, 1, 0],
  [72, 0, 2],
  [200, 1, 1],
  [96, 3, 3],
];

function memoryWith(objects, head = HEAD) {
  const memory = new Uint8Array(256);
  const words = new Uint32Array(memory.buffer);
  const ring = [[head, 0, 0], ...objects];
  ring.forEach(([at, next, previous], i) => {
    words[at / 4] = ring[(i + 1) % ring.length][0] | next;
    words[at / 4 + 1] = ring.at(i - 1)[0] | previous;
  });
  return { memory, words };
}

function relinked(words, head) {
  const [source] = /function relink\(head\) \{[\s\S]*?\n\}/.exec(ADDED);
  new Function("HEAPU32", `${source}; relink(${head})`)(words);
}

test("a list is restored in the order of the addresses, with its flags", () => {
  const { memory, words } = memoryWith(OBJECTS);
  assert.equal(unlink(memory, 72, DATA_END), HEAD);
  relinked(words, HEAD);
  const sorted = OBJECTS.toSorted(([a], [b]) => a - b);
  assert.deepEqual(memory, memoryWith(sorted).memory);
});

test("between, it has distances only", () => {
  const { memory, words } = memoryWith(OBJECTS);
  unlink(memory, 120, DATA_END);
  const found = [72, 96, 120, 200].map((at) => [words[at / 4], words[at / 4 + 1]]);
  assert.deepEqual(found, [
    [24, 2],
    [24 | 3, 3],
    [80 | 1, 0],
    [1, 1],
  ]);
});

test("what is no such list stays as it is", () => {
  for (const [objects, head, member] of [
    [OBJECTS, 80, 72], // no head
    [[...OBJECTS, [40, 0, 0]], HEAD, 72], // two heads
    [OBJECTS, HEAD, 240], // not linked
  ]) {
    const { memory } = memoryWith(objects, head);
    const before = memory.slice();
    assert.equal(unlink(memory, member, DATA_END), 0);
    assert.deepEqual(memory, before);
  }
});

test("without a list nothing changes", () => {
  const words = new Uint32Array(64);
  relinked(words, 0);
  assert.deepEqual(words, new Uint32Array(64));
});
