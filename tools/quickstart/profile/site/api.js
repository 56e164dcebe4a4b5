// Calls Pyodide's API as pages do, after their Python scripts.
async function tried(action) {
  try {
    await action();
  } catch (error) {
    String(error.message);
  }
}

const JS_SIDE = `
import js
from js import Array, Error, JSON, Map, Object, document
from pyodide.ffi import create_once_callable, create_proxy, to_js

made = Object.new()
made.x = 1
hasattr(made, "z"), made == made, bool(made), str(made), made.typeof, dir(made)
del made.x
numbers = Array.new(1, 2, 3)
numbers[1:], numbers[0], len(numbers), [x for x in numbers], 1 in numbers, numbers.to_py()
kept = Map.new()
kept[1] = 2
kept[1], 1 in kept, list(kept), kept.to_py()
del kept[1]
to_js([1, (2,), {"a": 1}, {1}, b"x", 1.5, 2**70, None, "é", abs], dict_converter=Object.fromEntries)
create_once_callable(abs), create_proxy(abs).destroy(), JSON.parse('[1, {"a": 2}]').to_py()
try:
    js.eval("throw new TypeError(1)")
except Exception as error:
    str(error), repr(error), error.name
`;

const AWAITING = `
import asyncio
from js import Error, Promise
from pyodide.ffi import run_sync

await asyncio.gather(Promise.resolve(1), asyncio.sleep(0.01))
try:
    await Promise.reject(Error.new("x"))
except Exception as error:
    str(error)
Promise.resolve(2).then(lambda x: x)
run_sync(asyncio.sleep(0.01, 5))
`;

function given() {
  return {
    plain: [1, 2.5, "x", null, undefined, true, 2n ** 70n, new Date(), () => 1, new Error("x")],
    others: [new Uint8Array(3), new Map([[1, 2]]), new Set([1]), { a: { b: 1 } }],
  };
}

function run(python) {
  return [
    () => python.runPython("1 + 1"),
    () => python.runPythonAsync(AWAITING),
    () => python.runPython("1 / 0"),
    () => python.runPythonAsync("1 / 0"),
    () => python.runPython("x = ="),
    () => python.runPythonAsync("b", { globals: python.toPy({ b: 2 }), filename: "f.py" }),
    () => python.runPython(JS_SIDE),
    () => python.pyimport("json").dumps(python.toPy([1])),
    () => python.pyimport("nope"),
    () => python.FS.writeFile("/tmp/q", "abc"),
    () => python.runPython("open('/tmp/q').read()"),
    () => python.registerJsModule("mine", { a: 1, f: () => 2, o: {} }),
    () => python.runPython("from mine import a, f; f() + a"),
    () => python.loadPackagesFromImports("import json"),
    () => python.globals.set("y", [1, { a: 2 }]),
    () => python.globals.get("y").toJs(),
    () => python.globals.has("y") && python.globals.delete("y"),
    () => {
      const proxy = python.toPy(given());
      proxy.copy().destroy();
      [String(proxy), proxy.type, proxy.length, [...proxy], proxy.toJs()];
      proxy.destroy();
    },
  ];
}

function functions(python) {
  const f = python.runPython("def f(a, *b, k=1, **kw): return [a, b, k, kw]\nf");
  return [
    () => f(1, 2).toJs(),
    () => f.callKwargs(1, { k: 2 }),
    () => f.apply(null, [1]),
    () => f.call(null, 1),
    () => f.callPromising(1),
    () => f.bind(1)(),
    () => [f.__name__, f.nope, "k" in f],
    () => {
      f.attribute = 1;
      delete f.attribute;
    },
    () => Object.getOwnPropertyNames(f),
    () => python.runPython("def t(): raise ValueError('x')\nt")(),
    () => python.runPython("async def c(): return 1\nc()"),
  ];
}

function containers(python) {
  const list = python.runPython("[3, 1, 2, 'a', None]");
  const dict = python.runPython("{'a': 1, (1, 2): [1]}");
  const bytes = python.runPython("import array; bytearray(b'abc')");
  return [
    () => [list[0], list.length, list.map((x) => x), list.includes(1), list.slice(1)],
    () => [list.indexOf(2), JSON.stringify(list), list.get(0), [...list.keys()]],
    () => {
      list[0] = 5;
      list.push(1);
    },
    () => [list.pop(), list.splice(0, 1), list.reverse(), list.set(0, 1)],
    () => [dict.get("a"), dict.has("a"), [...dict], dict.toJs({ depth: 1 })],
    () => dict.toJs({ dict_converter: Object.fromEntries }),
    () => {
      const buffer = bytes.getBuffer("u8");
      buffer.data[0] = 1;
      buffer.release();
    },
    () => python.runPython("b'abc'").toJs(),
    () => python.runPython("array.array('d', [1, 2])").toJs(),
    () => {
      const generator = python.runPython("def g():\n  x = yield 1\n  yield x\ng()");
      [generator.next(), generator.next(3), generator.return(1)];
    },
    () => [...python.runPython("range(3)")],
    async () => {
      for await (const _ of python.runPython("async def ag():\n  yield 1\nag()"));
    },
  ];
}

globalThis.workload = (async () => {
  const { pyodideBrowser } = globalThis;
  await pyodideBrowser.ready;
  const python = pyodideBrowser.pyodide;
  for (const part of [run, functions, containers]) {
    for (const action of part(python)) await tried(action);
  }
  while (!globalThis.libraryDone) await new Promise((resolve) => setTimeout(resolve, 100));
})();
