// Finds the data that only functions of the deferred WebAssembly file use.
//
// The data is taken as objects: one starts at each address that a constant of the code, an exported
// global or another object holds. The initial file keeps the objects that its functions, the globals
// and the snapshot refer to, and those that they refer to in turn. Pyodide is position independent:
// the linker puts all data that holds addresses behind the data that does not, where the first byte
// is that the snapshot changes.
import { documentations, isLongText, wordAt } from "./documentation.mjs";
import { numbersIn } from "./instructions.mjs";
import { importsOf, KINDS, Reader, SECTION } from "./wasm.mjs";

/** The modules that Python imports from its own file. The snapshot has no importer for them. */
const FROZEN = /^_PyImport_Frozen(Bootstrap|Stdlib|Test)$/;
/** { const char *name; const unsigned char *code; int size; int is_package; } */
const FROZEN_ENTRY = { code: 4, length: 16 };

/** The section of files that are position independent. */
const DYNAMIC = Buffer.from("dylink.0");

/** Ranges of fewer bytes stay in the initial file. */
const SMALLEST = 128;
/** Before and after what is used, this many bytes stay: code may count from outside of an object. */
const MARGIN = 256;
/** An object also refers to what the words behind it refer to: it may be a part of a larger one. */
const BEHIND = 1024;
/** Functions of which at most FEW use an object of at least LARGE bytes go with it. */
const LARGE = 32_768;
const FEW = 3;

/**
 * Returns the ranges, [offset, length], of data for the deferred file, and the functions that the
 * initial file keeps of `called`. `image` is the initial memory up to the end of the data; `memory`
 * that of the snapshot, which holds `ranges` of it. `documented`: nothing in `called` reads the
 * documentation of methods.
 */
export function divideData(module, called, image, memory, ranges, documented = false) {
  const written = bytesWritten(ranges, image.length);
  const isDynamic = ([id, content]) => id === 0 && new Reader(content).take().equals(DYNAMIC);
  if (!module.sections.some(isDynamic) || !written.includes(1)) {
    throw new Error("the place of addresses in its data is unknown");
  }
  const firstWritten = written.indexOf(1) & ~3;
  const isAddress = (value) => value > 0 && value < image.length;
  const found = module.bodies.map(({ bytes }) => numbersIn(bytes));
  const numbers = found.map(({ constants, offsets }) =>
    [...constants, ...offsets].filter(isAddress),
  );
  const constants = found.flatMap((each) => [...each.constants].filter(isAddress));
  const globals = module.globals.map(({ value }) => value.initial).filter(isAddress);
  const references = new Map();
  const frozen = frozenCode(module, image);
  for (let at = firstWritten; at < image.length; at += 4) {
    const value = wordAt(image, at);
    if (isAddress(value) && !frozen.has(at)) references.set(at, value);
  }
  const known = constants.filter((value) => !isRound(value));
  const starts = [...known, ...references.values(), ...frozen.values()];
  const objects = new Objects([...starts, ...globals], image.length);
  // Hashes and counters look like addresses, but seldom like those of an object.
  const restored = [];
  for (let at = firstWritten; at < memory.length; at += 4) {
    const value = wordAt(memory, at);
    if (frozen.has(at) || value === references.get(at)) continue;
    if (objects.starts.has(value)) restored.push(value);
  }
  const from = [...globals, ...restored];
  for (const at of documented ? documentations(references, image) : []) references.delete(at);

  const elsewhere = objects.reachedFrom(from, references);
  const large = new Map();
  for (const i of called) {
    for (const value of numbers[i]) {
      const object = objects.at(value);
      if (objects.length(object) < LARGE || elsewhere.has(object)) continue;
      large.set(object, (large.get(object) ?? new Set()).add(i));
    }
  }
  const initial = new Set(called);
  for (const users of large.values()) {
    if (users.size <= FEW) for (const i of users) initial.delete(i);
  }
  written.fill(1, firstWritten);
  const used = objects.reachedFrom(
    [...from, ...[...initial].flatMap((i) => numbers[i])],
    references,
  );
  for (const object of used) {
    const start = objects.list[object] - MARGIN;
    written.fill(1, Math.max(0, start), start + objects.length(object) + 2 * MARGIN);
  }
  for (const object of objects.list.keys()) {
    const [start, length] = [objects.list[object], objects.length(object)];
    const isUnused = !used.has(object) && start + length <= firstWritten;
    // Code does not count from outside of long texts. One that follows no zero ends another text.
    if (isUnused && image[start - 1] === 0 && isLongText(image, start, length)) {
      written.fill(0, start, start + length);
    }
  }
  return { initial, deferred: rangesOfZeros(written) };
}

/** Where the data refers to the code of frozen modules: address → address of the code. */
function frozenCode(module, image) {
  const found = new Map();
  const [, content] = module.sections.find(([id]) => id === SECTION.export) ?? [];
  const exports = content
    ? new Reader(content).items((reader) => ({
        name: reader.take().toString(),
        kind: KINDS[reader.byte()],
        index: reader.number(),
      }))
    : [];
  const first = importsOf(module, "global");
  for (const { name, kind, index } of exports.map(({ value }) => value)) {
    if (kind !== "global" || !FROZEN.test(name)) continue;
    const table = wordAt(image, module.globals[index - first].value.initial);
    for (let at = table; wordAt(image, at) !== 0; at += FROZEN_ENTRY.length) {
      found.set(at + FROZEN_ENTRY.code, wordAt(image, at + FROZEN_ENTRY.code));
    }
  }
  return found;
}

/** Such a constant is hardly an address. A wrong start would cut an object in two. */
function isRound(value) {
  return value % 100 === 0 || [-1, 0, 1].some((more) => (value + more) % 256 === 0);
}

class Objects {
  constructor(starts, end) {
    this.starts = new Set(starts);
    this.list = Uint32Array.from([0, ...this.starts]).sort();
    this.end = end;
  }

  /** The number of the object at an address. */
  at(address) {
    let [low, high] = [0, this.list.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.list[middle] <= address) low = middle;
      else high = middle;
    }
    return low;
  }

  length(object) {
    return (this.list[object + 1] ?? this.end) - this.list[object];
  }

  /** The objects at these addresses and those that they refer to, directly or not. */
  reachedFrom(addresses, references) {
    const found = new Set(addresses.map((address) => this.at(address)));
    // A set also visits what is added meanwhile.
    for (const object of found) {
      const start = this.list[object];
      for (let at = start & ~3; at < start + this.length(object) + BEHIND; at += 4) {
        if (references.has(at)) found.add(this.at(references.get(at)));
      }
    }
    return found;
  }
}

function bytesWritten(ranges, end) {
  const written = new Uint8Array(end);
  for (const [offset, length] of ranges) {
    if (offset < end) written.fill(1, offset, offset + length);
  }
  return written;
}

/** Of whole pairs of words, which the checksum counts. */
function rangesOfZeros(bytes) {
  const ranges = [];
  for (let from = 0; from < bytes.length; ) {
    const start = bytes.indexOf(0, from);
    if (start < 0) break;
    const end = bytes.indexOf(1, start);
    from = end < 0 ? bytes.length : end;
    const offset = (start + 7) & ~7;
    const length = (from & ~7) - offset;
    if (length >= SMALLEST) ranges.push([offset, length]);
  }
  return ranges;
}
