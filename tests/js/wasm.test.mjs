// tools/quickstart/wasm.mjs and splitter.mjs: reading, writing and splitting WebAssembly files.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { withClearingFree } from "../../tools/quickstart/clearing.mjs";
import { functionTable, instrument, split } from "../../tools/quickstart/splitter.mjs";
import {
  dataSection,
  dataSegments,
  extended,
  HEAD,
  importsOf,
  joined,
  leb,
  list,
  parse,
  Reader,
  SECTION,
  serialize,
  sized,
  text,
} from "../../tools/quickstart/wasm.mjs";

const I32 = 0x7f;
const END = 0x0b;
const PYODIDE = createRequire(import.meta.url).resolve("pyodide/pyodide.asm.wasm");
const SPLIT = new URL("../../dist/pyodide/pyodide.deferred.wasm", import.meta.url);

/** A body without locals. */
const body = (...code) => sized([0, ...code, END]);
const call = (index) => [0x10, ...leb(index)];
const constant = (value) => [0x41, value];

/**
 * Imports the function e.log (0) and the global e.base. Own functions: double (1), callDouble (2),
 * nothing (3). Has a table with `double`, a memory with "data" at 16, a mutable global.
 */
const TINY = serialize([
  [
    SECTION.type,
    list([
      [0x60, 1, I32, 1, I32],
      [0x60, 0, 0],
    ]),
  ],
  [
    SECTION.import,
    list([
      joined([text("e"), text("log"), [0, 0]]),
      joined([text("e"), text("base"), [3, I32, 0]]),
    ]),
  ],
  [SECTION.function, list([[0], [0], [1]])],
  [SECTION.table, list([[0x70, 0, 1]])],
  [SECTION.memory, list([[0, 1]])],
  [SECTION.global, list([[I32, 1, ...constant(5), END]])],
  [
    SECTION.export,
    list([
      joined([text("double"), [0, 1]]),
      joined([text("callDouble"), [0, 2]]),
      joined([text("table"), [1, 0]]),
      joined([text("memory"), [2, 0]]),
      joined([text("global"), [3, 1]]),
    ]),
  ],
  [SECTION.element, list([joined([[0], constant(0), [END], list([[1]])])])],
  [
    SECTION.code,
    list([
      body(0x20, 0, ...call(0), 0x20, 0, 0x6a),
      body(0x20, 0, ...call(1), ...constant(1), 0x6a),
      body(),
    ]),
  ],
  [SECTION.data, list([joined([[0], constant(16), [END], sized(Buffer.from("data"))])])],
]);

const imports = () => {
  const logged = [];
  const log = (value) => {
    logged.push(value);
    return value;
  };
  const base = new WebAssembly.Global({ value: "i32", mutable: false }, 0);
  return { logged, imports: { e: { log, base } } };
};

function instantiate(bytes, given) {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), given).exports;
}

test("the tiny module works by itself", () => {
  const { logged, imports: given } = imports();
  assert.equal(instantiate(TINY, given).callDouble(4), 9);
  assert.deepEqual(logged, [4]);
});

test("unsigned numbers are written and read as LEB128", () => {
  for (const value of [0, 1, 127, 128, 300, 65_535, 2 ** 31, 2 ** 32 - 1]) {
    const reader = new Reader(Buffer.from(leb(value)));
    assert.equal(reader.number(), value);
    assert.equal(reader.at, leb(value).length);
  }
  assert.deepEqual(leb(624_485), [0xe5, 0x8e, 0x26]);
});

/** Skipped if the build could not split the file of this Pyodide. */
const quickstart = existsSync(SPLIT) ? test : test.skip;

