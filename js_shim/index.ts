/**
 * dist/pyodide-browser.mjs, for hosts that start Pyodide themselves:
 *
 *     import { install } from "./pyodide-browser.mjs";
 *     install(pyodide);                                   // before Python imports browser
 *     await pyodide.loadPackage("pyodide-browser");
 *
 * The wheel can set itself up; only a strict Content Security Policy makes `install` necessary.
 */

export { register as install, shim } from "./bridge/shim";
export { VERSION as version } from "./codes";
/** The type of `window.pyodideBrowser`. */
export type { PyodideBrowser, Result } from "./page/types";
