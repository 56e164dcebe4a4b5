/**
 * Which call works where. Writes docs/where.md when WRITE_DOCS is set, else compares with it: the
 * table says what was run.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "./helpers";

const DOCUMENT = "docs/where.md";

const CONTEXTS = {
  "a page's script": "where.html?",
  "a callback in a page": "where.html?callback",
  "a notebook's cell, in a page": "where_host.html?",
  "a notebook's cell, in a worker": "where_host.html?worker&",
};

const HEAD = `# Where what works

Made by \`tests/pages/where.spec.ts\` in Chromium, which has JSPI (JavaScript Promise Integration: WebAssembly can be
suspended); for the columns without, it was taken away. Firefox has it, WebKit does not.

`;

test("the table of what works where says what was run", async ({ browser }) => {
  test.setTimeout(120_000);
  const columns: [string, Record<string, string>][] = [];
  for (const [context, url] of Object.entries(CONTEXTS)) {
    for (const jspi of [true, false]) {
      const page = await browser.newPage();
      if (!jspi) await page.addInitScript("delete WebAssembly.Suspending");
      const query = url.includes("host") && !jspi ? "nojspi" : "";
      await page.goto(`/pages/${url}${query}`);
      const found = JSON.parse((await page.evaluate("globalThis.result")) as string);
      expect(found.error).toBeUndefined();
      columns.push([`${context}, ${jspi ? "JSPI" : "no JSPI"}`, found]);
      await page.close();
    }
  }
  const calls = Object.keys(columns[0]?.[1] ?? {});
  const same = (a: Record<string, string>, b: Record<string, string>) =>
    calls.every((call) => a[call] === b[call]);
  // Two columns that say the same become one.
  const merged: [string, Record<string, string>][] = [];
  for (let i = 0; i < columns.length; i += 2) {
    const [one, other] = [columns[i], columns[i + 1]];
    if (!one || !other) continue;
    if (same(one[1], other[1])) merged.push([one[0].replace(", JSPI", ""), one[1]]);
    else merged.push(one, other);
  }
  const row = (cells: string[]) => `| ${cells.join(" | ")} |\n`;
  const text =
    HEAD +
    row(["", ...merged.map(([title]) => title)]) +
    row(["---", ...merged.map(() => "---")]) +
    calls.map((call) => row([call, ...merged.map(([, found]) => found[call] ?? "")])).join("");
  if (process.env.WRITE_DOCS) writeFileSync(DOCUMENT, text);
  expect(readFileSync(DOCUMENT, "utf8")).toBe(text);
});
