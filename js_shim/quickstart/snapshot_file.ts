/**
 * The file pyodide/snapshot.bin, made by tools/quickstart/snapshot.mjs:
 *
 *     4 bytes   "PBSp" if the memory is packed (tools/quickstart/packing.mjs), else "PBSm"
 *     4 bytes   the length of the header, a multiple of 4
 *     16 bytes  the checksum of the header in hexadecimal: the id of the file
 *     …         the header: JSON, filled up with spaces
 *     …         the bytes of the header's `ranges`, one after the other
 */

import { checksum } from "./checksum";
import type { ExpectedFile } from "./lazy_file";

type Range = [offset: number, length: number];

export interface Header {
  /** Pyodide's id of its build. */
  build: string;
  /**
   * The length of the function table, the number of its functions that come from the WebAssembly
   * file, and the names of every 97th of those. The memory holds indices of this table.
   */
  table: number;
  named: number;
  names: string;
  /** Bytes of memory. */
  heap: number;
  /** Where the data of the WebAssembly file ends. */
  dataEnd: number;
  /** The data of the initial WebAssembly file, and its checksum when it is restored. */
  dataParts: Range[];
  dataSum: string;
  ranges: Range[];
  /** What restores packed memory: tools/quickstart/packing.mjs. */
  gcHead: number;
  strType: number;
  firstDict: number;
  /** The checksum of the ranges above `dataEnd`, and the one while they are packed. */
  heapSum: string;
  packedSum: string;
  /** Pyodide's own: the JavaScript objects that Python refers to. */
  state: unknown;
  /** Name at the server → the zip file with all modules, for programs that read it. */
  zips: Record<string, ExpectedFile>;
  /** Group → the file with its modules. */
  groups: Record<string, ExpectedFile>;
}

export interface SnapshotContent {
  header: Header;
  bytes: Uint8Array;
  isPacked: boolean;
  /** The whole file. */
  file: Uint8Array<ArrayBuffer>;
}

export const SNAPSHOT = "snapshot.bin";
export const DAMAGED = `${SNAPSHOT} is damaged or belongs to another build than this page script`;
const HEADER = 24;
/** Where the file says its form, in ASCII. */
const FORM = 3;
const [PACKED, AS_IT_WAS] = [0x70, 0x6d];

/**
 * Reads the file. Throws if it is damaged or has another id. The part that changes the data of the
 * WebAssembly file has no checksum of its own: `dataSum` is that of the result.
 */
export function readSnapshot(buffer: ArrayBuffer, id: string): SnapshotContent {
  const end =
    buffer.byteLength > HEADER ? HEADER + new DataView(buffer).getUint32(4, true) : Infinity;
  if (end > buffer.byteLength || end % 4) throw new Error(DAMAGED);
  const text = new Uint8Array(buffer, HEADER, end - HEADER);
  if (checksum(text) !== id) throw new Error(DAMAGED);
  const header: Header = JSON.parse(new TextDecoder().decode(text));
  const bytes = new Uint8Array(buffer, end);
  const file = new Uint8Array(buffer);
  const isPacked = file[FORM] === PACKED;
  const { ranges, dataEnd, heapSum, packedSum } = header;
  let length = 0;
  let inData = 0;
  for (const [offset, size] of ranges) {
    length += size;
    if (offset < dataEnd) inData = length;
  }
  const sum = checksum(bytes.subarray(inData));
  if (bytes.length !== length || sum !== (isPacked ? packedSum : heapSum)) throw new Error(DAMAGED);
  return { header, bytes, isPacked, file };
}

/** Replaces packed memory by the restored one: the file can be stored. */
export function setRestored({ header, bytes, file }: SnapshotContent, memory: Uint8Array): void {
  let from = 0;
  for (const [offset, length] of header.ranges) {
    bytes.set(memory.subarray(offset, offset + length), from);
    from += length;
  }
  file[FORM] = AS_IT_WAS;
}
