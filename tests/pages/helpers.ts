/** A page and the lines of its console. */

import { existsSync, readdirSync } from "node:fs";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
  type PlaywrightWorkerArgs,
  type WorkerFixture,
} from "@playwright/test";
import { PORTS } from "../../playwright.config";

export const GROUPS = readdirSync("dist/pyodide").filter((name) => /^library\..*\.bin$/.test(name));
/** The files that a visit stores: the snapshot, two WebAssembly files, the groups of modules. */
export const STORED = 4 + GROUPS.length;

const PEER = `http://localhost:${PORTS.server}`;

export interface Console {
  log: string[];
  warning: string[];
  error: string[];
}

/** The lines of the page's console from now on. */
export function listen(page: Page): Console {
  const said: Console = { log: [], warning: [], error: [] };
  page.on("console", (message) => {
    const type = message.type() as keyof Console;
    if (!(type in said)) return;
    // The browser's own messages about failed requests do not count.
    if (!/^Failed to load (resource|module)/.test(message.text())) said[type].push(message.text());
  });
  page.on("pageerror", (error) => said.error.push(`uncaught: ${error.message}`));
  return said;
}

interface Contexts {
  /** The context of the pages that tests share, with its caches. */
  plain: BrowserContext;
  /** The same, where the test server serves pages under POLICY. */
  strict: BrowserContext;
}

/** The strict policy of the README. Trusted Types forbid HTML from strings. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

function contextOf(
  options: BrowserContextOptions,
): WorkerFixture<BrowserContext, PlaywrightWorkerArgs> {
  return async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: PEER, ...options });
    await use(context);
    await context.close();
  };
}

export const test = base.extend<{ said: Console }, Contexts>({
  said: async ({ page }, use) => use(listen(page)),
  plain: [contextOf({}), { scope: "worker" }],
  strict: [contextOf({ extraHTTPHeaders: { "x-policy": POLICY } }), { scope: "worker" }],
});

const built = (name: string) => existsSync(`dist/pyodide/${name}`);

/** How pages of this dist/ start. */
export const START = built("snapshot.bin") ? "snapshot" : "plain";

/** Defines a test of the quick start: skipped if the build could not make all of it. */
export const quickstart = START === "snapshot" && built("pyodide.deferred.wasm") ? test : test.skip;

/** What `pyodideBrowser.ready` resolves to. */
export function ready(page: Page): Promise<{ errors: string[] }> {
  return page.evaluate(() => {
    const { pyodideBrowser } = globalThis as unknown as {
      pyodideBrowser: { ready: Promise<{ errors: string[] }> };
    };
    return pyodideBrowser.ready;
  });
}

export { expect };
