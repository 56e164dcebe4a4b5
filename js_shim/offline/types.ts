/** The parts of the service worker API that TypeScript's library for pages does not have. */

/** The files of a build: path → SHA-256. `later`: stored when a page has loaded them. */
export interface Site {
  first: Record<string, string>;
  later: Record<string, string>;
}

export interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

export interface FetchEvent extends ExtendableEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

export interface ServiceWorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { matchAll(): Promise<object[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(
    type: "message",
    listener: (event: ExtendableEvent & MessageEvent) => void,
  ): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}
