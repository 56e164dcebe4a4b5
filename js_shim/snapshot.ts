/**
 * The quick start: the memory of a Python that has imported already what pages use.
 *
 * pyodide/snapshot.bin, made by tools/snapshot.mjs: "PBS2", the length of a JSON text, the checksum
 * of that text in hexadecimal (the file's id), the text (`Header`, padded to whole words), then the
 * bytes of `ranges`, one after the other. They are what differs from the memory that the WebAssembly
 * file starts with, so the file suits one build of Pyodide only. The text has the checksums of the
 * memory as it must be in the end. Whatever does not match means the plain start, never a Python with
 * a wrong memory.
 */

import { type Checksums, checksum, checksumsOf } from "./checksum";
import { Kept, type Read } from "./kept";
import { type FileSystem, type Late, LateFile } from "./late";
import * as report from "./report";
import { Rest } from "./rest";
import type { Load, Options, Pyodide } from "./runtime";

interface Header {
  /** Pyodide's id of its build. */
  build: string;
  /**
   * Length of the table of functions, how many of them come from the WebAssembly file, and the names
   * of every 97th of those: the memory points into it. The others the core puts there.
   */
  table: number;
  named: number;
  names: string;
  /** Bytes of memory. */
  heap: number;
  /** Where the data of the WebAssembly file ends, and the checksum of all up to there. */
  dataEnd: number;
  dataSum: string;
  ranges: [offset: number, length: number][];
  /** The checksum of all ranges above. */
  heapSum: string;
  /** Pyodide's own: which JavaScript objects Python refers to. */
  state: unknown;
  /** By their names at the server: what Python imports the rest from. */
  zips: Record<string, Late>;
}

/** What is used of the module that Emscripten makes. */
interface Module {
  FS: FileSystem;
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  wasmTable: WebAssembly.Table;
  /** C's variables, and what sets them to the browser's time zone. */
  _timezone: number;
  _daylight: number;
  _tzname: number;
  __tzset_js(timezone: number, daylight: number, standard?: number, summer?: number): void;
  API: {
    config: { BUILD_ID: string };
    packageIndexReady: Promise<void>;
    restoreSnapshot: () => unknown;
  };
}

type Imports = WebAssembly.Imports & { env: object };
type Received = (instance: WebAssembly.Instance, wasm: WebAssembly.Module) => void;

/** What snapshot.bin holds. */
interface Content {
  header: Header;
  bytes: Uint8Array;
}

/** pyodide.lean.mjs, made by tools/lean.mjs. */
interface Core {
  createPyodideModule(settings: object): Promise<Module>;
  loadPyodide: Load;
}

const FILE = "snapshot.bin";
const WASM = __SPLIT__ ? "pyodide.first.wasm" : "pyodide.asm.wasm";
const START = 24;
const STEP = 97;

export interface Snapshot {
  indexURL: string;
  content: Promise<Content>;
  core: Promise<Core>;
  wasm: Promise<WebAssembly.Module>;
  /** The half of the WebAssembly file that comes later; undefined where `wasm` is the whole. */
  rest(first: WebAssembly.Exports, imports: Imports): Rest | undefined;
  /** Has all for the next start kept. */
  keep(): Promise<void>;
  /** Forgets what was kept, which may be wrong. */
  drop(): Promise<void>;
}

export interface Restored {
  pyodide: Pyodide;
  /** Loads what Python started without. */
  complete(): Promise<unknown>;
}

/** Asks for all that the quick start needs; undefined where the build has made no snapshot. */
export function fetchSnapshot(indexURL: string): Snapshot | undefined {
  if (!__SNAPSHOT__) return undefined;
  // The addresses change with the content, so that no cache gives an older one.
  const urlOf = (name: string) => `${indexURL}${name}?${__BUILD__}`;
  const [wasmURL, restURL, url] = [urlOf(WASM), urlOf("pyodide.rest.wasm"), urlOf(FILE)];
  const kept = new Kept(indexURL, __BUILD__);
  const wasm = kept.get(wasmURL, (response) => WebAssembly.compileStreaming(response));
  const content = kept.get(url, opened);
  const core: Promise<Core> = import(urlOf("pyodide.lean.mjs"));
  for (const promise of [wasm, core, content]) promise.catch(() => {});
  const rest = (first: WebAssembly.Exports, imports: Imports) =>
    __SPLIT__ ? new Rest(restURL, __SPLIT__, kept, first, imports) : undefined;
  const keep = () => kept.keep(__SPLIT__ ? [wasmURL, url, restURL] : [wasmURL, url]);
  return { indexURL, content, core, wasm, rest, keep, drop: () => kept.drop() };
}

const NOT_BUILT = `${FILE}: not the bytes that were built with this page script`;

