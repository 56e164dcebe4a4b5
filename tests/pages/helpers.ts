/** A page with what it said on its console. */

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

const PEER = `http://localhost:${PORTS.peer}`;

export interface Console {
  log: string[];
  warning: string[];
  error: string[];
}

/** From now on, what the page says on its console. */
export function listen(page: Page): Console {
  const said: Console = { log: [], warning: [], error: [] };
  page.on("console", (message) => {
    const type = message.type() as keyof Console;
    if (!(type in said)) return;
    // The browser's own lines on failed loads are not ours.
    if (!message.text().startsWith("Failed to load resource")) said[type].push(message.text());
  });
  page.on("pageerror", (error) => said.error.push(`uncaught: ${error.message}`));
  return said;
}

interface Contexts {
  /** Of the pages that tests share: what is cached and compiled stays. */
  plain: BrowserContext;
  /** The same, where the peer serves pages under POLICY. */
  strict: BrowserContext;
}

/** What a page works under, as the README says; Trusted Types forbid HTML from strings. */
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
