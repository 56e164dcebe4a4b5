/** The wheel in hosts that start Pyodide themselves: a page of its own, a worker. */

import type { Page } from "@playwright/test";
import { expect, test } from "./helpers";

const result = (page: Page) => page.evaluate("globalThis.result");

test("install() makes the wheel work under a strict policy", async ({ page }) => {
  await page.goto("/pages/host.html?install");
  expect(await result(page)).toBe("answered");
});

test("where the policy forbids the wheel to set itself up, the error says what to do", async ({
  page,
}) => {
  await page.goto("/pages/host.html");
  expect(await result(page)).toContain("install(pyodide)");
});

test("the wheel sets itself up in a worker, where `document` says that workers have none", async ({
  page,
}) => {
  await page.goto("/pages/worker.html");
  const answer = (await result(page)) as string;
  expect(answer).toContain("['café ✓', 'café ✓', True, True, 'RequestTimeout', 'NetworkError'");
  expect(answer).toContain("a worker has no document: only the page has one");
  expect(answer).toContain("True]");
});
