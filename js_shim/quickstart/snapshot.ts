/**
 * The quick start: restores the memory of a Python that has already imported what pages use.
 *
 * pyodide/snapshot.bin holds what differs from the initial memory of the WebAssembly file, so it
 * fits one build of Pyodide only. Checksums of the restored memory are compared. On any mismatch
 * the page starts Python without the snapshot.
 */

import * as report from "../bridge/report";
import { lockFile, type PackageIndex } from "../page/lock_file";
import type { LoadPyodide, Pyodide, StartOptions } from "../page/types";
import { AssetCache, named } from "./asset_cache";
import { checksumOfMemory } from "./checksum";
import { DeferredWasm } from "./deferred_wasm";
import { retried } from "./fetching";
import { setGil } from "./gil";
import { type FileSystem, LazyFile } from "./lazy_file";
import { Library, open } from "./library";
import {
  type Header,
  readSnapshot,
  SNAPSHOT,
  type SnapshotContent,
  setRestored,
} from "./snapshot_file";
import { within } from "./within";

/** The part of Emscripten's module that is used here. */
interface Module {
  FS: FileSystem;
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  wasmTable: WebAssembly.Table;
  /** Variables of C, and the function that sets them to the browser's time zone. */
  _timezone: number;
  _daylight: number;
  _tzname: number;
  /** tools/quickstart/packing.mjs: restores packed memory. */
  unpack(header: Header): void;
  /** Loads pyodide.deferred.mjs: what binary modules need. */
  deferredCore(): Promise<void>;
  __tzset_js(timezone: number, daylight: number, standard?: number, summer?: number): void;
  API: {
    config: { BUILD_ID: string };
    restoreSnapshot: () => unknown;
  } & PackageIndex;
}

type Imports = WebAssembly.Imports & { env: object };
type Received = (instance: WebAssembly.Instance, wasm: WebAssembly.Module) => void;

/** pyodide.patched.mjs, made by tools/quickstart/patch.mjs. */
interface Core {
  createPyodideModule(settings: object): Promise<Module>;
  loadPyodide: LoadPyodide;
}

const WASM = __SPLIT__ ? "pyodide.initial.wasm" : "pyodide.asm.wasm";
/** Milliseconds for each part of the core: an import that stalls cannot be aborted. */
const CORE = 60_000;
/** Every 97th function of the table is compared, by its name. */
const STEP = 97;

export interface Snapshot {
  indexURL: string;
  content: Promise<SnapshotContent>;
  core: Promise<Core>;
  wasm: Promise<WebAssembly.Module>;
  library: Library;
  /** pyodide.next.wasm and pyodide.deferred.wasm; nothing if `wasm` is the whole file. */
  later(initial: WebAssembly.Exports, imports: Imports): DeferredWasm[];
  /** Stores the files for the next start. */
  store(): Promise<void>;
  /** Replaces the stored files, and another one, which may be damaged or of another build. */
  renew(other: string): Promise<void>;
}

export interface Restored {
  pyodide: Pyodide;
  /** Loads the parts that Python was started without. */
  complete(): Promise<unknown>;
}

/** Requests all files of the quick start; returns undefined if the build has made no snapshot. */
export function fetchSnapshot(indexURL: string): Snapshot | undefined {
  if (!__SNAPSHOT__) return undefined;
  // The URLs change with the content, so that no cache returns an older file.
  const urlOf = (name: string) => `${indexURL}${name}?${__BUILD__}`;
  const [wasmURL, url] = [urlOf(WASM), urlOf(SNAPSHOT)];
  const laterURLs = __SPLIT__ ? ["pyodide.next.wasm", "pyodide.deferred.wasm"].map(urlOf) : [];
  const cache = new AssetCache(indexURL, __BUILD__);
  const wasm = cache.get(wasmURL, WebAssembly.compile);
  const content = cache.get(url, async (content) => readSnapshot(content, __SNAPSHOT__));
  const coreURL = urlOf("pyodide.patched.mjs");
  const core: Promise<Core> = named(coreURL, within(CORE, import(coreURL)));
  for (const promise of [wasm, core, content]) promise.catch(() => {});
  const library = new Library(urlOf, cache, __GROUPS__);
  open(library);
  const later = (initial: WebAssembly.Exports, imports: Imports) =>
    laterURLs.map((url, slot) => new DeferredWasm(url, slot, __SPLIT__, cache, initial, imports));
  const store = async () => {
    const { file } = await content;
    await cache.store([wasmURL, url, ...laterURLs, ...library.urls], { [url]: file });
  };
  return {
    indexURL,
    content,
    core,
    wasm,
    library,
    later,
    store,
    renew: (other) => cache.renew([wasmURL, url, coreURL, other]),
  };
}

