/**
 * Stores files in the browser's Cache Storage. Chromium reads megabytes from there four times as
 * fast as from its HTTP cache. Without it (no HTTPS, a private window) nothing is stored.
 */

import { fetchFile } from "./fetching";
import { within } from "./within";

const PREFIX = "pyodide-browser ";
/** How many other folders keep their files: a site may have several, or a folder for each version. */
const OTHERS = 3;
const REVALIDATED = "no-cache";
/** Milliseconds to find a file in the cache, and to read it. In a damaged profile neither ends. */
const [FINDING, READING] = [2_000, 10_000];

/** Makes something of the content of a file; rejects if it is damaged. */
export type Read<T> = (content: ArrayBuffer) => Promise<T>;

export class AssetCache {
  private readonly prefix: string;
  private readonly name: string;
  /** By URL. After a failure the HTTP cache must ask the server: it may have another build's file. */
  private readonly modes: Record<string, RequestCache> = {};

  /** `place` is the URL of the folder, `build` the id of its files. */
  constructor(place: string, build: string) {
    this.prefix = `${PREFIX}${place} `;
    this.name = this.prefix + build;
  }

  /**
   * Reads a file from the cache; from the server if it is not there or damaged. Rejects with an
   * error that names the URL.
   */
  async get<T>(url: string, read: Read<T>, aborting?: AbortController): Promise<T> {
    try {
      const found = await within(FINDING, caches.match(url, { cacheName: this.name }));
      if (found) return await within(READING, found.arrayBuffer().then(read));
    } catch {
      // Firefox stores half a file if the user leaves the page meanwhile.
      this.clear();
    }
    const mode = this.modes[url];
    this.modes[url] = REVALIDATED;
    return named(url, fetchFile(url, aborting, mode).then(read));
  }

  /**
   * Stores the files for the next visit, some of them as in `contents`. Deletes those of other builds
   * in the same folder, and those of other folders except the last ones.
   */
  async store(urls: string[], contents: Record<string, BodyInit> = {}): Promise<void> {
    try {
      let others = 0;
      for (const name of (await caches.keys()).reverse()) {
        if (!name.startsWith(PREFIX) || name === this.name) continue;
        if (name.startsWith(this.prefix) || ++others > OTHERS) await caches.delete(name);
      }
      const cache = await caches.open(this.name);
      for (const url of urls) {
        if (await cache.match(url)) continue;
        const content = contents[url];
        const response = content
          ? new Response(content)
          : await fetch(url, { cache: "force-cache" });
        if (response.ok) await cache.put(url, response);
      }
    } catch {}
  }

  async clear(): Promise<void> {
    try {
      await caches.delete(this.name);
    } catch {}
  }

  /** Deletes the stored files. Makes the browser's HTTP cache ask the server for newer ones. */
  async renew(urls: string[]): Promise<void> {
    await this.clear();
    for (const url of urls) fetch(url, { cache: REVALIDATED }).catch(() => {});
  }
}

/** Names the URL in the error with which the promise rejects. */
export function named<T>(url: string, promise: Promise<T>): Promise<T> {
  return promise.catch((error: Error) => {
    throw error.message.includes(url) ? error : new Error(`${url}: ${error.message}`);
  });
}
