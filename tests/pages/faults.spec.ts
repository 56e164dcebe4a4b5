/** Each way in which a file of the start can be broken ends in a page that runs, or in one error. */

import type { Page } from "@playwright/test";
import { type FaultName, test } from "./faulty_server";
import { type Console, expect, ready } from "./helpers";
import { python, startOf } from "./python";

interface Api {
  pyodide: { loadPackage(name: string): unknown };
}

/** The error of `loadPackage("numpy")`. */
function packageError(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { pyodide } = (globalThis as unknown as { pyodideBrowser: Api }).pyodideBrowser;
    try {
      await pyodide.loadPackage("numpy");
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  });
}

/** Opens a page whose timers run at once until `reached`. */
async function openQuickly(page: Page, url: string, reached: () => Promise<boolean>) {
  await page.clock.install();
  await page.goto(url);
  await expect(async () => {
    await page.clock.runFor(10_000);
    expect(await reached()).toBe(true);
  }).toPass({ timeout: 50_000, intervals: [200] });
}

/** Timers that run at once make each start a slow one. */
function withoutSlow({ warning, ...others }: Console): Console {
  return { ...others, warning: warning.filter((text) => !text.includes("still loading")) };
}

const runs = (page: Page) => async () =>
  (await page.locator("#result").textContent()) === "Python runs";

const PLAIN_STARTS: [file: string, faults: FaultName[]][] = [
  ["snapshot.bin", ["is an error of the server", "breaks off half way", "is empty"]],
  ["snapshot.bin", ["is an HTML page", "never arrives", "stalls half way"]],
  ["pyodide.initial.wasm", ["breaks off half way", "is cut short", "is an HTML page"]],
  ["pyodide.initial.wasm", ["is empty", "stalls half way"]],
  ["pyodide.patched.mjs", ["breaks off half way", "is an HTML page", "never arrives"]],
];

for (const [file, faults] of PLAIN_STARTS) {
  for (const fault of faults) {
    test(`where ${file} ${fault}, Python starts without it`, async ({ page, said, server }) => {
      server.break(file, fault);
      await openQuickly(page, server.url("bundle"), runs(page));
      expect(await ready(page)).toEqual({ errors: [] });
      expect(await startOf(page)).toBe("plain");
      const { warning, error } = withoutSlow(said);
      expect(warning).toHaveLength(1);
      expect(warning[0]).toContain("Python starts without it");
      expect(warning[0]).toContain(file);
      expect(error).toEqual([]);
    });
  }
}

for (const file of ["snapshot.bin", "pyodide.initial.wasm", "pyodide.next.wasm"]) {
  test(`the MIME type of ${file} does not matter`, async ({ page, said, server }) => {
    server.break(file, "has a wrong MIME type");
    await page.goto(server.url("bundle"));
    expect(await ready(page)).toEqual({ errors: [] });
    expect(await startOf(page)).toBe("snapshot");
    expect(said).toEqual({ log: [], warning: [], error: [] });
  });
}

for (const [name, file, fault] of [
  ["bundle", "pyodide_browser_shim.mjs", "breaks off half way"],
  ["bundle", "pyodide_browser_shim.mjs", "never arrives"],
  ["bundle_off", "pyodide.mjs", "stalls half way"],
  ["bundle_off", "pyodide.asm.wasm", "breaks off half way"],
  ["bundle_off", "python_stdlib.zip", "breaks off half way"],
  ["bundle_off", "pyodide_browser.zip", "stalls half way"],
] as const) {
  test(`where ${file} ${fault}, there is one error`, async ({ page, said, server }) => {
    server.break(file, fault);
    await openQuickly(page, server.url(name), async () => said.error.length > 0);
    const { errors } = await ready(page);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("Python could not be started");
    expect(errors[0]).toContain("/dist/pyodide/");
  });
}

for (const page_ of ["bundle", "bundle_off"]) {
  for (const fault of ["is missing", "is cut short", "breaks off half way"] as const) {
    test(`where the lock file ${fault}, ${page_} runs, and only packages cannot be loaded`, async ({
      page,
      said,
      server,
    }) => {
      server.break("pyodide-lock.json", fault);
      await openQuickly(page, server.url(page_), runs(page));
      expect(await ready(page)).toEqual({ errors: [] });
      const message = packageError(page);
      await page.clock.runFor(10_000);
      expect(await message).toContain("packages cannot be loaded: GET http://localhost:");
      expect(await message).toContain("pyodide-lock.json");
      expect(await message).toContain("upload pyodide-lock.json of this build again");
      expect(await python(page, "import csv; csv.__name__")).toBe("csv");
      expect(withoutSlow(said)).toEqual({ log: [], warning: [], error: [] });
    });
  }
}

test("where the lock file is missing, data-packages reports it", async ({ page, server }) => {
  server.break("pyodide-lock.json", "is missing");
  await page.goto(server.url("numpy"));
  const { errors } = await ready(page);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("data-packages: packages cannot be loaded: GET http://localhost:");
  expect(errors[0]).toContain("pyodide-lock.json: HTTP status 404");
  await expect(page.locator("#result")).toHaveText("Python runs");
});

