/** Options, imports over HTTP, scripts that come later, packages, errors in the page. */

import { expect, ready, test } from "./helpers";

test("modules and packages beside the page and in the python path are imported", async ({
  page,
  said,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/pages/imports.html");
  const { errors } = await ready(page);
  expect(said.log).toEqual([
    "beside beside True",
    "inner parcel_",
    "from the python path",
    "missing",
  ]);

  // A missing module costs two requests a folder, once; the standard library's none.
  const nowhere = asked.filter((path) => path.includes("nowhere_at_all"));
  expect(nowhere).toHaveLength(4);
  expect(asked.filter((path) => /winapi|msvcrt|json/.test(path.split("/").pop() ?? ""))).toEqual([
    "/dist/pyodide/pyodide-lock.json",
  ]);
  expect(asked.filter((path) => path.endsWith("nothing.py"))).toHaveLength(1);

  const [raising, unparsable] = errors;
  expect(errors).toHaveLength(2);
  expect(raising).toBe(
    [
      "Traceback (most recent call last):",
      '  File "imports.html#broken", line 1, in <module>',
      "    import raising",
      '  File "raising.py", line 5, in <module>',
      "    fail()",
      "    ~~~~^^",
      '  File "raising.py", line 2, in fail',
      '    raise ValueError("in a module")',
      "ValueError: in a module",
    ].join("\n"),
  );
  expect(unparsable).toContain('File "unparsable_module.py", line 1');
  expect(unparsable).toContain("x = = 1");
});

test("brython(options) in onload applies before the first script", async ({ page, said }) => {
  await page.goto("/pages/options.html");
  expect(await ready(page)).toEqual({ errors: [] });
  expect(said.log).toEqual(["one ['a', 'b'] from the python path", "three"]);
  expect(said.warning.join()).toContain("unknown option 'colour'");
});

test("a page without head, with brython(2) in onload and the script at the end", async ({
  page,
  said,
}) => {
  await page.goto("/pages/onload.html");
  expect(await ready(page)).toEqual({ errors: [] });
  await expect(page.locator("#result")).toHaveText("ran");
  expect(said.log[0]).toContain("print(document.select");
});

test("a script that comes later runs too, after those that the page came with", async ({
  page,
  said,
}) => {
  await page.goto("/pages/later.html");
  expect(await ready(page)).toEqual({ errors: [] });
  await expect.poll(() => said.log).toEqual(["first", "third", "second 1"]);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.type = "text/python";
    script.textContent = "print('from JavaScript')";
    document.body.append(script);
  });
  await expect.poll(() => said.log.length).toBe(4);
});

test("declared packages are there; a missing one is told; errors show as text", async ({
  page,
  said,
}) => {
  await page.goto("/pages/packages.html");
  const { errors } = await ready(page);
  expect(said.log).toEqual(["IniConfig", "runs all the same"]);
  expect(errors[0]).toContain("data-packages: ");
  expect(errors[0]).toContain("no-such-package");
  expect(errors[1]).toContain("ValueError: <b>shown</b>");
  await expect(page.getByRole("alert")).toHaveCount(2);
  await expect(page.getByRole("alert").last()).toContainText("ValueError: <b>shown</b>");
});

test("async= as a keyword of old programs", async ({ page, said }) => {
  await page.goto("/pages/async.html");
  expect(await ready(page)).toEqual({ errors: [] });
  expect(said.log).toEqual(["complete 1", "2"]);
});
