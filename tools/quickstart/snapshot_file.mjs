// Writes the file that js_shim/quickstart/snapshot_file.ts describes and reads.

const PAGE = 4096;
const HEADER = 24;
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

/** The snapshot has the names of every STEP-th function of the table, as in js_shim/quickstart/snapshot.ts. */
export const STEP = 97;

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
 * `description` has the fields of the header that do not follow from memory and ranges; `dataParts`
 * are the ranges of the data that `dataSum` counts. `packed`, if given, is written instead of
 * `memory` (packing.mjs).
 */
export function formatSnapshot(description, memory, ranges, checksum, dataParts, packed) {
  const { dataEnd } = description;
  const bytesOf = (from, parts) =>
    parts.map(([offset, length]) => from.subarray(offset, offset + length));
  const heap = ranges.filter(([offset]) => offset >= dataEnd);
  const sumOf = (from, parts) => checksum(Buffer.concat(bytesOf(from, parts)));
  const sums = {
    dataSum: sumOf(memory, dataParts),
    heapSum: sumOf(memory, heap),
    packedSum: packed ? sumOf(packed, heap) : "",
  };
  const json = Buffer.from(
    JSON.stringify({ ...description, heap: memory.length, ...sums, dataParts, ranges }),
  );
  const header = Buffer.concat([json, Buffer.alloc(-json.length & 3, " ")]);
  const form = packed ? "PBSp" : "PBSm";
  const start = Buffer.from(`${form}\0\0\0\0${checksum(header)}`, "latin1");
  start.writeUInt32LE(header.length, 4);
  return Buffer.concat([start, header, ...bytesOf(packed ?? memory, ranges)]);
}

/** The header and the memory, of which `image` is the data of the WebAssembly file. */
export function parseSnapshot(file, image) {
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