test("a lock file whose connection breaks once is requested again", async ({ page, server }) => {
  server.break("pyodide-lock.json", "breaks off half way", 1);
  await openQuickly(page, server.url("bundle"), runs(page));
  await page.clock.runFor(2_000);
  expect(await packageError(page)).not.toContain("packages cannot be loaded");
  expect(server.count("pyodide-lock.json")).toBe(2);
});

for (const fault of [
  "breaks off half way",
  "is an error of the server",
  "stalls half way",
] as const) {
  for (const file of ["pyodide.next.wasm", "pyodide.deferred.wasm"]) {
    test(`where ${file} ${fault} three times, it is loaded all the same`, async ({
      page,
      said,
      server,
    }) => {
      server.break(file, fault, 3);
      const arrived = async () => server.count(file) >= 4;
      await openQuickly(page, server.url("bundle"), arrived);
      expect(await python(page, "import cmath; str(cmath.sqrt(-4))")).toBe("2j");
      expect(await ready(page)).toEqual({ errors: [] });
      expect(withoutSlow(said)).toEqual({ log: [], warning: [], error: [] });
    });
  }
}

for (const fault of [
  "breaks off half way",
  "is an error of the server",
  "is an HTML page",
] as const) {
  test(`where pyodide.deferred.mjs ${fault} three times, it is imported all the same`, async ({
    page,
    said,
    server,
  }) => {
    server.break("pyodide.deferred.mjs", fault, 3);
    await openQuickly(
      page,
      server.url("bundle"),
      async () => server.count("pyodide.deferred.mjs") >= 4,
    );
    expect(await ready(page)).toEqual({ errors: [] });
    expect(withoutSlow(said)).toEqual({ log: [], warning: [], error: [] });
  });
}

test("where pyodide.deferred.mjs is missing, only packages cannot be loaded", async ({
  page,
  server,
}) => {
  server.break("pyodide.deferred.mjs", "is missing");
  await openQuickly(
    page,
    server.url("bundle"),
    async () => server.count("pyodide.deferred.mjs") >= 4,
  );
  await page.clock.runFor(10_000);
  const { errors } = await ready(page);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("a part of Python could not be loaded");
  expect(errors[0]).toContain("pyodide.deferred.mjs");
  const message = packageError(page);
  await page.clock.runFor(10_000);
  expect(await message).toContain("pyodide.deferred.mjs");
  expect(await python(page, "import re; re.sub('a', 'b', 'aa')")).toBe("bb");
});

test("a deferred function whose file breaks off is called after three repetitions", async ({
  page,
  said,
  server,
}) => {
  server.break("pyodide.deferred.wasm", "breaks off half way", 3);
  await page.goto(server.url("deferred"));
  expect(await ready(page)).toEqual({ errors: [] });
  expect(said.log).toContain("2j");
});

test("a deferred function whose file breaks off more often ends Python, with a clear error", async ({
  page,
  server,
}) => {
  server.break("pyodide.deferred.wasm", "breaks off half way", 4);
  await page.goto(server.url("deferred"));
  const { errors } = await ready(page);
  expect(errors[0]).toContain("a part of Python could not be loaded (pyodide.deferred.wasm)");
  expect(errors[0]).toContain("cannot be reached");
});

for (const fault of ["never arrives", "stalls half way"] as const) {
  test(`a module beside the page that ${fault} is an ImportError`, async ({ page, server }) => {
    server.break("beside.py", fault);
    await page.addInitScript(() => {
      const { timeout } = AbortSignal;
      AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, milliseconds / 30);
    });
    await page.goto(server.url("import_error"));
    expect(await ready(page)).toEqual({ errors: [] });
    const result = page.locator("#result");
    await expect(result).toContainText("ImportError: GET http://localhost:");
    await expect(result).toContainText("beside.py: the server did not respond in time");
  });
}

for (const [name, prepare] of [
  [
    "that never answers",
    () => {
      const never = () => new Promise<never>(() => {});
      Object.assign(CacheStorage.prototype, {
        match: never,
        open: never,
        keys: never,
        delete: never,
      });
    },
  ],
  [
    "that fails",
    () => {
      const fail = () => Promise.reject(new DOMException("damaged", "UnknownError"));
      Object.assign(CacheStorage.prototype, { match: fail, open: fail, keys: fail, delete: fail });
    },
  ],
  [
    "that stores nothing",
    () => {
      Object.assign(Cache.prototype, { put: () => new Promise<never>(() => {}) });
    },
  ],
] as const) {
  test(`a Cache Storage ${name} does not stop the start`, async ({ page, said, server }) => {
    await page.addInitScript(prepare);
    await openQuickly(page, server.url("bundle"), runs(page));
    expect(await ready(page)).toEqual({ errors: [] });
    expect(await startOf(page)).toBe("snapshot");
    expect(said.error).toEqual([]);
  });
}
