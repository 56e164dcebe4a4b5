/** The stack that Python's functions in C may use. */

/** Exports of Python's WebAssembly file; before Python 3.14 it has no limit. */
export interface PythonStack {
  _PyThreadState_Get(): number;
  _PyUnstable_ThreadState_SetStackProtection?(thread: number, start: number, size: number): number;
  _PyUnstable_ThreadState_ResetStackProtection(thread: number): void;
  _emscripten_stack_get_current(): number;
}

/** Limits the stack of the running thread to `bytes` from here. Returns false if Python cannot. */
export function limitStack(python: PythonStack, bytes: number): boolean {
  const limit = python._PyUnstable_ThreadState_SetStackProtection;
  if (!limit) return false;
  const start = python._emscripten_stack_get_current() - bytes;
  return limit(python._PyThreadState_Get(), start, bytes) === 0;
}

/** Removes the limit. */
export function resetStack(python: PythonStack): void {
  python._PyUnstable_ThreadState_ResetStackProtection(python._PyThreadState_Get());
}
