/** The files of one build of a site in Cache Storage. The key of a file has its checksum. */

import { within } from "../quickstart/within";
import type { Site } from "./types";

const PREFIX = "pyodide-browser-offline ";
/** What belongs to the transfer of a response, not to its content. */
const OF_TRANSFER = ["content-encoding", "content-length", "vary"];
/** Milliseconds until the server is asked, too, and until Cache Storage counts as broken: in a
 * damaged profile it never answers. */
const [SLOW, BROKEN] = [2_000, 10_000];

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
    for (const path of Object.keys(this.site?.first ?? {})) {
      if (!(await this.stored(path))) await this.store(path, await this.requested(path));
    }
  }

  /** Deletes the files of other builds. Requests of pages wait for it, so it has a limit. */
  async activate(): Promise<void> {
    await within(SLOW, this.deleteOthers()).catch(() => {});
  }

  /** Returns a file from Cache Storage, or from the server if that is slower; `storing` receives the
   * promise to store it. Rejects as `install`. */
  async get(path: string, storing: (stored: Promise<void>) => void): Promise<Response> {
    const stored = this.stored(path);
    const ignored = () => undefined;
    const found = await within(SLOW, stored).catch(ignored);
    if (found) return found;
    const requested = this.requested(path);
    const late = within(BROKEN, stored).then((response) => response ?? requested);
    const response = await Promise.any([requested, late]).catch(() => requested);
    storing(this.store(path, response.clone()).catch(ignored));
    return response;
  }

  private async deleteOthers(): Promise<void> {
    const current = this.site ? await this.name : "";
    for (const name of await caches.keys()) {
      if (name.startsWith(this.prefix) && name !== current) await caches.delete(name);
    }
  }

  /** Returns a file of this build, also if an earlier one or the page's own cache has it. */
  private async stored(path: string): Promise<Response | undefined> {
    const cache = await caches.open(await this.name);
    const own = await cache.match(this.keyOf(path));
    if (own) return own;
    const found = (await caches.match(this.keyOf(path))) ?? (await this.inPageCache(path));
    if (found) await this.store(path, found.clone());
    return found;
  }

  private async inPageCache(path: string): Promise<Response | undefined> {
    const found = await caches.match(this.urlOf(path), { ignoreSearch: true });
    return found && this.checked(path, found);
  }

  private async requested(path: string): Promise<Response> {
    const url = this.urlOf(path);
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) throw new Error(`GET ${url}: HTTP status ${response.status}`);
    const loaded = await this.checked(path, response);
    if (loaded) return loaded;
    throw new Error(`GET ${url}: of another build: upload all files of a build together`);
  }

  private async store(path: string, response: Response): Promise<void> {
    await (await caches.open(await this.name)).put(this.keyOf(path), response);
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
    return `${this.urlOf(path)}?sha256=${this.hashes[path]}`;
  }

  private urlOf(path: string): string {
    return new URL(path, this.scope).href;
  }
}

/** Returns the SHA-256 of bytes as hexadecimal digits. */
async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
