/** The README keeps its word. */

import { readFileSync } from "node:fs";
import { expect, test } from "./helpers";

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
