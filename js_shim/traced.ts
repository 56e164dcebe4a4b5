/** Where requests are told to who traces them: js_shim/trace.ts, in pages and their workers. */

import type { BodyFromPython } from "./xhr";

/** One request that is under way. */
export interface Traced {
  /** Of an answer that is no XMLHttpRequest's. */
  answered(response: Response): void;
  received(bytes: number): void;
  /** `load`, or XMLHttpRequest's name of the failure. Only the first one counts. */
  end(type: string): void;
}

export type Tracer = (
  method: string,
  url: string,
  headers: string,
  body: BodyFromPython,
  xhr?: XMLHttpRequest,
) => Traced;

export const begin: (...request: Parameters<Tracer>) => Traced | undefined = (...request) =>
  (globalThis as { pyodideBrowser?: { tracer?: Tracer } }).pyodideBrowser?.tracer?.(...request);
