/** dist/pyodide-browser.js, the script that a page includes: starts Python, runs the scripts. */

import type { PyodideAPI } from "pyodide";
import * as files from "./files";
import { showErrors } from "./panel";
import * as report from "./report";
import { start, type Way } from "./runtime";
import { find, Runner } from "./scripts";
import { type Trace, traceable } from "./trace";
import * as workers from "./workers";

/** What `pyodideBrowser.ready` resolves to and the event `pyodide-browser:ready` carries. */
export interface Result {
  /** The tracebacks so far, oldest first. */
  errors: string[];
}

export interface PyodideBrowser {
  version: string;
  /** Settles when the scripts that the page came with have run; never rejects. */
  ready: Promise<Result>;
  /** Pyodide's own API, once it has started. */
  pyodide: PyodideAPI | undefined;
  /** How Python was started, once it is. */
  start: Way | undefined;
  /** Whether requests are told, with the Python line that sent them. */
  trace: Trace;
  /** Shows errors in the page, too; the attribute `data-show-errors` of the page script does. */
  showErrors(): void;
}

/** Milliseconds in which scripts have the network and the processor for themselves. */
const UNDISTURBED = 300;

declare global {
  interface Window {
    pyodideBrowser?: PyodideBrowser;
    brython?: (options?: unknown) => void;
  }
}

function ownScript(): HTMLScriptElement | null {
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement) return script;
  return document.querySelector('script[src*="pyodide-browser.js"]');
}

function parsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
    } else {
      resolve();
    }
  });
}

/** `<brython-options debug="1">`, what a page may say of all its scripts. */
function pageOptions(): Record<string, string> {
  const attributes = document.querySelector("brython-options")?.attributes ?? [];
  return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
}

/** What `brython(options)` was given; a number is the option `debug`. */
const given: Record<string, unknown> = {};
let configure: (options: Record<string, unknown>) => void = () => {};

function brython(options: unknown = {}): void {
  const named = typeof options === "object" && options !== null ? options : { debug: options };
  Object.assign(given, named);
  configure({ ...named });
}

/** A page with a handler of `load` may call `brython(options)` there, before the first script. */
function loaded(): Promise<void> {
  return new Promise((resolve) => {
    if (!window.onload || document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });
}

async function main(script: HTMLScriptElement | null, api: PyodideBrowser): Promise<Result> {
  const traceWith = traceable(api);
  try {
    const base = new URL(".", script?.src || document.baseURI).href;
    const quick = script?.dataset.snapshot !== "off";
    workers.startFrom(base, quick, () => Boolean(api.trace));
    const starting = start(base, quick, { files, report, workers });
    starting.catch(() => {});
    await parsed();
    const found = find();
    const { pyodide, way, complete } = await starting;
    [api.pyodide, api.start] = [pyodide as PyodideAPI, way];
    traceWith(pyodide);
    const runner = new Runner(pyodide, report.error);
    await loaded();
    runner.configure({ ...pageOptions(), ...given });
    configure = (later) => runner.configure(later);
    const done = runner.run(found);
    runner.watch();
    // Not before the first statements, which it would keep waiting.
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, UNDISTURBED))]);
    await Promise.all([complete(), done]);
  } catch (error) {
    report.error(`pyodide-browser: Python could not be started: ${(error as Error).message}`);
    await parsed();
    showErrors();
  }
  const detail: Result = { errors: [...report.errors] };
  document.dispatchEvent(new CustomEvent("pyodide-browser:ready", { detail }));
  return detail;
}

if (window.pyodideBrowser) {
  console.warn("pyodide-browser: the page includes pyodide-browser.js twice; once is enough");
} else {
  const api = { version: __VERSION__, showErrors } as PyodideBrowser;
  window.pyodideBrowser = api;
  window.brython = brython;
  const script = ownScript();
  if (script?.dataset.showErrors !== undefined) showErrors();
  api.ready = main(script, api);
}
