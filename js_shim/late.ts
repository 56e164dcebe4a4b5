/** Files of Python that arrive after its start; whoever reads one earlier waits for it. */

/** What is used of Emscripten's file system. */
export interface FileSystem {
  mknod(path: string, mode: number, device: number): void;
  lookupPath(path: string): { node: Node };
  ErrnoError: new (code: number) => Error;
}

interface Node {
  contents: Uint8Array;
  usedBytes: number;
}

/** What the build knows of a file. */
export interface Late {
  path: string;
  length: number;
  sum: string;
}

export type Checksum = (bytes: Uint8Array) => string;

const INPUT_OUTPUT_ERROR = 29;
const REGULAR_FILE = 0o100_666;

export class LateFile {
  private readonly node: Node;
  private readonly aborting = new AbortController();
  private here = false;

  /** `replaced` is told when the file is another one than the build's. */
  constructor(
    private readonly files: FileSystem,
    private readonly url: string,
    private readonly late: Late,
    private readonly checksum: Checksum,
    private readonly replaced: (late: Late) => void,
  ) {
    files.mknod(late.path, REGULAR_FILE, 0);
    this.node = files.lookupPath(late.path).node;
    this.node.usedBytes = late.length;
    Object.defineProperty(this.node, "contents", {
      get: () => this.now(),
      configurable: true,
    });
  }

  async load(): Promise<void> {
    if (this.here) return;
    try {
      this.put(new Uint8Array(await (await asked(this.url, this.aborting.signal)).arrayBuffer()));
    } catch (error) {
      if (!this.here) throw error;
    }
  }

  /** An import cannot wait otherwise. */
  private now(): Uint8Array {
    // A request that nobody reads from would keep the cache for itself.
    this.aborting.abort();
    try {
      return this.put(bytesNow(this.url));
    } catch {
      throw new this.files.ErrnoError(INPUT_OUTPUT_ERROR);
    }
  }

  private put(bytes: Uint8Array): Uint8Array {
    this.here = true;
    Object.defineProperty(this.node, "contents", { value: bytes, writable: true });
    this.node.usedBytes = bytes.length;
    const { length, sum } = this.late;
    if (bytes.length !== length || this.checksum(bytes) !== sum) this.replaced(this.late);
    return bytes;
  }
}

/** Blocks the page. Binary text is the one way without a worker; throws in words. */
export function bytesNow(url: string): Uint8Array<ArrayBuffer> {
  const xhr = new XMLHttpRequest();
  xhr.open("GET", url, false);
  xhr.overrideMimeType("text/plain; charset=x-user-defined");
  try {
    xhr.send();
  } catch {
    throw new Error(`${url} cannot be reached`);
  }
  if (xhr.status !== 200) throw new Error(`${url}: HTTP status ${xhr.status}`);
  const text = xhr.responseText;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Like fetch; rejects in words. */
export async function asked(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal: signal ?? null }).catch((error: Error) => {
    throw new Error(`${url} cannot be reached (${error.message})`);
  });
  if (!response.ok) throw new Error(`${url}: HTTP status ${response.status}`);
  return response;
}
