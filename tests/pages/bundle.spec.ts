/** The quick start from a memory snapshot: it is Python as new, and when it fails, so is the other. */

import type { Page, Route } from "@playwright/test";
import { expect, ready, test } from "./helpers";
import { SIDE_MODULE } from "./side_module";

interface Api {
  start: string;
  pyodide: { runPythonAsync(code: string): Promise<string> };
}

function startOf(page: Page): Promise<string> {
  return page.evaluate(
    () => (globalThis as unknown as { pyodideBrowser: Api }).pyodideBrowser.start,
  );
}

/** The value of the last line, a str. */
function python(page: Page, ...lines: string[]): Promise<string> {
  return page.evaluate(
    (code) =>
      (globalThis as unknown as { pyodideBrowser: Api }).pyodideBrowser.pyodide.runPythonAsync(
        code,
      ),
    lines.join("\n"),
  );
}

async function open(page: Page, name = "bundle"): Promise<void> {
  await page.goto(`/pages/${name}.html`);
  expect(await ready(page)).toEqual({ errors: [] });
  await expect(page.locator("#result")).toHaveText("Python runs");
}

/** In the page: how many files are kept for the next visit. */
async function keptFiles(): Promise<number> {
  const [name] = await caches.keys();
  return name ? (await (await caches.open(name)).keys()).length : 0;
}

test("the snapshot is used, and nothing is said", async ({ page, said }) => {
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  expect(said).toEqual({ log: [], warning: [], error: [] });
});

test("data-snapshot=off starts Python anew", async ({ page, said }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "bundle_off");
  expect(await startOf(page)).toBe("plain");
  expect(asked.filter((url) => url.includes("snapshot.bin"))).toEqual([]);
  expect(said.warning).toEqual([]);
});

test("two pages draw different numbers", async ({ page }) => {
  const drawn: string[][] = [];
  for (let load = 0; load < 2; load++) {
    await open(page);
    expect(await startOf(page)).toBe("snapshot");
    const numbers = await python(
      page,
      "import json, os, random, secrets, ssl, tempfile, uuid",
      "values = [random.random(), random.Random().random(), secrets.token_hex(), uuid.uuid4().hex,",
      "    uuid.uuid1().node, os.urandom(8).hex(), ssl.RAND_bytes(8).hex(), tempfile.mktemp()]",
      "json.dumps([str(value) for value in values])",
    );
    drawn.push(JSON.parse(numbers));
  }
  const [first, second] = drawn as [string[], string[]];
  expect(first.filter((value, index) => value === second[index])).toEqual([]);
});

test("modules that the snapshot does not hold are imported", async ({ page }) => {
  await open(page);
  const answer = await python(
    page,
    "import sys",
    "new = [name for name in ('csv', 'decimal', 'html.parser') if name not in sys.modules]",
    "import csv, decimal, html.parser, xml.etree.ElementTree, browser.highlight",
    "f'{new} {decimal.Decimal(1) / 8} {next(csv.reader([\"a,b\"]))}'",
  );
  expect(answer).toBe("['csv', 'decimal', 'html.parser'] 0.125 ['a', 'b']");
});

test("a module that is needed before the zip is there is waited for", async ({ page, said }) => {
  const order: string[] = [];
  await page.route("**/python_stdlib.zip", (route) => {
    order.push(route.request().resourceType());
    return route.continue();
  });
  await open(page, "bundle_late");
  expect(await startOf(page)).toBe("snapshot");
  expect(order).toEqual(["xhr"]);
  expect(said).toEqual({ log: [], warning: [], error: [] });
});

test("the second visit asks for no megabytes", async ({ page }) => {
  await open(page);
  await expect.poll(() => page.evaluate(keptFiles)).toBe(3);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  expect(asked.filter((path) => /wasm|snapshot/.test(path))).toEqual([]);
});

for (const file of ["snapshot.bin", "pyodide.first.wasm", "pyodide.rest.wasm"]) {
  test(`a kept ${file} that is cut short is asked for again`, async ({ page, said }) => {
    await open(page);
    await expect.poll(() => page.evaluate(keptFiles)).toBe(3);
    await page.evaluate(async (name) => {
      const [cacheName] = await caches.keys();
      const cache = await caches.open(cacheName as string);
      const [request] = (await cache.keys()).filter(({ url }) => url.includes(name));
      const response = await cache.match(request as Request);
      const { headers } = response as Response;
      const half = (await (response as Response).arrayBuffer()).slice(0, 1_000_000);
      await cache.put(request as Request, new Response(half, { headers }));
    }, file);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await open(page);
    await expect.poll(() => asked.some((url) => url.includes(file))).toBe(true);
    expect(await python(page, "import cmath; str(cmath.sqrt(-4))")).toBe("2j");
    expect(await startOf(page)).toBe("snapshot");
    expect(said).toEqual({ log: [], warning: [], error: [] });
  });
}

