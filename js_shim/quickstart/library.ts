/**
 * The modules that the memory snapshot lacks, in groups: a file pyodide/library.GROUP.bin for each.
 * The groups that a script imports are loaded while Python is still starting, the others after the
 * first scripts. src/browser/page/_library.py imports from them.
 */

import type { AssetCache } from "./asset_cache";
import { type Groups, groupsOf } from "./imports";
import { type ExpectedFile, type FileSystem, LazyFile } from "./lazy_file";

interface Loading {
  bytes: Promise<Uint8Array>;
  abort(): void;
}

export class Library {
  private readonly files = new Map<string, LazyFile>();
  private readonly loading = new Map<string, Loading>();

  constructor(
    private readonly urlOf: (name: string) => string,
    private readonly cache: AssetCache,
    private readonly groups: Groups,
  ) {}

  get urls(): string[] {
    return Object.keys(this.groups).map((group) => this.urlOfGroup(group));
  }

  /** Loads what the script imports. Never rejects: the import reports what is missing. */
  async need(source: string): Promise<void> {
    await Promise.all([...groupsOf(source, this.groups)].map((group) => this.load(group)));
  }

  /** Loads one group. Never rejects. If what arrives is wrong, it asks the server once more. */
  async load(group: string, again = true): Promise<void> {
    const loading = this.loading.get(group) ?? this.start(group);
    try {
      const bytes = await loading.bytes;
      this.files.get(group)?.put(bytes);
    } catch {
      this.loading.delete(group);
      if (!again) return;
      await this.cache.clear();
      await this.load(group, false);
    }
  }

  async loadAll(): Promise<void> {
    for (const group in this.groups) await this.load(group);
  }

  /** Makes the files for Python. */
  attach(files: FileSystem, expected: Record<string, ExpectedFile>): void {
    for (const [group, file] of Object.entries(expected)) {
      // A running request would lock the browser's cache entry.
      const onSync = () => this.loading.get(group)?.abort();
      this.files.set(group, new LazyFile(files, this.urlOfGroup(group), file, onSync));
      if (this.loading.has(group)) this.load(group);
    }
  }

  private start(group: string): Loading {
    const aborting = new AbortController();
    const read = async (content: ArrayBuffer) => new Uint8Array(content);
    const loading = {
      bytes: this.cache.get(this.urlOfGroup(group), read, aborting),
      abort: () => aborting.abort(),
    };
    this.loading.set(group, loading);
    return loading;
  }

  private urlOfGroup(group: string): string {
    return this.urlOf(`library.${group}.bin`);
  }
}

let current: Library | undefined;

export function open(library: Library): void {
  current = library;
}

/** Loads the groups that a script imports, if Python starts from a snapshot. */
export async function need(source: string): Promise<void> {
  await current?.need(source);
}

/** Loads the group that Pyodide's package loader needs. */
export function needPackageLoader(): void {
  current?.load("files");
}
