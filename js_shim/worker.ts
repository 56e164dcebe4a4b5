/** dist/pyodide/pyodide_browser_worker.mjs: a worker that runs one Python script of the page. */

import * as files from "./files";
import * as report from "./report";
import { start } from "./runtime";
import { loadPackages, type PageModule, runIn } from "./scripts";
import { traceable } from "./trace";
import type { Order, Told } from "./workers";

/** Messages that came before the script could listen. */
const early: MessageEvent[] = [];

function receive(event: MessageEvent): void {
  event.stopImmediatePropagation();
  if (event.ports[0] === event.data?.port && event.data?.port) run(event.data);
  else early.push(event);
}

async function run(order: Order): Promise<void> {
  const tell = (told: Told) => order.port.postMessage(told);
  report.onError((error) => tell({ error }));
  try {
    const { pyodide, complete } = await start(order.base, order.quick, { files, report });
    const api = { trace: order.trace };
    traceable(api)(pyodide);
    Object.assign(globalThis, { pyodideBrowser: api });
    files.setBase(order.baseURI);
    await loadPackages(pyodide, order.packages, report.error);
    const module: PageModule = pyodide.pyimport("browser.page.runner");
    module.configure(order.options);
    await runIn(module, order.id, order.source, order.url, order.page, order.args);
    await complete();
  } catch (error) {
    report.error(`pyodide-browser: Python could not be started: ${(error as Error).message}`);
  }
  removeEventListener("message", receive);
  if (!report.errors.length) tell({});
  for (const { data, ports } of early) {
    dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
  }
}

Object.assign(globalThis, { send: (message: unknown) => postMessage(message) });
addEventListener("message", receive);
