// tools/quickstart/patcher.mjs: changes in the text of Pyodide's JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { transformSync } from "esbuild";
import {
  applyPatches,
  withoutUnusedExports,
  wrappedExports,
  wrapperModule,
} from "../../tools/quickstart/patcher.mjs";

test("a text that occurs once is replaced", () => {
  const files = { a: "one two three", b: "two" };
  assert.deepEqual(applyPatches(files, [["a", "two", "2"]]), [{ a: "one 2 three", b: "two" }]);
  assert.deepEqual(files, { a: "one two three", b: "two" });
});

/** The content of a file after one patch. */
function patched(content, ...patch) {
  return applyPatches({ a: content }, [["a", ...patch]])[0].a;
}

test("a replacement may hold the text, and nothing else in it is special", () => {
  assert.equal(patched("f(x)", "(x)", "[$&,$1,$$]"), "f[(x),$1,$$]");
  assert.equal(patched("f($&)", "($&)", "$&!"), "f($&)!");
  assert.equal(patched("a.b[c]?(d|e)*^", ".b[c]?(d|e)*^", "!"), "a!");
});

test("$name matches an identifier, whatever a minifier calls it", () => {
  for (const [name, other] of [
    ["t", "e"],
    ["$", "_$1"],
  ]) {
    assert.equal(
      patched(`let ${name}=f(${other}.url)`, "let $x=f($options.url)", "$x=$options.$x"),
      `${name}=${other}.${name}`,
    );
  }
});

test("the same $name is the same identifier, as a whole", () => {
  assert.equal(patched("f(a,b);f(b,b)", "f($x,$x)", "$x"), "f(a,b);b");
  assert.equal(patched("f(a,ab);f(b,b)", "f($x,$x", "$x"), "f(a,ab);b)");
  for (const content of ["f(a,ab)", "f(ab,b)", "f(1,1)", "f(a.b,a.b)"]) {
    assert.throws(() => patched(content, "f($x,$x)", ""), { message: /0 matches instead of 1/ });
  }
});

test("a further text gives names and stays", () => {
  assert.equal(patched("[two];one()", "$f()", "call($f,$g)", "[$g]"), "[two];call(one,two)");
  assert.throws(() => patched("one()", "$f()", "call($f,$g)", "[$g]"), {
    message: /a: 0 matches instead of 1: \[\$g\]/,
  });
});

test("a replacement with an unknown $name is refused", () => {
  assert.throws(() => patched("f(x)", "f($x)", "$y"), {
    message: /no text of the patch has \$y: \$y/,
  });
});

test("later patches see what earlier ones have made, other lists do not", () => {
  const patches = [
    ["a", "one", "two"],
    ["a", "two", "three"],
  ];
  assert.deepEqual(applyPatches({ a: "one" }, patches, [["a", "one", "1"]]), [
    { a: "three" },
    { a: "1" },
  ]);
});

test("all patches that do not match are listed, with the number of matches and what is there", () => {
  const patches = [
    ["a.mjs", "await $x.index.ready,", ""],
    ["a.mjs", "once", "x"],
    ["b.mjs", "twice", ""],
  ];
  const files = { "a.mjs": "once;await e.index.done,\nawait e", "b.mjs": "twice and twice" };
  assert.throws(() => applyPatches(files, patches, [["b.mjs", "?", ""]]), {
    message: [
      "3 of 4 patches do not match this Pyodide",
      "a.mjs: 0 matches instead of 1: await $x.index.ready,",
      "    nearest: once;await e.index.done, await e",
      "b.mjs: 2 matches instead of 1: twice",
      "    match: twice and twice",
      "    match: twice and twice",
      "b.mjs: 0 matches instead of 1: ?",
      "    no piece of it occurs",
    ].join("\n"),
  });
});

test("of a long file the surroundings are shown, and three of many matches", () => {
  const long = `${"a".repeat(1000)} function f(){return 1} ${"b".repeat(1000)}`;
  const patches = [
    ["a.mjs", "function f(){return 2}", ""],
    ["b.mjs", "x", ""],
  ];
  assert.throws(() => applyPatches({ "a.mjs": long, "b.mjs": "xxxxx" }, patches), {
    message: [
      "2 of 2 patches do not match this Pyodide",
      "a.mjs: 0 matches instead of 1: function f(){return 2}",
      `    nearest: ${"a".repeat(69)} function f(){return 1} ${"b".repeat(67)}`,
      "b.mjs: 5 matches instead of 1: x",
      ...Array.from({ length: 3 }, () => "    match: xxxxx"),
    ].join("\n"),
  });
});

const CORE =
  "async function Core(moduleArg={}){use(_used);" +
  "var _used,_unused,_address,_property;" +
  "function assignWasmExports(wasmExports){" +
  '_used=Module["_used"]=wasmExports["used"];' +
  '_unused=Module["_unused"]=wasmExports["unused"];' +
  '_address=Module["_address"]=wasmExports["address"].value>>>0;' +
  '_property=Module["_asked"]=wasmExports["property"];}' +
  "var wasmImports={};Module._asked()}";

test("exports that nothing uses are not assigned", () => {
  assert.equal(
    withoutUnusedExports(CORE),
    "async function Core(moduleArg={}){use(_used);" +
      "var _used,_property;" +
      "function assignWasmExports(wasmExports){" +
      '_used=Module["_used"]=wasmExports["used"];' +
      '_property=Module["_asked"]=wasmExports["property"];}' +
      "var wasmImports={};Module._asked()}",
  );
});

test("a core that assigns its exports in another way is refused", () => {
  const message = "this Pyodide assigns the exports of WebAssembly in another way";
  for (const core of ["", CORE.replace("var wasmImports=", ""), CORE.replace(",_unused", "=1")]) {
    assert.throws(() => withoutUnusedExports(core), { message });
  }
});

test("wrapped exports are found once each", () => {
  const one = (name) => `wasmExports["${name}"]=makeWrapper_p(wasmExports["${name}"]);`;
  assert.deepEqual(wrappedExports(one("malloc") + one("sbrk") + one("malloc")), ["malloc", "sbrk"]);
  assert.deepEqual(wrappedExports('x=wasmExports["free"]'), []);
});

test("esbuild leaves the parentheses that make V8 compile the core at once", () => {
  const { code } = transformSync("const f=(async function(a={}){return a});f()", { minify: true });
  assert.match(code, /=\(async function\(\w+=\{\}\)\{return \w+\}\)/);
});

test("the wrapper module exports the functions that it imports, with their types", () => {
  const signatures = ["vi", "ip", "jd", "vi", "ei", "f"];
  const module = new WebAssembly.Module(wrapperModule(signatures));
  assert.deepEqual(
    WebAssembly.Module.exports(module).map(({ name }) => name),
    ["0", "1", "2", "3", "4", "5"],
  );
  const called = [];
  const e = signatures.map((_, i) => (value) => {
    called.push([i, value]);
    return i === 2 ? 7n : 7;
  });
  const { exports } = new WebAssembly.Instance(module, { e });
  assert.equal(exports[0](3), undefined);
  assert.equal(exports[1](4), 7);
  assert.equal(exports[2](1.5), 7n);
  assert.equal(exports[5](), 7);
  assert.deepEqual(called, [
    [0, 3],
    [1, 4],
    [2, 1.5],
    [5, undefined],
  ]);
});

test("a function of an unknown type is refused", () => {
  assert.throws(() => wrapperModule(["vx"]), {
    message: "a function of the table has the type x",
  });
});
