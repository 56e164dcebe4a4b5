/** `__BRYTHON__`, as in Brython. src/browser/page/_brython.py makes its functions when they are used. */

import type { PyodideBrowser } from "./types";

/** `started` settles when Python can run scripts. */
export function brythonObject(api: PyodideBrowser, started: Promise<unknown>): object {
  const get = (_: object, name: PropertyKey) => {
    if (name === "whenReady") return started.then(() => {});
    if (typeof name === "symbol") return undefined; // the console asks for some
    if (api.pyodide) return api.pyodide.pyimport("browser.page._brython").attribute(name);
    throw new Error("Python has not started: use __BRYTHON__.whenReady");
  };
  return new Proxy({}, { get });
}