for (const [name, bytes, define] of [
  ["an empty module", HEAD, test],
  ["a tiny module", TINY, test],
  ["Pyodide", readFileSync(PYODIDE), quickstart],
]) {
  define(`${name}: what is written is what was read`, () => {
    const module = parse(bytes);
    assert.deepEqual(serialize(module.sections), bytes);
    const lists = {
      ...{ type: module.types, import: module.imports, function: module.functions },
      ...{ table: module.tables, memory: module.memories, global: module.globals },
      ...{ tag: module.tags, export: module.exports, code: module.bodies },
    };
    const rewritten = Object.entries(lists)
      .filter(([section]) => module.sections.some(([id]) => id === SECTION[section]))
      .map(([section, items]) => [SECTION[section], list(items.map((item) => item.bytes))]);
    assert.deepEqual(serialize(module.sections, Object.fromEntries(rewritten)), bytes);
  });
}

test("items are read as what they are", () => {
  const module = parse(TINY);
  assert.deepEqual(
    module.types.map(({ value }) => value),
    [
      { parameters: 1, results: 1 },
      { parameters: 0, results: 0 },
    ],
  );
  assert.deepEqual([importsOf(module, "function"), importsOf(module, "global")], [1, 1]);
  assert.deepEqual(
    module.functions.map(({ value }) => value),
    [0, 0, 1],
  );
  assert.deepEqual(
    module.globals.map(({ value }) => value),
    [{ mutable: true, initial: 5 }],
  );
  assert.equal(module.bodies.length, 3);
  assert.deepEqual(dataSegments(TINY), [[16, Buffer.from("data")]]);
});

test("a section gets more items at its end", () => {
  const reader = new Reader(extended(parse(TINY), SECTION.function, [[1], [0]]));
  assert.deepEqual(
    reader.items((each) => each.number()).map(({ value }) => value),
    [0, 0, 1, 1, 0],
  );
});

test("a file that is cut short or no WebAssembly is refused", () => {
  assert.throws(() => parse(TINY.subarray(0, 60)), { message: /cut short/ });
  assert.throws(() => parse(Buffer.from("<!doctype html>")), { message: /another header/ });
  assert.throws(() => parse(Buffer.alloc(0)), { message: /another header/ });
});

test("items of unknown kinds are refused", () => {
  const with_ = (section, item) => joined([HEAD, [section], sized(list([item]))]);
  assert.throws(() => parse(with_(SECTION.type, [0x5f, 0])), { message: /unknown kind of type/ });
  const memory = joined([text("e"), text("m"), [2, 0, 1]]);
  assert.throws(() => parse(with_(SECTION.import, memory)), { message: /unknown kind of import/ });
  const float = [0x7d, 0, 0x43, 0, 0, 0, 0, END];
  assert.throws(() => parse(with_(SECTION.global, float)), { message: /unknown kind of global/ });
  const passive = joined([[1], sized([1])]);
  assert.throws(() => dataSegments(with_(SECTION.data, passive)), {
    message: /unknown kind of data segment/,
  });
});

test("signed numbers are read as LEB128", () => {
  for (const value of [0, 63, 64, -1, -64, -65, 300, -300, 2 ** 31 - 1, -(2 ** 31)]) {
    const bytes = [];
    for (let rest = value; ; rest >>= 7) {
      const last = rest >> 6 === 0 || rest >> 6 === -1;
      bytes.push((rest & 127) | (last ? 0 : 128));
      if (last) break;
    }
    assert.equal(new Reader(Buffer.from(bytes)).signed(), value);
  }
});

test("a data section writes ranges of an image, without the zeros between", () => {
  const image = new Uint8Array(2000);
  image.set([1, 2, 0, 3], 100);
  image.set([4], 1000);
  image.set([5], 1500);
  const { content, count } = dataSection(image, [[0, 1200]]);
  assert.deepEqual(count, [2]);
  assert.deepEqual(dataSegments(serialize([[SECTION.data, content]])), [
    [100, Buffer.from([1, 2, 0, 3])],
    [1000, Buffer.from([4])],
  ]);
});

/** All data of TINY: "da" in the initial file, "t" in the next, "a" in the deferred one. */
const PARTS = [[[0, 18]], [[18, 1]], [[19, 13]]];
const DATA = { image: Buffer.alloc(32), parts: PARTS };
DATA.image.write("data", 16);
const NAMES = new Set(["double", "callDouble", "table", "memory", "global", "not an export"]);
const FILES = ["initial", "next", "deferred"];
/** In which of the files are the three functions of TINY? */
const PLACES = FILES.flatMap((a) => FILES.flatMap((b) => FILES.map((c) => [a, b, c])));

