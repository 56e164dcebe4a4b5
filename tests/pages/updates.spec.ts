/** Two builds of dist/ on one origin, one after the other or mixed: pages run, and run one build. */

import type { Page } from "@playwright/test";
import { anotherBuild, type LockFile, lockFile, OLD_WHEEL, oldWheel } from "./another_build";
import { test as base, type FaultyServer } from "./faulty_server";
import { expect, ready, START, STORED } from "./helpers";
import { python, startOf } from "./python";

const test = START === "snapshot" ? base : base.skip;
const NEW = START === "snapshot" ? anotherBuild() : new Map<string, Buffer>();
const ALL = [...NEW.keys()];

function update(server: FaultyServer, names: readonly string[] = ALL): void {
  for (const name of names) server.replaced.set(name, NEW.get(name) as Buffer);
}

/** Which scripts of the new build ran, sorted: shim and core arrive in any order. */
function ran(page: Page): Promise<string[]> {
  return page.evaluate(() => ((globalThis as unknown as { ran?: string[] }).ran ?? []).sort());
}

/** Opens a page. Returns how Python started. */
async function opened(page: Page, server: FaultyServer): Promise<string> {
  await page.goto(server.url("bundle"));
  expect(await ready(page)).toEqual({ errors: [] });
  await expect(page.locator("#result")).toHaveText("Python runs");
  expect(await python(page, "import statistics; str(statistics.mean([1, 3]))")).toBe("2");
  return startOf(page);
}

/** The caches, and how many files they have. */
function stored(page: Page): Promise<[name: string, files: number][]> {
  return page.evaluate(async () => {
    const found: [string, number][] = [];
    for (const name of await caches.keys()) {
      found.push([
        name.split(" ").at(-1) as string,
        (await (await caches.open(name)).keys()).length,
      ]);
    }
    return found;
  });
}

test("after an update a page runs the new build, and the old files are deleted", async ({
  page,
  said,
  server,
}) => {
  expect(await opened(page, server)).toBe("snapshot");
  await expect.poll(async () => (await stored(page))[0]?.[1]).toBe(STORED);
  const [[old]] = (await stored(page)) as [[string, number]];
  update(server);
  expect(await opened(page, server)).toBe("snapshot");
  expect(await ran(page)).toEqual(["core", "script", "shim"]);
  await expect
    .poll(async () => (await stored(page))[0])
    .toEqual([expect.not.stringContaining(old), STORED]);
  expect(await stored(page)).toHaveLength(1);
  expect(said).toEqual({ log: [], warning: [], error: [] });
});

test("a page that is open during an update goes on with its build", async ({
  page,
  context,
  said,
  server,
}) => {
  expect(await opened(page, server)).toBe("snapshot");
  await expect.poll(async () => (await stored(page))[0]?.[1]).toBe(STORED);
  update(server);
  const other = await context.newPage();
  expect(await opened(other, server)).toBe("snapshot");
  expect(await ran(other)).toEqual(["core", "script", "shim"]);
  const answer = await python(
    page,
    "import cmath, xml.dom.minidom, turtle, browser.markdown",
    "str(cmath.sqrt(-4))",
  );
  expect(answer).toBe("2j");
  expect(await ran(page)).toEqual([]);
  expect(said).toEqual({ log: [], warning: [], error: [] });
});

const HALVES: [name: string, updated: string[]][] = [
  ["only the script is updated", ["pyodide-browser.js"]],
  ["all but the script is updated", ALL.filter((name) => name !== "pyodide-browser.js")],
  ...["pyodide.patched.mjs", "pyodide.initial.wasm"].map((one): [string, string[]] => [
    `only ${one} is updated`,
    [one],
  ]),
];

for (const [name, updated] of HALVES) {
  test(`where ${name}, pages start plainly; after the rest they start quickly`, async ({
    page,
    said,
    server,
  }) => {
    server.cacheControl = "max-age=3600";
    update(server, updated);
    expect(await opened(page, server)).toBe("plain");
    expect(said.warning).toHaveLength(1);
    expect(said.warning[0]).toContain("another build");
    expect(said.error).toEqual([]);
    said.warning.length = 0;
    update(server);
    // The browser replaces the files of its HTTP cache meanwhile.
    await expect(async () => expect(await opened(page, server)).toBe("snapshot")).toPass();
    expect(await ran(page)).toEqual(["core", "script", "shim"]);
  });
}

test("a module of another build is not imported", async ({ page, said, server }) => {
  update(server, ["library.data.bin"]);
  expect(await opened(page, server)).toBe("snapshot");
  expect(said.warning).toHaveLength(1);
  expect(said.warning[0]).toContain("library.data.bin cannot be used");
});

