// Splits the WebAssembly file into an initial file and later ones, and makes an instrumented one.
//
// All files have all functions, at the same index, so the code of a function needs no change. Of a
// function that is in another file, this one has a stub (nearly nothing if it does not refer to the
// function). It calls the function through a table:
//     0, 1 …   a function for each later file that loads it; after that, it does nothing
//     then     the functions of the later files, and those of the initial file
// No JavaScript is on the stack while the other file's function runs, so Python can suspend in it.
// The later files import memory, tables, globals and tags from the initial one. Their data goes into
// that memory when they are instantiated.
//
// An export of the initial file that only the dynamic linker needs has a number instead of its name,
// from 0. The last file has the names, a line each, in a section "exports".
import { callsIn } from "./instructions.mjs";
import {
  dataSection,
  END,
  exported,
  extended,
  I32_CONST,
  INTO_TABLE,
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
const [UNREACHABLE, CALL_INDIRECT, LOCAL_GET, GLOBAL_SET] = [0, 0x11, 0x20, 0x24];
const UNUSED = sized([NO_LOCALS, UNREACHABLE, END]);
/** The later files have no tables, memory and exports. */
const LATER_SECTIONS = [
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

/** What the later files import: [kind, index, type]; `mutable` is the number of own globals in it. */
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

/** What the code of these functions and, if `isInitial`, exports and tables refer to. */
function referredTo({ exports, elements, bodies }, functions, isInitial) {
  const calls = functions.flatMap((i) => [...callsIn(bodies[i].bytes)]);
  if (!isInitial) return new Set(calls);
  const values = exports.map(({ value }) => value);
  const exported = values.filter(({ kind }) => kind === "function").map(({ index }) => index);
  return new Set([...calls, ...exported, ...elements.flatMap(({ value }) => value)]);
}

/**
 * Returns the files. `tiers` has a set for each but the last one: the functions that are in it, by
 * their index among the functions of `module`. `id` is in the names by which the files find each
 * other. `data` has the `image` of the memory and, in `parts`, the ranges of it that each file has.
 * `names` is the set of exports that keep their names.
 */
export function split(module, tiers, id, { image, parts }, names) {
  const { types, functions, bodies, tables, globals } = module;
  const firstOwn = importsOf(module, "function");
  const own = (i) => firstOwn + i;
  const last = tiers.length;
  const fileOf = functions.map((_, i) => {
    const file = tiers.findIndex((tier) => tier.has(i));
    return file < 0 ? last : file;
  });
  const files = parts.map((_, file) => [...functions.keys()].filter((i) => fileOf[i] === file));
  const slots = new Map([...files.slice(1), files[0]].flat().map((i, at) => [i, at + last]));
  const nothing = types.findIndex(({ value }) => value.parameters + value.results === 0);
  const call = (slot, type) => [
    ...[I32_CONST, ...signedLeb(slot)],
    ...[CALL_INDIRECT, ...leb(type), ...leb(tables.length)],
  ];
  const loading = (file) => file - 1;
  const stub = (i) => {
    const type = functions[i].value;
    const parameters = Array.from({ length: types[type].value.parameters }, (_, at) => [
      LOCAL_GET,
      ...leb(at),
    ]);
    const before = fileOf[i] ? call(loading(fileOf[i]), nothing) : [];
    return sized([NO_LOCALS, ...before, ...parameters.flat(), ...call(slots.get(i), type), END]);
  };
  const bodiesOf = (file) => {
    const used = referredTo(module, files[file], file === 0);
    return bodies.map(({ bytes }, i) => {
      if (fileOf[i] === file) return bytes;
      return used.has(own(i)) ? stub(i) : UNUSED;
    });
  };
  const elements = (from, numbers) => {
    const offset = [I32_CONST, ...signedLeb(from), END];
    return joined([[INTO_TABLE], leb(tables.length), offset, [0], list(numbers.map(leb))]);
  };
  const functionsOf = (file) => elements(slots.get(files[file][0]) ?? 0, files[file].map(own));
  const table = Buffer.from([FUNCREF, 0, ...leb(functions.length + last)]);
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
  const initialData = dataSection(image, parts[0]);
  const initial = serialize(module.sections, {
    [SECTION.table]: extended(module, SECTION.table, [table]),
    [SECTION.export]: list([...exports, ...items]),
    [SECTION.element]: extended(module, SECTION.element, [functionsOf(0)]),
    [SECTION.code]: list(bodiesOf(0)),
    [SECTION.dataCount]: initialData.count,
    [SECTION.data]: initialData.content,
  });
  const laterSections = module.sections.filter(([section]) => LATER_SECTIONS.includes(section));
  const hiddenNames = [SECTION.custom, joined([text("exports"), Buffer.from(hidden)])];
  const doingNothing = own(functions.length);
  const later = parts.slice(1).map((ranges, at) =>
    serialize(at + 1 === last ? [...laterSections, hiddenNames] : laterSections, {
      [SECTION.import]: extended(module, SECTION.import, imports),
      [SECTION.function]: extended(module, SECTION.function, [leb(nothing)]),
      [SECTION.global]: list(globals.slice(mutable).map(({ bytes }) => bytes)),
      [SECTION.element]: list([elements(loading(at + 1), [doingNothing]), functionsOf(at + 1)]),
      [SECTION.code]: list([...bodiesOf(at + 1), sized([NO_LOCALS, END])]),
      [SECTION.data]: dataSection(image, ranges).content,
    }),
  );
  return [initial, ...later];
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
