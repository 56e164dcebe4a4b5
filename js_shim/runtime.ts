/** Starts Pyodide with this package in it, and says in words why that failed. */

import { fetchSnapshot, restore, type Snapshot } from "./snapshot";

/** The part of Pyodide's API that is used here (https://pyodide.org/en/stable/usage/api/js-api.html). */
export interface Pyodide {
  FS: { writeFile(path: string, data: Uint8Array): void };
  registerJsModule(name: string, module: object): void;
  loadPackage(
    names: string[],
    options: { messageCallback(message: string): void; errorCallback(message: string): void },
  ): Promise<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: a Python module has whatever it defines
  pyimport(name: string): any;
}

export interface Options {
  indexURL: string;
  stdout: (line: string) => void;
  stderr: (line: string) => void;
}

export type Load = (options: Options & Record<string, unknown>) => Promise<Pyodide>;

/** How Python was started: from a memory snapshot, or anew. */
export type Way = "snapshot" | "plain";

const SHIM = "pyodide_browser_shim.mjs";
const PACKAGE = "pyodide_browser.zip";
const PROBED_AFTER = 2_000;
const SLOW_AFTER = 10_000;

export interface Started {
  pyodide: Pyodide;
  way: Way;
  /** Loads what Python was started without; rejects in words. */
  complete(): Promise<unknown>;
}

/** A copy of dist/pyodide-browser.mjs: pages, workers and hosts have the same shim. */
type Shim = typeof import("./index");

/** `base` is the folder of the page script; `pyodide/` lies in it. `own` goes into the shim. */
export async function start(base: string, quick: boolean, own: object): Promise<Started> {
  const indexURL = new URL("pyodide/", base).href;
  const snapshot = quick ? fetchSnapshot(indexURL) : undefined;
  checkWebAssembly();
  const options = {
    indexURL,
    // Looked up each time: a page may put its own console in place.
    stdout: (line: string) => console.log(line),
    stderr: (line: string) => console.error(line),
  };
  const inWords = async (error: unknown) => {
    throw await explained(error, indexURL);
  };
  const shim: Promise<Shim> = import(`${indexURL}${SHIM}?${__SHIM__}`);
  shim.catch(() => {});
  const watched = watch(indexURL);
  try {
    const started = snapshot ? quickly(options, snapshot) : plainly(options);
    const { complete, ...rest } = await Promise.race([started, watched.failure]);
    (await shim).install(rest.pyodide, own);
    return { ...rest, complete: () => complete().catch(inWords) };
  } catch (error) {
    return inWords(error);
  } finally {
    watched.stop();
  }
}

async function quickly(options: Options, snapshot: Snapshot): Promise<Started> {
  let refused: Error;
  try {
    return { ...(await restore(options, snapshot)), way: "snapshot" };
  } catch (error) {
    refused = error as Error;
    snapshot.drop();
  }
  const started = await plainly(options);
  console.warn(`pyodide-browser: Python started more slowly, as if new: ${refused.message}`);
  return started;
}

async function plainly(options: Options): Promise<Started> {
  const { indexURL } = options;
  const packageFetch = fetch(new URL(PACKAGE, indexURL)).then(bytesOf);
  packageFetch.catch(() => {});
  const { loadPyodide }: { loadPyodide: Load } = await import(`${indexURL}pyodide.mjs`);
  const pyodide = await loadPyodide({ ...options });
  pyodide.FS.writeFile(`/lib/${PACKAGE}`, await packageFetch);
  pyodide.pyimport("sys").path.append(`/lib/${PACKAGE}`);
  return { pyodide, way: "plain", complete: async () => {} };
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  if (!response.ok) throw new Error(`${response.url}: HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Under a policy that forbids WebAssembly loadPyodide never settles, and WebKit tells nothing. */
function checkWebAssembly(): void {
  if (typeof WebAssembly === "undefined") throw new StartError("this browser has no WebAssembly");
  try {
    // WebKit refuses the instance, the others the module.
    new WebAssembly.Instance(
      new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)),
    );
  } catch {
    const advice = "add 'wasm-unsafe-eval' to its script-src";
    throw new StartError(`the Content Security Policy forbids WebAssembly: ${advice}`);
  }
}

/** The failures in which loadPyodide never settles: a policy in the way, a missing wasm file. */
function watch(indexURL: string) {
  const { promise: failure, reject } = withResolvers<never>();
  failure.catch(() => {});
  const violated = (event: SecurityPolicyViolationEvent) => {
    const why = forbidden(event, indexURL);
    if (why) reject(new StartError(why));
  };
  addEventListener("securitypolicyviolation", violated);
  const probe = setTimeout(async () => {
    const missing = await firstMissing(indexURL);
    if (missing) reject(new StartError(missing));
  }, PROBED_AFTER);
  const slow = setTimeout(() => {
    console.warn(`pyodide-browser: still loading Python from ${indexURL} after 10 s`);
  }, SLOW_AFTER);
  const stop = () => {
    removeEventListener("securitypolicyviolation", violated);
    clearTimeout(probe);
    clearTimeout(slow);
  };
  return { failure, stop };
}

function withResolvers<T>() {
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}

function forbidden(event: SecurityPolicyViolationEvent, indexURL: string): string {
  if (event.disposition === "report") return "";
  if (!event.blockedURI.startsWith(indexURL)) return "";
  const advice = `allow ${new URL(indexURL).origin} in its ${event.effectiveDirective}`;
  return `the Content Security Policy forbids ${event.blockedURI}: ${advice}`;
}

class StartError extends Error {}

async function explained(error: unknown, indexURL: string): Promise<Error> {
  if (error instanceof StartError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  let why = detail;
  if (location.protocol === "file:") {
    why = "a page opened as a file may not load it: serve its folder, e.g. python3 -m http.server";
  } else if (!navigator.onLine) {
    why = `the browser is offline (${detail})`;
  } else {
    const missing = await firstMissing(indexURL);
    if (missing) why = `${missing} (${detail})`;
  }
  return new StartError(why);
}

const NEEDED = [
  "pyodide.mjs",
  "pyodide.asm.mjs",
  "pyodide.asm.wasm",
  "python_stdlib.zip",
  "pyodide-lock.json",
  PACKAGE,
  SHIM,
];

/** Asked only after a failure: which file of the runtime the server does not give. */
async function firstMissing(indexURL: string): Promise<string> {
  for (const name of NEEDED) {
    const url = new URL(name, indexURL).href;
    try {
      const { ok, status } = await fetch(url, { method: "HEAD" });
      if (!ok) return `${url}: HTTP status ${status}`;
    } catch {
      return `${url} cannot be reached (server closed, or CORS: Access-Control-Allow-Origin)`;
    }
  }
  return "";
}
