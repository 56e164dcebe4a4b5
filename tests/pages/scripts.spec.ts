/** `<script type="text/python">`: order, names, errors, and how a page learns of the end. */

import { readFileSync } from "node:fs";
import { PORTS } from "../../playwright.config";
import { expect, ready, test } from "./helpers";

test("scripts run in order, each in a module of its own", async ({ page, said }) => {
  await page.goto("/pages/order.html");
  expect(await ready(page)).toEqual({ errors: [] });
  expect(said.log).toEqual([
    "first __main__",
    "second second False",
    "third __main__1",
    "fourth __main__2",
    "fifth __main__3 second",
  ]);
});

test("the event on document carries the same as the promise", async ({ page }) => {
  await page.addInitScript(() => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    document.addEventListener("pyodide-browser:ready", (event) => {
      seen.push((event as CustomEvent).detail);
    });
  });
  await page.goto("/pages/order.html");
  await ready(page);
  expect(await page.evaluate("globalThis.seen")).toEqual([{ errors: [] }]);
});

test("one script's error is a traceback of its own lines, and stops no other", async ({
  page,
  said,
}) => {
  await page.goto("/pages/errors.html");
  const { errors } = await ready(page);
  await expect.poll(() => said.log.length).toBe(2);
  expect(said.log.sort()).toEqual(["the last script ran", "the other callback ran"]);
  const of = (text: string) => said.error.find((error) => error.includes(text)) ?? "";
  const [raising, syntax, missing] = [of("#raising"), of("#syntax"), of("nowhere.py")];
  const [chained, callback] = [of("#chained"), of("#callback")];
  for (const error of [raising, syntax, missing, chained]) expect(errors).toContain(error);
  expect(said.error).toHaveLength(5);
  expect(raising).toBe(
    [
      "Traceback (most recent call last):",
      '  File "errors.html#raising", line 4, in <module>',
      "    fail()",
      "    ~~~~^^",
      '  File "errors.html#raising", line 2, in fail',
      '    raise ValueError("from the first script")',
      "ValueError: from the first script",
    ].join("\n"),
  );
  expect(syntax).toContain('File "errors.html#syntax", line 1');
  expect(syntax).toContain("SyntaxError: '(' was never closed");
  expect(syntax).not.toContain("/lib/");
  expect(missing).toContain("/pages/nowhere.py");
  expect(missing).toContain("404");
  expect(callback).toBe(
    [
      "Traceback (most recent call last):",
      '  File "errors.html#callback", line 4, in broken',
      '    raise KeyError("in a callback")',
      "KeyError: 'in a callback'",
    ].join("\n"),
  );
  expect(chained).toContain('File "errors.html#chained", line 5');
  expect(chained).toContain("The above exception was the direct cause");
  expect(chained).not.toContain("/lib/");
  expect(said.warning.join()).toContain("errors.html#chained:3: UserWarning: take care");
});

test("the lines in the README run as they stand", async ({ page, said }) => {
  const html = /```html\n(.*?)```/s.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";
  const body = html.replace('src="', 'src="/dist/');
  await page.route("**/pages/readme.html", (route) =>
    route.fulfill({ contentType: "text/html", body }),
  );
  await page.route("**/api/hello*", (route) => route.fulfill({ body: "Hello, Ada" }));
  await page.goto("/pages/readme.html");
  await expect(page.locator("body")).toHaveText("Hello, Ada");
  expect(said.error).toEqual([]);
});

test("a script's id does not shadow the standard library", async ({ page, said }) => {
  await page.goto("/pages/shadow.html");
  expect(await ready(page)).toEqual({ errors: [] });
  await expect.poll(() => said.log).toEqual(["mine json", "[1]", "{'ok': True}"]);
});

test("dist/ works from another origin", async ({ page, said }) => {
  expect(PORTS.other).toBe(8742); // which the page names
  await page.goto("/pages/other_origin.html");
  expect(await ready(page)).toEqual({ errors: [] });
  expect(said.log).toEqual(["third __main__"]);
});
