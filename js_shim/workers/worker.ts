/** dist/pyodide/pyodide_browser_worker.mjs: the worker that runs one Python script of the page. */

import * as report from "../bridge/report";
import * as files from "../page/files";
import { start } from "../page/runtime";
import { loadPackages, type PageModule, runIn } from "../page/scripts";
import { addTrace } from "../page/trace";
import { need } from "../quickstart/library";
import type { WorkerReport, WorkerStart } from "./messages";

/** Messages that arrived before the script could listen. */
const early: MessageEvent[] = [];

function receive(event: MessageEvent): void {
  event.stopImmediatePropagation();
  if (event.ports[0] === event.data?.port && event.data?.port) run(event.data);
  else early.push(event);
}

async function run(message: WorkerStart): Promise<void> {
  const send = (workerReport: WorkerReport) => message.port.postMessage(workerReport);
  report.onError((error) => send({ error }));
  try {
    const starting = start(message.base, message.quick, { files, report });
    const needed = need(message.source);
    const { pyodide, complete } = await starting;
    const api = { trace: message.trace };
    addTrace(api)(pyodide);
    Object.assign(globalThis, { pyodideBrowser: api });
    files.setBase(message.baseURI);
    await loadPackages(pyodide, message.packages);
    const module: PageModule = pyodide.pyimport("browser.page._runner");
    module.configure(message.options);
    await needed;
    await runIn(module, message.id, message.source, message.url, message.page, message.args);
    await complete();
  } catch (error) {
    report.error(`pyodide-browser: Python could not be started: ${(error as Error).message}`);
  }
  removeEventListener("message", receive);
  if (!report.errors.length) send({});
  for (const { data, ports } of early) {
    dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
  }
}

Object.assign(globalThis, { send: (message: unknown) => postMessage(message) });
addEventListener("message", receive);
