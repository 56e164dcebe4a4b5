/** js_shim/bridge/python_values.ts, numbers.ts and kinds.ts: numbers of what Python gave, kinds of the rest. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { hold, objectAt } from "../../js_shim/bridge/handles";
import { jsonOf } from "../../js_shim/bridge/js_values";
import { identify } from "../../js_shim/bridge/kinds";
import { boxed, numberOf, PromiseBox } from "../../js_shim/bridge/numbers";
import {
  connect,
  currentThis,
  deferred,
  functionOf,
  give,
  opaque,
} from "../../js_shim/bridge/python_values";
import {
  ARRAY,
  BUFFER,
  COLLECTION,
  ERROR,
  EVENT,
  FUNCTION,
  GIVEN,
  OBJECT,
  PROMISE,
  TYPED_ARRAY,
} from "../../js_shim/codes";

let calls: unknown[][];
let result: unknown;

/** Python's memory for kinds and handles. */
const memory = new Int32Array(64);

function connectTo(dispatch: Parameters<typeof connect>[0]): void {
  const nothing = () => {};
  connect(dispatch, nothing, nothing, nothing, { getBuffer: () => ({ data: memory }) });
}

/** `this` as Python gets it: the object of the handle. */
function thisNow(): unknown {
  memory[0] = 0;
  const value = currentThis();
  return memory[0] ? objectAt(memory[2] as number) : value;
}

beforeEach(() => {
  calls = [];
  result = undefined;
  connectTo((...call: unknown[]) => {
    calls.push([...call, thisNow()]);
    return result;
  });
});

test("a number has one function, and the function has this number", () => {
  const first = functionOf(1);
  assert.equal(functionOf(1), first);
  assert.notEqual(functionOf(2), first);
  assert.deepEqual([numberOf(first), numberOf(functionOf(2))], [1, 2]);
});

test("a call goes to Python with number, arguments and `this`", () => {
  result = 5;
  const self = { method: functionOf(3) };
  assert.equal(self.method("a", 1), 5);
  assert.deepEqual(calls, [[3, "a", 1, self]]);
  assert.equal(thisNow(), undefined);
});

test("`this` is the outer one again after an inner call, also if that throws", () => {
  const seen: unknown[] = [];
  const [outer, inner] = [{ name: "outer" }, { name: "inner" }];
  connectTo((id: number) => {
    if (id === 2) throw new Error("inner");
    assert.throws(() => functionOf(2).call(inner), /inner/);
    seen.push(thisNow());
    return undefined;
  });
  functionOf(1).call(outer);
  assert.deepEqual(seen, [outer]);
  assert.equal(thisNow(), undefined);
});

test("promises go to Python in a box, other values as they are", () => {
  const promise = Promise.resolve(1);
  const box = boxed(promise);
  assert.ok(box instanceof PromiseBox && box.promise === promise);
  assert.equal(boxed(promise.then), promise.then);
  functionOf(4)(promise);
  assert.ok(calls[0]?.[1] instanceof PromiseBox);
});

test("what a coroutine of Python returns is a promise", async () => {
  const done = deferred();
  result = done;
  const promise = functionOf(5)();
  done.succeed(7);
  assert.equal(await promise, 7);
  const failed = deferred();
  result = failed;
  const other = functionOf(5)() as Promise<unknown>;
  failed.fail("ValueError: x");
  await assert.rejects(other, { message: "ValueError: x" });
});

test("what Python gave is identified by its number", () => {
  const list = give([1, 2], 40);
  assert.equal(identify(functionOf(6)), GIVEN - 6);
  assert.equal(identify(list), GIVEN - 40);
  assert.equal(identify(opaque("<Thing>", 41)), GIVEN - 41);
  assert.equal(String(opaque("<Thing>", 42)), "<Thing>");
});

test("other values are identified by their kind", () => {
  assert.equal(
    identify(() => {}),
    FUNCTION,
  );
  assert.equal(identify(class {}), FUNCTION);
  assert.equal(identify([]), ARRAY);
  assert.equal(identify(new Uint8Array(2)), TYPED_ARRAY);
  assert.equal(identify(new ArrayBuffer(2)), BUFFER);
  assert.equal(identify(new Map()), COLLECTION);
  assert.equal(identify(new TypeError()), ERROR);
  assert.equal(identify({ length: 1, item: () => 1 }), ARRAY);
  assert.equal(identify({}), OBJECT);
  assert.equal(identify(new Date()), OBJECT);
  assert.equal(identify({ length: 1 }), OBJECT);
  assert.equal(identify(Symbol() as unknown as object), OBJECT);
  assert.equal(identify(new Event("click")), EVENT);
  assert.equal(identify(new PromiseBox(Promise.resolve())), PROMISE);
});

test("a node is identified by its handle, which is even if it has a style", () => {
  const node = { nodeType: 1, nodeName: "P", style: {} };
  const other = { nodeType: 3, nodeName: "#text" };
  const id = identify(node);
  assert.ok(id > 0 && id % 2 === 0);
  assert.equal(identify(node), id);
  assert.equal(identify(other) % 2, 1);
});

test("the kind of the platform's objects is known by prototype, also if they differ", () => {
  assert.equal(identify(new URLSearchParams()), COLLECTION);
  assert.equal(identify(Object.assign(new URLSearchParams(), { length: 1, item: 1 })), COLLECTION);
  class Own {
    length = 1;
  }
  assert.equal(identify(new Own()), OBJECT);
  assert.equal(identify(Object.assign(new Own(), { item: 1 })), ARRAY);
});

test("an object that refuses every access is an object", () => {
  const refuse = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  assert.equal(identify(new Proxy({}, { get: refuse, has: refuse })), OBJECT);
});

test("plain data is shown as JSON, without secrets", () => {
  const data = {
    Authorization: "x",
    inner: { csrf_token: "y", keyboard: "us", userPin: 1 },
    list: [1],
  };
  assert.equal(
    jsonOf(hold(data)),
    '{"Authorization":"…","inner":{"csrf_token":"…","keyboard":"us","userPin":"…"},"list":[1]}',
  );
  assert.equal(jsonOf(hold(Object.create(null))), "{}");
  assert.equal(jsonOf(hold(new Map())), "");
  const circle: unknown[] = [];
  circle.push(circle);
  assert.equal(jsonOf(hold(circle)), "");
});
