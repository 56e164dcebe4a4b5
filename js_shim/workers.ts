/** Scripts of class "webworker": kept for Python (browser.worker), which starts them by id. */

import * as report from "./report";

/** What worker.ts is told; `port` is for what is none of the script's own messages. */
export interface Order {
  base: string;
  quick: boolean;
  trace: boolean;
  baseURI: string;
  page: string;
  options: string;
  id: string;
  source: string;
  url: string;
  args: string;
  packages: string[];
  port: MessagePort;
}

/** What worker.ts tells: an error's text, or nothing when its script has run. */
export type Told = { error?: string };

export const READY = "pyodide-browser:ready";
const FILE = "pyodide/pyodide_browser_worker.mjs";

type Kept = Pick<Order, "id" | "url" | "args" | "packages"> & { source: Promise<string> };

const kept = new Map<string, Kept>();
let place = { base: "", quick: true };
let traces = () => false;

/** Where the page script comes from, how it starts Python, and whether it traces requests. */
export function startFrom(base: string, quick: boolean, traced: () => boolean): void {
  place = { base, quick };
  traces = traced;
}

export function keep(script: Kept): void {
  kept.set(script.id, script);
}

export function isKept(id: string): boolean {
  return kept.has(id);
}

/**
 * A worker that runs the script. It fires READY when the script has run, `error` when Python
 * reports one; what is sent to it before that waits for it.
 */
export function create(id: string, options: string): Worker {
  const { source, ...script } = kept.get(id) as Kept;
  const worker = new Worker(new URL(FILE, place.base), { type: "module", name: id });
  Object.assign(worker, { send: (message: unknown) => worker.postMessage(message) });
  const fail = (message: string) => worker.dispatchEvent(new ErrorEvent("error", { message }));
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: { error } }: MessageEvent<Told>) => {
    if (error === undefined) {
      worker.dispatchEvent(new Event(READY));
    } else {
      report.errors.push(error); // the worker itself has put it on the console
      fail(error);
    }
  };
  worker.addEventListener("error", (event) => {
    if (event.message) return;
    report.error(
      `pyodide-browser: the worker ${id} could not be started from ${place.base}${FILE}`,
    );
  });
  const page = { baseURI: document.baseURI, page: location.pathname };
  source.then(
    (text) =>
      worker.postMessage(
        {
          ...{ ...place, ...page, ...script, options },
          ...{ trace: traces(), source: text, port: port2 },
        } satisfies Order,
        [port2],
      ),
    ({ message }: Error) => {
      report.error(message);
      fail(message);
    },
  );
  return worker;
}
