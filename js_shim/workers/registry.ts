/** The page's scripts of class "webworker". Python (browser.worker) starts them by their ids. */

import * as report from "../bridge/report";
import { READY, type WorkerReport, type WorkerStart } from "./messages";

const FILE = "pyodide/pyodide_browser_worker.mjs";
/** FILE with the id of the build: no cache returns an older one. */
const VERSIONED = `${FILE}?${__BUILD__}`;

type WorkerScript = Pick<WorkerStart, "id" | "url" | "args" | "packages"> & {
  source: Promise<string>;
};

const scripts = new Map<string, WorkerScript>();
let settings = { base: "", quick: true };
let isTracing = () => false;

/** `base` is the folder of the page script. */
export function configure(base: string, quick: boolean, tracing: () => boolean): void {
  settings = { base, quick };
  isTracing = tracing;
}

export function register(script: WorkerScript): void {
  scripts.set(script.id, script);
}

export function has(id: string): boolean {
  return scripts.has(id);
}

/**
 * Makes a worker that runs the script. The worker fires READY when the script has run, and `error`
 * when Python reports an error. Messages to the worker wait until the script has run.
 */
export function create(id: string, options: string): Worker {
  const { source, ...script } = scripts.get(id) as WorkerScript;
  const worker = new Worker(new URL(VERSIONED, settings.base), { type: "module", name: id });
  const send = (message: unknown) => worker.postMessage(message);
  const terminate = () => {
    port1.close(); // Firefox keeps the port, its listener and the worker otherwise
    Worker.prototype.terminate.call(worker);
  };
  Object.assign(worker, { send, terminate });
  const fail = (message: string) => worker.dispatchEvent(new ErrorEvent("error", { message }));
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: { error } }: MessageEvent<WorkerReport>) => {
    if (error === undefined) {
      worker.dispatchEvent(new Event(READY));
    } else {
      report.errors.push(error); // the worker has already printed it
      fail(error);
    }
  };
  worker.addEventListener("error", (event) => {
    if (event.message) return;
    report.error(
      `pyodide-browser: the worker ${id} could not be started from ${settings.base}${FILE}`,
    );
  });
  const page = { baseURI: document.baseURI, page: location.pathname };
  source.then(
    (text) =>
      worker.postMessage(
        {
          ...{ ...settings, ...page, ...script, options },
          ...{ trace: isTracing(), source: text, port: port2 },
        } satisfies WorkerStart,
        [port2],
      ),
    ({ message }: Error) => {
      report.error(message);
      fail(message);
    },
  );
  return worker;
}
