/** The examples, as a person uses them. */

import { createHash } from "node:crypto";
import { PORTS } from "../../playwright.config";
import { expect, ready, test } from "./helpers";

const EXAMPLES = `http://localhost:${PORTS.examples}`;

for (const name of ["long-way.html", "short-way.html"]) {
  test(`the seed's example, ${name}, shows the server's answer`, async ({ page, said }) => {
    await page.goto(`${EXAMPLES}/${name}`);
    await expect(page.locator("#result")).toContainText('"form":[["x","0"],["y","1"]]');
    await expect(page.locator("#result")).toContainText('"method":"POST"');
    expect(said.error).toEqual([]);
  });
}

test("the front page leads to every example, and to its source", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/`);
  await expect(page.locator("#examples .source")).toHaveCount(13);
  const links = await page
    .locator("#examples a:not(.source)")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  for (const link of links) {
    await page.goto(link);
    expect(await ready(page), link).toEqual({ errors: [] });
  }
  expect(links).toHaveLength(13);
  expect(said.error).toEqual([]);
});

test("files chosen with the file chooser reach the server byte by byte", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/upload.html`);
  await expect(page.locator("#result")).toHaveText("Ready.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator("#result")).toHaveText("Choose a file first.");

  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256));
  const choosing = page.waitForEvent("filechooser");
  await page.locator("#files").click();
  const chooser = await choosing;
  await chooser.setFiles([
    { name: "bytes.bin", mimeType: "application/octet-stream", buffer: bytes },
    { name: "ünïcode ✓.txt", mimeType: "text/plain", buffer: Buffer.from("café") },
  ]);
  await page.getByRole("button", { name: "Send" }).click();
  const sha = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  await expect(page.locator("#result")).toContainText(`bytes.bin: 100000 bytes, sha256 ${sha}`);
  await expect(page.locator("#result")).toContainText("ünïcode ✓.txt: 5 bytes");
  await expect(page.locator("#bar")).toHaveJSProperty("value", 1);
  expect(said.error).toEqual([]);
});