test("a shim of another version is an error that names both versions", async ({ page, server }) => {
  const shim = NEW.get("pyodide_browser_shim.mjs") as Buffer;
  const other = Buffer.from(shim.toString().replaceAll(/"\d+\.\d+\.\d+"/g, '"99.0.0"'));
  server.replaced.set("pyodide_browser_shim.mjs", other);
  await page.goto(server.url("bundle"));
  const { errors } = await ready(page);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(
    "pyodide_browser_shim.mjs is of another build: it has version 99.0.0",
  );
  expect(errors[0]).toContain("upload all files of one build");
});

/** Loads a package. Returns Pyodide's error, or "". */
function loadError(page: Page, name: string): Promise<string> {
  return page.evaluate(async (name) => {
    const { pyodide } = (globalThis as unknown as { pyodideBrowser: Loading }).pyodideBrowser;
    return pyodide.loadPackage(name).then(
      () => "",
      (error: Error) => error.message,
    );
  }, name);
}

interface Loading {
  pyodide: { loadPackage(name: string): Promise<unknown> };
}

/** Imports what the wheel of an older build has, too. Returns whether that has run. */
function oldCodeRan(page: Page): Promise<string> {
  return python(page, "import browser.template, javascript, js", "str(hasattr(js, 'old'))");
}

const LOCK = "pyodide-lock.json";

for (const [name, change] of [
  ["of an older build, whose wheel is still there", (lock) => oldWheel(lock)],
  ["of a newer build, whose wheel is not there yet", (lock) => oldWheel(lock)],
  ["of another build with a wheel of the same name", (lock) => changeSum(lock)],
] as [string, (lock: LockFile) => Buffer | undefined][]) {
  for (const [where, mode] of [
    ["bundle", "snapshot"],
    ["bundle_off", "plain"],
  ] as const) {
    test(`with a lock file ${name}, ${where} runs the code of its own build`, async ({
      page,
      said,
      server,
    }) => {
      const lock = lockFile();
      const wheel = change(lock);
      if (wheel && !name.includes("not there")) server.replaced.set(OLD_WHEEL, wheel);
      server.replaced.set(LOCK, Buffer.from(JSON.stringify(lock)));
      await page.goto(server.url(where));
      expect(await ready(page)).toEqual({ errors: [] });
      expect(await startOf(page)).toBe(mode);
      expect(await loadError(page, "pyodide-browser")).toBe("");
      expect(await oldCodeRan(page)).toBe("False");
      expect(said.error).toEqual([]);
      expect(server.requests.filter((request) => request.endsWith(".whl"))).toEqual([]);
    });
  }
}

function changeSum(lock: LockFile): undefined {
  Object.assign(lock.packages["pyodide-browser"], { sha256: "0".repeat(64) });
}

test("a package whose file is of another build than the lock file is not used", async ({
  page,
  server,
}) => {
  const lock = lockFile();
  const { file_name: file } = lock.packages.pluggy;
  server.replaced.set(file, Buffer.from("of another build"));
  server.replaced.set(LOCK, Buffer.from(JSON.stringify(lock)));
  await page.goto(server.url("other_build"));
  const { errors } = await ready(page);
  expect(errors.join("\n")).toContain("data-packages: ");
  expect(errors.join("\n")).toContain("pluggy");
  await expect(page.locator("#result")).toHaveText("Python runs, without pluggy");
});

for (const where of ["bundle", "bundle_off"]) {
  for (const [name, change, message] of [
    ["of another Pyodide", { abi_version: "2025_0", python: "3.13.2" }, "2025_0"],
    ["that lists nothing", undefined, "expected key 'packages'"],
  ] as const) {
    test(`with a lock file ${name}, ${where} runs, and only packages cannot be loaded`, async ({
      page,
      said,
      server,
    }) => {
      const lock = change ? { ...lockFile(), info: { ...lockFile().info, ...change } } : {};
      server.replaced.set(LOCK, Buffer.from(JSON.stringify(lock)));
      await page.goto(server.url(where));
      expect(await ready(page)).toEqual({ errors: [] });
      await expect(page.locator("#result")).toHaveText("Python runs");
      const error = await loadError(page, "numpy");
      expect(error).toContain("packages cannot be loaded: GET http://localhost:");
      expect(error).toContain(message);
      expect(error).toContain("upload pyodide-lock.json of this build again");
      expect(said).toEqual({ log: [], warning: [], error: [] });
    });
  }
}

test("where the browser's storage is full, pages start without a warning", async ({
  page,
  context,
  said,
  server,
}) => {
  const devtools = await context.newCDPSession(page);
  const origin = new URL(server.url("bundle")).origin;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 4_000_000 });
  for (let visit = 0; visit < 2; visit++) expect(await opened(page, server)).toBe("snapshot");
  expect(said).toEqual({ log: [], warning: [], error: [] });
});