test("a zip that is another one than at the build is read anew", async ({ page, said }) => {
  // All that it holds lies four bytes further on.
  await page.route("**/pyodide_browser.zip", (route) =>
    changed(route, (body) => Buffer.concat([Buffer.from("more"), body])),
  );
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  expect(await python(page, "import browser.highlight", "browser.highlight.__name__")).toBe(
    "browser.highlight",
  );
  expect(said.warning).toHaveLength(1);
  expect(said.warning[0]).toContain("pyodide_browser.zip is not the one");
});

test("asyncio, requests and JavaScript work", async ({ page }) => {
  await open(page);
  const answer = await python(
    page,
    "import asyncio, js, pyodide_js",
    "from browser import ajax, window",
    "done = asyncio.get_running_loop().create_future()",
    "ajax.get('/text?body=answered', oncomplete=lambda req: done.set_result(req.text))",
    "text = await asyncio.wait_for(done, 5)",
    "f'{text} {js.document.title} {window.Math.max(1, 2)} {pyodide_js.version}'",
  );
  expect(answer).toMatch(/^answered bundle 2 \d/);
});

test.describe("in another country", () => {
  test.use({ locale: "pt-BR", timezoneId: "America/New_York" });

  test("time zone and language are the page's", async ({ page }) => {
    const said: string[] = [];
    for (const name of ["bundle", "bundle_off"]) {
      await open(page, name);
      const lines = [
        "import os, time",
        "zone = time.tzname, time.timezone, time.altzone, time.daylight",
        "str((zone, time.localtime(0)[:5], time.strftime('%Z', time.localtime(0)), os.environ))",
      ];
      said.push(await python(page, ...lines));
    }
    expect(said[0]).toContain("(('UTC-0500', 'UTC-0400'), 18000, 14400, 1)");
    expect(said[0]).toContain("'LANG': 'pt_BR.UTF-8'");
    expect(said[0]).toBe(said[1]);
  });
});

test("a binary module is linked and called", async ({ page }) => {
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  const answer = await python(
    page,
    "import ctypes, pathlib",
    `pathlib.Path("/tmp/side.so").write_bytes(bytes.fromhex("${SIDE_MODULE}"))`,
    "side = ctypes.PyDLL('/tmp/side.so')",
    "for function in (side.direct, side.indirect):",
    "    function.argtypes, function.restype = [ctypes.c_long], ctypes.py_object",
    "str([side.direct(41), side.indirect(10_000)])",
  );
  expect(answer).toBe("[41, 10000]");
});

type Break = (route: Route) => Promise<void>;

async function changed(route: Route, change: (body: Buffer) => Buffer): Promise<void> {
  // A slow start asks for the heads of all files.
  if (route.request().method() === "HEAD") return route.continue();
  const response = await route.fetch();
  await route.fulfill({ response, body: change(Buffer.from(await response.body())) });
}

function replaced(route: Route, text: string, other: string): Promise<void> {
  return changed(route, (body) => {
    const at = body.indexOf(text);
    expect(at).toBeGreaterThan(0);
    body.write(other, at);
    return body;
  });
}

type BrokenFile = [name: string, file: string, says: string, break_: Break];

