/** Python from the memory snapshot and its groups of modules is the same as Python without them. */

import { expect, quickstart } from "./helpers";
import { open, python, startOf } from "./python";

const CASES: Record<string, string[]> = {
  "asyncio has all its names": [
    "import asyncio",
    "names = {name: type(getattr(asyncio, name)).__name__ for name in asyncio.__all__}",
    "str(sorted(names.items()))",
  ],
  "parts of asyncio that no browser needs": [
    "import asyncio, asyncio.events",
    "asyncio.get_event_loop_policy",
    "str([asyncio.subprocess.PIPE, asyncio.streams.__name__, asyncio.sslproto.__name__,",
    "     asyncio.graph.FutureCallGraph.__name__, asyncio.unix_events.__name__])",
  ],
  "asyncio's loggers": [
    "import asyncio, asyncio.log, concurrent.futures._base, logging",
    "asyncio.log.logger.setLevel(logging.ERROR)",
    "str([logging.getLogger('asyncio').level, asyncio.log.logger.name,",
    "     concurrent.futures._base.LOGGER.name])",
  ],
  "a task, a queue, a timeout, a group": [
    "import asyncio",
    "async def main():",
    "    queue = asyncio.Queue()",
    "    async with asyncio.timeout(30), asyncio.TaskGroup() as group:",
    "        group.create_task(queue.put(1))",
    "        found = await queue.get()",
    "    return [found, type(asyncio.get_running_loop()).__name__]",
    "str(await main())",
  ],
  "inspect, dataclasses, signatures": [
    "import dataclasses, inspect, js, pyodide.code",
    "@dataclasses.dataclass(slots=True)",
    "class A: x: int = 1",
    "str([A(), inspect.signature(A), inspect.signature(pyodide.code.eval_code),",
    "     inspect.iscoroutinefunction(pyodide.code.eval_code_async)])",
  ],
  "a typed JavaScript function": [
    "import js",
    "from typing import Any",
    "from pyodide.code import run_js",
    "class F:",
    "    def __call__(self, *args: Any, z: int = 3) -> Any: ...",
    "bound = run_js('(...a) => JSON.stringify(a)').bind_sig(F)",
    "str([bound(1, 2), repr(js.JSON.stringify)])",
  ],
  "the traceback of an error in the library": [
    "import json, re, traceback",
    "def text(function, *args):",
    "    try: function(*args)",
    "    except Exception: return re.sub(r'/lib/\\S+/', '', traceback.format_exc())",
    "str([text(json.loads, '{'), text(re.compile, '('), text(__import__, 'csw')])",
  ],
  "modules that are frozen in other Pythons": [
    "import importlib, os, runpy, zipimport, __phello__.spam",
    "str([importlib.reload(os).sep, runpy.__name__, __phello__.spam.__name__])",
  ],
  "pkgutil finds the same modules": [
    "import pkgutil, json, xml",
    "folders = {None, *map(tuple, (json.__path__, xml.__path__))}",
    "str([sorted(m[1:] for m in pkgutil.iter_modules(folder)) for folder in (None, json.__path__)])",
  ],
  "all modules of the standard library can be imported, or not": [
    "import importlib, sys",
    "skipped = {'antigravity', 'this', '__main__', 'idlelib', 'test', 'turtledemo', 'lib2to3'}",
    "def outcome(name):",
    "    try: return importlib.import_module(name).__name__",
    "    except Exception as error: return f'{type(error).__name__}: {error}'",
    "str([outcome(name) for name in sorted(sys.stdlib_module_names - skipped)])",
  ],
};

for (const [name, lines] of Object.entries(CASES)) {
  quickstart(name, async ({ page }) => {
    const said: string[] = [];
    for (const start of ["bundle", "bundle_off"]) {
      await open(page, start);
      said.push(await python(page, ...lines));
    }
    expect(said[0]).toBe(said[1]);
  });
}

quickstart("what runs first has a running loop, without asyncio before", async ({ page }) => {
  await page.goto("/pages/late.html");
  await expect(page.locator("#result")).toHaveText("loop slept loop loop");
  expect(await startOf(page)).toBe("snapshot");
});
