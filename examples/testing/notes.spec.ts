import { expect, type Page, test } from "@playwright/test";

/** Waits for Python; fails with its tracebacks. */
async function open(page: Page) {
  await page.goto("/index.html");
  const ready = await page.evaluate("pyodideBrowser.ready");
  expect(ready).toEqual({ errors: [] });
}

test("with responses of the test", async ({ page }) => {
  await page.route("**/api/login?*", (route) => route.fulfill({ json: {} }));
  await page.route("**/api/notes?*", (route) =>
    route.fulfill({ json: [{ id: 1, text: "from the test" }] }),
  );
  await open(page);
  await expect(page.locator("#list li")).toContainText("from the test");
});

test("with recorded responses", async ({ page }) => {
  await page.routeFromHAR("examples/testing/notes.har", {
    url: "**/api/**",
    update: Boolean(process.env.RECORD),
    updateContent: "embed",
  });
  await page.route(/\?\d+$/, (route, request) =>
    route.fallback({ url: request.url().split("?")[0] }),
  );
  await open(page);
  await page.getByLabel("name").fill("ada");
  await page.getByLabel("password").fill("lovelace");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("a new note")).toBeVisible();
  await page.getByLabel("a new note").fill("recorded");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.locator("#list li")).toContainText("recorded");
});
