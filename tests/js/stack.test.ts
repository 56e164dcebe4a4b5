/** Python's stack is limited from where it is, for the thread that runs. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { limitStack, type PythonStack, resetStack } from "../../js_shim/bridge/stack";

function python(calls: unknown[], limits = true): PythonStack {
  return {
    _PyThreadState_Get: () => 7,
    _PyUnstable_ThreadState_ResetStackProtection: (thread) => void calls.push(["reset", thread]),
    _emscripten_stack_get_current: () => 100_000,
    ...(limits && {
      _PyUnstable_ThreadState_SetStackProtection(thread: number, start: number, size: number) {
        calls.push([thread, start, size]);
        return size < 40_000 ? -1 : 0;
      },
    }),
  };
}

test("so many bytes below the top of the stack", () => {
  const calls: unknown[] = [];
  assert.equal(limitStack(python(calls), 50_000), true);
  resetStack(python(calls));
  assert.deepEqual(calls, [
    [7, 50_000, 50_000],
    ["reset", 7],
  ]);
});

test("Python refuses, or cannot", () => {
  assert.equal(limitStack(python([]), 10), false);
  const older = { ...python([], false), _emscripten_stack_get_current: assert.fail };
  assert.equal(limitStack(older, 50_000), false);
});
