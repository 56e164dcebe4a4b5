/** The JavaScript half of the Python package `browser`, one module for Python to import. */

import * as dom from "./dom";
import * as files from "./files";
import * as report from "./report";
import * as stream from "./stream";
import * as xhr from "./xhr";

/** Known to src/browser/_host.py. */
const NAME = "_pyodide_browser_shim";

export const shim = { dom, files, report, stream, xhr, inWorker: xhr.inWorker };

/** What this package needs of Pyodide's API. */
export interface PythonHost {
  registerJsModule(name: string, module: object): void;
}

export function register(pyodide: PythonHost): void {
  pyodide.registerJsModule(NAME, shim);
}
