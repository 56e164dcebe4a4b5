/** Finds the Python scripts of the page, also those that come later, and gives them to Python. */

import type { Pyodide } from "./runtime";

const SELECTOR = 'script[type="text/python"], script[type="text/python3"]';

/** The Python module src/browser/page/runner.py. */
interface PageModule {
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
    found.push({ element, source });
  }
  return found;
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
      await this.loadPackages(scripts);
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
      const args = element.getAttribute("args") ?? "";
      const text = await source;
      const { run_script } = this.module;
      // With JSPI (https://github.com/WebAssembly/js-promise-integration) Python can suspend.
      const run = "Suspending" in WebAssembly ? run_script.callPromising : run_script;
      await run.call(run_script, element.id, text, element.src, location.pathname, args);
    } catch (error) {
      this.failed((error as Error).message);
    }
  }

  /** `data-packages="numpy ./mine-1.0-py3-none-any.whl"`: names in the lock file, or URLs. */
  private async loadPackages(scripts: Found[]): Promise<void> {
    const names = scripts.flatMap(({ element }) => element.dataset.packages?.split(/\s+/) ?? []);
    const wanted = [...new Set(names)]
      .filter(Boolean)
      .map((name) => (name.endsWith(".whl") ? new URL(name, document.baseURI).href : name));
    for (const name of wanted) {
      // One by one: an unknown one would keep out the others.
      const errorCallback = (message: string) => this.failed(`data-packages: ${message}`);
      try {
        await this.pyodide.loadPackage([name], { messageCallback: () => {}, errorCallback });
      } catch (error) {
        errorCallback((error as Error).message);
      }
    }
  }
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
