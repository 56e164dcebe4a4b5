// Reads and writes WebAssembly files, down to single functions, whose code it leaves alone:
// https://webassembly.github.io/spec/core/binary/modules.html

export const SECTION = {
  ...{ type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6 },
  ...{ export: 7, element: 9, code: 10, data: 11, tag: 13 },
};
/** Of imports and exports, by their numbers. */
export const KINDS = ["function", "table", "memory", "global", "tag"];
export const [END, I32_CONST, MUTABLE] = [0x0b, 0x41, 1];
const FUNCTION_TYPE = 0x60;

/** An unsigned number, as LEB128. */
export const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
export const joined = (parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));
export const list = (items) => joined([leb(items.length), ...items]);
export const sized = (bytes) => joined([leb(bytes.length), bytes]);
export const text = (name) => sized(Buffer.from(name));

export class Reader {
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
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

  take(length = this.number()) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  limits() {
    if (this.byte() & 1) this.number();
    this.number();
  }

  /** What `read` makes of each item, and its bytes. */
  items(read) {
    return Array.from({ length: this.number() }, () => {
      const from = this.at;
      return { value: read(this), bytes: this.bytes.subarray(from, this.at) };
    });
  }
}

/** The items of each section that tools/split.mjs looks into; throws where they are of unknown kinds. */
export function parsed(wasm) {
  const sections = sectionsOf(wasm);
  const items = (section, read) => contentOf({ sections }, section).items(read);
  return {
    head: wasm.subarray(0, 8),
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
      reader.number();
      known(reader.byte() === END, "global");
      return mutable === MUTABLE;
    }),
    tags: items(SECTION.tag, (reader) => reader.take(2)),
    bodies: items(SECTION.code, (reader) => reader.take()),
  };
}

/** What the file puts into the memory: [offset, bytes]. */
export function dataSegments(wasm) {
  const segments = contentOf({ sections: sectionsOf(wasm) }, SECTION.data).items((reader) => {
    known(reader.number() === 0 && reader.byte() === I32_CONST, "data segment");
    const offset = reader.number();
    known(reader.byte() === END, "data segment");
    return [offset, reader.take()];
  });
  return segments.map(({ value }) => value);
}

function sectionsOf(wasm) {
  const whole = new Reader(wasm.subarray(8));
  const sections = [];
  while (whole.at < whole.bytes.length) sections.push([whole.byte(), whole.take()]);
  return sections;
}

function known(is, what) {
  if (!is) throw new Error(`the WebAssembly file has an unknown kind of ${what}`);
}

function contentOf({ sections }, section) {
  return new Reader(sections.find(([id]) => id === section)[1]);
}

export function numberOf({ imports }, kind) {
  return imports.filter(({ value }) => value === kind).length;
}

/** A section, with `items` after its own. */
export function longer(module, section, items) {
  const reader = contentOf(module, section);
  const length = leb(reader.number() + items.length);
  return joined([length, reader.bytes.subarray(reader.at), ...items]);
}

/** The file with these sections, some of them replaced. */
export function written(head, sections, replaced) {
  const parts = sections.flatMap(([id, content]) => [[id], sized(replaced[id] ?? content)]);
  return joined([head, ...parts]);
}
