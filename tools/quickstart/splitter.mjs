// Splits the WebAssembly file into an initial and a deferred one, and makes an instrumented one.
//
// Both files have all functions, at the same index, so the code of a function needs no change. A
// function that is in the other file is a stub here. It calls the function through a table:
//     0      loads the deferred file; after that, a function that does nothing
//     1 …    the functions of the deferred file, then those of the initial file
// No JavaScript is on the stack while the other file's function runs, so Python can suspend in it.
// The deferred file imports memory, tables, globals and tags from the initial one. Its data goes into
// that memory when it is instantiated.
//
// An export of the initial file that only the dynamic linker needs has a number instead of its name,
// from 0. The deferred file has the names, a line each, in a section "exports".
import {
  dataSection,
  END,
  exported,
  extended,
  I32_CONST,
  importsOf,
  joined,
  KINDS,
  leb,
  list,
  MUTABLE,
  Reader,
  SECTION,
  serialize,
  signedLeb,
  sized,
  text,
} from "./wasm.mjs";

const [I32, FUNCREF, NO_LOCALS] = [0x7f, 0x70, 0];
const [CALL_INDIRECT, LOCAL_GET, GLOBAL_SET] = [0x11, 0x20, 0x24];
/** The kind of elements that are functions for the table of a given number. */
const INTO_TABLE = 2;
/** The deferred file has no tables, memory and exports. */
const DEFERRED_SECTIONS = [
  ...[SECTION.type, SECTION.import, SECTION.function],
  ...[SECTION.global, SECTION.element, SECTION.code, SECTION.data],
];

/** The exports, and the names of those that have none. */
function renamed({ exports }, names) {
  const values = exports.map(({ value }) => value);
  const named = values.filter(({ name }) => names.has(name));
  const others = values.filter(({ name }) => !names.has(name));
  others.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.index - b.index);
  return {
    items: [...named, ...others].map(({ name, kind, index }, i) =>
      exported(i < named.length ? name : String(i - named.length), kind, index),
    ),
    hidden: others.map(({ name }) => name).join("\n"),
  };
}

/** What the deferred file imports: [kind, index, type]; `mutable` is the number of own globals in it. */
function sharedBy(module, table) {
  const { tables, memories, globals, tags } = module;
  const mutable = globals.findLastIndex(({ value }) => value.mutable) + 1;
  const first = importsOf(module, "global");
  const shared = [
    ...[...tables.map(({ bytes }) => bytes), table].map((type, i) => ["table", i, type]),
    ...memories.map(({ bytes }, i) => ["memory", i, bytes]),
    ...globals.slice(0, mutable).map(({ bytes }, i) => ["global", first + i, bytes.subarray(0, 2)]),
    ...tags.map(({ bytes }, i) => ["tag", i, bytes]),
  ];
  return { shared, mutable };
}

/**
 * Returns the two files. `called` is the set of functions that the initial one has, by their index
 * among the functions of `module`; `id` is in the names by which the files find each other. `data`
 * has the `image` of the memory and which ranges of it are `kept` in the initial file or `deferred`.
 * `names` is the set of exports that keep their names.
 */
export function split(module, called, id, { image, kept, deferred: deferredData }, names) {
  const { types, functions, bodies, tables, globals } = module;
  const firstOwn = importsOf(module, "function");
  const indices = [...functions.keys()];
  const deferred = indices.filter((i) => !called.has(i));
  const initial = indices.filter((i) => called.has(i));
  const slots = new Map([...deferred, ...initial].map((i, at) => [i, at + 1]));
  const nothing = types.findIndex(({ value }) => value.parameters + value.results === 0);
  const call = (slot, type) => [
    ...[I32_CONST, ...signedLeb(slot)],
    ...[CALL_INDIRECT, ...leb(type), ...leb(tables.length)],
  ];
  const stub = (i, before) => {
    const type = functions[i].value;
    const parameters = Array.from({ length: types[type].value.parameters }, (_, at) => [
      LOCAL_GET,
      ...leb(at),
    ]);
    return sized([NO_LOCALS, ...before, ...parameters.flat(), ...call(slots.get(i), type), END]);
  };
  const elements = (from, numbers) => {
    const offset = [I32_CONST, ...signedLeb(from), END];
    return joined([[INTO_TABLE], leb(tables.length), offset, [0], list(numbers.map(leb))]);
  };
  const own = (i) => firstOwn + i;
  const table = Buffer.from([FUNCREF, 0, ...leb(functions.length + 1)]);
  const { shared, mutable } = sharedBy(module, table);
  const nameOf = (kind, index) =>
    kind === "table" && index === tables.length
      ? `deferred ${id}`
      : `deferred ${id} ${kind} ${index}`;
  const { items, hidden } = renamed(module, names);
  const exports = shared.map(([kind, index]) => exported(nameOf(kind, index), kind, index));
  const imports = shared.map(([kind, index, type]) =>
    joined([text("initial"), text(nameOf(kind, index)), [KINDS.indexOf(kind)], type]),
  );
  const initialData = dataSection(image, kept);
  const doingNothing = own(functions.length);
  return {
    initial: serialize(module.sections, {
      [SECTION.table]: extended(module, SECTION.table, [table]),
      [SECTION.export]: list([...exports, ...items]),
      [SECTION.element]: extended(module, SECTION.element, [
        elements(deferred.length + 1, initial.map(own)),
      ]),
      [SECTION.code]: list(
        bodies.map(({ bytes }, i) => (called.has(i) ? bytes : stub(i, call(0, nothing)))),
      ),
      [SECTION.dataCount]: initialData.count,
      [SECTION.data]: initialData.content,
    }),
    deferred: serialize(
      [
        ...module.sections.filter(([section]) => DEFERRED_SECTIONS.includes(section)),
        [SECTION.custom, joined([text("exports"), Buffer.from(hidden)])],
      ],
      {
        [SECTION.import]: extended(module, SECTION.import, imports),
        [SECTION.function]: extended(module, SECTION.function, [leb(nothing)]),
        [SECTION.global]: list(globals.slice(mutable).map(({ bytes }) => bytes)),
        [SECTION.element]: list([elements(0, [doingNothing, ...deferred.map(own)])]),
        [SECTION.code]: list([
          ...bodies.map(({ bytes }, i) => (called.has(i) ? stub(i, []) : bytes)),
          sized([NO_LOCALS, END]),
        ]),
        [SECTION.data]: dataSection(image, deferredData).content,
      },
    ),
  };
}

/** Returns the file with an exported global "called N" for each function N, set by its call. */
export function instrument(module) {
  const first = importsOf(module, "global") + module.globals.length;
  const globals = module.functions.map(() => [I32, MUTABLE, I32_CONST, 0, END]);
  const exports = module.functions.map((_, i) => exported(`called ${i}`, "global", first + i));
  const bodies = module.bodies.map(({ bytes }, i) => {
    const body = new Reader(new Reader(bytes).take());
    body.items((reader) => [reader.number(), reader.byte()]);
    const locals = body.bytes.subarray(0, body.at);
    const set = [I32_CONST, 1, GLOBAL_SET, ...leb(first + i)];
    return sized(joined([locals, set, body.bytes.subarray(body.at)]));
  });
  return serialize(module.sections, {
    [SECTION.global]: extended(module, SECTION.global, globals),
    [SECTION.export]: extended(module, SECTION.export, exports),
    [SECTION.code]: list(bodies),
  });
}
