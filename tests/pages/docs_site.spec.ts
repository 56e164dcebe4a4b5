/** The site that `make docs` makes, as a reader uses it. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./helpers";

const SITE = "/built/docs";
/** Text, code, pictures, wide tables, signatures. */
const PAGES = ["index", "errors", "hosting", "where", "brython-differences", "benchmarks"];
PAGES.push("reference/ajax", "reference/dom");

function toOtherServers(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!/^(http:\/\/localhost|data:|blob:)/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

test("fits a phone, says nothing on the console, asks no other server", async ({ page, said }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  const asked = toOtherServers(page);
  for (const name of PAGES) {
    await page.goto(`${SITE}/${name}.html`, { waitUntil: "domcontentloaded" });
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(wide, name).toBeLessThanOrEqual(0);
  }
  expect(asked).toEqual([]);
  expect(said.error).toEqual([]);
});

test("is searched without a server", async ({ page }) => {
  await page.goto(`${SITE}/index.html`);
  await page.locator(".md-search__input").first().pressSequentially("onuploadprogress");
  await expect(page.locator(".md-search-result__link").first()).toHaveAttribute("href", /uploads/);
});

test("an example is run by a link that holds its code", async ({ page }) => {
  await page.goto(`${SITE}/reference/timer.html`);
  const link = page.getByRole("link", { name: "Run" });
  const href = await link.evaluate((a) => (a as HTMLAnchorElement).href);
  const { pathname, hash } = new URL(href);
  expect(pathname).toBe("/built/editor.html");
  const code = Buffer.from(hash.replace("#code=", ""), "base64url").toString();
  expect(readFileSync("docs/reference/timer.md", "utf8")).toContain(`\`\`\`python\n${code}\`\`\``);
});

test("every module has a page with its functions", async ({ page }) => {
  await page.goto(`${SITE}/reference/ajax.html`);
  for (const name of ["get", "file_upload", "Ajax.bind", "Ajax.status", "NetworkError"]) {
    await expect(page.locator(`[id="browser.ajax.${name}"]`)).toBeVisible();
  }
});
