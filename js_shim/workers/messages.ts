/** Messages between a page and the workers of its scripts. */

/** The event that a worker fires in the page when its script has run. */
export const READY = "pyodide-browser:ready";

/** From the page: starts the script. `port` carries WorkerReports; it is not for the script. */
export interface WorkerStart {
  /** The folder of the page script. */
  base: string;
  /** Whether to use the memory snapshot. */
  quick: boolean;
  trace: boolean;
  baseURI: string;
  page: string;
  /** As JSON. */
  options: string;
  id: string;
  source: string;
  url: string;
  args: string;
  packages: string[];
  port: MessagePort;
}

/** From the worker: an error's text, or no error when the script has run. */
export interface WorkerReport {
  error?: string;
}
