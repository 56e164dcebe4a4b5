/** A page with what it said on its console. */

import { test as base, expect, type Page } from "@playwright/test";

export interface Console {
  log: string[];
  warning: string[];
  error: string[];
}

export const test = base.extend<{ said: Console }>({
  said: async ({ page }, use) => {
    const said: Console = { log: [], warning: [], error: [] };
    page.on("console", (message) => {
      const type = message.type() as keyof Console;
      if (!(type in said)) return;
      // The browser's own lines on failed loads are not ours.
      if (!message.text().startsWith("Failed to load resource")) said[type].push(message.text());
    });
    page.on("pageerror", (error) => said.error.push(`uncaught: ${error.message}`));
    await use(said);
  },
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
