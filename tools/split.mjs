// Splits the WebAssembly file in two: pyodide.first.wasm, which a start and what pages usually do
// need, and pyodide.rest.wasm, which js_shim/rest.ts loads after the first statements:
//   node tools/split.mjs WASM USED FIRST REST    prints the id of the halves, if USED is for that file
//   node tools/split.mjs WASM INSTRUMENTED
// USED, made by tools/used.py, tells which functions the first half has. The INSTRUMENTED file sets its
// exported global "used N" when function N is called.
//
// Both halves have all functions, at the same index, so that no body needs to be understood. What the
// other half has is a stub there, which calls it by a table that only the halves know:
//     0      what loads the rest; once that is there, a function that does nothing
//     1 …    the functions of the rest, then those of the first half
// No JavaScript is on the stack when the other half runs, so Python can suspend in it. All else is the
// first half's, and imported by the rest.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import {
  END,
  I32_CONST,
  joined,
  KINDS,
  leb,
  list,
  longer,
  MUTABLE,
  numberOf,
  parsed,
  Reader,
  SECTION,
  sized,
  text,
  written,
} from "./wasm.mjs";

const [I32, FUNCREF, NO_LOCALS] = [0x7f, 0x70, 0];
const [CALL_INDIRECT, LOCAL_GET, GLOBAL_SET] = [0x11, 0x20, 0x24];
/** Of elements: into the table of this number, functions. */
const INTO_TABLE = 2;
/** Sections of the rest: no tables, memory, data, exports. */
const OF_REST = [
  ...[SECTION.type, SECTION.import, SECTION.function],
  ...[SECTION.global, SECTION.element, SECTION.code],
];

/** The operand of i32.const, of what is not negative. */
const signed = (value) => (value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)]);
const exported = (name, kind, index) => joined([text(name), [KINDS.indexOf(kind)], leb(index)]);

/** What the rest imports: [kind, index, type], and `mutable`, how many of the own globals. */
function sharedBy(module, table) {
  const { tables, memories, globals, tags } = module;
  const mutable = globals.findLastIndex(({ value }) => value) + 1;
  const first = numberOf(module, "global");
  const shared = [
    ...[...tables.map(({ bytes }) => bytes), table].map((type, i) => ["table", i, type]),
    ...memories.map(({ bytes }, i) => ["memory", i, bytes]),
    ...globals.slice(0, mutable).map(({ bytes }, i) => ["global", first + i, bytes.subarray(0, 2)]),
    ...tags.map(({ bytes }, i) => ["tag", i, bytes]),
  ];
  return { shared, mutable };
}

function split(module, used, id) {
  const { types, functions, bodies, tables, globals, head } = module;
  const firstOwn = numberOf(module, "function");
  const indices = [...functions.keys()];
  const later = indices.filter((i) => !used.has(i));
  const first = indices.filter((i) => used.has(i));
  const slots = new Map([...later, ...first].map((i, at) => [i, at + 1]));
  const nothing = types.findIndex(({ value }) => value.parameters + value.results === 0);
  const call = (slot, type) => [
    ...[I32_CONST, ...signed(slot)],
    ...[CALL_INDIRECT, ...leb(type), ...leb(tables.length)],
  ];
  const stub = (i, before) => {
    const type = functions[i].value;
    const given = Array.from({ length: types[type].value.parameters }, (_, at) => [
      LOCAL_GET,
      ...leb(at),
    ]);
    return sized([NO_LOCALS, ...before, ...given.flat(), ...call(slots.get(i), type), END]);
  };
  const elements = (from, numbers) => {
    const offset = [I32_CONST, ...signed(from), END];
    return joined([[INTO_TABLE], leb(tables.length), offset, [0], list(numbers.map(leb))]);
  };
  const own = (i) => firstOwn + i;
  const table = Buffer.from([FUNCREF, 0, ...leb(functions.length + 1)]);
  const { shared, mutable } = sharedBy(module, table);
  const nameOf = (kind, index) =>
    kind === "table" && index === tables.length ? `rest ${id}` : `rest ${id} ${kind} ${index}`;
  const exports = shared.map(([kind, index]) => exported(nameOf(kind, index), kind, index));
  const imports = shared.map(([kind, index, type]) =>
    joined([text("first"), text(nameOf(kind, index)), [KINDS.indexOf(kind)], type]),
  );
  const doingNothing = own(functions.length);
  return {
    first: written(head, module.sections, {
      [SECTION.table]: longer(module, SECTION.table, [table]),
      [SECTION.export]: longer(module, SECTION.export, exports),
      [SECTION.element]: longer(module, SECTION.element, [
        elements(later.length + 1, first.map(own)),
      ]),
      [SECTION.code]: list(
        bodies.map(({ bytes }, i) => (used.has(i) ? bytes : stub(i, call(0, nothing)))),
      ),
    }),
    rest: written(
      head,
      module.sections.filter(([section]) => OF_REST.includes(section)),
      {
        [SECTION.import]: longer(module, SECTION.import, imports),
        [SECTION.function]: longer(module, SECTION.function, [leb(nothing)]),
        [SECTION.global]: list(globals.slice(mutable).map(({ bytes }) => bytes)),
        [SECTION.element]: list([elements(0, [doingNothing, ...later.map(own)])]),
        [SECTION.code]: list([
          ...bodies.map(({ bytes }, i) => (used.has(i) ? stub(i, []) : bytes)),
          sized([NO_LOCALS, END]),
        ]),
      },
    ),
  };
}

function instrumented(module) {
  const first = numberOf(module, "global") + module.globals.length;
  const globals = module.functions.map(() => [I32, MUTABLE, I32_CONST, 0, END]);
  const exports = module.functions.map((_, i) => exported(`used ${i}`, "global", first + i));
  const bodies = module.bodies.map(({ bytes }, i) => {
    const body = new Reader(new Reader(bytes).take());
    body.items((reader) => [reader.number(), reader.byte()]);
    const locals = body.bytes.subarray(0, body.at);
    const set = [I32_CONST, 1, GLOBAL_SET, ...leb(first + i)];
    return sized(joined([locals, set, body.bytes.subarray(body.at)]));
  });
  return written(module.head, module.sections, {
    [SECTION.global]: longer(module, SECTION.global, globals),
    [SECTION.export]: longer(module, SECTION.export, exports),
    [SECTION.code]: list(bodies),
  });
}

const hash = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest("hex");

const [path, ...paths] = process.argv.slice(2);
const wasm = readFileSync(path);
if (paths.length === 1) {
  writeFileSync(paths[0], instrumented(parsed(wasm)));
} else {
  const { of, used } = JSON.parse(readFileSync(paths[0], "utf8"));
  if (of === hash(wasm)) {
    const bits = Buffer.from(used.join(""), "base64");
    const module = parsed(wasm);
    const kept = [...module.functions.keys()].filter((i) => (bits[i >> 3] >> (i & 7)) & 1);
    const tools = ["split.mjs", "wasm.mjs"].map((name) => new URL(name, import.meta.url));
    const id = hash(wasm, bits, ...tools.map((tool) => readFileSync(tool))).slice(0, 16);
    const halves = split(module, new Set(kept), id);
    writeFileSync(paths[1], halves.first);
    writeFileSync(paths[2], halves.rest);
    console.log(id);
  }
}
