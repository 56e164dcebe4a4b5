/** Finds the Python scripts of the page, also those that come later, and gives them to Python. */

import { error } from "./report";
import type { Pyodide } from "./runtime";
import * as workers from "./workers";

const SELECTOR = 'script[type="text/python"], script[type="text/python3"]';

/** The Python module src/browser/page/runner.py. */
export interface PageModule {
  configure(attributes: string): void;
  /** Its errors are Python's affair. */
  run_script: RunScript & { callPromising: RunScript };
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
  /** Asked for at once, so that scripts arrive side by side; a failure is told in its turn. */
  source: Promise<string>;
}

const seen = new WeakSet<HTMLScriptElement>();

/** The scripts in the document that have not been found before. */
export function find(): Found[] {
  const found: Found[] = [];
  for (const element of document.querySelectorAll<HTMLScriptElement>(SELECTOR)) {
    if (seen.has(element)) continue;
    seen.add(element);
    const source = element.src ? load(element.src, element) : Promise.resolve(element.text);
    source.catch(() => {});
    if (element.classList.contains("webworker")) keep(element, source);
    else found.push({ element, source });
  }
  return found;
}

/** One that Python starts, by its id, in a worker. */
function keep(element: HTMLScriptElement, source: Promise<string>): void {
  const { id, src: url } = element;
  if (!id) error('a script of class "webworker" needs an id: browser.worker starts it by that');
  else workers.keep({ id, url, source, args: argsOf(element), packages: packagesOf(element) });
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

  constructor(
    private readonly pyodide: Pyodide,
    private readonly failed: (message: string) => void,
  ) {
    this.module = pyodide.pyimport("browser.page.runner");
  }

  configure(options: object): void {
    this.module.configure(JSON.stringify(options));
  }

  /** Runs them after those that are running, in order; one that fails never stops the others. */
  run(scripts: Found[]): Promise<void> {
    this.last = this.last.then(async () => {
      const names = scripts.flatMap(({ element }) => packagesOf(element));
      await loadPackages(this.pyodide, names, this.failed);
      for (const script of scripts) await this.runOne(script);
    });
    return this.last;
  }

  /** From now on, runs scripts that are put into the document. */
  watch(): void {
    const added = () => {
      const scripts = find();
      if (scripts.length) this.run(scripts);
    };
    new MutationObserver(added).observe(document, { childList: true, subtree: true });
    added();
  }

  private async runOne({ element, source }: Found): Promise<void> {
    try {
      const text = await source;
      const { id, src } = element;
      await runIn(this.module, id, text, src, location.pathname, argsOf(element));
    } catch (error) {
      this.failed((error as Error).message);
    }
  }
}

/** One by one: an unknown one would keep out the others. */
export async function loadPackages(
  pyodide: Pyodide,
  names: string[],
  failed: (message: string) => void,
): Promise<void> {
  const errorCallback = (message: string) => failed(`data-packages: ${message}`);
  for (const name of new Set(names)) {
    try {
      await pyodide.loadPackage([name], { messageCallback: () => {}, errorCallback });
    } catch (error) {
      errorCallback((error as Error).message);
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
  let response: Response;
  try {
    response = await fetch(src, { credentials });
  } catch (error) {
    throw new Error(`the script ${src} could not be loaded: ${(error as Error).message}`);
  }
  if (!response.ok) {
    throw new Error(`the script ${src} could not be loaded: HTTP status ${response.status}`);
  }
  return response.text();
}
