/** Modules that the memory snapshot lacks: in groups, loaded when a script imports them. */

import { expect, quickstart, ready } from "./helpers";
import { type Break, changed, open, python, startOf } from "./python";

quickstart("a script waits for the modules that it imports", async ({ page, said }) => {
  const asked: string[] = [];
  await page.route("**/library.*", async (route) => {
    asked.push(`${route.request().resourceType()} ${route.request().url().split("/").pop()}`);
    if (asked.length === 1) await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await open(page, "bundle_late");
  expect(await startOf(page)).toBe("snapshot");
  expect(asked[0]).toMatch(/^fetch library\.data\.bin/);
  expect(asked.filter((line) => line.startsWith("xhr"))).toEqual([]);
  expect(said).toEqual({ log: [], warning: [], error: [] });
});

quickstart(
  "a module that no script names is loaded when it is imported",
  async ({ page, said }) => {
    const asked: string[] = [];
    await page.route("**/library.data.bin*", (route) => {
      asked.push(route.request().resourceType());
      return route.request().resourceType() === "xhr" ? route.continue() : new Promise(() => {});
    });
    await page.goto("/pages/bundle_hidden.html");
    await expect(page.locator("#result")).toHaveText("Python runs");
    // No other request has a response; the background may repeat its own later.
    expect(asked).toContain("xhr");
    expect(said).toEqual({ log: [], warning: [], error: [] });
  },
);

function flipped(body: Buffer): Buffer {
  body[5000] = (body[5000] as number) ^ 1;
  return body;
}

const BREAKS_OF_GROUPS: [name: string, break_: Break][] = [
  ["is missing", (route) => route.fulfill({ status: 404, body: "nothing here" })],
  ["is out of reach", (route) => route.abort()],
  ["is cut short", (route) => changed(route, (body) => body.subarray(0, 10_000))],
  ["has a wrong bit", (route) => changed(route, (body) => flipped(body))],
];

for (const [name, break_] of BREAKS_OF_GROUPS) {
  quickstart(`where a group of modules ${name}, all modules are loaded`, async ({ page, said }) => {
    await page.route("**/library.data.bin*", break_);
    await open(page, "bundle_late");
    expect(await startOf(page)).toBe("snapshot");
    expect(await python(page, "import random, csv; csv.__name__")).toBe("csv");
    expect(said.warning).toHaveLength(1);
    expect(said.warning[0]).toContain("library.data.bin cannot be used");
  });
}

quickstart("the zip may be of another build", async ({ page }) => {
  await page.route("**/library.data.bin*", (route) => route.abort());
  // All that it holds is four bytes further on.
  await page.route("**/python_stdlib.zip", (route) =>
    changed(route, (body) => Buffer.concat([Buffer.from("more"), body])),
  );
  await open(page, "bundle_late");
});

quickstart("without group and zip the import fails with advice", async ({ page, said }) => {
  await page.route("**/library.data.bin*", (route) => route.abort());
  await page.route("**/python_stdlib.zip", (route) => route.abort());
  await page.goto("/pages/bundle_late.html");
  const { errors } = await ready(page);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(
    "ImportError: a part of Python, library.data.bin, could not be loaded",
  );
  expect(errors[0]).toContain("reload the page");
  expect(errors[0]).toContain("import csv");
  expect(said.error).toEqual(errors);
});
