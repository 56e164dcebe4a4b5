// tools/quickstart/packing.mjs: what `pack` leaves out of a memory, `unpack` restores.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isString, pack, unlink, unpack } from "../../tools/quickstart/packing.mjs";

const DATA_END = 64;
const HEAD = 20;
const STR = 0x5000;
/** [address, flags of next, flags of previous], in the order of the list. */
const OBJECTS = [
  [120, 1, 0],
  [72, 0, 2],
  [200, 1, 1],
  [96, 3, 3],
];

function memoryWith(objects, head = HEAD, length = 256) {
  const memory = new Uint8Array(length);
  const words = new Uint32Array(memory.buffer);
  const ring = [[head, 0, 0], ...objects];
  ring.forEach(([at, next, previous], i) => {
    words[at / 4] = ring[(i + 1) % ring.length][0] | next;
    words[at / 4 + 1] = ring.at(i - 1)[0] | previous;
  });
  return { memory, words };
}

const listOnly = { strType: STR, firstDict: 0, dataEnd: DATA_END, ranges: [] };

test("a list is restored in the order of the addresses, with its flags", () => {
  const { memory, words } = memoryWith(OBJECTS);
  assert.equal(unlink(memory, 72, DATA_END), HEAD);
  unpack(words, { ...listOnly, gcHead: HEAD });
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
  unpack(words, { ...listOnly, gcHead: 0 });
  assert.deepEqual(words, new Uint32Array(64));
});

const NOT_HASHED = 0xffffffff;
const TEXTS = ["one", "two", "three", "é", "five", "six", "seven"];
const HASHES = [0x10, 0x18, 0xdeadbee0, 0xfffffff0, 3, 0x80000003, 7];
/** As many free and used entries as this many slots have. */
const most = (slots) => Math.floor((slots * 2) / 3);

/** A memory with a str object for each text, at `addresses`. */
function withStrings(length, hashes = HASHES) {
  const { memory, words } = memoryWith(OBJECTS, HEAD, length);
  const addresses = TEXTS.map((text, i) => {
    const isASCII = /^[ -~]*$/.test(text);
    const address = 512 + 64 * i;
    words.set([1, STR, text.length, hashes[i], 0x24 | (isASCII ? 64 : 0)], address / 4);
    memory.set(Buffer.from(text, "latin1"), address + (isASCII ? 20 : 28));
    return address;
  });
  return { memory, words, addresses };
}

/** Writes the keys of a dict of 2 ** `log` slots; a key of 0 is a deleted one. */
function writeKeys(words, at, log, keys, kind = 1) {
  const width = log < 8 ? 1 : log < 16 ? 2 : 4;
  const bytes = width * 2 ** log;
  const sizes = log | (Math.log2(bytes) << 8) | (kind << 16);
  words.set([1, sizes, 0, most(2 ** log) - keys.length, keys.length], at / 4);
  const IndexArray = { 1: Int8Array, 2: Int16Array, 4: Int32Array }[width];
  const indices = new IndexArray(words.buffer, at + 20, 2 ** log).fill(-1);
  keys.forEach((key, entry) => {
    if (key) indices[probe(indices, words[key / 4 + 3])] = entry;
    words.set([key, key && 0xabc0], (at + 20 + bytes) / 4 + 2 * entry);
  });
  return indices;
}

/** Where CPython inserts: https://github.com/python/cpython/blob/main/Objects/dictobject.c */
function probe(indices, hash) {
  const mask = BigInt(indices.length - 1);
  let perturb = BigInt(hash);
  let slot = perturb & mask;
  while (indices[Number(slot)] !== -1) {
    perturb >>= 5n;
    slot = mask & (slot * 5n + perturb + 1n);
  }
  return Number(slot);
}

const description = (addresses, member = 72) => ({
  ...{ dataEnd: DATA_END, member, strType: STR },
  strings: addresses.map((address, i) => [address, HASHES[i]]),
});
const rangesOf = (memory) => [
  [0, DATA_END],
  [DATA_END, memory.length - DATA_END],
];

function unpacked({ packed, header }, addresses) {
  const memory = packed.slice();
  const words = new Uint32Array(memory.buffer);
  const whole = { ...header, dataEnd: DATA_END, ranges: rangesOf(memory) };
  unpack(words, whole, (address) => {
    words[address / 4 + 3] = HASHES[addresses.indexOf(address)];
  });
  return memory;
}

