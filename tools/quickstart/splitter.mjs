// Splits the WebAssembly file into an initial file and later ones, and makes an instrumented one.
//
// Of a function that is in another file and that this one refers to, this one has a stub. It calls
// the function through a table:
//     0, 1 …   a function for each later file that loads it; after that, it does nothing
//     then     the functions of the later files, and those of the initial file
// No JavaScript is on the stack while the other file's function runs, so Python can suspend in it.
// The later files import memory, tables, globals and tags from the initial one. Their data goes into
// that memory when they are instantiated.
//
// The initial file does not export what only the dynamic linker needs: Firefox compiles an entry for
// each export. The last file says where it is, in a section "exports": name, table and slot of each
// function, where 0 is the module's first table and 1 the one above, which is full when all files
// are loaded. What is no function of the module, the last file exports.
import { callsIn, renumbered } from "./instructions.mjs";
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
const [CALL_INDIRECT, LOCAL_GET, GLOBAL_SET] = [0x11, 0x20, 0x24];
/** The later files have no tables and no memory of their own. */
const LATER_SECTIONS = [
  ...[SECTION.type, SECTION.import, SECTION.function],
  ...[SECTION.global, SECTION.export, SECTION.element, SECTION.code, SECTION.data],
];

/**
 * The exports of the initial and the last file; where the other functions are. `slots` has those of
 * the own functions in the table of calls.
 */
function dividedExports(module, names, slots) {
  const exports = module.exports.map(({ value }) => value);
  const firstOwn = importsOf(module, "function");
  const isOwn = ({ kind, index }) => kind === "function" && index >= firstOwn;
  const others = exports.filter(({ name }) => !names.has(name));
  const inTable = new Map([...functionTable(module)].map(([slot, index]) => [index, slot]));
  const placeOf = ({ name, index }) =>
    inTable.has(index) ? [name, 0, inTable.get(index)] : [name, 1, slots.get(index - firstOwn)];
  return {
    initial: exports.filter(({ name }) => names.has(name)),
    last: {
      items: others.filter((each) => !isOwn(each)),
      places: others.filter(isOwn).map(placeOf),
    },
  };
}

/** Slot → function of the module's first table. */
export function functionTable({ elements }) {
  const segments = elements.map(({ value }) => value).filter(({ table }) => table === 0);
  return new Map(
    segments.flatMap(({ offset, functions }) => functions.map((index, i) => [offset + i, index])),
  );
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

/** What the code of these functions refers to; with `names`, also what those exports and tables do. */
function referredTo({ exports, elements, bodies }, functions, names) {
  const calls = functions.flatMap((i) => [...callsIn(bodies[i].bytes)]);
  if (!names) return new Set(calls);
  const values = exports.map(({ value }) => value).filter(({ name }) => names.has(name));
  const exported = values.filter(({ kind }) => kind === "function").map(({ index }) => index);
  return new Set([...calls, ...exported, ...elements.flatMap(({ value }) => value.functions)]);
}

/** An element segment, with the new numbers of its functions. */
function segment({ table, offset, functions }, numbers) {
  const head = [INTO_TABLE, ...leb(table), I32_CONST, ...signedLeb(offset), END, 0];
  return joined([head, list(functions.map((i) => leb(numbers.get(i))))]);
}

function exportSection(items, numbers) {
  return list(
    items.map(({ name, kind, index }) =>
      exported(name, kind, kind === "function" ? numbers.get(index) : index),
    ),
  );
}

/**
 * Returns the files. `tiers` has a set for each but the last one: the functions that are in it, by
 * their index among the functions of `module`. `id` is in the names by which the files find each
 * other. `data` has the `image` of the memory and, in `parts`, the ranges of it that each file has.
 * `names` is the set of exports that JavaScript needs.
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
  const callsOf = (offset, functions) => ({ table: tables.length, offset, functions });
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
  /** The functions that a file has, and the new number of each that its code refers to. */
  const partOf = (file) => {
    const used = referredTo(module, files[file], file ? undefined : names);
    const stubs = [...functions.keys()].filter((i) => fileOf[i] !== file && used.has(own(i)));
    // Those of the same type resemble each other: in this order they compress best.
    stubs.sort((a, b) => fileOf[a] - fileOf[b] || functions[a].value - functions[b].value || a - b);
    const kept = [...files[file], ...stubs];
    const numbers = new Map(Array.from({ length: firstOwn }, (_, i) => [i, i]));
    for (const [at, i] of kept.entries()) numbers.set(own(i), own(at));
    return {
      numbers,
      functions: kept.map((i) => functions[i].bytes),
      code: kept.map((i) => (fileOf[i] === file ? renumbered(bodies[i].bytes, numbers) : stub(i))),
      calls: segment(callsOf(slots.get(files[file][0]) ?? 0, files[file].map(own)), numbers),
    };
  };
  const table = Buffer.from([FUNCREF, 0, ...leb(functions.length + last)]);
  const { shared, mutable } = sharedBy(module, table);
  const nameOf = (kind, index) =>
    kind === "table" && index === tables.length
      ? `deferred ${id}`
      : `deferred ${id} ${kind} ${index}`;
  const exportsOf = dividedExports(module, names, slots);
  const exports = shared.map(([kind, index]) => ({ name: nameOf(kind, index), kind, index }));
  const imports = shared.map(([kind, index, type]) =>
    joined([text("initial"), text(nameOf(kind, index)), [KINDS.indexOf(kind)], type]),
  );
  const initialData = dataSection(image, parts[0]);
  const first = partOf(0);
  const segments = module.elements.map(({ value }) => segment(value, first.numbers));
  const initial = serialize(module.sections, {
    [SECTION.function]: list(first.functions),
    [SECTION.table]: extended(module, SECTION.table, [table]),
    [SECTION.export]: exportSection([...exports, ...exportsOf.initial], first.numbers),
    [SECTION.element]: list([...segments, first.calls]),
    [SECTION.code]: list(first.code),
    [SECTION.dataCount]: initialData.count,
    [SECTION.data]: initialData.content,
  });
  const laterSections = module.sections.filter(([section]) => LATER_SECTIONS.includes(section));
  const later = parts.slice(1).map((ranges, at) => {
    const { numbers, functions, code, calls } = partOf(at + 1);
    const doingNothing = own(functions.length);
    const loaded = callsOf(loading(at + 1), [doingNothing]);
    const { items, places } = at + 1 === last ? exportsOf.last : { items: [], places: [] };
    const placesSection = joined([text("exports"), Buffer.from(JSON.stringify(places))]);
    return serialize([...laterSections, [SECTION.custom, placesSection]], {
      [SECTION.import]: extended(module, SECTION.import, imports),
      [SECTION.function]: list([...functions, leb(nothing)]),
      [SECTION.global]: list(globals.slice(mutable).map(({ bytes }) => bytes)),
      [SECTION.export]: exportSection(items, numbers),
      [SECTION.element]: list([segment(loaded, new Map([[doingNothing, doingNothing]])), calls]),
      [SECTION.code]: list([...code, sized([NO_LOCALS, END])]),
      [SECTION.data]: dataSection(image, ranges).content,
    });
  });
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