const opened: Read<Content> = async (response) => {
  const buffer = await (await response).arrayBuffer();
  // fetch's `integrity` would hash these megabytes where the page waits for it.
  const end =
    buffer.byteLength > START ? START + new DataView(buffer).getUint32(4, true) : Infinity;
  if (end > buffer.byteLength || end % 4) throw new Error(NOT_BUILT);
  const text = new Uint8Array(buffer, START, end - START);
  if (checksum(text) !== __SNAPSHOT__) throw new Error(NOT_BUILT);
  const header: Header = JSON.parse(new TextDecoder().decode(text));
  const bytes = new Uint8Array(buffer, end);
  const length = header.ranges.reduce((sum, range) => sum + range[1], 0);
  if (bytes.length !== length) throw new Error(NOT_BUILT);
  return { header, bytes };
};

/** Starts Python; rejects where the snapshot cannot be used. */
export async function restore(options: Options, snapshot: Snapshot): Promise<Restored> {
  const { createPyodideModule: create, loadPyodide } = await snapshot.core;
  let rest: Rest | undefined;
  let sumOf: Checksums;
  const wasm = instance(await snapshot.wasm, ({ exports }, imports) => {
    rest = snapshot.rest(exports, imports);
    sumOf = checksumsOf(exports.memory as WebAssembly.Memory);
  });
  let later: LateFile[] = [];
  let indexReady: Promise<void> | undefined;
  let replaced = (_late: Late) => {};
  const createPyodideModule = async (settings: object) => {
    const module = await Promise.race([create(settings), wasm.failure]);
    const { header, bytes } = await snapshot.content;
    indexReady = module.API.packageIndexReady;
    indexReady.catch(() => {});
    later = Object.entries(header.zips).map(
      ([name, late]) =>
        new LateFile(module.FS, snapshot.indexURL + name, late, checksum, (it) => replaced(it)),
    );
    module.API.restoreSnapshot = () => {
      apply(header, bytes, module, sumOf);
      setTimeZone(module);
      return header.state;
    };
    return module;
  };
  const pyodide = await loadPyodide({
    ...options,
    createPyodideModule,
    instantiateWasm: wasm.instantiate,
    stdLibURL: Promise.resolve(),
    // Any buffer makes Pyodide wait for a snapshot instead of starting a new Python.
    _loadSnapshot: new Uint8Array(64),
  });
  const own = pyodide.pyimport("browser.page.start");
  replaced = ({ path }) => {
    console.warn(`pyodide-browser: ${path} is not the one that was built with this page script`);
    own.forget(path);
  };
  own.renew(navigator.language);
  const complete = async () => {
    // Not waited for: a page can do all without it, and what it lacks waits by itself.
    const halves = rest?.load().then(snapshot.keep, (error: Error) => {
      report.error(`pyodide-browser: ${error.message}`);
    });
    await Promise.all([indexReady, ...later.map((file) => file.load())]);
    if (!halves) snapshot.keep();
  };
  return { pyodide, complete };
}

/** Emscripten's way to be given the instance, which has none to be told of a failure. */
function instance(
  wasm: WebAssembly.Module,
  made: (instance: WebAssembly.Instance, imports: Imports) => void,
) {
  let failed: (reason: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  failure.catch(() => {});
  const instantiate =
    (ownImports: () => Promise<object>) => (imports: Imports, received: Received) => {
      ownImports()
        .then((own) => {
          Object.assign(imports.env, own);
          return WebAssembly.instantiate(wasm, imports);
        })
        .then((instance) => {
          made(instance, imports);
          received(instance, wasm);
        })
        .catch(failed);
      return {};
    };
  return { instantiate, failure };
}

function apply(
  header: Header,
  bytes: Uint8Array,
  { API, HEAPU8, wasmTable }: Module,
  sumOf: Checksums,
): void {
  if (header.build !== API.config.BUILD_ID) throw new Error(`${FILE} is for another Pyodide`);
  if (header.table !== wasmTable.length || header.names !== namesIn(wasmTable, header.named)) {
    throw new Error("this browser orders the functions of WebAssembly differently");
  }
  if (header.heap !== HEAPU8.length) throw new Error("the memory has another size");
  let from = 0;
  for (const [offset, length] of header.ranges) {
    HEAPU8.set(bytes.subarray(from, from + length), offset);
    from += length;
  }
  const { ranges, dataEnd, dataSum, heapSum } = header;
  if (sumOf(ranges.filter(([offset]) => offset >= dataEnd)) !== heapSum) throw new Error(NOT_BUILT);
  if (sumOf([[0, dataEnd]]) !== dataSum) {
    throw new Error(`${WASM} is not the one that ${FILE} was made with`);
  }
}

/** C asks once only, and has asked before the snapshot was taken. */
function setTimeZone({ _timezone, _daylight, _tzname, __tzset_js, HEAPU32 }: Module): void {
  const [standard, summer] = HEAPU32.subarray(_tzname / 4, _tzname / 4 + 2);
  __tzset_js(_timezone, _daylight, standard, summer);
}

function namesIn(table: WebAssembly.Table, end: number): string {
  const names: string[] = [];
  for (let i = 0; i < end; i += STEP) names.push(table.get(i)?.name ?? "");
  return names.join();
}
