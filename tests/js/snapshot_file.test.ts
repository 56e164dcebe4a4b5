/** snapshot.bin: what the tool writes is what the page reads; a damaged one is refused. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { checksum } from "../../js_shim/quickstart/checksum";
import { DAMAGED, readSnapshot, setRestored } from "../../js_shim/quickstart/snapshot_file";
// @ts-expect-error: has no types
import * as tool from "../../tools/quickstart/snapshot_file.mjs";

const PAGE = 4096;
const LENGTH = 4 * PAGE;
const SEGMENTS: [number, Buffer][] = [
  [100, Buffer.from("data of the file")],
  [PAGE - 2, Buffer.from("more")],
];

/** The memory of a new module, and of one in which Python has started. */
function memories(): { image: Uint8Array; dataEnd: number; old: Uint8Array; memory: Uint8Array } {
  const { image, dataEnd } = tool.initialMemory(SEGMENTS, LENGTH);
  const old = image.slice();
  old[50] = 9;
  const memory = image.slice();
  memory.set(Buffer.from("DATA"), 100);
  memory.set(Buffer.from("heap"), dataEnd + 1001);
  memory.fill(7, dataEnd + 3000, dataEnd + 3100);
  return { image, dataEnd, old, memory };
}

const unused = (dataEnd: number) => ({ stackFrom: LENGTH, stackTo: LENGTH, heapFrom: dataEnd });

const DESCRIPTION = {
  ...{ build: "a build", table: 10, named: 9, names: "a,b", state: { hiwire: ["é"] } },
  zips: { "a.zip": { path: "/lib/a.zip", length: 1, sum: "00" } },
};

function written(): { file: Buffer; memory: Uint8Array; old: Uint8Array; dataEnd: number } {
  const { image, dataEnd, old, memory } = memories();
  const ranges = tool.changedRanges(memory, old, image, dataEnd, unused(dataEnd));
  const description = { ...DESCRIPTION, dataEnd };
  const file = tool.formatSnapshot(description, memory, ranges, checksum, [[0, dataEnd]]);
  return { file, memory, old, dataEnd };
}

const idOf = (file: Buffer) => file.toString("latin1", 8, 24);
const read = (file: Buffer, id = idOf(file)) =>
  readSnapshot(
    file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    id,
  );

test("the data of the WebAssembly file ends with a page", () => {
  const { image, dataEnd } = tool.initialMemory(SEGMENTS, LENGTH);
  assert.equal(dataEnd, 2 * PAGE);
  assert.equal(Buffer.from(image).toString("latin1", 100, 116), "data of the file");
  assert.equal(Buffer.from(image).toString("latin1", PAGE - 2, PAGE + 2), "more");
});

test("what is written is what is read", () => {
  const { file, memory, dataEnd } = written();
  const { header } = read(file);
  const { ranges, dataParts, dataSum, heapSum, packedSum, ...rest } = header;
  assert.deepEqual(dataParts, [[0, dataEnd]]);
  assert.equal(packedSum, "");
  assert.deepEqual(rest, { ...DESCRIPTION, dataEnd, heap: LENGTH });
  assert.equal(dataSum, checksum(memory.subarray(0, dataEnd)));
  const heap = ranges.filter(([offset]) => offset >= dataEnd);
  const bytes = heap.flatMap(([at, length]) => [...memory.subarray(at, at + length)]);
  assert.equal(heapSum, checksum(Uint8Array.from(bytes)));
});

test("the ranges over the memory of a new module make the memory of Python", () => {
  const { file, memory, old } = written();
  const { header, bytes } = read(file);
  let from = 0;
  for (const [offset, length] of header.ranges) {
    old.set(bytes.subarray(from, from + length), offset);
    from += length;
  }
  assert.deepEqual(old, memory);
  assert.ok(from < 300, `${from} bytes for a hundred that differ`);
});

