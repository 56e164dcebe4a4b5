/**
 * Files kept in the browser's Cache Storage: Chromium reads the megabytes from there in a quarter of
 * the time that its HTTP cache takes. Where there is none (no HTTPS, a private window), nothing is kept.
 */

import { asked } from "./late";

const PREFIX = "pyodide-browser ";

export class Kept {
  private readonly prefix: string;
  private readonly name: string;

  /** Of the build `id`; what is kept of another build at the same place goes. */
  constructor(place: string, id: string) {
    this.prefix = `${PREFIX}${place} `;
    this.name = this.prefix + id;
  }

  async get(url: string): Promise<Response> {
    try {
      const found = await caches.match(url, { cacheName: this.name });
      if (found) return found;
    } catch {}
    return asked(url);
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
