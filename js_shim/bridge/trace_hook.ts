/** Reports requests to `pyodideBrowser.trace` (js_shim/page/trace.ts), in pages and their workers. */

import type { BodyFromPython } from "./types";

/** The trace of one request. */
export interface RequestTrace {
  /** Status and headers have arrived; for requests without an XMLHttpRequest. */
  answered(response: Response): void;
  received(bytes: number): void;
  /** The request has ended: `load`, or XMLHttpRequest's name of the failure. Only the first counts. */
  end(type: string): void;
}

/** Starts the trace of a request. */
export type Tracer = (
  method: string,
  url: string,
  headers: string,
  body: BodyFromPython,
  xhr?: XMLHttpRequest,
) => RequestTrace;

/** Returns undefined when tracing is off. */
export const begin: (...request: Parameters<Tracer>) => RequestTrace | undefined = (...request) =>
  (globalThis as { pyodideBrowser?: { tracer?: Tracer } }).pyodideBrowser?.tracer?.(...request);
