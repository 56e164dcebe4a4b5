// tools/quickstart/core.mjs and scopes.mjs: dividing the core.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAst } from "vite";
import { divideCore } from "../../tools/quickstart/core.mjs";
import {
  changedIn,
  declaredIn,
  propertiesIn,
  referencesIn,
} from "../../tools/quickstart/scopes.mjs";

const CORE = `
export default (async function create(Module) {
  var memory = [1, 2];
  var count = 0;
  function grow() { memory = [...memory, 3]; Module.count = ++count; }
  for (var i = 0; i < 2; i++) Module.i = i;
  class Box { value = 5 }
  var box = new Box();
  const { length } = memory;
  function _first() { return shared.value }
  _first.sig = "i";
  function _late(n) { for (var i = 0; i < n; i++) shared.value++; return memory.length + shared.value }
  _late.sig = "ii";
  var _alias = _late;
  var _grow = () => { grow(); memory = [...memory, 4]; return { memory, count, length, i } };
  function onlyLate() { return box.value }
  var _other = () => [onlyLate(), _first(), helper.twice(4)];
  var helper = { twice: (value) => value * 2, Box };
  var shared = { value: 10 };
  var unused = String(grow);
  var onlyNamed = 1;
  var MainLoop = { pause() { return MainLoop.begun }, init() { MainLoop.begun = true } };
  var pause = MainLoop.pause;
  var length_ = memory.length;
  function twice() { return 1 }
  function twice() { return 2 }
  var wasmImports = { first: _first, late: _late, _alias, grow: _grow, other: _other, twice };
  Module["shared"] = shared;
  Module["late"] = _late;
  Module["memory"] = memory;
  Module["first"] = _first;
  Module.used = () => Module["shared"];
  Module.text = "it uses onlyNamed";
  MainLoop.init();
  Module["pause"]=MainLoop.pause;
  Object.assign(Module, { imports: wasmImports });
  Module.add = (add) => add(coreScope());
  return Module;
});`;

const imported = (source) => import(`data:text/javascript,${encodeURIComponent(source)}`);

async function divided(keep = ["first"], properties = []) {
  const { core, deferred } = divideCore(CORE, new Set(keep), properties);
  const { default: create } = await imported(core);
  const module = await create({});
  const { add } = await imported(deferred);
  return { core, deferred, module, add };
}

test("the core keeps what the WebAssembly file imports, and what that needs", async () => {
  const { core, deferred, module } = await divided();
  assert.deepEqual(Object.keys(module.imports), ["first"]);
  assert.equal(module.imports.first(), 10);
  assert.equal(module.imports.first.sig, "i");
  assert.ok(module.used() === module.shared && module.shared.value === 10);
  for (const name of ["_late", "_alias", "_grow", "_other", "onlyLate", "helper"]) {
    assert.ok(!core.includes(name), name);
    assert.ok(deferred.includes(name), name);
  }
});

test("what has effects stays, and so does what changes or is declared twice", async () => {
  const { core, deferred } = await divided([]);
  for (const name of ["memory", "count", "box", "unused", "twice", "length_"]) {
    const declared = new RegExp(`(var|function) ${name} ?[=(]`);
    assert.match(core, declared);
    assert.doesNotMatch(deferred, declared);
  }
});

test("what only a text names leaves", async () => {
  const { core, deferred } = await divided();
  assert.ok(!core.includes("var onlyNamed"));
  assert.ok(deferred.includes("var onlyNamed"));
});

test("what is looked up in Module stays", async () => {
  const byCore = await divided([]);
  assert.equal(byCore.module.used().value, 10);
  const byOthers = await divided([], ["late"]);
  assert.equal(byOthers.module.late(1), 13);
});

test("a game's main loop leaves, with its effects and what is taken from it", async () => {
  const { core, module, add } = await divided();
  assert.ok(!core.includes("MainLoop"));
  assert.ok(!("pause" in module));
  const { pause } = module.add(add);
  assert.equal(module.pause, pause);
  assert.equal(pause(), true);
});

