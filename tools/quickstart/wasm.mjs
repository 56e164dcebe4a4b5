// Reads and writes WebAssembly files down to single functions; it does not read their code:
// https://webassembly.github.io/spec/core/binary/modules.html

export const SECTION = {
  ...{ custom: 0, type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6 },
  ...{ export: 7, element: 9, code: 10, data: 11, dataCount: 12, tag: 13 },
};
/** The kinds of imports and exports, by their numbers. */
export const KINDS = ["function", "table", "memory", "global", "tag"];
export const [END, I32_CONST, MUTABLE] = [0x0b, 0x41, 1];
/** So many zeros part two data segments: compressed, they are shorter than another segment. */
const ZEROS = 256;
export const FUNCTION_TYPE = 0x60;
/** The kind of element segments that name their table; those of kind 0 are for the first one. */
export const INTO_TABLE = 2;
/** Magic number and version. */
export const HEAD = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** An unsigned number, as LEB128. */
export const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
/** A number that is not negative, as signed LEB128. */
export const signedLeb = (value) =>
  value < 64 ? [value] : [(value & 127) | 128, ...signedLeb(value >>> 7)];
export const joined = (parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));
export const list = (items) => joined([leb(items.length), ...items]);
export const sized = (bytes) => joined([leb(bytes.length), bytes]);
export const text = (name) => sized(Buffer.from(name));

/** An item of the export section. */
export const exported = (name, kind, index) =>
  joined([text(name), [KINDS.indexOf(kind)], leb(index)]);

export class Reader {
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
    check(this.at < this.bytes.length, "is cut short");
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** A signed number of 32 bits. */
  signed() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return shift < 28 && byte & 64 ? value | (-1 << (shift + 7)) : value;
    }
  }

  take(length = this.number()) {
    this.at += length;
    check(this.at <= this.bytes.length, "is cut short");
    return this.bytes.subarray(this.at - length, this.at);
  }

  limits() {
    if (this.byte() & 1) this.number();
    this.number();
  }

  /** Reads a list: for each item the value that `read` returns, and the bytes. */
  items(read) {
    return Array.from({ length: this.number() }, () => {
      const from = this.at;
      return { value: read(this), bytes: this.bytes.subarray(from, this.at) };
    });
  }
}

/** Reads the sections that splitter.mjs changes, item by item. Throws if an item is of an unknown kind. */
export function parse(wasm) {
  const sections = sectionsOf(wasm);
  const items = (section, read) => contentOf({ sections }, section).items(read);
  return {
    sections,
    types: items(SECTION.type, (reader) => {
      known(reader.byte() === FUNCTION_TYPE, "type");
      return { parameters: reader.take().length, results: reader.take().length };
    }),
    imports: items(SECTION.import, (reader) => {
      reader.take();
      reader.take();
      const kind = KINDS[reader.byte()];
      known(kind === "function" || kind === "global", "import");
      reader.take(kind === "global" ? 2 : 0);
      if (kind === "function") reader.number();
      return kind;
    }),
    functions: items(SECTION.function, (reader) => reader.number()),
    tables: items(SECTION.table, (reader) => [reader.byte(), reader.limits()]),
    memories: items(SECTION.memory, (reader) => reader.limits()),
    globals: items(SECTION.global, (reader) => {
      const [, mutable] = reader.take(2);
      known(reader.byte() === I32_CONST, "global");
      const initial = reader.signed();
      known(reader.byte() === END, "global");
      return { mutable: mutable === MUTABLE, initial };
    }),
    tags: items(SECTION.tag, (reader) => reader.take(2)),
    exports: items(SECTION.export, (reader) => {
      const name = reader.take().toString();
      return { name, kind: KINDS[reader.byte()], index: reader.number() };
    }),
    elements: items(SECTION.element, (reader) => {
      const kind = reader.byte();
      known(kind === 0 || kind === INTO_TABLE, "element segment");
      const table = kind ? reader.number() : 0;
      known(reader.byte() === I32_CONST, "element segment");
      const offset = reader.signed();
      known(reader.byte() === END, "element segment");
      if (kind) reader.byte();
      const functions = reader.items((each) => each.number()).map(({ value }) => value);
      return { table, offset, functions };
    }),
    bodies: items(SECTION.code, (reader) => reader.take()),
  };
}

/** The data that the file writes to the memory: [offset, bytes]. */
export function dataSegments(wasm) {
  const segments = contentOf({ sections: sectionsOf(wasm) }, SECTION.data).items((reader) => {
    known(reader.number() === 0 && reader.byte() === I32_CONST, "data segment");
    const offset = reader.number();
    known(reader.byte() === END, "data segment");
    return [offset, reader.take()];
  });
  return segments.map(({ value }) => value);
}

/** The content of a data section that writes ranges, [offset, length], of an image of the memory. */
export function dataSection(image, ranges) {
  const segments = ranges
    .flatMap(([offset, length]) => withoutZeros(image, offset, length))
    .map(([offset, length]) => [
      ...[0, I32_CONST, ...signedLeb(offset), END],
      ...sized(image.subarray(offset, offset + length)),
    ]);
  return { content: list(segments), count: leb(segments.length) };
}

/** The parts of a range between many zeros, which the memory has anyway. */
function withoutZeros(image, offset, length) {
  const found = [];
  let end = -Infinity;
  for (let at = offset; at < offset + length; at++) {
    if (!image[at]) continue;
    if (at - end >= ZEROS) found.push([at, 0]);
    end = at + 1;
    found.at(-1)[1] = end - found.at(-1)[0];
  }
  return found;
}

function sectionsOf(wasm) {
  check(HEAD.equals(wasm.subarray(0, HEAD.length)), "has another header");
  const whole = new Reader(wasm.subarray(HEAD.length));
  const sections = [];
  while (whole.at < whole.bytes.length) sections.push([whole.byte(), whole.take()]);
  return sections;
}

export function known(is, what) {
  check(is, `has an unknown kind of ${what}`);
}

function check(holds, otherwise) {
  if (!holds) throw new Error(`the WebAssembly file ${otherwise}`);
}

/** The content of a section without items. */
const EMPTY = Buffer.from([0]);

function contentOf({ sections }, section) {
  return new Reader(sections.find(([id]) => id === section)?.[1] ?? EMPTY);
}

/** How many imports are of this kind. */
export function importsOf({ imports }, kind) {
  return imports.filter(({ value }) => value === kind).length;
}

/** The content of a section, with more items at its end. */
export function extended(module, section, items) {
  const reader = contentOf(module, section);
  const length = leb(reader.number() + items.length);
  return joined([length, reader.bytes.subarray(reader.at), ...items]);
}

/** The file of these sections; `replaced` has new content for some of them. */
export function serialize(sections, replaced = {}) {
  const parts = sections.flatMap(([id, content]) => [[id], sized(replaced[id] ?? content)]);
  return joined([HEAD, ...parts]);
}
