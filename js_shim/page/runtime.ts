/** Starts Pyodide with this package; explains why a start failed. */

import { fetchFile } from "../quickstart/fetching";
import { fetchSnapshot, restore, type Snapshot } from "../quickstart/snapshot";
import { lockFile, type PackageIndex } from "./lock_file";
import type { LoadPyodide, Pyodide, StartMode, StartOptions } from "./types";

const SHIM = "pyodide_browser_shim.mjs";
const PACKAGE = "pyodide_browser.zip";
/** Changes with the content of the files, so that no cache returns an older one. */
const ID = `?${__BUILD__}`;
const PROBED_AFTER = 2_000;
const SLOW_AFTER = 10_000;
const GIVEN_UP_AFTER = 300_000;

export interface Started {
  pyodide: Pyodide;
  mode: StartMode;
  /** Loads the parts that Python was started without; rejects with an explained error. */
  complete(): Promise<unknown>;
}

/** pyodide.mjs and pyodide.asm.mjs. */
type Loader = { loadPyodide: LoadPyodide };
type Core = { default(settings: object): Promise<{ API: PackageIndex }> };

/** A copy of dist/pyodide-browser.mjs: pages, workers and hosts use the same shim. */
type Shim = typeof import("../index");

type Install = (pyodide: Pyodide) => Promise<void>;

/** `base` is the folder of the page script and of `pyodide/`; the shim gets the modules in `own`. */
export async function start(base: string, quick: boolean, own: object): Promise<Started> {
  const indexURL = new URL("pyodide/", base).href;
  const snapshot = quick ? fetchSnapshot(indexURL) : undefined;
  checkWebAssembly();
  const options = {
    indexURL,
    // Looked up at each call: a page may replace its console.
    stdout: (line: string) => console.log(line),
    stderr: (line: string) => console.error(line),
  };
  const rejectExplained = async (error: unknown) => {
    throw await explained(error, indexURL);
  };
  const shim: Promise<Shim> = import(indexURL + SHIM + ID);
  shim.catch(() => {});
  const install: Install = async (pyodide) => (await shim).install(pyodide, own);
  const watcher = watch(indexURL);
  const plainly = () => {
    watcher.probe();
    return startPlainly(options, install);
  };
  try {
    const starting = snapshot ? startQuickly(options, install, snapshot, plainly) : plainly();
    const { complete, ...rest } = await Promise.race([starting, watcher.failure]);
    return { ...rest, complete: () => complete().catch(rejectExplained) };
  } catch (error) {
    return rejectExplained(error);
  } finally {
    watcher.stop();
  }
}

async function startQuickly(
  options: StartOptions,
  install: Install,
  snapshot: Snapshot,
  plainly: () => Promise<Started>,
): Promise<Started> {
  try {
    return { ...(await restore(options, install, snapshot)), mode: "snapshot" };
  } catch (error) {
    const what = "the snapshot could not be used; Python starts without it (slower)";
    console.warn(`pyodide-browser: ${what}: ${(error as Error).message}`);
    snapshot.renew(options.indexURL + SHIM + ID);
    return plainly();
  }
}

async function startPlainly(options: StartOptions, install: Install): Promise<Started> {
  const { indexURL } = options;
  const packageFetch = fetchFile(indexURL + PACKAGE + ID);
  packageFetch.catch(() => {});
  const [{ loadPyodide }, { default: create }]: [Loader, Core] = await Promise.all([
    import(`${indexURL}pyodide.mjs${ID}`),
    import(`${indexURL}pyodide.asm.mjs${ID}`),
  ]);
  const lock = lockFile(indexURL);
  const createPyodideModule = async (settings: object) => {
    const module = await create(settings);
    lock.tolerate(module.API);
    return module;
  };
  const pyodide = await loadPyodide({ ...options, ...lock.options, createPyodideModule });
  pyodide.FS.writeFile(`/lib/${PACKAGE}`, new Uint8Array(await packageFetch));
  pyodide.pyimport("sys").path.append(`/lib/${PACKAGE}`);
  await install(pyodide);
  return { pyodide, mode: "plain", complete: async () => {} };
}

/** If a policy forbids WebAssembly, loadPyodide never settles, and WebKit reports nothing. */
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

/**
 * Detects failures after which loadPyodide never settles: a policy; after `probe`, a missing
 * WebAssembly file.
 */
function watch(indexURL: string) {
  let reject: (reason: Error) => void = () => {};
  const failure = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  failure.catch(() => {});
  const violated = (event: SecurityPolicyViolationEvent) => {
    const why = forbidden(event, indexURL);
    if (why) reject(new StartError(why));
  };
  addEventListener("securitypolicyviolation", violated);
  const timers: ReturnType<typeof setTimeout>[] = [];
  const after = (delay: number, action: () => void) => timers.push(setTimeout(action, delay));
  const probe = () => {
    after(PROBED_AFTER, async () => {
      const missing = await firstMissing(indexURL);
      if (missing) reject(new StartError(missing));
    });
  };
  after(SLOW_AFTER, () => {
    console.warn(`pyodide-browser: still loading Python from ${indexURL} after 10 s`);
  });
  after(GIVEN_UP_AFTER, () => {
    reject(new StartError(`Python did not arrive from ${indexURL} within 5 minutes`));
  });
  const stop = () => {
    removeEventListener("securitypolicyviolation", violated);
    timers.forEach(clearTimeout);
  };
  return { failure, probe, stop };
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
  // Errors of Emscripten's file system are no Error, and have no message.
  const { message, name } = error as Error;
  const detail = message || name || String(error);
  let why = detail.includes(indexURL) ? detail : `the files in ${indexURL}: ${detail}`;
  if (location.protocol === "file:") {
    why =
      "a page opened from a file cannot load Python: serve its folder, e.g. python3 -m http.server";
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
  PACKAGE,
  SHIM,
];

/** Called after a failure: reports the first file of the runtime that the server does not send. */
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
