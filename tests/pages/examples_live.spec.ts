/** The larger examples that go on by themselves: live log, chat, a long computation. */

import type { Page } from "@playwright/test";
import { PORTS } from "../../playwright.config";
import { expect, test } from "./helpers";

const EXAMPLES = `http://localhost:${PORTS.examples}`;

/** Of the lines shown. */
async function numbers(page: Page): Promise<number[]> {
  return (await page.locator("#log p").allTextContents()).map(Number.parseFloat);
}

test("live log: grows, pauses and goes on without a gap", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/log.html`);
  await expect.poll(async () => (await numbers(page)).length).toBeGreaterThan(8);
  await expect(page.locator("#status")).toHaveText(/^Line \d+; asked \d+ s ago\.$/);
  const log = page.getByRole("log");
  const distance = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  expect(await distance()).toBeLessThan(20);

  await page.getByRole("button", { name: "Pause" }).click();
  const paused = await numbers(page);
  await expect(page.locator("#status")).toHaveText(`Paused after line ${paused.at(-1)}.`);
  let requests = 0;
  page.on("request", () => requests++);
  await page.waitForTimeout(1500);
  expect(await numbers(page)).toEqual(paused);
  expect(requests).toBe(0);

  await page.getByRole("button", { name: "Resume" }).click();
  await expect.poll(async () => (await numbers(page)).length).toBeGreaterThan(paused.length + 4);
  const all = await numbers(page);
  expect(all).toEqual(consecutive(all));
  expect(said.error).toEqual([]);
});

test("live log: a server that is away is said, and asked again", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/log.html`);
  await expect(page.locator("#status")).toContainText("asked");
  await page.route("**/api/log*", (route) => route.abort());
  await expect(page.locator("#status")).toHaveText("The server does not answer. Trying again…");
  await page.unroute("**/api/log*");
  await expect(page.locator("#status")).toContainText("asked");
  const all = await numbers(page);
  expect(all).toEqual(consecutive(all));

  // One that says nothing is given up after five seconds.
  await page.route("**/api/log*", () => {});
  await expect(page.locator("#status")).toHaveText("The server does not answer. Trying again…");
  await page.unroute("**/api/log*");
  await expect(page.locator("#status")).toContainText("asked");
  expect(said.error).toEqual([]);
});

/** From the first one on, without a gap. */
function consecutive(all: number[]): number[] {
  return all.map((_, i) => (all[0] ?? 0) + i);
}

/** A second person; `said` is what their console says of errors. */
async function another(page: Page): Promise<{ other: Page; errors: string[] }> {
  const other = await page.context().newPage();
  const errors: string[] = [];
  other.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  other.on("pageerror", (error) => errors.push(error.message));
  return { other, errors };
}

test("chat: two people see each other, and nobody in another room", async ({ page, said }) => {
  const room = `room ${Date.now()} ✓/?`;
  const url = (name: string) => `${EXAMPLES}/chat.html?room=${encodeURIComponent(name)}`;
  const write = async (who: Page, name: string, text: string) => {
    await who.getByLabel("Name").fill(name);
    await who.getByLabel("Message").fill(text);
    await who.keyboard.press("Enter");
    await expect(who.getByLabel("Message")).toHaveValue("");
  };
  const lines = (who: Page) => who.getByRole("log").locator("p");

  await page.goto(url(room));
  await expect(page.getByRole("status")).toHaveText(`Connected: 1 person in “${room}”.`);
  const { other, errors } = await another(page);
  await other.goto(url(room));
  for (const who of [page, other]) {
    await expect(who.getByRole("status")).toHaveText(`Connected: 2 people in “${room}”.`);
  }
  const { other: outside, errors: outsideErrors } = await another(page);
  await outside.goto(url("elsewhere"));
  await expect(outside.getByRole("status")).toContainText("Connected");

  await write(page, "Ada", "Hello, anybody?");
  await expect(lines(other)).toHaveText(["Ada: Hello, anybody?"]);
  await write(other, "Grace", "<b>Here</b> I am & “well”");
  for (const who of [page, other]) {
    await expect(lines(who)).toHaveText([
      "Ada: Hello, anybody?",
      "Grace: <b>Here</b> I am & “well”",
    ]);
  }
  await expect(other.getByLabel("Message")).toBeFocused();
  await write(page, "  ", "who am I?");
  await expect(lines(page).last()).toHaveText("the server wants a name and a text");
  await expect(lines(other)).toHaveCount(2);
  await expect(lines(outside)).toHaveCount(0);

  await other.close();
  await expect(page.getByRole("status")).toHaveText(`Connected: 1 person in “${room}”.`);
  expect([said.error, errors, outsideErrors]).toEqual([[], [], []]);
});

test("chat: the name stays, and a lost connection comes back", async ({ page, said }) => {
  // Between the page and the server, to cut the line.
  const cuts: (() => Promise<void>)[] = [];
  await page.routeWebSocket("**/api/chat/**", (socket) => {
    socket.connectToServer();
    cuts.push(() => socket.close());
  });
  await page.goto(`${EXAMPLES}/chat.html?room=cut-${Date.now()}`);
  const status = page.getByRole("status");
  await expect(status).toContainText("Connected: 1 person");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Message").fill("one");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log")).toHaveText("Ada: one");

  await cuts[0]?.();
  await expect(status).toHaveText("The connection is closed. Trying again in 2 seconds…");
  await expect(page.getByLabel("Message")).toBeDisabled();
  await expect(status).toContainText("Connected: 1 person");
  await expect(page.getByLabel("Message")).toBeEnabled();
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
  expect(said.error).toEqual([]);
});

test("primes: the page can be used while it counts, and stop it", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/primes.html`);
  const status = page.getByRole("status");
  await expect(status).toHaveText("Ready.");
  await page.getByLabel("Below").fill("1000");
  await page.keyboard.press("Enter");
  await expect(status).toHaveText(/^168 primes below 1,000 in \d\.\d\d s\.$/);
  await expect(page.locator("#result")).toHaveText("168 primes, the latest 997");

  await page.getByLabel("Below").fill("10000000");
  await page.getByRole("button", { name: "Count" }).click();
  await expect(page.getByRole("button", { name: "Count" })).toBeDisabled();
  const value = () => page.locator("#bar").evaluate((bar: HTMLProgressElement) => bar.value);
  await expect.poll(value).toBeLessThan(0.5); // anew
  const before = await value();
  await page.getByLabel("Meanwhile, write").pressSequentially("still here");
  await expect(page.locator("#length")).toHaveText("10 characters");
  await expect.poll(value).toBeGreaterThan(before);

  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(status).toHaveText(/^Cancelled: [\d,]+ primes up to [\d,]+\.$/);
  await expect(page.getByRole("button", { name: "Cancel" })).toBeDisabled();
  const after = await value();
  expect(after).toBeLessThan(1);
  await page.waitForTimeout(300);
  expect(await value()).toBe(after);

  await page.getByLabel("Below").fill("100000");
  await page.getByRole("button", { name: "Count" }).click();
  await expect(status).toContainText("9,592 primes below 100,000");
  expect(said.error).toEqual([]);
});
