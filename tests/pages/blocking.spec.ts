/** A blocking request with a timeout waits in a page's script without freezing the page. */

import { expect, ready, test } from "./helpers";

test("in a script's body a blocking request has its timeout", async ({ page, said }) => {
  await page.goto("/pages/suspend.html");
  expect(await ready(page)).toEqual({ errors: [] });
  expect(said.log).toEqual([
    "ontimeout",
    "RequestTimeout 0",
    "complete answered",
    "answered",
    "5",
    "/text?body=again",
    "stands still: True",
    "stays alive: True",
  ]);
  expect(said.warning).toEqual([]);
});
