// tools/quickstart/data.mjs and instructions.mjs: which data goes with the deferred functions.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { divideData } from "../../tools/quickstart/data.mjs";
import { numbersIn } from "../../tools/quickstart/instructions.mjs";
import {
  END,
  I32_CONST,
  KINDS,
  list,
  parse,
  SECTION,
  signedLeb,
  sized,
  text,
} from "../../tools/quickstart/wasm.mjs";

const PYODIDE = createRequire(import.meta.url).resolve("pyodide/pyodide.asm.wasm");
const [NOP, LOAD, DROP, MULTIPLY] = [0x01, 0x28, 0x1a, 0x6c];
const constant = (value) => [I32_CONST, ...signedLeb(value)];
const body = (...code) => sized([0, ...code, END]);

test("constants and the offsets of loads are read, but not numbers to calculate with", () => {
  const code = [...constant(5000), LOAD, 2, ...signedLeb(6000), ...constant(7000), MULTIPLY, DROP];
  const { constants, offsets } = numbersIn(body(...code));
  assert.deepEqual([...constants], [5000]);
  assert.deepEqual([...offsets], [6000]);
});

test("an unknown instruction is refused", () => {
  assert.throws(() => numbersIn(body(0xfd, 0)), { message: /unknown kind of instruction/ });
  assert.throws(() => numbersIn(body(LOAD, 0x42, 0)), { message: /unknown kind of memory access/ });
});

test("all functions of Pyodide are read to their end", () => {
  const { bodies } = parse(readFileSync(PYODIDE));
  const all = bodies.map(({ bytes }) => numbersIn(bytes));
  assert.ok(all.some(({ constants }) => constants.size > 100));
});

const sections = [[0, text("dylink.0")]];

test("without a place for addresses in data, nothing is divided", () => {
  const module = { bodies: [], globals: [], imports: [], sections };
  const image = new Uint8Array(8192);
  const message = /place of addresses/;
  assert.throws(() => divideData(module, new Set(), image, image, []), { message });
  const fixed = { ...module, sections: [[0, text("name")]] };
  assert.throws(() => divideData(fixed, new Set(), image, image, [[8, 8]]), { message });
});

// Objects of 4 KB in data without addresses, then a pair of addresses, written by the snapshot.
const FIRST = 4136;
const STEP = 4104;
const address = (object) => FIRST + object * STEP;
const OBJECTS = 8;
const TABLE = 40_960;
const END_OF_DATA = TABLE + 4096;

/** Each function refers to one object; objects 6 and 7 are referred to by the data at TABLE. */
function divided(called, { heap = 0, code = [], table = [6, 7], frozen = false } = {}) {
  const image = new Uint8Array(END_OF_DATA).fill(1);
  const memory = new Uint8Array(END_OF_DATA + 4096);
  const words = new DataView(image.buffer);
  words.setUint32(TABLE + 8, address(table[0]), true);
  words.setUint32(TABLE + 12, address(table[1]), true);
  memory.set(image);
  new DataView(memory.buffer).setUint32(END_OF_DATA, heap, true);
  const refersTo = [0, 1, 2, 3, 4, 5].map(address);
  const bodies = [...refersTo, TABLE + 8].map((at) => ({ bytes: body(...constant(at), DROP) }));
  const module = {
    bodies: [...bodies, { bytes: body(NOP, ...code) }],
    globals: [],
    imports: [],
    sections,
  };
  if (frozen) {
    // A table of one module, whose name is at TABLE + 8 and whose code is object 7; then zeros.
    words.setUint32(TABLE + 4, TABLE + 8, true);
    memory.set(image);
    words.setUint32(TABLE + 8 + 16, 0, true);
    module.globals = [{ value: { mutable: false, initial: TABLE + 4 } }];
    const exported = [...text("_PyImport_FrozenStdlib"), KINDS.indexOf("global"), 0];
    module.sections = [...sections, [SECTION.export, list([exported])]];
  }
  const { initial, deferred } = divideData(module, new Set(called), image, memory, [[TABLE, 8]]);
  const isDeferred = (object) =>
    deferred.some(
      ([at, length]) => at <= address(object) + 2000 && address(object) + 2000 < at + length,
    );
  const objects = Array.from({ length: OBJECTS }, (_, i) => i).filter(isDeferred);
  return { initial, deferred, objects };
}

test("what no initial function refers to is deferred", () => {
  assert.deepEqual(divided([0, 2]).objects, [1, 3, 4, 5, 6, 7]);
  assert.deepEqual(divided([]).objects, [0, 1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(divided([0, 1, 2, 3, 4, 5, 6]).objects, []);
});

test("what is referred to by data that is used is used", () => {
  assert.deepEqual(divided([6]).objects, [0, 1, 2, 3, 4, 5]);
});

test("what the snapshot's heap refers to is used, but a number that looks like an address is not", () => {
  assert.deepEqual(divided([], { heap: address(3) }).objects, [0, 1, 2, 4, 5, 6, 7]);
  assert.deepEqual(divided([], { heap: address(3) + 4 }).objects, [0, 1, 2, 3, 4, 5, 6, 7]);
});

test("the code of frozen modules is deferred, although a global refers to their table", () => {
  assert.ok(divided([6], { frozen: true }).objects.includes(7));
  assert.ok(!divided([6]).objects.includes(7));
});

test("data that the program writes stays in the initial file", () => {
  const { deferred } = divided([]);
  assert.ok(deferred.every(([at, length]) => at + length <= TABLE));
});

test("ranges are whole pairs of words, with a margin to what is used", () => {
  const { deferred } = divided([2]);
  assert.equal(deferred.length, 2);
  assert.ok(deferred.every(([at, length]) => at % 8 === 0 && length % 8 === 0));
  const [[at, length], [next]] = deferred;
  assert.ok(at + length <= address(2) - 256);
  assert.ok(next >= address(3) + 256);
});

test("a round number cuts no object in two", () => {
  const round = 8192 + 4096;
  assert.ok(address(1) < round && round < address(2));
  assert.deepEqual(
    divided([1], { code: [...constant(round), DROP] }).objects,
    divided([1]).objects,
  );
});

test("a function that uses much data, as few others do, goes with it", () => {
  const bodies = [
    { bytes: body(...constant(5004), DROP) },
    { bytes: body(...constant(50_004), DROP) },
  ];
  const image = new Uint8Array(61_440).fill(1);
  const memory = image.slice();
  const { initial } = divideData(
    { bodies, globals: [], imports: [], sections },
    new Set([0, 1]),
    image,
    memory,
    [[60_000, 4]],
  );
  assert.deepEqual([...initial], [1]);
});
