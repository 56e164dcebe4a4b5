/**
 * pyodide-browser-service-worker.js: serves the files of one build of a site from Cache Storage.
 *
 * A page never mixes files of two builds: a new build is stored completely, then it waits until no
 * page of the old one is open.
 */

import { handoverPage } from "./handover";
import { pathOf } from "./paths";
import { StoredSite } from "./stored_site";
import type { FetchEvent, ServiceWorkerScope, Site } from "./types";

/** `pyodide-browser build` replaces it with the files of the site; null: no longer offline. */
declare const __SITE__: Site | null;
declare const self: ServiceWorkerScope;

const ACTIVATE = "activate";
const UPDATE = "update";
const site = __SITE__;
const { scope } = self.registration;
const files = new StoredSite(site, scope);

/** A reload by the only page: the build that waits can take over before the page starts. */
async function canUpdate(request: Request): Promise<boolean> {
  if (request.mode !== "navigate" || !self.registration.waiting) return false;
  return (await self.clients.matchAll()).length < 2;
}

async function respond(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  if (await canUpdate(request)) {
    self.registration.waiting?.postMessage(ACTIVATE);
    return handoverPage();
  }
  return files.get(path, (stored) => event.waitUntil(stored)).catch(() => fetch(request));
}

self.addEventListener("install", (event) => {
  event.waitUntil(files.install());
});
self.addEventListener("activate", (event) => event.waitUntil(files.activate()));
self.addEventListener("message", (event) => {
  if (event.data === ACTIVATE) event.waitUntil(self.skipWaiting());
  // Rejects without a network.
  if (event.data === UPDATE) event.waitUntil(self.registration.update().catch(() => {}));
});
self.addEventListener("fetch", (event) => {
  // Not in `activate`: Firefox would never respond to requests of open pages again.
  if (!site) event.waitUntil(self.registration.unregister());
  const path = pathOf(event.request, scope, files.hashes);
  if (path !== undefined) event.respondWith(respond(event, path));
});
