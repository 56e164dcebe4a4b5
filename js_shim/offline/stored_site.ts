/** The files of one build of a site in Cache Storage. The key of a file has its checksum. */

import type { Site } from "./types";

const PREFIX = "pyodide-browser-offline ";
/** What belongs to the transfer of a response, not to its content. */
const OF_TRANSFER = ["content-encoding", "content-length", "vary"];

export class StoredSite {
  readonly hashes: Record<string, string>;
  private readonly prefix: string;
  private readonly name: Promise<string>;

  /** `scope` is the URL of the folder of the site; no `site` means no longer offline. */
  constructor(
    private readonly site: Site | null,
    private readonly scope: string,
  ) {
    this.hashes = { ...site?.first, ...site?.later };
    this.prefix = `${PREFIX}${scope} `;
    const content = new TextEncoder().encode(JSON.stringify(site));
    this.name = digest(content.buffer).then((hash) => this.prefix + hash.slice(0, 16));
  }

  /** Stores the files. Rejects if the server has files of another build. */
  async install(): Promise<void> {
    const cache = await caches.open(await this.name);
    for (const path of Object.keys(this.site?.first ?? {})) {
      const key = this.keyOf(path);
      if (!(await cache.match(key))) await cache.put(key, await this.load(path));
    }
  }

  /** Deletes the files of other builds. */
  async activate(): Promise<void> {
    const current = this.site ? await this.name : "";
    for (const name of await caches.keys()) {
      if (name.startsWith(this.prefix) && name !== current) await caches.delete(name);
    }
  }

  /** Returns a file, and stores it if it is not. Rejects as `install`. */
  async get(path: string): Promise<Response> {
    const cache = await caches.open(await this.name);
    const found = await cache.match(this.keyOf(path));
    if (found) return found;
    const response = await this.load(path);
    await cache.put(this.keyOf(path), response.clone());
    return response;
  }

  /** Returns a file of an earlier build, of the page's own cache, or from the server. */
  private async load(path: string): Promise<Response> {
    const url = new URL(path, this.scope).href;
    const same = await caches.match(this.keyOf(path));
    if (same) return same;
    const stored = await caches.match(url, { ignoreSearch: true });
    const checked = stored && (await this.checked(path, stored));
    if (checked) return checked;
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) throw new Error(`GET ${url}: HTTP status ${response.status}`);
    const loaded = await this.checked(path, response);
    if (loaded) return loaded;
    throw new Error(`GET ${url}: of another build: upload all files of a build together`);
  }

  /** Returns a response that may answer any request; undefined if it is not of this build. */
  private async checked(path: string, response: Response): Promise<Response | undefined> {
    const bytes = await response.arrayBuffer();
    if ((await digest(bytes)) !== this.hashes[path]) return undefined;
    const headers = new Headers(response.headers);
    for (const name of OF_TRANSFER) headers.delete(name);
    return new Response(bytes, { headers });
  }

  private keyOf(path: string): string {
    return `${new URL(path, this.scope).href}?sha256=${this.hashes[path]}`;
  }
}

/** Returns the SHA-256 of bytes as hexadecimal digits. */
async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
