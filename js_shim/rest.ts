/**
 * The half of the WebAssembly file that the first statements seldom need: pyodide.rest.wasm, made by
 * tools/split.mjs, whose opening comment says how the halves call each other. Who calls a function of
 * it before it is there waits for it.
 */

import type { Kept, Read } from "./kept";
import { bytesNow } from "./late";

/** Where the function that loads the rest is in the table by which the halves call each other. */
const LOADING = 0;
/** (module (func (export "f") (import "e" "f"))): a table takes functions of WebAssembly only. */
const WRAPPER = [
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0],
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0, 7, 5, 1, 1, 0x66, 0, 0],
];

export class Rest {
  private readonly aborting = new AbortController();
  private here = false;

  /** `first` is the other half, `imports` what it was given; `id` is that of both. */
  constructor(
    private readonly url: string,
    id: string,
    private readonly kept: Kept,
    private readonly first: WebAssembly.Exports,
    private readonly imports: WebAssembly.Imports,
  ) {
    const table = first[`rest ${id}`] as WebAssembly.Table | undefined;
    if (!table) throw new Error("pyodide.first.wasm is not the one built with this page script");
    const wrapper = new WebAssembly.Module(Uint8Array.from(WRAPPER));
    const { exports } = new WebAssembly.Instance(wrapper, { e: { f: () => this.now() } });
    table.set(LOADING, exports.f);
  }

  /** Rejects in words. */
  async load(): Promise<void> {
    const read: Read<void> = async (response) => {
      this.put(await WebAssembly.compileStreaming(response));
    };
    try {
      if (!this.here) await this.kept.get(this.url, read, this.aborting.signal);
    } catch (error) {
      if (!this.here) throw this.inWords(error as Error);
    }
  }

  /** A function of C cannot wait otherwise. */
  private now(): void {
    this.aborting.abort();
    try {
      this.put(new WebAssembly.Module(bytesNow(this.url)));
    } catch (error) {
      throw this.inWords(error as Error);
    }
  }

  private put(module: WebAssembly.Module): void {
    if (this.here) return;
    // This puts its functions into the table.
    new WebAssembly.Instance(module, { ...this.imports, first: this.first });
    this.here = true;
  }

  private inWords({ message }: Error): Error {
    const why = message.startsWith(this.url) ? message : `${this.url} cannot be used: ${message}`;
    return new Error(`the rest of Python could not be loaded: ${why}`);
  }
}
