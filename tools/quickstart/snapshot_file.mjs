// Writes the file that js_shim/quickstart/snapshot_file.ts describes and reads.

const PAGE = 4096;
const HEADER = 24;
const FLAGS = 3;
/** Ranges with fewer equal bytes than this between them become one: data and heap. */
const GAP = 24;
const HEAP_GAP = 128;

/** The memory after the data segments of the WebAssembly file, and where they end. */
export function initialMemory(segments, length) {
  const end = Math.max(...segments.map(([offset, bytes]) => offset + bytes.length));
  const dataEnd = Math.ceil(end / PAGE) * PAGE;
  const image = new Uint8Array(length ?? dataEnd);
  for (const [offset, bytes] of segments) image.set(bytes, offset);
  return { image, dataEnd };
}

/**
 * The ranges, [offset, length], in which `memory` differs from the memory of a new module: `old`,
 * and `image` up to `dataEnd`.
 */
export function changedRanges(memory, old, image, dataEnd, unused) {
  const ranges = [];
  const add = (from, to, gap) => {
    const [start, length] = ranges.at(-1) ?? [0, 0];
    // Data and heap have separate checksums.
    const together = length > 0 && start < dataEnd === from < dataEnd;
    if (together && from - (start + length) < gap) ranges.at(-1)[1] = to - start;
    else ranges.push([from, to - from]);
  };
  for (let i = 0; i < dataEnd; i++) {
    if (memory[i] !== image[i] || old[i] !== image[i]) add(i, i + 1, GAP);
  }
  for (let i = dataEnd; i < memory.length; i++) {
    if (i === unused.stackFrom) i = unused.stackTo;
    if (i < unused.heapFrom || memory[i] !== 0 || old[i] !== 0) {
      // The checksum counts pairs of words.
      add(i & ~7, (i & ~7) + 8, HEAP_GAP);
    }
  }
  return ranges;
}

/**
 * Python's garbage collector has its objects in a list, by two pointers before each object: next and
 * previous. Brotli finds no pattern in them. Orders the list of the object whose pointers are at
 * `member` by address, and replaces `next` by the distance, 0 for the last, and `previous` by 0. Two
 * bits of each word are flags. Returns the address of the list's head, which keeps its pointers, or 0
 * if the list is not as expected.
 */
export function unlink(memory, member, dataEnd) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  const list = [];
  const seen = new Set();
  for (let at = member; !seen.has(at); at = words[at / 4] & ~FLAGS) {
    if (!at || at % 4 || at >= memory.length) return 0;
    seen.add(at);
    list.push(at);
  }
  const heads = list.filter((at) => at < dataEnd);
  if ((words[list.at(-1) / 4] & ~FLAGS) !== member || heads.length !== 1) return 0;
  const [head] = heads;
  const objects = list.filter((at) => at !== head).sort((a, b) => a - b);
  const set = (i, value) => {
    words[i] = value | (words[i] & FLAGS);
  };
  objects.forEach((at, i) => {
    set(at / 4, (objects[i + 1] ?? at) - at);
    set(at / 4 + 1, 0);
  });
  set(head / 4, objects[0]);
  set(head / 4 + 1, objects.at(-1));
  return head;
}

/**
 * `description` has the fields of the header that do not follow from memory and ranges; `dataParts`
 * are the ranges of the data that `dataSum` counts.
 */
export function packSnapshot(description, memory, ranges, checksum, dataParts) {
  const { dataEnd } = description;
  const bytesOf = ([offset, length]) => memory.subarray(offset, offset + length);
  const heap = ranges.filter(([offset]) => offset >= dataEnd).map(bytesOf);
  const sums = {
    dataSum: checksum(Buffer.concat(dataParts.map(bytesOf))),
    heapSum: checksum(Buffer.concat(heap)),
  };
  const json = Buffer.from(
    JSON.stringify({ ...description, heap: memory.length, ...sums, dataParts, ranges }),
  );
  const header = Buffer.concat([json, Buffer.alloc(-json.length & 3, " ")]);
  const start = Buffer.from(`PBS2\0\0\0\0${checksum(header)}`, "latin1");
  start.writeUInt32LE(header.length, 4);
  return Buffer.concat([start, header, ...ranges.map(bytesOf)]);
}

/** The header and the memory, of which `image` is the data of the WebAssembly file. */
export function unpackSnapshot(file, image) {
  const end = HEADER + file.readUInt32LE(4);
  const header = JSON.parse(file.toString("utf8", HEADER, end));
  const memory = new Uint8Array(header.heap);
  memory.set(image);
  let at = end;
  for (const [offset, length] of header.ranges) {
    memory.set(file.subarray(at, at + length), offset);
    at += length;
  }
  return { header, memory };
}
