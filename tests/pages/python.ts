/** Python in a page: its start, its output, and responses that a test changes. */

import type { Page, Route } from "@playwright/test";
import { expect, ready } from "./helpers";

interface Api {
  start: string;
  pyodide: { runPythonAsync(code: string): Promise<string> };
}

export function startOf(page: Page): Promise<string> {
  return page.evaluate(
    () => (globalThis as unknown as { pyodideBrowser: Api }).pyodideBrowser.start,
  );
}

/** The value of the last line, a str. */
export function python(page: Page, ...lines: string[]): Promise<string> {
  return page.evaluate(
    (code) =>
      (globalThis as unknown as { pyodideBrowser: Api }).pyodideBrowser.pyodide.runPythonAsync(
        code,
      ),
    lines.join("\n"),
  );
}

export async function open(page: Page, name = "bundle"): Promise<void> {
  await page.goto(`/pages/${name}.html`);
  expect(await ready(page)).toEqual({ errors: [] });
  await expect(page.locator("#result")).toHaveText("Python runs");
}

export type Break = (route: Route) => Promise<void>;

export async function changed(route: Route, change: (body: Buffer) => Buffer): Promise<void> {
  // A slow plain start requests the heads of all files.
  if (route.request().method() === "HEAD") return route.continue();
  const response = await route.fetch();
  await route.fulfill({ response, body: change(Buffer.from(await response.body())) });
}

export function replaced(route: Route, text: string, other: string): Promise<void> {
  return changed(route, (body) => {
    const at = body.indexOf(text);
    expect(at).toBeGreaterThan(0);
    body.write(other, at);
    return body;
  });
}
