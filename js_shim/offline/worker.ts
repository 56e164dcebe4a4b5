/**
 * pyodide-browser-service-worker.js: serves the files of one build of a site from Cache Storage.
 *
 * A page never mixes files of two builds: a new build is stored completely, then it waits until no
 * page of the old one is open.
 */

import { pathOf } from "./paths";
import { StoredSite } from "./stored_site";
import type { ServiceWorkerScope, Site } from "./types";

/** `pyodide-browser build` replaces it with the files of the site; null: no longer offline. */
declare const __SITE__: Site | null;
declare const self: ServiceWorkerScope;

const ACTIVATE = "activate";
const UPDATE = "update";
const site = __SITE__;
const { scope } = self.registration;
const files = new StoredSite(site, scope);

async function activate(): Promise<void> {
  await files.activate();
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
  return files.get(path).catch(() => fetch(request));
}

self.addEventListener("install", (event) => {
  event.waitUntil(site ? files.install() : self.skipWaiting());
});
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === ACTIVATE) event.waitUntil(self.skipWaiting());
  // Rejects without a network.
  if (event.data === UPDATE) event.waitUntil(self.registration.update().catch(() => {}));
});
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request, scope, files.hashes);
  if (path !== undefined) event.respondWith(respond(event.request, path));
});
