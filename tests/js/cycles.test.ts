/** js_shim/bridge/handles.ts and python_values.ts: functions of Python that hold objects instead of Python. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as handles from "../../js_shim/bridge/handles";
import { identify } from "../../js_shim/bridge/kinds";
import { connect, functionOf, heldBy } from "../../js_shim/bridge/python_values";

setFlagsFromString("--expose-gc");
const gc: () => void = runInNewContext("gc");
const collected = async () => {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    gc();
  }
};

let number = 0;
const released: number[] = [];

beforeEach(() => {
  released.length = 0;
  const memory = new Int32Array(64);
  const nothing = () => {};
  connect(nothing, (id) => released.push(id), nothing, nothing, {
    getBuffer: () => ({ data: memory }),
  });
});

/** A node, and the listener that it has; both only if somebody else holds one of them. */
function cycle() {
  number++;
  const node: { listener?: object } = {};
  const listener = functionOf(number);
  node.listener = listener;
  return { handle: handles.holdOnce(node), id: number, node, listener };
}

function handedOver() {
  const { handle, id, node, listener } = cycle();
  const before = handles.heldByPython();
  heldBy([id], [handle]);
  assert.equal(handles.heldByPython(), before - 1);
  return { handle, id, node, listener };
}

test("a node and its listener are freed, unless Python holds the node", async () => {
  const [given, held] = [handedOver, cycle].map((make) => {
    const { handle, id } = make();
    return { handle, id };
  });
  await collected();
  assert.deepEqual(released, [given?.id]);
  assert.equal(handles.at(given?.handle as number), undefined);
  assert.ok(handles.at(held?.handle as number));
});

test("a listener that somebody refers to holds its node", async () => {
  const { handle, listener } = handedOver();
  await collected();
  assert.deepEqual(released, []);
  assert.ok(handles.objectAt(handle));
  assert.ok(listener);
});

test("Python holds the node again when it uses it, runs its listener or gets its listener", () => {
  const uses: ((made: ReturnType<typeof cycle>) => void)[] = [
    ({ handle }) => handles.at(handle),
    ({ node }) => handles.holdOnce(node),
    ({ listener }) => (listener as () => void)(),
    ({ listener }) => identify(listener),
  ];
  for (const use of uses) {
    const made = handedOver();
    const before = handles.heldByPython();
    use(made);
    assert.equal(handles.heldByPython(), before + 1);
    assert.equal(handles.at(made.handle), made.node);
  }
});

test("functions with the same objects hold them together", async () => {
  const first = cycle();
  const { handle } = cycle();
  heldBy([first.id, number, 999], [first.handle, handle]);
  await collected();
  assert.ok(handles.at(handle));
  assert.ok(first.listener);
});

test("a released handle is not taken back", () => {
  const { handle, node } = handedOver();
  handles.release(handle);
  assert.equal(handles.at(handle), undefined);
  assert.ok(node);
});

test("a function of JavaScript, which has a handle each time, stays with Python", () => {
  const handle = handles.holdOnce(() => 1);
  heldBy([cycle().id], [handle]);
  assert.ok(handles.at(handle));
});
