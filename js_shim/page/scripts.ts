/** Finds the Python scripts of the page, also those that are added later, and runs them. */

import { error } from "../bridge/report";
import { need, needPackageLoader } from "../quickstart/library";
import * as workers from "../workers/registry";
import type { Pyodide } from "./types";

const SELECTOR = 'script[type="text/python"], script[type="text/python3"]';

/** The Python module src/browser/page/_runner.py. */
export interface PageModule {
  configure(attributes: string): void;
  /** Reports its errors itself. */
  run_script: RunScript & { callPromising: RunScript };
  tasks_begun(): Promise<void> | undefined;
}

type RunScript = (
  id: string,
  source: string,
  url: string,
  page: string,
  args: string,
) => Promise<void> | undefined;

interface Found {
  element: HTMLScriptElement;
  /** Loads at once, so that scripts arrive in parallel; a failure is reported when it is run. */
  source: Promise<string>;
}

const seen = new WeakSet<HTMLScriptElement>();

/** Returns the scripts in the document that it has not returned before. */
export function find(): Found[] {
  const found: Found[] = [];
  for (const element of document.querySelectorAll<HTMLScriptElement>(SELECTOR)) {
    if (seen.has(element)) continue;
    seen.add(element);
    const source = element.src ? load(element.src, element) : Promise.resolve(element.text);
    source.then(need).catch(() => {});
    if (element.classList.contains("webworker")) register(element, source);
    else found.push({ element, source });
  }
  return found;
}

/** Python starts it in a worker, by its id. */
function register(element: HTMLScriptElement, source: Promise<string>): void {
  const { id, src: url } = element;
  if (!id) error('a script of class "webworker" needs an id: browser.worker starts it by its id');
  else workers.register({ id, url, source, args: argsOf(element), packages: packagesOf(element) });
}

function argsOf(element: HTMLScriptElement): string {
  return element.getAttribute("args") ?? "";
}

/** `data-packages="numpy ./mine-1.0-py3-none-any.whl"`: names in the lock file, or URLs. */
function packagesOf(element: HTMLScriptElement): string[] {
  const names = element.dataset.packages?.split(/\s+/).filter(Boolean) ?? [];
  return names.map((name) => (name.endsWith(".whl") ? new URL(name, document.baseURI).href : name));
}

export class Runner {
  private readonly module: PageModule;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly pyodide: Pyodide) {
    this.module = pyodide.pyimport("browser.page._runner");
  }

  configure(options: object): void {
    this.module.configure(JSON.stringify(options));
  }

  /** Runs them in order, after those that are running; one that fails does not stop the others. */
  run(scripts: Found[]): Promise<void> {
    this.last = this.last.then(async () => {
      const names = scripts.flatMap(({ element }) => packagesOf(element));
      await loadPackages(this.pyodide, names);
      for (const script of scripts) await this.runOne(script);
      await this.module.tasks_begun();
    });
    return this.last;
  }

  /** From now on, runs scripts that are added to the document. */
  watch(): void {
    const added = () => {
      const scripts = find();
      if (scripts.length) this.run(scripts);
    };
    new MutationObserver(added).observe(document, { childList: true, subtree: true });
    added();
  }

  /** As for other scripts, a script whose file cannot be loaded fires `error`, not `load`. */
  private async runOne({ element, source }: Found): Promise<void> {
    let type = "load";
    try {
      const text = await source;
      await need(text);
      const { id, src } = element;
      await runIn(this.module, id, text, src, location.pathname, argsOf(element));
    } catch (failure) {
      type = "error";
      error((failure as Error).message);
    }
    element.dispatchEvent(new Event(type));
  }
}

/** Loads them one by one: an unknown one would stop the others. */
export async function loadPackages(pyodide: Pyodide, names: string[]): Promise<void> {
  if (names.length) needPackageLoader();
  const errorCallback = (message: string) => error(`data-packages: ${message}`);
  for (const name of new Set(names)) {
    try {
      await pyodide.loadPackage([name], { messageCallback: () => {}, errorCallback });
    } catch (failure) {
      errorCallback((failure as Error).message);
    }
  }
}

/** Runs one script; with JSPI (https://github.com/WebAssembly/js-promise-integration) Python can suspend. */
export async function runIn(module: PageModule, ...script: Parameters<RunScript>): Promise<void> {
  const { run_script } = module;
  const run = "Suspending" in WebAssembly ? run_script.callPromising : run_script;
  await run.call(run_script, ...script);
}

async function load(src: string, element: HTMLScriptElement): Promise<string> {
  const credentials = element.crossOrigin === "use-credentials" ? "include" : "same-origin";
  let why: string;
  try {
    const response = await fetch(src, { credentials });
    if (response.ok) return await response.text();
    why = `HTTP status ${response.status}`;
  } catch (failure) {
    why = (failure as Error).message;
  }
  throw new Error(`the script ${src} could not be loaded: ${why}`);
}