test("a packed snapshot has a checksum of its own, and can be made one of the restored memory", () => {
  const { memory, file: expected, dataEnd } = written();
  const { header: description } = read(expected);
  const { ranges } = description;
  const packed = memory.slice();
  packed.fill(0, dataEnd + 3000, dataEnd + 3100);
  const parts = [[0, dataEnd]];
  const file = tool.formatSnapshot(description, memory, ranges, checksum, parts, packed);
  const content = read(file);
  const { dataSum, heapSum, packedSum } = content.header;
  assert.deepEqual([dataSum, heapSum], [description.dataSum, description.heapSum]);
  assert.notEqual(packedSum, heapSum);
  assert.equal(content.isPacked, true);
  assert.deepEqual(tool.parseSnapshot(file, tool.initialMemory(SEGMENTS).image).memory, packed);
  setRestored(content, memory);
  const restored = Buffer.from(content.file);
  assert.deepEqual(tool.parseSnapshot(restored, tool.initialMemory(SEGMENTS).image).memory, memory);
  assert.equal(read(restored).isPacked, false);
});

test("a snapshot is written again with a checksum of some of the data", () => {
  const { file, memory, dataEnd } = written();
  const { image } = tool.initialMemory(SEGMENTS);
  const unpacked = tool.parseSnapshot(file, image);
  assert.deepEqual(unpacked.memory, memory);
  const { header } = unpacked;
  const parts = [
    [0, 104],
    [PAGE, dataEnd - PAGE],
  ] as const;
  const again = tool.formatSnapshot(header, memory, header.ranges, checksum, parts);
  const { dataParts, dataSum, ...rest } = read(again).header;
  assert.deepEqual(dataParts, parts);
  const counted = parts.flatMap(([at, length]) => [...memory.subarray(at, at + length)]);
  assert.equal(dataSum, checksum(Uint8Array.from(counted)));
  assert.deepEqual(rest, { ...rest, ranges: header.ranges, heapSum: header.heapSum });
});

test("ranges of the heap are whole pairs of words, and apart from the data", () => {
  const { image, dataEnd, memory } = memories();
  memory[dataEnd - 1] = 1;
  memory[dataEnd] = 1;
  const ranges: [number, number][] = tool.changedRanges(
    ...[memory, image, image, dataEnd, unused(dataEnd)],
  );
  assert.ok(ranges.some(([offset, length]) => offset + length === dataEnd));
  const heap = ranges.filter(([offset]) => offset >= dataEnd);
  assert.ok(heap.every(([offset, length]) => offset % 8 === 0 && length % 8 === 0));
  assert.equal(heap[0]?.[0], dataEnd);
});

test("the unused part of the stack and of the heap is left out", () => {
  const { image, dataEnd, memory } = memories();
  memory.fill(1, dataEnd, dataEnd + 100);
  const stack = { stackFrom: dataEnd, stackTo: dataEnd + 200, heapFrom: dataEnd + 2000 };
  const ranges: [number, number][] = tool.changedRanges(memory, image, image, dataEnd, stack);
  const heap = ranges.filter(([offset]) => offset >= dataEnd);
  assert.equal(heap[0]?.[0], dataEnd + 200);
});

test("a file with another id is refused", () => {
  const { file } = written();
  const message = "snapshot.bin is damaged or belongs to another build than this page script";
  assert.throws(() => read(file, "0123456789abcdef"), { message });
});

test("a file that is cut short is refused, wherever", () => {
  const { file } = written();
  for (const length of [0, 4, 23, 24, 25, 200, file.length - 1]) {
    assert.throws(() => read(file.subarray(0, length), idOf(file)), { message: DAMAGED });
  }
});

test("a file with more bytes or a wrong header is refused", () => {
  const { file } = written();
  assert.throws(() => read(Buffer.concat([file, Buffer.alloc(4)])), { message: DAMAGED });
  for (const at of [4, 30, 100]) {
    const other = Buffer.from(file);
    other[at] = (other[at] as number) ^ 1;
    assert.throws(() => read(other), { message: DAMAGED }, `byte ${at}`);
  }
});

test("a damaged byte of the heap is refused, also of packed memory", () => {
  const { file: plain, memory, dataEnd } = written();
  const { header } = read(plain);
  const packed = tool.formatSnapshot(
    ...[header, memory, header.ranges, checksum, [[0, dataEnd]], memory.slice()],
  );
  const heap = header.ranges.filter(([offset]) => offset >= dataEnd);
  const length = heap.reduce((sum, [, each]) => sum + each, 0);
  for (const file of [plain, packed]) {
    for (const at of [file.length - length, file.length - 1]) {
      const other = Buffer.from(file);
      other[at] = (other[at] as number) ^ 1;
      assert.throws(() => read(other), { message: DAMAGED }, `byte ${at}`);
    }
  }
});
