/**
 * dist/pyodide-browser.mjs, for hosts that start Pyodide themselves:
 *
 *     import { install } from "./pyodide-browser.mjs";
 *     install(pyodide);                                   // before Python imports browser
 *     await pyodide.loadPackage("pyodide-browser");
 *
 * The wheel sets itself up, too; only a strict Content Security Policy makes `install` necessary.
 */

/** What `window.pyodideBrowser` is in a page. */
export type { PyodideBrowser, Result } from "./page";
export { register as install, shim } from "./shim";

export const version: string = __VERSION__;