const BREAKS: BrokenFile[] = [
  [
    "a snapshot is missing",
    "snapshot.bin*",
    "HTTP status 404",
    (route) => route.fulfill({ status: 404, body: "nothing here" }),
  ],
  ["a snapshot is out of reach", "snapshot.bin*", "cannot be reached", (route) => route.abort()],
  [
    "a snapshot is cut short",
    "snapshot.bin*",
    "not the bytes that were built",
    (route) => changed(route, (body) => body.subarray(0, 5_000_000)),
  ],
  ...[1000, 7_000_000].map(
    (at): BrokenFile => [
      `a snapshot has a wrong bit at ${at}`,
      "snapshot.bin*",
      "not the bytes that were built",
      (route) =>
        changed(route, (body) => {
          body[at] = (body[at] as number) ^ 1;
          return body;
        }),
    ],
  ),
  [
    "the core is missing",
    "pyodide.lean.mjs*",
    "pyodide.lean.mjs",
    (route) => route.fulfill({ status: 404, body: "nothing here" }),
  ],
  [
    "the core is no JavaScript",
    "pyodide.lean.mjs*",
    "Unexpected",
    (route) => changed(route, (body) => body.subarray(1000)),
  ],
  [
    "Pyodide is of another build",
    "pyodide.lean.mjs*",
    "is for another Pyodide",
    (route) => replaced(route, 'BUILD_ID:"', 'BUILD_ID:"00'),
  ],
  [
    "the WebAssembly file is another one",
    "pyodide.first.wasm*",
    "pyodide.first.wasm is not the one",
    (route) => replaced(route, "division by zero", "division by nil!"),
  ],
  [
    "the WebAssembly file is split in another way",
    "pyodide.first.wasm*",
    "pyodide.first.wasm is not the one",
    (route) =>
      changed(route, (body) => {
        const text = body.toString("latin1");
        const [id] = text.match(/(?<=rest )[0-9a-f]{16}/) as [string];
        return Buffer.from(text.replaceAll(id, "another split id"), "latin1");
      }),
  ],
  [
    "the WebAssembly file is missing",
    "pyodide.first.wasm*",
    "HTTP status 404",
    (route) => route.fulfill({ status: 404, body: "nothing here" }),
  ],
];

for (const [name, file, says, break_] of BREAKS) {
  test(`where ${name}, Python starts anew with one warning`, async ({ page, said }) => {
    await page.route(`**/${file}`, break_);
    await open(page);
    expect(await startOf(page)).toBe("plain");
    expect(said.warning).toHaveLength(1);
    expect(said.warning[0]).toContain(says);
    expect(await python(page, "import re; re.sub('a', 'b', 'aa')")).toBe("bb");
  });
}

const BREAKS_OF_REST: [name: string, says: string, break_: Break][] = [
  [
    "is missing",
    "HTTP status 404",
    (route) => route.fulfill({ status: 404, body: "nothing here" }),
  ],
  ["is out of reach", "cannot be reached", (route) => route.abort()],
  [
    "is cut short",
    "cannot be used",
    (route) => changed(route, (body) => body.subarray(0, 100_000)),
  ],
  ["is of another build", "cannot be used", (route) => replaced(route, "rest ", "Rest ")],
];

for (const [name, says, break_] of BREAKS_OF_REST) {
  test(`where the rest of the WebAssembly file ${name}, the page runs and says so`, async ({
    page,
    said,
  }) => {
    await page.route("**/pyodide.rest.wasm*", break_);
    await page.goto("/pages/bundle.html");
    await ready(page);
    await expect(page.locator("#result")).toHaveText("Python runs");
    await expect.poll(() => said.error.length).toBe(1);
    expect(said.error[0]).toContain("the rest of Python could not be loaded");
    expect(said.error[0]).toContain("pyodide.rest.wasm");
    expect(said.error[0]).toContain(says);
    expect(await python(page, "import re; re.sub('a', 'b', 'aa')")).toBe("bb");
  });
}

test("who needs the rest, and cannot have it, is told why", async ({ page }) => {
  await page.route("**/pyodide.rest.wasm*", (route) => route.fulfill({ status: 404 }));
  await page.goto("/pages/rest.html");
  const { errors } = await ready(page);
  expect(errors.join()).toContain("pyodide.rest.wasm");
  expect(errors.join()).toContain("HTTP status 404");
});

test("a browser that orders functions differently starts Python anew", async ({ page, said }) => {
  await page.addInitScript(() => {
    const { prototype } = WebAssembly.Table;
    const { get } = prototype;
    prototype.get = function (index) {
      return get.call(this, index === 970 ? 873 : index);
    };
  });
  await open(page);
  expect(await startOf(page)).toBe("plain");
  expect(said.warning).toHaveLength(1);
  expect(said.warning[0]).toContain("orders the functions");
});

test("a start that fails altogether says so, and nothing of the snapshot", async ({
  page,
  said,
}) => {
  await page.route("**/python_stdlib.zip", (route) => route.fulfill({ status: 404 }));
  await page.goto("/pages/bundle.html");
  const { errors } = await ready(page);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("python_stdlib.zip: HTTP status 404");
  expect(said.warning).toEqual([]);
});
