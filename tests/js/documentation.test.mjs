// tools/quickstart/documentation.mjs: which functions read the documentation of C's methods, and where
// data refers to it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import {
  documentationReaders,
  documentations,
  isLongText,
} from "../../tools/quickstart/documentation.mjs";
import { initialMemory } from "../../tools/quickstart/snapshot_file.mjs";
import { dataSegments, parse } from "../../tools/quickstart/wasm.mjs";

const TEXT = "abs($module, x, /)\n--\n\nReturn the absolute value of the argument.";
const [NOARGS, VARARGS_METHOD, CLASS] = [0x4, 0x282, 0x10];

/** A memory with texts from 64 on, and words from 2048 on. */
class Memory {
  image = new Uint8Array(4096);
  words = new DataView(this.image.buffer);
  #text = 64;
  #word = 2048;

  text(content) {
    const at = this.#text;
    this.image.set(Buffer.from(`${content}\0`), at);
    this.#text += Buffer.byteLength(content) + 1;
    return at;
  }

  add(...values) {
    const at = this.#word;
    for (const [i, value] of values.entries()) this.words.setUint32(at + 4 * i, value, true);
    this.#word += 4 * values.length;
    return at;
  }

  get references() {
    const found = new Map();
    for (let at = 2048; at < this.#word; at += 4) {
      const value = this.words.getUint32(at, true);
      if (value >= 64 && value < 2048) found.set(at, value);
    }
    return found;
  }
}

test("documentation is the fourth word of a method", () => {
  const memory = new Memory();
  const [name, documentation] = [memory.text("abs"), memory.text(TEXT)];
  const methods = [NOARGS, VARARGS_METHOD, NOARGS | CLASS].map((flags) =>
    memory.add(name, 7, flags, documentation),
  );
  const other = memory.text("not a name");
  memory.add(name, 7, 0, documentation); // no flags: a read-only attribute
  memory.add(name, 0, NOARGS, documentation); // no function
  memory.add(other, 7, NOARGS, documentation);
  memory.add(name, 7, NOARGS, memory.text("Too short."));
  assert.deepEqual(
    documentations(memory.references, memory.image),
    methods.map((at) => at + 12),
  );
});

test("long texts end with zeros and have no control characters", () => {
  const memory = new Memory();
  assert.ok(isLongText(memory.image, memory.text(TEXT)));
  assert.ok(isLongText(memory.image, memory.text(`É${TEXT}`)));
  assert.ok(!isLongText(memory.image, memory.text("short")));
  assert.ok(!isLongText(memory.image, memory.text(`${TEXT}\x01`)));
  const at = memory.text(`${TEXT}\0${TEXT}`);
  assert.ok(!isLongText(memory.image, at, 2 * TEXT.length));
  assert.ok(isLongText(memory.image, at, TEXT.length + 1));
  assert.ok(!isLongText(memory.image, at, TEXT.length));
});

/** Attributes, { name, get, set, documentation, closure }, and a table with functions 10, 11, …. */
function readers(...tables) {
  const memory = new Memory();
  const texts = new Map();
  const textOf = (name) => texts.get(name) ?? texts.set(name, memory.text(name)).get(name);
  textOf("");
  for (const name of ["__doc__", "__text_signature__"]) textOf(name);
  let slot = 1;
  for (const names of tables) {
    for (const name of names) memory.add(textOf(name), slot++, 0, 0, 0);
    memory.add(0, 0, 0, 0, 0);
  }
  const functions = Array.from({ length: slot }, (_, i) => 10 + i);
  const elements = [{ value: { table: 0, offset: 1, functions } }];
  const imports = [{ value: "function" }, { value: "function" }];
  return [...documentationReaders({ elements, imports }, memory.image)];
}

test("readers are the getters of a table with both attributes", () => {
  const method = ["__name__", "__doc__", "__text_signature__", "__self__"];
  assert.deepEqual(readers(method), [9, 10]);
  assert.deepEqual(readers(["__doc__", "value"], method), [11, 12]);
  assert.deepEqual(readers(["__bases__", "__doc__", "__text_signature__"], method), [12, 13]);
});

test("without a getter, nothing is known", () => {
  const message = "the WebAssembly file has an unknown kind of getter of documentation";
  assert.throws(() => readers(["__doc__"], ["__text_signature__"]), { message });
});

test("in Pyodide, four classes have such getters, and thousands of methods documentation", () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("pyodide/pyodide.asm.wasm"));
  const { image } = initialMemory(dataSegments(wasm));
  assert.equal(documentationReaders(parse(wasm), image).size, 8);
  const references = new Map();
  const words = new Uint32Array(image.buffer);
  for (const [i, value] of words.entries()) {
    if (value > 0 && value < image.length) references.set(4 * i, value);
  }
  assert.ok(documentations(references, image).length > 1000);
});