const splitBy = (places, id = "an id", names = NAMES) => {
  const tiers = FILES.slice(0, 2).map(
    (file) => new Set([0, 1, 2].filter((i) => places[i] === file)),
  );
  return split(parse(TINY), tiers, id, DATA, names);
};

for (const places of PLACES) {
  test(`split in three, with its functions in the files ${places}, it works the same`, () => {
    const [initial, ...later] = splitBy(places);
    const { logged, imports: given } = imports();
    const exports = instantiate(initial, given);
    const loads = [];
    later.forEach((file, slot) => {
      const load = () => {
        loads.push(FILES[slot + 1]);
        instantiate(file, { ...given, initial: exports });
      };
      exports["deferred an id"].set(slot, instantiate(wrapper(), { e: { f: load } }).f);
    });
    const data = () => Buffer.from(exports.memory.buffer, 16, 4).toString();
    assert.equal(data(), "da\0\0");
    assert.equal(exports.callDouble(4), 9);
    assert.equal(exports.callDouble(5), 11);
    assert.deepEqual(logged, [4, 5]);
    assert.equal(exports.table.get(0)(6), 12);
    assert.equal(exports.global.value, 5);
    const called = new Set(places.slice(0, 2).filter((file) => file !== "initial"));
    assert.deepEqual(new Set(loads), called);
    assert.equal(loads.length, called.size);
    const letters = [called.has("next") ? "t" : "\0", called.has("deferred") ? "a" : "\0"];
    assert.equal(data(), `da${letters.join("")}`);
  });
}

/** (module (func (export "f") (import "e" "f"))) */
function wrapper() {
  return serialize([
    [SECTION.type, list([[0x60, 0, 0]])],
    [SECTION.import, list([joined([text("e"), text("f"), [0, 0]])])],
    [SECTION.export, list([joined([text("f"), [0, 0]])])],
  ]);
}

for (const places of PLACES) {
  test(`with its functions in the files ${places}, it exports only what JavaScript needs`, () => {
    const files = splitBy(places, "id", new Set(["memory"]));
    const { imports: given } = imports();
    const exports = instantiate(files[0], given);
    const names = Object.keys(exports).filter((name) => !name.startsWith("deferred "));
    assert.deepEqual(names, ["memory"]);
    const own = files.slice(1).map((file) => instantiate(file, { ...given, initial: exports }));
    assert.deepEqual(Object.keys(own[0]), []);
    assert.deepEqual(Object.keys(own[1]).sort(), ["global", "table"]);
    assert.equal(own[1].global, exports["deferred id global 1"]);
    assert.equal(own[1].table, exports["deferred id table 0"]);
    const [section] = WebAssembly.Module.customSections(
      new WebAssembly.Module(files[2]),
      "exports",
    );
    const [double, [name, table, slot], ...others] = JSON.parse(Buffer.from(section).toString());
    assert.deepEqual([double, name, table, others], [["double", 0, 0], "callDouble", 1, []]);
    assert.equal(exports["deferred id"].get(slot)(4), 9);
    assert.equal(exports["deferred id table 0"].get(0)(4), 8);
  });
}

test("a file has no stubs for functions that it does not refer to", () => {
  const counts = (places) => {
    const [initial, ...later] = splitBy(places, "id", new Set(["callDouble"]));
    // Later files import more than `parse` reads.
    return [parse(initial).functions.length, ...later.map((file) => functionsIn(file))];
  };
  // `nothing` is in one file; each later file has a function that says that it is loaded.
  assert.deepEqual(counts(["initial", "initial", "initial"]), [3, 1, 1]);
  assert.deepEqual(counts(["initial", "initial", "next"]), [2, 2, 1]);
  assert.deepEqual(counts(["deferred", "next", "deferred"]), [2, 3, 3]);
});