test("the deferred file adds the rest, which shares the core's variables", async () => {
  const { module, add } = await divided();
  const names = module.add(add);
  const { imports } = module;
  assert.deepEqual(new Set(Object.keys(imports)), new Set(Object.keys(await whole())));
  assert.equal(imports.late(3), 2 + 13);
  assert.equal(imports.late.sig, "ii");
  assert.ok(imports.late === imports._alias && module.late === imports.late);
  const { memory, ...others } = imports.grow();
  assert.deepEqual(memory, [1, 2, 3, 4]);
  assert.deepEqual(others, { count: 1, length: 2, i: 2 });
  assert.equal(imports.late(0), 4 + 13);
  assert.deepEqual(imports.other(), [5, 13, 8]);
  assert.equal(imports.twice(), 2);
  assert.ok(names.onlyLate && names.helper && !("shared" in names));
});

async function whole() {
  const { default: create } = await imported(CORE);
  return (await create({})).imports;
}

test("a property of Module that nobody uses comes later, if its value is always the same", async () => {
  const { module, add } = await divided();
  assert.deepEqual(module.memory, [1, 2]);
  assert.ok(!("first" in module));
  module.add(add);
  assert.equal(module.first, module.imports.first);
  const other = await divided(["first"], ["first"]);
  assert.equal(other.module.first, other.module.imports.first);
});

test("with all functions in the core, only what none of them uses leaves", async () => {
  const all = Object.keys(await whole());
  const { module, add } = await divided(all, ["late", "first"]);
  const before = Object.keys(module);
  assert.deepEqual(Object.keys(module.add(add)), ["onlyNamed", "MainLoop", "pause"]);
  assert.deepEqual(Object.keys(module), [...before, "pause"]);
});

test("a core without wasmImports is refused", () => {
  const message = "the core of this Pyodide has no wasmImports";
  assert.throws(() => divideCore("(function () { var a = 1 })", new Set(), []), { message });
});

const parsed = (source) => parseAst(source).body[0];
const namesOf = (source) => referencesIn(parsed(source)).map(({ name }) => name);

test("references are names outside of functions, not properties and labels", () => {
  assert.deepEqual(namesOf("a.b[c].d = { e: f, g, [h]: 1 };"), ["a", "c", "f", "g", "h"]);
  assert.deepEqual(namesOf("x: for (;;) break x;"), []);
  assert.deepEqual(namesOf("var z = (a, { b, c: d = e }, [...f]) => a + b + c + d + e + f;"), [
    "z",
    "e",
    "c",
    "e",
  ]);
  assert.deepEqual(namesOf("function f(a) { try {} catch (b) { b + a + c } class D {} new D() }"), [
    "c",
  ]);
  assert.deepEqual(namesOf("function f() { var a; return () => { let b; return a + b + c } }"), [
    "c",
  ]);
  const [reference] = referencesIn(parsed("f({ a });")).slice(1);
  assert.deepEqual({ ...reference }, { name: "a", start: 4, end: 5, isShorthand: true });
});

test("a node declares what is not in its functions", () => {
  const source =
    "{ var a, { b, ...c } = d; function e(f) { var g } class H {} try {} catch (i) {} }";
  assert.deepEqual([...declaredIn(parsed(source))].sort(), ["H", "a", "b", "c", "e", "i"]);
  assert.deepEqual(
    [...declaredIn(parsed("function f(a, [b]) { var c; () => { var d } }"))].sort(),
    ["a", "b", "c", "f"],
  );
});

test("assignments, updates and loops change variables", () => {
  const source = "{ a = 1; b.c = 2; [d, ...e] = f; g++; for (h of i); for (var j in k); l += 1; }";
  assert.deepEqual([...changedIn(parsed(source))].sort(), ["a", "d", "e", "g", "h", "l"]);
});

test("properties are those that are read, set, destructured or in quotes", () => {
  const found = propertiesIn(parsed("var { a, b: c } = d.e[f] + g['h'];"));
  assert.deepEqual(found.filter((name) => "abeh".includes(name)).sort(), ["a", "b", "e", "h"]);
  assert.ok(!found.includes("c") && !found.includes("g"));
});
