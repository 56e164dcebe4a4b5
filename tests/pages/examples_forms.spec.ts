/** The larger examples that are forms and lists: to-do list, login, calculator, table, two scripts. */

import { PORTS } from "../../playwright.config";
import { expect, test } from "./helpers";

const EXAMPLES = `http://localhost:${PORTS.examples}`;

test("to-do: what is added, ticked and deleted is so on the server", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/todo.html`);
  const status = page.getByRole("status");
  await expect(status).toHaveText("Nothing to do.");
  const lines = page.getByRole("listitem");
  const field = page.getByLabel("New");

  await field.fill("Buy milk");
  await field.press("Enter");
  await expect(lines).toHaveText(["Buy milkDelete"]);
  await expect(field).toHaveValue("");
  await field.fill("<b>bold</b> & more");
  await page.getByRole("button", { name: "Add" }).click();
  await field.fill("Call Ada");
  await field.press("Enter");
  await expect(status).toHaveText("3 of 3 to do");
  await expect(lines.nth(1)).toContainText("<b>bold</b> & more");

  await page.getByLabel("Buy milk", { exact: true }).click();
  await expect(status).toHaveText("2 of 3 to do");
  await expect(page.getByLabel("Buy milk", { exact: true })).toBeChecked();
  await expect(lines.first()).toHaveClass("done");
  await page.getByRole("button", { name: "Delete Call Ada" }).click();
  await expect(status).toHaveText("1 of 2 to do");

  await page.reload();
  await expect(status).toHaveText("1 of 2 to do");
  await expect(lines).toHaveText(["Buy milkDelete", "<b>bold</b> & moreDelete"]);
  await expect(page.getByLabel("Buy milk", { exact: true })).toBeChecked();
  await page.getByLabel("Buy milk", { exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(status).toHaveText("2 of 2 to do");
  await expect(lines.first()).not.toHaveClass("done");

  // Another list knows nothing of this one.
  await page.goto(`${EXAMPLES}/todo.html?list=another-${Date.now()}`);
  await expect(status).toHaveText("Nothing to do.");
  expect(said.error).toEqual([]);
});

test("to-do: what the server refuses is said, and the list stays", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/todo.html?list=refused-${Date.now()}`);
  const status = page.getByRole("status");
  await expect(status).toHaveText("Nothing to do.");
  await page.getByLabel("New").fill("   ");
  await page.keyboard.press("Enter");
  await expect(status).toHaveText("That did not work: a title has 1 to 200 characters");
  await page.getByLabel("New").fill("Water the plants");
  await page.keyboard.press("Enter");
  await expect(status).toHaveText("1 of 1 to do");

  await page.route("**/api/todo/**", (route) => route.abort());
  await page.getByLabel("Water the plants", { exact: true }).click();
  await expect(status).toContainText("That did not work: network error");
  await expect(page.getByLabel("Water the plants", { exact: true })).not.toBeChecked();
  await expect(page.getByRole("listitem")).toHaveCount(1);
  expect(said.error).toEqual([]);
});

test("to-do: the back end refuses what is no item", async ({ request }) => {
  const url = `${EXAMPLES}/api/todo/bad-${Date.now()}`;
  const headers = { "content-type": "application/json" };
  for (const data of ["", "{", "[]", "{}", '{"title": 1}', '{"title": " "}', "[".repeat(99_999)]) {
    expect((await request.post(url, { data: Buffer.from(data), headers })).status()).toBe(400);
  }
  const { id } = await (await request.post(url, { data: { title: "x" } })).json();
  expect((await request.patch(`${url}/${id}`, { data: { done: "yes" } })).status()).toBe(400);
  expect((await request.patch(`${url}/999999`, { data: { done: true } })).status()).toBe(404);
  expect((await request.delete(`${url}/${id}`)).status()).toBe(204);
  expect((await request.delete(`${url}/${id}`)).status()).toBe(404);
});

test("login: a wrong password is refused, the right one greets", async ({ page, said }) => {
  const posts: Record<string, string>[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/login")) posts.push(request.headers());
  });
  await page.goto(`${EXAMPLES}/login.html`);
  const status = page.getByRole("status");
  await expect(status).toHaveText("Ready.");

  await page.getByLabel("Name").fill("ada");
  await page.getByLabel("Password").fill("byron");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(status).toHaveText("Error 403: wrong name or password");
  await expect(page.getByRole("button", { name: "Log out" })).toBeHidden();
  await expect(page.getByLabel("Password")).toBeFocused();
  await expect(page.getByLabel("Password")).toHaveValue("");

  await page.keyboard.type("lovelace");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hello, Ada!" })).toBeVisible();
  await expect(page.getByLabel("Password")).toBeHidden();
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === "csrftoken")?.value;
  expect(token).toBeTruthy();
  expect(posts.map((headers) => headers["x-csrftoken"])).toEqual([token, token]);

  await page.reload(); // the session is a cookie
  await expect(page.getByRole("heading", { name: "Hello, Ada!" })).toBeVisible();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(status).toHaveText("Logged out.");
  await expect(page.getByLabel("Password")).toBeVisible();
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(["csrftoken"]);
  expect(said.error).toEqual([]);
});

