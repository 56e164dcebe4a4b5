/** The start from a memory snapshot: the same Python as without it. */

import { readFileSync } from "node:fs";
import { expect, quickstart, ready, STORED, test } from "./helpers";
import { type Break, changed, open, python, replaced, startOf } from "./python";
import { SIDE_MODULE, written } from "./side_module";

/** In the page: how many files are stored for the next visit. */
async function storedFiles(): Promise<number> {
  const [name] = await caches.keys();
  return name ? (await (await caches.open(name)).keys()).length : 0;
}

quickstart("the snapshot is used, and nothing is printed", async ({ page, said }) => {
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  expect(said).toEqual({ log: [], warning: [], error: [] });
});

quickstart(
  "on a slow line, a page requests only what its first statement needs",
  async ({ page }) => {
    const requests: string[] = [];
    let first: string[] = [];
    page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.route(/snapshot\.bin/, async (route) => {
      // Longer than a plain start waits before it looks for missing files.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      first = [...requests];
      await route.continue();
    });
    await open(page);
    const needed = [
      "bundle.html",
      "pyodide-browser.js",
      "pyodide.initial.wasm",
      "pyodide.patched.mjs",
      "pyodide_browser_shim.mjs",
      "snapshot.bin",
    ];
    const paths = first.map((request) => request.replace(/\?.*/, "").replace(/http.*\//, ""));
    expect(paths.sort()).toEqual(needed.map((name) => `GET ${name}`));
  },
);

test("data-snapshot=off starts Python without the snapshot", async ({ page, said }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "bundle_off");
  expect(await startOf(page)).toBe("plain");
  expect(asked.filter((url) => url.includes("snapshot.bin"))).toEqual([]);
  expect(said.warning).toEqual([]);
});

quickstart("two pages draw different numbers", async ({ page }) => {
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

quickstart("stored files are not requested, unless one is damaged", async ({ page, said }) => {
  let asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  await expect.poll(() => page.evaluate(storedFiles)).toBe(STORED);
  asked = [];
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  expect(asked.filter((path) => /wasm|snapshot|library/.test(path))).toEqual([]);
  for (const [file, how] of [
    ["snapshot.bin", "is cut short"],
    ["snapshot.bin", "has a wrong end"],
    ["pyodide.initial.wasm", "is cut short"],
    ["pyodide.next.wasm", "is cut short"],
    ["pyodide.deferred.wasm", "is cut short"],
    ["library.others.bin", "is cut short"],
  ] as const) {
    await expect.poll(() => page.evaluate(storedFiles)).toBe(STORED);
    await page.evaluate(damage, [file, how] as const);
    asked = [];
    await open(page);
    await expect.poll(() => asked.some((path) => path.includes(file)), file).toBe(true);
    expect(await python(page, "import cmath; str(cmath.sqrt(-4))")).toBe("2j");
    expect(await startOf(page), file).toBe("snapshot");
  }
  expect(said).toEqual({ log: [], warning: [], error: [] });
});

/** In the page: damages a stored file. */
async function damage([name, how]: readonly [string, "is cut short" | "has a wrong end"]) {
  const [cacheName] = await caches.keys();
  const cache = await caches.open(cacheName as string);
  const [request] = (await cache.keys()).filter(({ url }) => url.includes(name));
  const response = (await cache.match(request as Request)) as Response;
  let bytes = new Uint8Array(await response.arrayBuffer());
  if (how === "is cut short") bytes = bytes.slice(0, bytes.length / 2);
  else bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  await cache.put(request as Request, new Response(bytes, { headers: response.headers }));
}

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

quickstart("a binary module is linked and called", async ({ page }) => {
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  const answer = await python(
    page,
    written(SIDE_MODULE),
    "side = ctypes.PyDLL('/tmp/side.so')",
    "for function in (side.direct, side.indirect):",
    "    function.argtypes, function.restype = [ctypes.c_long], ctypes.py_object",
    "str([side.direct(41), side.indirect(10_000)])",
  );
  expect(answer).toBe("[41, 10000]");
});

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
    "snapshot.bin is damaged",
    (route) => changed(route, (body) => body.subarray(0, 3_000_000)),
  ],
  ...[1000, 4_000_000].map(
    (at): BrokenFile => [
      `a snapshot has a wrong bit at ${at}`,
      "snapshot.bin*",
      "snapshot.bin is damaged",
      (route) =>
        changed(route, (body) => {
          body[at] = (body[at] as number) ^ 1;
          return body;
        }),
    ],
  ),
  [
    "the core is missing",
    "pyodide.patched.mjs*",
    "pyodide.patched.mjs",
    (route) => route.fulfill({ status: 404, body: "nothing here" }),
  ],
  [
    "the core is no JavaScript",
    "pyodide.patched.mjs*",
    "Unexpected",
    (route) => changed(route, (body) => body.subarray(1000)),
  ],
  [
    "Pyodide is of another build",
    "pyodide.patched.mjs*",
    "belongs to another build of Pyodide",
    (route) => replaced(route, 'BUILD_ID:"', 'BUILD_ID:"00'),
  ],
  [
    "the WebAssembly file is another one",
    "pyodide.initial.wasm*",
    "pyodide.initial.wasm belongs to another build",
    (route) => replaced(route, "division by zero", "division by nil!"),
  ],
  [
    "the WebAssembly file is split in another way",
    "pyodide.initial.wasm*",
    "pyodide.initial.wasm belongs to another build",
    (route) =>
      changed(route, (body) => {
        const text = body.toString("latin1");
        const [id] = text.match(/(?<=deferred )[0-9a-f]{16}/) as [string];
        return Buffer.from(text.replaceAll(id, "another split id"), "latin1");
      }),
  ],
  [
    "the WebAssembly file is missing",
    "pyodide.initial.wasm*",
    "HTTP status 404",
    (route) => route.fulfill({ status: 404, body: "nothing here" }),
  ],
];

for (const [name, file, says, break_] of BREAKS) {
  quickstart(`where ${name}, Python starts plainly and warns once`, async ({ page, said }) => {
    await page.route(`**/${file}`, break_);
    await open(page);
    expect(await startOf(page)).toBe("plain");
    expect(said.warning).toHaveLength(1);
    expect(said.warning[0]).toContain("the snapshot could not be used; Python starts without it");
    expect(said.warning[0]).toContain(says);
    expect(await python(page, "import re; re.sub('a', 'b', 'aa')")).toBe("bb");
  });
}

const LATER = ["pyodide.next.wasm", "pyodide.deferred.wasm"];
const BREAKS_OF_LATER: [name: string, says: string, break_: Break][] = [
  [
    "is missing",
    "HTTP status 404",
    (route) => route.fulfill({ status: 404, body: "nothing here" }),
  ],
  ["is out of reach", "cannot be reached", (route) => route.abort()],
  [
    "is cut short",
    "extends past end of the module",
    (route) => changed(route, (body) => body.subarray(0, 100_000)),
  ],
  [
    "is of another build",
    "table import requires a WebAssembly.Table",
    (route) => replaced(route, "deferred ", "Deferred "),
  ],
];

for (const file of LATER) {
  for (const [name, says, break_] of BREAKS_OF_LATER) {
    quickstart(`a page whose ${file} ${name} runs and reports it`, async ({ page, said }) => {
      await page.route(`**/${file}*`, break_);
      await page.goto("/pages/bundle.html");
      await ready(page);
      await expect(page.locator("#result")).toHaveText("Python runs");
      // After three repetitions, with pauses.
      await expect.poll(() => said.error.length, { timeout: 45_000 }).toBe(1);
      expect(said.error[0]).toContain("a part of Python could not be loaded");
      expect(said.error[0]).toContain(file);
      expect(said.error[0]).toContain(says);
      if (file === "pyodide.deferred.wasm") {
        expect(await python(page, "import re; re.sub('a', 'b', 'aa')")).toBe("bb");
      }
    });
  }
}

quickstart(
  "looking up an export whose name only the deferred file has loads that file",
  async ({ page }) => {
    // The request in the background never has a response; the lookup sends one that blocks.
    await page.route("**/pyodide.deferred.wasm*", (route) =>
      route.request().resourceType() === "xhr" ? route.continue() : new Promise(() => {}),
    );
    await page.goto("/pages/bundle.html");
    await expect(page.locator("#result")).toHaveText("Python runs");
    const kinds = await page.evaluate(() => {
      const { pyodide } = (globalThis as unknown as { pyodideBrowser: { pyodide: object } })
        .pyodideBrowser;
      const module = (pyodide as { _module: Record<string, unknown> })._module;
      return ["_PyLong_AsDouble", "_PyBool_Type", "_no_such"].map((name) => typeof module[name]);
    });
    expect(kinds).toEqual(["function", "number", "undefined"]);
  },
);

for (const file of LATER) {
  quickstart(`Python that needs a missing ${file} raises an error`, async ({ page }) => {
    await page.route(`**/${file}*`, (route) => route.fulfill({ status: 404 }));
    await page.goto("/pages/deferred.html");
    const { errors } = await ready(page);
    expect(errors.join()).toContain(file);
    expect(errors.join()).toContain("HTTP status 404");
  });
}

/** Which data comes with the later WebAssembly files: [offset, end]. */
function deferredData(): [number, number][] {
  const file = readFileSync("dist/pyodide/snapshot.bin");
  const header = JSON.parse(file.toString("utf8", 24, 24 + file.readUInt32LE(4)));
  const parts: [number, number][] = header.dataParts;
  return parts.slice(1).map(([end], i) => {
    const [offset, length] = parts[i] as [number, number];
    return [offset + length, end];
  });
}

/** In each page: fills data before Python starts, as if a later file brought it. */
function fillData(ranges: [number, number][]): void {
  type Instantiate = (module: WebAssembly.Module, imports: object) => Promise<WebAssembly.Instance>;
  const api = WebAssembly as unknown as { instantiate: Instantiate };
  const { instantiate } = api;
  api.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    const memory = instance.exports?.memory as WebAssembly.Memory | undefined;
    for (const [offset, end] of memory ? ranges : []) {
      new Uint8Array((memory as WebAssembly.Memory).buffer).fill(0xaa, offset, end);
    }
    return instance;
  };
}

