/**
 * The WebAssembly functions that the first statements seldom need: pyodide.next.wasm has those that
 * many pages call later, pyodide.deferred.wasm the others. tools/quickstart/split.mjs makes them;
 * splitter.mjs explains how the files call each other. A call of one of their functions before the
 * file is loaded loads it with a blocking request.
 */

import type { AssetCache } from "./asset_cache";
import { fetchBytesSync, retried } from "./fetching";

/** (module (func (export "f") (import "e" "f"))): a table takes functions of WebAssembly only. */
const WRAPPER = [
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0],
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0, 7, 5, 1, 1, 0x66, 0, 0],
];

/** The name of a function, the number of its table, and its slot. */
type Place = [string, number, number];

export class DeferredWasm {
  private aborting = new AbortController();
  private loaded = false;
  private readonly tables: WebAssembly.Table[];
  private hidden: WebAssembly.Exports = {};
  private places: Place[] = [];

  /**
   * `slot` is that of the function that loads this file, in the table by which the files call each
   * other. `initial` are the exports of the initial file, `imports` its imports; `id` is that of all.
   */
  constructor(
    private readonly url: string,
    slot: number,
    id: string,
    private readonly cache: AssetCache,
    private readonly initial: WebAssembly.Exports,
    private readonly imports: WebAssembly.Imports,
  ) {
    this.tables = [" table 0", ""].map(
      (name) => initial[`deferred ${id}${name}`] as WebAssembly.Table,
    );
    const [, calls] = this.tables;
    if (!calls) {
      throw new Error("pyodide.initial.wasm belongs to another build than this page script");
    }
    const wrapper = new WebAssembly.Module(Uint8Array.from(WRAPPER));
    const { exports } = new WebAssembly.Instance(wrapper, { e: { f: () => this.loadSync() } });
    calls.set(slot, exports.f);
  }

  /** Rejects with an error that names the file. */
  async load(): Promise<void> {
    try {
      await retried(() => this.tryToLoad());
    } catch (error) {
      if (!this.loaded) throw this.notLoaded(error);
    }
  }

  /**
   * What the initial file does not export. Only the last file knows where it is, and all must be
   * loaded.
   */
  exports(): WebAssembly.Exports {
    for (const [name, table, slot] of this.places.splice(0)) {
      this.hidden[name] = this.tables[table]?.get(slot);
    }
    return this.hidden;
  }

  private async tryToLoad(): Promise<void> {
    if (this.loaded) return;
    this.aborting = new AbortController();
    const module = await this.cache.get(this.url, WebAssembly.compile, this.aborting);
    this.link(module);
  }

  /** For a function of C, which cannot wait otherwise. If it fails, Python ends. */
  loadSync(): void {
    if (this.loaded) return;
    // The running request would lock the browser's cache entry.
    this.aborting.abort();
    try {
      this.link(new WebAssembly.Module(fetchBytesSync(this.url)));
    } catch (error) {
      throw this.notLoaded(error);
    }
  }

  private link(module: WebAssembly.Module): void {
    if (this.loaded) return;
    // The new instance puts its functions into the table.
    const own = new WebAssembly.Instance(module, { ...this.imports, initial: this.initial });
    const [places] = WebAssembly.Module.customSections(module, "exports");
    this.hidden = { ...own.exports };
    this.places = JSON.parse(new TextDecoder().decode(places));
    this.loaded = true;
  }

  private notLoaded(error: unknown): Error {
    const what = `a part of Python could not be loaded (${this.url.match(/[^/]+\.wasm/)})`;
    return new Error(`${what}: ${(error as Error).message}`);
  }
}
