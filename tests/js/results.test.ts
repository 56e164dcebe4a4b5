/** js_shim/bridge/results.ts and handles.ts: what Python gets without a JsProxy. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as handles from "../../js_shim/bridge/handles";
import {
  arrange,
  call,
  callWith,
  construct,
  get,
  objectOf,
  same,
} from "../../js_shim/bridge/js_values";
import { nameOf, numberOfName } from "../../js_shim/bridge/names";
import { PromiseBox } from "../../js_shim/bridge/numbers";
import { out, outAll, outList, share, takeList } from "../../js_shim/bridge/results";
import { ARRAY, FUNCTION, OBJECT } from "../../js_shim/codes";

let memory: Int32Array;

beforeEach(() => {
  memory = new Int32Array(8);
  share({ getBuffer: () => ({ data: memory }) });
});

const written = () => [...memory.subarray(0, 3)];

test("plain values are returned as they are", () => {
  for (const value of ["text", 5, true, null, 5n, Symbol.iterator]) assert.equal(out(value), value);
  assert.deepEqual(written(), [0, 0, 0]);
});

test("of an object, kind and handle are written", () => {
  const value = {};
  assert.equal(out(value), undefined);
  const [flag, kind, handle] = written();
  assert.deepEqual([flag, kind], [1, OBJECT]);
  assert.equal(handles.objectAt(handle as number), value);
});

test("undefined clears what was written before", () => {
  out({});
  assert.equal(out(undefined), undefined);
  assert.equal(memory[0], 0);
});

test("errors, promises and proxies of Python are returned themselves", () => {
  const error = new Error("x");
  assert.equal(out(error), error);
  assert.ok(out(Promise.resolve(1)) instanceof PromiseBox);
  const proxy = Object.assign(() => 1, { $$: { type: "PyProxy" } });
  assert.equal(out(proxy), proxy);
  assert.deepEqual(outAll([proxy]), [proxy]);
});

test("when Python's memory has grown, its new place is used", () => {
  const before = memory;
  memory = new Int32Array(8);
  structuredClone(before, { transfer: [before.buffer] }); // as WebAssembly detaches it
  assert.equal(out([]), undefined);
  assert.deepEqual(written().slice(0, 2), [1, ARRAY]);
});

test("several objects are written at once", () => {
  const node = { nodeType: 1, nodeName: "P" };
  assert.equal(outAll([node, []]), 2);
  assert.ok((memory[0] as number) > 0);
  assert.equal(memory[1], 0);
  assert.equal(memory[2], ARRAY);
  assert.deepEqual(outAll([]), 0);
});

test("if one is no object, or they do not fit, all values are returned and none is held", () => {
  const before = handles.heldObjects();
  const mixed = [{}, "x"];
  assert.deepEqual(outAll(mixed), mixed);
  const many = [{}, {}, {}, {}, {}];
  assert.deepEqual(outAll(many), many);
  assert.ok(Array.isArray(outAll([{}, Promise.resolve()])));
  assert.equal(handles.heldObjects(), before);
});

test("an object has the same handle each time, also after its release; a function has not", () => {
  const value = {};
  const method = () => 1;
  const handle = handles.holdOnce(value);
  out(value);
  assert.equal(memory[2], handle);
  outAll([value]);
  assert.equal(memory[1], handle);
  handles.release(handle);
  assert.equal(handles.objectAt(handle), undefined);
  assert.equal(handles.holdOnce(value), handle);
  assert.equal(handles.objectAt(handle), value);
  assert.notEqual(handles.hold(value), handle);
  assert.notEqual(handles.holdOnce(method), handles.holdOnce(method));
});

test("items are arranged by their indices", () => {
  const items = ["a", {}, undefined];
  const handle = handles.hold(items);
  const [first, second] = items;
  arrange(handle, [1, 0, 3, 1], ["new"]);
  assert.deepEqual(items, [second, first, "new", second]);
  assert.equal(items[0], second);
  arrange(handle, [], []);
  assert.equal(items.length, 0);
});

test("a list is kept until it is taken", () => {
  const node = { nodeType: 1, nodeName: "P" };
  const before = handles.heldObjects();
  assert.equal(outList([node, node]), 2);
  assert.equal(handles.heldObjects(), before + 1);
  assert.equal(takeList(memory[1] as number), 2);
  assert.equal(memory[0], memory[2]);
  assert.equal(handles.heldObjects(), before + 1); // the node
  assert.equal(outList([]), 0);
});

test("a method remembers its object", () => {
  const counter = {
    step: 2,
    next(by: number) {
      return this.step + by;
    },
  };
  const target = handles.hold(counter);
  assert.equal(get(target, "next"), undefined);
  assert.deepEqual(written().slice(0, 2), [1, FUNCTION]);
  const method = memory[2] as number;
  assert.equal(call(method, 3), 5);
  handles.release(method);
  assert.equal(handles.receiverOf(method), undefined);
});

test("arguments may be handles", () => {
  const list = handles.hold((...values: unknown[]) => values[1] === values[3] && values[0] === 7);
  const thing = handles.hold({});
  assert.equal(callWith(list, 0b1010, 7, thing, "x", thing), true);
  assert.equal(construct(handles.hold(Map)), undefined);
  assert.ok(handles.objectAt(memory[2] as number) instanceof Map);
  assert.ok(!same(thing, list) && same(thing, thing));
});

test("a name has a number; names without one are their own", () => {
  const number = numberOfName("offsetWidth");
  assert.deepEqual([nameOf(number), nameOf("x")], ["offsetWidth", "x"]);
});

test("objects are made of keys and values", () => {
  const made = objectOf("a", 1, "__proto__", 2) as Record<string, unknown>;
  assert.deepEqual(Object.entries(made), [
    ["a", 1],
    ["__proto__", 2],
  ]);
  assert.equal(Object.getPrototypeOf(made), Object.prototype);
});
