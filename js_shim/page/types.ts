/** Types that several modules of the page script use, and the public ones. */

import type { PyodideAPI } from "pyodide";

/** The part of Pyodide's API that is used here (https://pyodide.org/en/stable/usage/api/js-api.html). */
export interface Pyodide {
  FS: { writeFile(path: string, data: Uint8Array): void };
  registerJsModule(name: string, module: object): void;
  loadPackage(
    names: string[],
    options: { messageCallback(message: string): void; errorCallback(message: string): void },
  ): Promise<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: a Python module may define anything
  pyimport(name: string): any;
}

export interface StartOptions {
  indexURL: string;
  stdout: (line: string) => void;
  stderr: (line: string) => void;
}

export type LoadPyodide = (options: StartOptions & Record<string, unknown>) => Promise<Pyodide>;

/** How Python was started: from the memory snapshot or without it. */
export type StartMode = "snapshot" | "plain";

/** `pyodideBrowser.ready` resolves to it, and the event `pyodide-browser:ready` carries it. */
export interface Result {
  /** The tracebacks so far, oldest first. */
  errors: string[];
}

export interface PyodideBrowser {
  version: string;
  /** The tracebacks so far, oldest first; it grows. */
  errors: string[];
  /** Settles when the scripts of the page's HTML have run; never rejects. */
  ready: Promise<Result>;
  /** Pyodide's own API; undefined until Python has started. */
  pyodide: PyodideAPI | undefined;
  /** How Python was started; undefined until then. */
  start: StartMode | undefined;
  /** Whether requests are reported, with the Python line that sent them. */
  trace: Trace;
  /** Shows errors in the page, too, as the attribute `data-show-errors` of the page script does. */
  showErrors(): void;
}

/** Times are those of `performance.now()`, sizes are bytes of bodies; secrets are `***`. */
export interface TracedRequest {
  method: string;
  url: string;
  /** Where in Python: "page.html#id" or a module's file, the line's number and text. */
  file: string;
  line: number;
  code: string;
  /** How the request ended, in XMLHttpRequest's words; an HTTP error is `load`. */
  state: "sent" | "load" | "error" | "timeout" | "abort";
  status: number;
  start: number;
  /** When status and headers arrived; 0 before. */
  answered: number;
  end: number;
  requestHeaders: Record<string, string>;
  responseHeaders: Record<string, string>;
  /** The size of the request's body; how much of it was sent, if the browser reports it. */
  size: number;
  sent: number;
  /** How much of the response was received; `total` is 0 if its size is not known in advance. */
  received: number;
  total: number;
}

/** True prints each request; a function is called when a request is sent, during it, and at its end. */
export type Trace = boolean | ((request: TracedRequest) => void);

declare global {
  interface Window {
    pyodideBrowser?: PyodideBrowser;
    brython?: (options?: unknown) => void;
    __BRYTHON__?: object;
  }
}
