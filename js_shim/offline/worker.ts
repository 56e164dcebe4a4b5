/**
 * pyodide-browser-service-worker.js: serves the files of one build of a site from Cache Storage.
 *
 * A page never mixes files of two builds. A new build is stored completely, then it waits until no
 * page of the old one is open. Unchanged files are not downloaded again: the cache has the checksum
 * of each file in its URL.
 */

import { hex } from "./hex";
import { pathOf } from "./paths";
import type { ServiceWorkerScope, Site } from "./types";

/** `pyodide-browser build` replaces it with the files of the site; null: no longer offline. */
declare const __SITE__: Site | null;
declare const self: ServiceWorkerScope;

const site = __SITE__;
const { scope } = self.registration;
const PREFIX = `pyodide-browser-offline ${scope} `;
const ACTIVATE = "activate";
const hashes = { ...site?.first, ...site?.later };

async function nameOfCache(): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify(site));
  return PREFIX + hex(await crypto.subtle.digest("SHA-256", content)).slice(0, 16);
}
const cacheName = nameOfCache();

const keyOf = (path: string) => `${new URL(path, scope).href}?sha256=${hashes[path]}`;

async function isRight(path: string, response: Response): Promise<boolean> {
  const bytes = await response.clone().arrayBuffer();
  return hex(await crypto.subtle.digest("SHA-256", bytes)) === hashes[path];
}

/** A response without what belonged to its transfer: it may answer any request. */
async function whole(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(await response.arrayBuffer(), { headers });
}

/** Returns a file of this build: of an earlier one, of the page's own cache, or from the server. */
async function load(path: string): Promise<Response> {
  const url = new URL(path, scope).href;
  const same = await caches.match(keyOf(path));
  if (same) return same;
  const stored = await caches.match(url, { ignoreSearch: true });
  if (stored && (await isRight(path, stored))) return whole(stored);
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`GET ${url}: HTTP status ${response.status}`);
  if (!(await isRight(path, response))) {
    throw new Error(`GET ${url}: of another build: upload all files of a build together`);
  }
  return whole(response);
}

async function install(): Promise<void> {
  if (!site) return self.skipWaiting();
  const cache = await caches.open(await cacheName);
  for (const path of Object.keys(site.first)) {
    const key = keyOf(path);
    if (!(await cache.match(key))) await cache.put(key, await load(path));
  }
}

async function activate(): Promise<void> {
  const current = site ? await cacheName : "";
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== current) await caches.delete(name);
  }
  if (!site) await self.registration.unregister();
}

/** A reload by the only page: the build that waits can take over before the page starts. */
async function canUpdate(request: Request): Promise<boolean> {
  if (request.mode !== "navigate" || !self.registration.waiting) return false;
  return (await self.clients.matchAll()).length < 2;
}

async function respond(request: Request, path: string): Promise<Response> {
  if (await canUpdate(request)) {
    self.registration.waiting?.postMessage(ACTIVATE);
    return new Response("", { headers: { Refresh: "0", "Content-Type": "text/html" } });
  }
  const cache = await caches.open(await cacheName);
  const found = await cache.match(keyOf(path));
  if (found) return found;
  try {
    const response = await load(path);
    await cache.put(keyOf(path), response.clone());
    return response;
  } catch {
    return fetch(request);
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === ACTIVATE) event.waitUntil(self.skipWaiting());
});
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request, scope, hashes);
  if (path !== undefined) event.respondWith(respond(event.request, path));
});