/** The number of functions of a file. */
function functionsIn(file) {
  const reader = new Reader(file.subarray(HEAD.length));
  for (;;) {
    const id = reader.byte();
    const content = reader.take();
    if (id === SECTION.function) return new Reader(content).number();
  }
}

test("the function table has the new numbers of its functions", () => {
  const [initial] = splitBy(["next", "initial", "initial"], "id", new Set());
  assert.deepEqual([...functionTable(parse(TINY))], [[0, 1]]);
  // A stub: it comes after the file's own functions.
  assert.deepEqual([...functionTable(parse(initial))], [[0, 3]]);
  const table = joined([[2], leb(0), constant(3), [END], [0], list([[3], [2]])]);
  const other = serialize(parse(TINY).sections, { [SECTION.element]: list([table]) });
  assert.deepEqual(
    [...functionTable(parse(other))],
    [
      [3, 3],
      [4, 2],
    ],
  );
});

test("exports that are imported, or are not in the first table, are found, too", () => {
  const more = [joined([text("log"), [0, 0]]), joined([text("nothing"), [0, 3]])];
  const module = parse(serialize(parse(TINY).sections, { [SECTION.export]: list(more) }));
  const files = split(module, [new Set([0, 1, 2]), new Set()], "id", DATA, new Set());
  const { logged, imports: given } = imports();
  const exports = instantiate(files[0], given);
  const [, last] = files.slice(1).map((file) => instantiate(file, { ...given, initial: exports }));
  last.log(3);
  assert.deepEqual(logged, [3]);
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(files[2]), "exports");
  const [[name, table, slot], ...others] = JSON.parse(Buffer.from(section).toString());
  assert.deepEqual([name, table, others], ["nothing", 1, []]);
  assert.equal(exports["deferred id"].get(slot)(), undefined);
});

test("files of another id do not link", () => {
  const [initial] = splitBy(["initial"], "one");
  const [, ...later] = splitBy(["initial"], "two");
  const { imports: given } = imports();
  const exports = instantiate(initial, given);
  for (const file of later) {
    assert.throws(() => instantiate(file, { ...given, initial: exports }), WebAssembly.LinkError);
  }
});

test("the instrumented file records which functions were called", () => {
  const { imports: given } = imports();
  const exports = instantiate(instrument(parse(TINY)), given);
  const called = () => [0, 1, 2].map((i) => exports[`called ${i}`].value);
  assert.deepEqual(called(), [0, 0, 0]);
  exports.table.get(0)(1);
  assert.deepEqual(called(), [1, 0, 0]);
  assert.equal(exports.callDouble(4), 9);
  assert.deepEqual(called(), [1, 1, 0]);
});

/** Has a memory, and a `free` that writes its parameter to address 0. */
const WITH_FREE = serialize([
  [SECTION.type, list([[0x60, 1, I32, 0]])],
  [SECTION.function, list([[0]])],
  [SECTION.memory, list([[0, 1]])],
  [SECTION.export, list([joined([text("free"), [0, 0]]), joined([text("memory"), [2, 0]])])],
  [SECTION.code, list([body(...constant(0), 0x20, 0, 0x36, 2, 0)])],
]);

test("what is freed is cleared, and nothing else", async () => {
  const { instance } = await WebAssembly.instantiate(withClearingFree(parse(WITH_FREE)));
  const { free, memory } = instance.exports;
  const bytes = new Uint8Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  bytes.fill(0xff);
  const [address, size] = [64, 32];
  words[address / 4 - 1] = size | 3;
  free(address);
  assert.equal(words[0], address);
  const expected = new Uint32Array(words.length).fill(0xffffffff);
  expected[0] = address;
  expected[address / 4 - 1] = size | 3;
  expected.fill(0, address / 4, (address + size - 4) / 4);
  assert.deepEqual(words, expected);
  free(0);
  expected[0] = 0;
  assert.deepEqual(words, expected);
});

test("a file without `free` is refused", () => {
  const message = "the WebAssembly file has an unknown kind of free";
  assert.throws(() => withClearingFree(parse(TINY)), { message });
});
