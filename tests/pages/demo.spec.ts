/** The demo: its front page, and the editor with its console and its network panel. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PORTS } from "../../playwright.config";
import { expect, START, test } from "./helpers";

const DEMO = `http://localhost:${PORTS.examples}`;
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** The violations that axe-core finds: rule and elements. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe comes without types here
    const found = await (globalThis as any).axe.run({ iframes: false });
    // biome-ignore lint/suspicious/noExplicitAny: the same
    return found.violations.map((one: any) =>
      [one.id, ...one.nodes.map((node: { target: string[] }) => node.target)].join(" "),
    );
  });
}

async function opened(page: Page, program: string): Promise<void> {
  await page.goto(`${DEMO}/editor.html#program=${program}`);
  await expect(page.locator("#status")).toContainText("Python started and ran");
}

const rows = (page: Page) => page.locator("#requests tr");
const shown = (page: Page) => page.frameLocator("#page iframe").locator("body");

test("the front page shows its script, the response, and its requests", async ({ page, said }) => {
  await page.goto(`${DEMO}/`);
  await expect(page.locator("#result")).toContainText("200: GET /api/echo?name=Ada");
  await expect(page.locator("#code")).toContainText('ajax.get("/api/echo"');
  await expect(page.locator("#started")).toContainText(
    START === "snapshot" ? "from its memory snapshot" : "without its memory snapshot",
  );
  await expect(rows(page)).toHaveText([/GET\/api\/echo\?name=Ada&\d+200\d+ ms.*four-lines:7/]);
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(rows(page)).toHaveCount(2);
  expect(said.error).toEqual([]);
});

for (const [program, text, requests] of [
  ["hello.py", "The server was asked GET /api/echo?name=Ada", 1],
  ["form.py", "language = HTML", 1],
  ["upload.py", "2000000 bytes, sha256", 1],
  ["failures.py", "status 404, error None", 4],
  ["together.py", "", 5],
  ["stream.py", "print(len(shown.children)", 1],
  ["clock.py", "", 0],
] as const) {
  test(`${program} runs in the editor`, async ({ page, said }) => {
    await opened(page, program);
    await expect(shown(page)).toContainText(text);
    await expect(rows(page)).toHaveCount(requests);
    await expect(page.locator("#requests progress")).toHaveCount(0);
    expect(said.error).toEqual([]);
    await expect(page.locator("#lines .error")).toHaveCount(0);
  });
}

test("the network panel tells the four failures apart, and leads to the Python line", async ({
  page,
}) => {
  await opened(page, "failures.py");
  for (const how of ["404", "network error", "timed out", "aborted"]) {
    await expect(rows(page).filter({ hasText: how })).toHaveCount(1);
  }
  await rows(page).filter({ hasText: "timed out" }).getByRole("button").click();
  await expect(page.locator("#source .marked")).toContainText("ontimeout=");
});

test("what a program prints is on the console; an error marks its line", async ({ page }) => {
  await opened(page, "together.py");
  await expect(page.locator("#lines .log")).toContainText(/^3\.0 s of waiting in [12]\.\d s$/);
  await opened(page, "error.py");
  await expect(page.locator("#lines .error")).toContainText("KeyError: 'items'");
  await expect(page.locator("#source .marked")).toContainText('req.json["items"]');
});

test("a page runs beside its source, and as it is changed", async ({ page, said }) => {
  await opened(page, "short-way.html");
  await expect(shown(page)).toContainText('"form":[["x","0"],["y","1"]]');
  await rows(page).getByRole("button").click();
  await expect(page.locator("#source .marked")).toContainText("ajax.post(");
  const source = page.getByRole("textbox", { name: "Source" });
  await source.press("Control+Home");
  await source.press("Control+Enter");
  await expect(rows(page)).toHaveCount(1);
  expect(said.error).toEqual([]);
});

test("by keyboard: write, run, leave the editor, choose; a link keeps the program", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await opened(page, "hello.py");
  const source = page.getByRole("textbox", { name: "Source" });
  await source.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("from browser import document\ndocument <= 'ünïcode ✓'");
  await page.keyboard.press("Control+Enter");
  await expect(shown(page)).toHaveText("ünïcode ✓");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(source).not.toBeFocused();
  await page.getByRole("button", { name: "Copy link" }).press("Enter");
  await expect(page.locator("#status")).toContainText("clipboard");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(shown(other)).toHaveText("ünïcode ✓");
  await other.locator("#choice").selectOption("hello.py");
  await expect(shown(other)).toContainText("The server was asked");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe-core finds nothing, ${colorScheme}, on a desk and on a phone`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`${DEMO}/`);
    await expect(page.locator("#result")).toContainText("200");
    const desk = await violations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const narrow = await violations(page);
    const wide = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
    expect([...desk, ...narrow, await wide()]).toEqual([false]);
    await opened(page, "error.py");
    await expect(page.locator("#source .marked")).toHaveCount(1);
    expect([...(await violations(page)), await wide()]).toEqual([false]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
}
