/**
 * Files kept in the browser's Cache Storage: Chromium reads the megabytes from there in a quarter of
 * the time that its HTTP cache takes. Where there is none (no HTTPS, a private window), nothing is kept.
 */

import { asked } from "./late";

const PREFIX = "pyodide-browser ";

/** Rejects where the response is not what it should be. */
export type Read<T> = (response: Response | Promise<Response>) => Promise<T>;

export class Kept {
  private readonly prefix: string;
  private readonly name: string;

  /** Of the build `id`; what is kept of another build at the same place goes. */
  constructor(place: string, id: string) {
    this.prefix = `${PREFIX}${place} `;
    this.name = this.prefix + id;
  }

  /** What `read` makes of the file; from the server when it cannot read what was kept. */
  async get<T>(url: string, read: Read<T>, signal?: AbortSignal): Promise<T> {
    try {
      const found = await caches.match(url, { cacheName: this.name });
      if (found) return await read(found);
    } catch {
      // Firefox keeps half a file when the page is left meanwhile.
      await this.drop();
    }
    return read(asked(url, signal));
  }

  /** For the next time. */
  async keep(urls: string[]): Promise<void> {
    try {
      for (const name of await caches.keys()) {
        if (name.startsWith(this.prefix) && name !== this.name) await caches.delete(name);
      }
      const cache = await caches.open(this.name);
      for (const url of urls) {
        if (await cache.match(url)) continue;
        const response = await fetch(url, { cache: "force-cache" });
        if (response.ok) await cache.put(url, response);
      }
    } catch {}
  }

  async drop(): Promise<void> {
    try {
      await caches.delete(this.name);
    } catch {}
  }
}
