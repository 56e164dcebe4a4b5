/** dist/pyodide-browser.js, the script that a page includes: starts Python, runs the scripts. */

import * as report from "./report";
import { type Pyodide, start } from "./runtime";
import { find, type RunScript, run } from "./scripts";

/** What `pyodideBrowser.ready` resolves to and the event `pyodide-browser:ready` carries. */
interface Result {
  /** The tracebacks so far, oldest first. */
  errors: string[];
}

interface PyodideBrowser {
  version: string;
  /** Settles when the scripts that the page came with have run; never rejects. */
  ready: Promise<Result>;
  /** Pyodide's own API, once it has started. */
  pyodide: Pyodide | undefined;
}

declare global {
  interface Window {
    pyodideBrowser?: PyodideBrowser;
    brython?: (options?: unknown) => void;
  }
}

function ownFolder(): string {
  const script =
    document.currentScript ?? document.querySelector('script[src*="pyodide-browser.js"]');
  const src = script instanceof HTMLScriptElement ? script.src : "";
  return new URL(".", src || document.baseURI).href;
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

async function main(base: string, api: PyodideBrowser): Promise<Result> {
  try {
    const starting = start(base);
    starting.catch(() => {});
    await parsed();
    const found = find();
    api.pyodide = await starting;
    const runScript: RunScript = api.pyodide.pyimport("browser.page").run_script;
    await run(found, runScript, report.error);
  } catch (error) {
    const message = `Python could not be started: ${(error as Error).message}`;
    report.error(`pyodide-browser: ${message}`);
    await parsed();
    show(message);
  }
  const detail: Result = { errors: [...report.errors] };
  document.dispatchEvent(new CustomEvent("pyodide-browser:ready", { detail }));
  return detail;
}

/** For people who have no console open. */
function show(message: string): void {
  const box = document.createElement("div");
  box.setAttribute("role", "alert");
  box.textContent = message;
  Object.assign(box.style, {
    background: "#fff4f4",
    border: "1px solid #c00",
    color: "#600",
    font: "1rem sans-serif",
    margin: "1rem",
    padding: "0.75rem 1rem",
    whiteSpace: "pre-wrap",
  });
  document.body.prepend(box);
}

if (window.pyodideBrowser) {
  console.warn("pyodide-browser: the page includes pyodide-browser.js twice; once is enough");
} else {
  const api = { version: __VERSION__, pyodide: undefined } as unknown as PyodideBrowser;
  window.pyodideBrowser = api;
  window.brython = () => {};
  api.ready = main(ownFolder(), api);
}
