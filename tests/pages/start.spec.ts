/** A strict policy works. A start that fails soon reports the reason. */

import { expect, ready, test } from "./helpers";

test("a strict Content Security Policy with Trusted Types holds", async ({ page, said }) => {
  await page.goto("/pages/strict.html");
  expect(await ready(page)).toEqual({ errors: [] });
  await expect(page.locator("#result")).toHaveText("answered text moved");
  expect(said.error).toEqual([]);
});

test("a policy that forbids WebAssembly is named", async ({ page, said }) => {
  await page.goto("/pages/no_wasm.html");
  const { errors } = await ready(page);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("'wasm-unsafe-eval'");
  expect(said.error).toContain(errors[0]);
  await expect(page.getByRole("alert")).toContainText("'wasm-unsafe-eval'");
});

for (const [name, html] of [
  // The quick start does without these.
  ["pyodide.mjs", "bundle_off"],
  ["pyodide.asm.mjs", "bundle_off"],
  ["pyodide.asm.wasm", "bundle_off"],
  ["python_stdlib.zip", "bundle_off"],
  ["pyodide_browser.zip", "bundle_off"],
  ["pyodide_browser_shim.mjs", "plain"],
] as const) {
  const path = `/dist/pyodide/${name}`;
  const pattern = `**${path}*`;

  test(`a server without ${name} is named`, async ({ page, said }) => {
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: "nothing here" }));
    await page.goto(`/pages/${html}.html`);
    const { errors } = await ready(page);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`${path}: HTTP status 404`);
    expect(said.error).toContain(errors[0]);
    await expect(page.getByRole("alert")).toContainText("HTTP status 404");
  });

  test(`a ${name} that cannot be reached is named`, async ({ page }) => {
    await page.route(pattern, (route) => route.abort());
    await page.goto(`/pages/${html}.html`);
    const { errors } = await ready(page);
    expect(errors[0]).toContain(`${path} cannot be reached`);
    await expect(page.getByRole("alert")).toBeVisible();
  });
}

test("offline is named", async ({ page, context }) => {
  await page.route("**/pyodide-browser.js", async (route) => {
    const response = await route.fetch();
    await context.setOffline(true);
    await route.fulfill({ response });
  });
  await page.goto("/pages/plain.html");
  const { errors } = await ready(page);
  expect(errors[0]).toContain("offline");
});
