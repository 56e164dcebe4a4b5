/**
 * The quick start: the memory of a Python that has imported already what pages use.
 *
 * pyodide/snapshot.bin, made by tools/snapshot.mjs: "PBS1", the length of a JSON text, the checksum
 * of all that follows in hexadecimal (its id), that text (`Header`, padded to whole words), then the
 * bytes of `ranges`, one after the other. They are what differs from the memory that
 * pyodide.asm.wasm starts with, so the file suits one build of Pyodide only; whatever does not match
 * means the plain start, never a Python with a wrong memory.
 */

import type { Load, Options, Pyodide } from "./runtime";

interface Header {
  /** Pyodide's id of its build. */
  build: string;
  /** Length of the table of functions, and the names of every 97th: the memory points into it. */
  table: number;
  names: string;
  /** Bytes of memory. */
  heap: number;
  /** Where the data of the WebAssembly file ends, and the checksum of all up to there. */
  dataEnd: number;
  sum: string;
  ranges: [offset: number, length: number][];
  /** Pyodide's own: which JavaScript objects Python refers to. */
  state: unknown;
}

/** What is used of the module that pyodide.asm.mjs makes. */
interface Module {
  HEAPU8: Uint8Array<ArrayBuffer>;
  HEAPU32: Uint32Array;
  wasmTable: WebAssembly.Table;
  /** C's variables, and what sets them to the browser's time zone. */
  _timezone: number;
  _daylight: number;
  _tzname: number;
  __tzset_js(timezone: number, daylight: number, standard?: number, summer?: number): void;
  API: { config: { BUILD_ID: string }; restoreSnapshot: () => unknown };
}

const FILE = "snapshot.bin";
const START = 24;
const STEP = 97;

export interface Snapshot {
  bytes: Promise<Uint8Array<ArrayBuffer>>;
  core: Promise<{ default: (settings: object) => Promise<Module> }>;
}

/** Asks for all that the quick start needs; undefined where the build has made no snapshot. */
export function fetchSnapshot(indexURL: string): Snapshot | undefined {
  if (!__SNAPSHOT__) return undefined;
  const bytes = load(new URL(FILE, indexURL));
  const core = import(new URL("pyodide.asm.mjs", indexURL).href) as Snapshot["core"];
  for (const promise of [bytes, core]) promise.catch(() => {});
  return { bytes, core };
}

async function load(url: URL) {
  // The address changes with the content, so that no cache gives an older one.
  url.search = `?${__SNAPSHOT__}`;
  const response = await fetch(url).catch((error: Error) => {
    throw new Error(`${url} cannot be reached (${error.message})`);
  });
  if (!response.ok) throw new Error(`${url}: HTTP status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // fetch's `integrity` would hash these megabytes where the page waits for it.
  const whole = bytes.length > START && bytes.length % 4 === 0;
  if (!whole || checksum(bytes.buffer, START) !== __SNAPSHOT__) {
    throw new Error(`${url}: not the bytes that were built with this page script`);
  }
  return bytes;
}

/** Like `load(options)`; rejects where the snapshot cannot be used. */
export function restore(load: Load, options: Options, snapshot: Snapshot): Promise<Pyodide> {
  const createPyodideModule = async (settings: object) => {
    const { default: create } = await snapshot.core;
    const module = await create(settings);
    const bytes = await snapshot.bytes;
    module.API.restoreSnapshot = () => {
      const state = apply(bytes, module);
      setTimeZone(module);
      return state;
    };
    return module;
  };
  // Any buffer makes Pyodide wait for a snapshot instead of starting a new Python.
  return load({ ...options, createPyodideModule, _loadSnapshot: new Uint8Array(64) });
}

/** To be called when all files are there. */
export function renew(pyodide: Pyodide): void {
  // Pyodide goes on without the standard library: what is in the snapshot needs no file.
  if (!pyodide.FS.readdir("/lib").some((name) => /^python.*zip$/.test(name))) {
    throw new Error("the standard library is missing");
  }
  pyodide.pyimport("browser.page.start").renew(navigator.language);
}

function apply(bytes: Uint8Array<ArrayBuffer>, { API, HEAPU8, wasmTable }: Module): unknown {
  const jsonEnd = START + new DataView(bytes.buffer).getUint32(4, true);
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(START, jsonEnd)));
  if (header.build !== API.config.BUILD_ID) throw new Error(`${FILE} is for another Pyodide`);
  if (header.table !== wasmTable.length || header.names !== namesIn(wasmTable)) {
    throw new Error("this browser orders the functions of WebAssembly differently");
  }
  if (header.heap !== HEAPU8.length) throw new Error("the memory has another size");
  let from = jsonEnd;
  for (const [offset, length] of header.ranges) {
    HEAPU8.set(bytes.subarray(from, from + length), offset);
    from += length;
  }
  if (checksum(HEAPU8.buffer, 0, header.dataEnd) !== header.sum) {
    throw new Error(`pyodide.asm.wasm is not the one that ${FILE} was made with`);
  }
  return header.state;
}

/** C asks once only, and has asked before the snapshot was taken. */
function setTimeZone({ _timezone, _daylight, _tzname, __tzset_js, HEAPU32 }: Module): void {
  const [standard, summer] = HEAPU32.subarray(_tzname / 4, _tzname / 4 + 2);
  __tzset_js(_timezone, _daylight, standard, summer);
}

function namesIn(table: WebAssembly.Table): string {
  const names: string[] = [];
  for (let i = 0; i < table.length; i += STEP) names.push(table.get(i)?.name ?? "");
  return names.join();
}

/** 64 bits in hexadecimal, of whole words from `start` to `end`. */
function checksum(buffer: ArrayBuffer, start: number, end = buffer.byteLength): string {
  const words = new Int32Array(buffer, start, (end - start) >>> 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < words.length; i += 2) {
    even = Math.imul(even ^ (words[i] as number), 0x01000193);
    odd = Math.imul(odd ^ (words[i + 1] as number), 0x5bd1e995);
  }
  return [even, odd].map((sum) => (sum >>> 0).toString(16).padStart(8, "0")).join("");
}
