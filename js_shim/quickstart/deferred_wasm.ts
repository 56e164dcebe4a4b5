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

export class DeferredWasm {
  private aborting = new AbortController();
  private loaded = false;
  private names: string[] = [];
  private named: Partial<WebAssembly.Exports> | undefined;

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
    const table = initial[`deferred ${id}`] as WebAssembly.Table | undefined;
    if (!table) {
      throw new Error("pyodide.initial.wasm belongs to another build than this page script");
    }
    const wrapper = new WebAssembly.Module(Uint8Array.from(WRAPPER));
    const { exports } = new WebAssembly.Instance(wrapper, { e: { f: () => this.loadSync() } });
    table.set(slot, exports.f);
  }

  /** Rejects with an error that names the file. */
  async load(): Promise<void> {
    try {
      await retried(() => this.tryToLoad());
    } catch (error) {
      if (!this.loaded) throw this.notLoaded(error);
    }
  }

  /** The exports of the initial file whose names are in the deferred file: split.mjs says which. */
  exports(): Partial<WebAssembly.Exports> {
    if (!this.loaded) this.loadSync();
    this.named ??= Object.fromEntries(this.names.map((name, i) => [name, this.initial[i]]));
    return this.named;
  }

  private async tryToLoad(): Promise<void> {
    if (this.loaded) return;
    this.aborting = new AbortController();
    const read = async (response: Response) =>
      this.link(await WebAssembly.compileStreaming(response));
    await this.cache.get(this.url, read, this.aborting);
  }

  /** For a function of C, which cannot wait otherwise. If it fails, Python ends. */
  private loadSync(): void {
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
    new WebAssembly.Instance(module, { ...this.imports, initial: this.initial });
    const [names] = WebAssembly.Module.customSections(module, "exports");
    this.names = new TextDecoder().decode(names).split("\n");
    this.loaded = true;
  }

  private notLoaded(error: unknown): Error {
    const what = `a part of Python could not be loaded (${this.url.match(/[^/]+\.wasm/)})`;
    return new Error(`${what}: ${(error as Error).message}`);
  }
}
