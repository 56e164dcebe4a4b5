/** Files of Python that arrive when it has started. Opening one earlier loads it with a blocking request. */

import { checksum } from "./checksum";
import { fetchBytesSync } from "./fetching";

/** The part of Emscripten's file system that is used here. */
export interface FileSystem {
  mknod(path: string, mode: number, device: number): void;
  lookupPath(path: string): { node: Node };
  ErrnoError: new (code: number) => Error;
}

interface Node {
  contents: Uint8Array;
  usedBytes: number;
  stream_ops: object;
}

/** The file that the build has seen; `sum` is "" if another one will do. */
export interface ExpectedFile {
  path: string;
  length: number;
  sum: string;
}

const INPUT_OUTPUT_ERROR = 29;
const REGULAR_FILE = 0o100_666;

export class LazyFile {
  private readonly node: Node;
  private loaded = false;

  /** Calls `onSync` before a blocking request. */
  constructor(
    private readonly files: FileSystem,
    private readonly url: string,
    private readonly expected: ExpectedFile,
    private readonly onSync: () => void = () => {},
  ) {
    files.mknod(expected.path, REGULAR_FILE, 0);
    this.node = files.lookupPath(expected.path).node;
    this.node.usedBytes = expected.length;
    this.node.stream_ops = { ...this.node.stream_ops, open: () => this.loadSync() };
  }

  /** Throws if they are not those of the expected file. */
  put(bytes: Uint8Array): void {
    if (this.loaded) return;
    const { length, sum } = this.expected;
    if (sum && (bytes.length !== length || checksum(bytes) !== sum)) {
      throw new Error(`${this.url} belongs to another build than this page script`);
    }
    this.loaded = true;
    this.node.contents = bytes;
    this.node.usedBytes = bytes.length;
  }

  /** For an import, which cannot wait otherwise. */
  private loadSync(): void {
    if (this.loaded) return;
    this.onSync();
    try {
      this.put(fetchBytesSync(this.url));
    } catch {
      throw new this.files.ErrnoError(INPUT_OUTPUT_ERROR);
    }
  }
}