test("login: without the header nobody gets in", async ({ request }) => {
  const form = { user: "ada", password: "lovelace" };
  await request.get(`${EXAMPLES}/api/session`);
  for (const token of ["", "guessed", "gué"]) {
    const headers = { "x-csrftoken": Buffer.from(token).toString("latin1") };
    const answer = await request.post(`${EXAMPLES}/api/login`, { form, headers });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain("CSRF token");
  }
  expect((await request.get(`${EXAMPLES}/api/greeting`)).status()).toBe(401);
});

test("calculator: clicked and typed", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/calculator.html`);
  const shown = page.locator("#shown");
  await expect(shown).toHaveText("0");
  const click = async (keys: string) => {
    for (const key of keys) await page.locator("button", { hasText: key }).click();
  };
  await click("12+3×4=");
  await expect(shown).toHaveText("24");
  await click("5"); // a digit starts anew
  await expect(shown).toHaveText("5");
  await click("C(1−9)÷4=");
  await expect(shown).toHaveText("−2");
  await click("×5="); // an operator goes on
  await expect(shown).toHaveText("−10");

  const type = async (keys: string, result: string) => {
    await page.keyboard.press("Escape");
    await page.keyboard.type(keys);
    await page.keyboard.press("Enter");
    await expect(shown).toHaveText(result);
  };
  await type("0.1+0.2", "0.3");
  await type("10/4", "2.5");
  await type("8-2-1", "5");
  await type("5+*2", "10"); // the last operator counts
  await type("100*1000", "100000");
  await type("1/3", "0.333333333333");
  await type("1/0", "Error");
  await type("(2+3", "Error");
  await type("007", "7");
  await type("9999999999999*9999999999999", "1E+26");
  await page.keyboard.type("/1E"); // E is no key
  await expect(shown).toHaveText("1E+26÷1");
  await page.keyboard.press("Enter");
  await expect(shown).toHaveText("1E+26");
  await page.keyboard.press("Escape");
  await page.keyboard.type("123");
  await page.keyboard.press("Backspace");
  await expect(shown).toHaveText("12");

  await page.getByRole("button", { name: "plus" }).focus();
  await page.keyboard.press("Enter"); // the key that has the focus
  await expect(shown).toHaveText("12+");
  expect(said.error).toEqual([]);
});

test("table: sorted by its heads, filtered while typing", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/table.html`);
  const status = page.getByRole("status");
  await expect(status).toHaveText("36 of 36");
  const column = (number: number) => page.locator(`tbody td:nth-child(${number})`);
  const head = (name: string) => page.getByRole("columnheader", { name });
  await expect(column(2).first()).toHaveText("H");
  await expect(head("Number")).toHaveAttribute("aria-sort", "ascending");

  await page.getByRole("button", { name: "Name" }).click();
  await expect(head("Name")).toHaveAttribute("aria-sort", "ascending");
  await expect(head("Number")).toHaveAttribute("aria-sort", "none");
  const names = await column(3).allTextContents();
  expect(names).toEqual([...names].sort());
  expect(names).toHaveLength(36);
  await page.getByRole("button", { name: "Name" }).press("Enter");
  await expect(head("Name")).toHaveAttribute("aria-sort", "descending");
  await expect(column(3).first()).toHaveText("Zinc");

  await page.getByRole("button", { name: "Mass" }).click();
  const masses = (await column(4).allTextContents()).map(Number);
  expect(masses).toEqual([...masses].sort((a, b) => a - b)); // as numbers, not as text

  await page.getByLabel("Filter").pressSequentially("ON");
  await expect(status).toHaveText("7 of 36");
  await expect(page.locator("tbody tr")).toHaveCount(7);
  await page.getByLabel("State").selectOption("gas");
  await expect(column(3)).toHaveText(["Neon", "Argon", "Krypton"]);
  await page.getByLabel("Filter").fill("nothing like this");
  await expect(status).toHaveText("0 of 36");
  await expect(page.locator("tbody tr")).toHaveCount(0);
  expect(said.error).toEqual([]);
});

test("two scripts: each uses the other, and both the module beside", async ({ page, said }) => {
  await page.goto(`${EXAMPLES}/two_scripts.html`);
  const status = page.getByRole("status");
  await expect(status).toHaveText("The scripts are called expenses and view.");
  const add = async (what: string, amount: string) => {
    await page.getByLabel("Expense").fill(what);
    await page.getByLabel("Amount").fill(amount);
    await page.keyboard.press("Enter");
  };
  await add("Train", "12.50");
  await expect(status).toHaveText("expenses and view agree: 1 in all.");
  await expect(page.getByLabel("Expense")).toBeFocused();
  await add("<i>Soup</i>", "7,25");
  await add("Hotel", "1200");
  const lines = page.getByRole("listitem");
  await expect(lines).toHaveText([
    "Train12.50Remove",
    "<i>Soup</i>7.25Remove",
    "Hotel1,200.00Remove",
  ]);
  await expect(page.locator("#total")).toHaveText("Total: 1,219.75");
  await page.getByRole("button", { name: "Remove Train" }).click();
  await expect(page.locator("#total")).toHaveText("Total: 1,207.25");
  await expect(lines).toHaveCount(2);

  await add("Tea", "two");
  await expect(status).toHaveText("'two' is no amount: write it as 12 or 12.50");
  await add(" ", "2");
  await expect(status).toHaveText("what was it for?");
  await expect(lines).toHaveCount(2);
  expect(said.error).toEqual([]);
});
