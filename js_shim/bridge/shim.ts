/** The JavaScript half of the Python package `browser`, one module for Python to import. */

import { SHIM_MODULE } from "../codes";
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
}

/** `own`: modules that the page script adds, or that replace the shim's own. */
export function register(pyodide: PythonHost, own: object = {}): void {
  pyodide.registerJsModule(SHIM_MODULE, { ...shim, ...own });
}
