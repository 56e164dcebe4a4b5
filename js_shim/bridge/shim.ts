/** The JavaScript half of the Python package `browser`, one module for Python to import. */

import { SHIM_MODULE, VERSION } from "../codes";
import * as dom from "./dom";
import * as report from "./report";
import * as stack from "./stack";
import { openStream } from "./stream";
import { textDecoder } from "./text_decoder";
import * as xhr from "./xhr";

const { error, warning } = report;

export const shim = {
  dom,
  report: { error, warning },
  stack,
  xhr: { ...xhr, openStream, textDecoder },
  inWorker: xhr.inWorker,
};

/** The part of Pyodide's API that this package needs. */
export interface PythonHost {
  registerJsModule(name: string, module: object): void;
  // biome-ignore lint/suspicious/noExplicitAny: a Python module may define anything
  pyimport(name: string): any;
  loadedPackages?: Record<string, string>;
}

/**
 * `own`: modules that the page script adds, or that replace the shim's own. Throws if Python already
 * has the package, in another version.
 */
export function register(pyodide: PythonHost, own?: object): void {
  if (own) {
    const codes = pyodide.pyimport("browser._codes");
    const version = codes.VERSION;
    codes.destroy();
    if (version !== VERSION) {
      const versions = `it has version ${VERSION}, the Python package ${version}`;
      const advice = "upload all files of one build";
      throw new Error(`pyodide_browser_shim.mjs is of another build: ${versions}: ${advice}`);
    }
    // A lock file of another build may list another wheel.
    if (pyodide.loadedPackages) pyodide.loadedPackages["pyodide-browser"] = "the page script";
  }
  pyodide.registerJsModule(SHIM_MODULE, { ...shim, ...own });
}