/** Starts Python; rejects if the snapshot cannot be used. */
export async function restore(
  options: StartOptions,
  install: (pyodide: Pyodide) => Promise<void>,
  snapshot: Snapshot,
): Promise<Restored> {
  const { createPyodideModule: create, loadPyodide } = await snapshot.core;
  let later: DeferredWasm[] = [];
  let nextLoaded: Promise<void> | undefined;
  let memory: WebAssembly.Memory;
  let deferredCore: () => Promise<void>;
  const wasm = instance(await snapshot.wasm, ({ exports }, imports) => {
    later = snapshot.later(exports, imports);
    memory = exports.memory as WebAssembly.Memory;
    setGil(exports);
  });
  const lock = lockFile(snapshot.indexURL, snapshot.content);
  const createPyodideModule = async (settings: object) => {
    const deferredExports = () => {
      for (const file of later) file.loadSync();
      return later.at(-1)?.exports();
    };
    const importRetried = <T>(run: () => Promise<T>) => retried(() => within(CORE, run()));
    Object.assign(settings, { deferredExports, importRetried });
    const module = await Promise.race([create(settings), wasm.failure]);
    ({ deferredCore } = module);
    const content = await snapshot.content;
    const { header } = content;
    // Not before: on a slow line it would delay the files that the start needs. Seldom awaited: few
    // first scripts need it, and a call of one of its functions waits by itself.
    nextLoaded = later[0]?.load();
    nextLoaded?.catch(() => {});
    lock.tolerate(module.API);
    for (const [name, expected] of Object.entries(header.zips)) {
      new LazyFile(module.FS, snapshot.indexURL + name, expected);
    }
    snapshot.library.attach(module.FS, header.groups);
    module.API.restoreSnapshot = () => {
      apply(content, module, memory);
      setTimeZone(module);
      return header.state;
    };
    return module;
  };
  const pyodide = await loadPyodide({
    ...options,
    ...lock.options,
    createPyodideModule,
    instantiateWasm: wasm.instantiate,
    stdLibURL: Promise.resolve(),
    // Any buffer makes Pyodide restore a snapshot instead of starting a new Python.
    _loadSnapshot: new Uint8Array(64),
  });
  await install(pyodide);
  pyodide.pyimport("browser.page._start").renew(navigator.language);
  // A blocking request does not reach a service worker, which is what a site has offline.
  if (!globalThis.document || hasServiceWorker()) await nextLoaded?.catch(() => {});
  const complete = async () => {
    // Not awaited: the page works without them.
    Promise.all([nextLoaded, later[1]?.load()]).then(snapshot.store, tell);
    await Promise.all([deferredCore().catch(tell), snapshot.library.loadAll()]);
  };
  return { pyodide, complete };
}

function tell(error: Error): void {
  report.error(`pyodide-browser: ${error.message}`);
}

function hasServiceWorker(): boolean {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false; // in a sandboxed frame
  }
}

/** `instantiate` is the function that Emscripten calls. It cannot report a failure; `failure` does. */
function instance(
  wasm: WebAssembly.Module,
  onInstance: (instance: WebAssembly.Instance, imports: Imports) => void,
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
          onInstance(instance, imports);
          received(instance, wasm);
        })
        .catch(failed);
      return {};
    };
  return { instantiate, failure };
}

function apply(
  content: SnapshotContent,
  { API, HEAPU8, wasmTable, unpack }: Module,
  memory: WebAssembly.Memory,
): void {
  const { header, bytes, isPacked } = content;
  if (header.build !== API.config.BUILD_ID || header.heap !== HEAPU8.length) {
    throw new Error(`${SNAPSHOT} belongs to another build of Pyodide`);
  }
  if (header.table !== wasmTable.length || header.names !== namesIn(wasmTable, header.named)) {
    throw new Error("this browser orders the WebAssembly functions differently");
  }
  let from = 0;
  for (const [offset, length] of header.ranges) {
    HEAPU8.set(bytes.subarray(from, from + length), offset);
    from += length;
  }
  const { dataParts, dataSum } = header;
  if (checksumOfMemory(memory, dataParts) !== dataSum) {
    throw new Error(`${WASM} belongs to another build than ${SNAPSHOT}`);
  }
  if (!isPacked) return;
  unpack(header);
  setRestored(content, HEAPU8);
}

/** C reads the time zone only once, and has read it before the snapshot was taken. */
function setTimeZone({ _timezone, _daylight, _tzname, __tzset_js, HEAPU32 }: Module): void {
  const [standard, summer] = HEAPU32.subarray(_tzname / 4, _tzname / 4 + 2);
  __tzset_js(_timezone, _daylight, standard, summer);
}

function namesIn(table: WebAssembly.Table, end: number): string {
  const names: string[] = [];
  for (let i = 0; i < end; i += STEP) names.push(table.get(i)?.name ?? "");
  return names.join();
}