for (const name of ["bundle", "async", "imports", "order", "trace"]) {
  quickstart(
    `${name}.html reads no data of the later files before they are loaded`,
    async ({ page, said }) => {
      await page.goto(`/pages/${name}.html`);
      const expected = await ready(page);
      await page.waitForLoadState("networkidle");
      const printed = structuredClone(said);
      for (const lines of Object.values(said)) lines.length = 0;
      const ranges = deferredData();
      expect(ranges.length).toBeGreaterThan(9);
      await page.addInitScript(fillData, ranges);
      let release = () => {};
      const released = new Promise<void>((done) => {
        release = done;
      });
      await page.route(/pyodide\.(next|deferred)\.wasm/, async (route) => {
        // A blocking request is one of a function that needs the file.
        if (route.request().resourceType() === "fetch") await released;
        await route.continue();
      });
      await page.evaluate(async () => {
        for (const each of await caches.keys()) await caches.delete(each);
      });
      await page.reload();
      expect(await ready(page)).toEqual(expected);
      expect(await startOf(page)).toBe("snapshot");
      release();
      await page.waitForLoadState("networkidle");
      expect(said).toEqual(printed);
    },
  );
}

quickstart("with functions in another order Python starts plainly", async ({ page, said }) => {
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
  expect(said.warning[0]).toContain("orders the WebAssembly functions differently");
});

quickstart(
  "a start that fails altogether is one error; a warning says why it was not quick",
  async ({ page, said }) => {
    await page.route("**/snapshot.bin*", (route) => route.fulfill({ status: 404 }));
    await page.route("**/python_stdlib.zip", (route) => route.fulfill({ status: 404 }));
    await page.goto("/pages/bundle.html");
    const { errors } = await ready(page);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("python_stdlib.zip: HTTP status 404");
    expect(said.warning).toHaveLength(1);
    expect(said.warning[0]).toMatch(/snapshot\.bin\S*: HTTP status 404$/);
  },
);
