/** The JavaScript half of the Python package `browser`, one module for Python to import. */

import * as dom from "./dom";
import * as report from "./report";
import * as stream from "./stream";
import * as xhr from "./xhr";

const { error, warning } = report;

/** Known to src/browser/_host.py. */
const NAME = "_pyodide_browser_shim";

export const shim = {
  dom,
  report: { error, warning },
  stream,
  xhr,
  inWorker: xhr.inWorker,
};

/** What this package needs of Pyodide's API. */
export interface PythonHost {
  registerJsModule(name: string, module: object): void;
}

/** `own`: what the page script has besides, or in place of it. */
export function register(pyodide: PythonHost, own: object = {}): void {
  pyodide.registerJsModule(NAME, { ...shim, ...own });
}