test("hashes and the indices of dicts are left out, and restored", () => {
  for (const [log, kind] of [3, 4, 7, 8, 10, 16].flatMap((log) => [
    [log, 1],
    [log, 2],
  ])) {
    const { memory, words, addresses } = withStrings(1 << 20);
    unlink(memory, 72, DATA_END);
    unpack(words, { ...listOnly, gcHead: HEAD }); // now in the order of the addresses
    const keys = addresses.slice(0, most(2 ** log));
    const indices = writeKeys(words, 2048, log, keys, kind);
    const result = pack(memory, rangesOf(memory), description(addresses));
    const packedWords = new Uint32Array(result.packed.buffer);
    assert.ok(addresses.every((address) => packedWords[address / 4 + 3] === NOT_HASHED));
    const clear = new indices.constructor(result.packed.buffer, 2068, indices.length);
    assert.ok(clear.every((index) => index === 0));
    assert.deepEqual(result.restored, memory);
    const counts = { "list of the garbage collector": 1, hashes: TEXTS.length, dicts: 1 };
    assert.deepEqual(result.counts, counts);
    assert.deepEqual(unpacked(result, addresses), memory);
  }
});

test("hashes that were not computed before are afterwards", () => {
  const { memory, addresses } = withStrings(4096, HASHES.with(2, NOT_HASHED));
  const result = pack(memory, rangesOf(memory), description(addresses));
  const words = new Uint32Array(result.restored.buffer);
  assert.equal(words[addresses[2] / 4 + 3], HASHES[2]);
  assert.deepEqual(unpacked(result, addresses), result.restored);
});

test("deleted keys have no index, and no mark of one", () => {
  const { memory, words, addresses } = withStrings(4096);
  const indices = writeKeys(words, 2048, 3, [addresses[0], 0, addresses[1]]);
  indices[6] = -2;
  const { restored } = pack(memory, rangesOf(memory), description(addresses));
  assert.deepEqual([...new Int8Array(restored.buffer, 2068, 8)], [0, 2, -1, -1, -1, -1, -1, -1]);
});

test("what is no dict with str keys stays as it is", () => {
  for (const change of [
    (words) => words.fill(0, 2048 / 4, 2048 / 4 + 1), // no reference
    (words) => words.fill(9, 2048 / 4 + 3, 2048 / 4 + 4), // too many free entries
    (words, [key]) => words.fill(NOT_HASHED, key / 4 + 3, key / 4 + 4),
    (words, [key]) => words.fill(STR + 4, key / 4 + 1, key / 4 + 2), // another type
    (words) => words.fill(0xff0000ff, 2068 / 4, 2068 / 4 + 1), // an entry twice
  ]) {
    const { memory, words, addresses } = withStrings(4096);
    writeKeys(words, 2048, 3, addresses.slice(0, 3));
    change(words, addresses);
    const { packed } = pack(memory, rangesOf(memory), description(addresses));
    assert.deepEqual(packed.subarray(2048, 2108), memory.subarray(2048, 2108));
  }
});

test("static str objects, and those whose hash is another, keep their hashes", () => {
  const { memory, addresses } = withStrings(4096);
  const more = { ...description(addresses), dataEnd: addresses[1] };
  more.strings[3][1] = 5;
  const { packed } = pack(memory, rangesOf(memory), more);
  const words = new Uint32Array(packed.buffer);
  const found = addresses.map((address) => words[address / 4 + 3] !== NOT_HASHED);
  assert.deepEqual(found.slice(0, 5), [true, false, false, true, false]);
});

test("dicts lead to each other", () => {
  const { memory, words, addresses } = withStrings(4096);
  const places = [2048, 2304, 3072];
  const [first] = places.map((at) => writeKeys(words, at, 3, addresses.slice(0, 3)));
  const { header, packed, restored } = pack(memory, rangesOf(memory), description(addresses));
  const packedWords = new Uint32Array(packed.buffer);
  assert.equal(header.firstDict, 2048);
  assert.deepEqual(
    places.map((at) => packedWords[at / 4 + 5] * 4),
    [256, 768, 0],
  );
  for (const at of places) assert.deepEqual(new Int8Array(restored.buffer, at + 20, 8), first);
});

test("what looks like a str object without a hash, but is none, is an error", () => {
  const { memory, words, addresses } = withStrings(4096);
  words.set([1, STR, 7, NOT_HASHED, 0], 3000 / 4);
  const packing = () => pack(memory, rangesOf(memory), description(addresses));
  assert.throws(packing, { message: "no str object at 3000" });
});

test("a str object has a known width, and a zero at its end", () => {
  const { memory, words, addresses } = withStrings(4096);
  assert.ok(addresses.every((address) => isString(words, address / 4, STR)));
  const [address] = addresses;
  for (const [at, value] of [
    [address, 0], // no reference
    [address + 4, STR + 4],
    [address + 8, 4096], // ends outside
    [address + 16, 0x04], // not compact
    [address + 16, 0x68], // ASCII of two bytes
    [address + 23, 1], // no zero
  ]) {
    const other = memory.slice();
    if (at % 4) other[at] = value;
    else new Uint32Array(other.buffer)[at / 4] = value;
    assert.equal(isString(new Uint32Array(other.buffer), address / 4, STR), false, `${at}`);
  }
});
