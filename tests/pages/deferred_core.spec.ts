/** pyodide.deferred.mjs: the part of Pyodide's core that only binary modules need. */

import type { Page } from "@playwright/test";
import { expect, quickstart, ready } from "./helpers";
import { open, python, startOf } from "./python";
import { SIDE_MODULE, WITH_EM_JS, written } from "./side_module";

type Names = Record<string, unknown>;

interface Api {
  pyodide: { _module: Names & { LDSO: { loadedLibsByName: { __main__: { exports: Names } } } } };
}

/** The names in Emscripten's `Module`, and those that binary modules can import, with their types. */
function names(page: Page): Promise<[string, string][][]> {
  return page.evaluate(() => {
    const { _module: module } = (globalThis as unknown as { pyodideBrowser: Api }).pyodideBrowser
      .pyodide;
    const { exports } = module.LDSO.loadedLibsByName.__main__;
    return [module, exports].map((names) =>
      Object.keys(names).map((name): [string, string] => [name, typeof names[name]]),
    );
  });
}

const LINK = [
  written(SIDE_MODULE),
  "side = ctypes.PyDLL('/tmp/side.so')",
  "side.direct.argtypes, side.direct.restype = [ctypes.c_long], ctypes.py_object",
  "str(side.direct(41))",
];

/** Lines of Python that call a cube root in C. */
const rootOf27 = (root: string) => [
  "import ctypes",
  `root = ${root}`,
  "root.argtypes, root.restype = [ctypes.c_double], ctypes.c_double",
  "str(root(27))",
];

quickstart("after the start, Pyodide has the names that it has without it", async ({ page }) => {
  await open(page, "bundle_off");
  const [module, exports] = (await names(page)) as [[string, string][], [string, string][]];
  await open(page);
  expect(await startOf(page)).toBe("snapshot");
  expect(await python(page, ...LINK)).toBe("41");
  const found = (await names(page)).map((each) => new Map(each));
  const missing = exports.filter(([name, type]) => found[1]?.get(name) !== type);
  expect(missing).toEqual([]);
  expect(exports.length).toBeGreaterThan(9_000);
  const types = await page.evaluate(
    (keys) => {
      const { _module } = (globalThis as unknown as { pyodideBrowser: Api }).pyodideBrowser.pyodide;
      return keys.map((name) => typeof _module[name]);
    },
    module.map(([name]) => name),
  );
  expect(module.filter(([, type], i) => types[i] !== type)).toEqual([]);
});

quickstart("a function of the deferred core is called from C", async ({ page }) => {
  await open(page);
  const root = "ctypes.CDLL(None).emscripten_math_cbrt";
  expect(await python(page, ...rootOf27(root))).toBe("3.0");
});

quickstart("binary modules find the functions of OpenGL by their addresses", async ({ page }) => {
  await open(page);
  const lines = [
    "import ctypes",
    "find = ctypes.CDLL(None).emscripten_GetProcAddress",
    "find.argtypes, find.restype = [ctypes.c_char_p], ctypes.c_void_p",
    "ctypes.CFUNCTYPE(None)(find(b'glReleaseShaderCompiler'))()",
    "str(find(b'glNothing'))",
  ];
  expect(await python(page, ...lines)).toBe("None");
});

quickstart(
  "JavaScript in a binary module uses names of both parts of the core",
  async ({ page }) => {
    await open(page);
    const root = "ctypes.CDLL('/tmp/side.so').root";
    expect(await python(page, written(WITH_EM_JS), ...rootOf27(root))).toBe("3.0");
  },
);

quickstart(
  "before it is loaded, a binary module is an OSError, and then it works",
  async ({ page }) => {
    let respond = () => {};
    const asked = new Promise<void>((resolve) => {
      page.route("**/pyodide.deferred.mjs*", async (route) => {
        await new Promise<void>((go) => {
          respond = go;
          resolve();
        });
        await route.continue();
      });
    });
    await page.goto("/pages/bundle.html");
    await asked;
    const attempt = ["try:", ...LINK.map((line) => `    ${line}`), "except OSError as error:"];
    expect(await python(page, ...attempt, "    failed = str(error)", "failed")).toContain(
      "Python cannot load binary modules yet: await pyodideBrowser.ready first",
    );
    respond();
    expect(await ready(page)).toEqual({ errors: [] });
    expect(await python(page, ...LINK)).toBe("41");
  },
);

quickstart("of another build, it is refused", async ({ page, said }) => {
  await page.route("**/pyodide.deferred.mjs*", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replace(/[0-9a-f]{64}/, "another") });
  });
  await page.goto("/pages/bundle.html");
  const { errors } = await ready(page);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("a part of Python could not be loaded");
  expect(errors[0]).toContain("pyodide.deferred.mjs");
  expect(errors[0]).toContain("it belongs to another build");
  expect(said.log).toEqual([]);
});
