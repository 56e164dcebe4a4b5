/** dist/pyodide-browser.js, the script that a page includes: starts Python and runs the scripts. */

import type { PyodideAPI } from "pyodide";
import * as report from "../bridge/report";
import { VERSION } from "../codes";
import * as workers from "../workers/registry";
import { brythonObject } from "./brython";
import * as files from "./files";
import { showErrors } from "./panel";
import { start } from "./runtime";
import { find, Runner } from "./scripts";
import { addTrace } from "./trace";
import type { PyodideBrowser, Result } from "./types";

/** Milliseconds before the page script loads the parts of Python that scripts may not need. */
const UNDISTURBED = 300;

function ownScript(): HTMLScriptElement | null {
  const script =
    document.currentScript ?? document.querySelector("script[src*='pyodide-browser.js']");
  return script as HTMLScriptElement | null;
}

/** Waits for an event if it is still to come. */
function happened(type: string, target: EventTarget, isToCome: unknown): Promise<unknown> {
  return new Promise<unknown>((resolve) =>
    isToCome ? target.addEventListener(type, resolve, { once: true }) : resolve(0),
  );
}

function parsed(): Promise<unknown> {
  return happened("DOMContentLoaded", document, document.readyState === "loading");
}

/** The attributes of `<brython-options debug="1">`: options for all scripts of the page. */
function pageOptions(): Record<string, string> {
  const attributes = document.querySelector("brython-options")?.attributes ?? [];
  return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
}

/** The arguments of `brython(options)`; a number is the option `debug`. */
const callOptions: Record<string, unknown> = {};
let configure: (options: Record<string, unknown>) => void = () => {};

function brython(options: unknown = {}): void {
  const named = Object(options) === options ? (options as object) : { debug: options };
  Object.assign(callOptions, named);
  configure({ ...named });
}

/** Waits for the handler of `load`: it may call `brython(options)`, before the first script. */
function loaded(): Promise<unknown> {
  return happened("load", window, window.onload && document.readyState !== "complete");
}

/** Starts Python, up to the first script. */
async function prepare(script: HTMLScriptElement | null, api: PyodideBrowser) {
  const startTracing = addTrace(api);
  const base = new URL(".", script?.src || document.baseURI).href;
  const quick = script?.dataset.snapshot !== "off";
  workers.configure(base, quick, () => Boolean(api.trace));
  const starting = start(base, quick, { files, report, workers });
  starting.catch(() => {});
  await parsed();
  const scripts = find();
  const { pyodide, mode, complete } = await starting;
  [api.pyodide, api.start] = [pyodide as PyodideAPI, mode];
  startTracing(pyodide);
  const runner = new Runner(pyodide);
  await loaded();
  runner.configure({ ...pageOptions(), ...callOptions });
  configure = (later) => runner.configure(later);
  return { complete, runner, scripts };
}

async function main(script: HTMLScriptElement | null, api: PyodideBrowser): Promise<Result> {
  try {
    const preparing = prepare(script, api);
    window.__BRYTHON__ = brythonObject(api, preparing);
    const { complete, runner, scripts } = await preparing;
    const done = runner.run(scripts);
    runner.watch();
    // Loading the rest earlier would delay the first statements.
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
  const api = { version: VERSION, showErrors, errors: report.errors } as PyodideBrowser;
  window.pyodideBrowser = api;
  window.brython = brython;
  const script = ownScript();
  if (script?.dataset.showErrors !== undefined) showErrors();
  api.ready = main(script, api);
}
