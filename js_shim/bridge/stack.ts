/** The stack that Python's functions in C may use. */

/** Exports of Python's WebAssembly file, since Python 3.14. */
export interface PythonStack {
  _PyThreadState_Get(): number;
  _PyUnstable_ThreadState_SetStackProtection?(thread: number, start: number, size: number): number;
  _PyUnstable_ThreadState_ResetStackProtection(thread: number): void;
  _emscripten_stack_get_current(): number;
}

/** Allows this thread of Python so many bytes from here. Returns false where Python cannot do so. */
export function limitStack(python: PythonStack, bytes: number): boolean {
  const start = python._emscripten_stack_get_current() - bytes;
  const limit = python._PyUnstable_ThreadState_SetStackProtection;
  return limit?.(python._PyThreadState_Get(), start, bytes) === 0;
}

export function resetStack(python: PythonStack): void {
  python._PyUnstable_ThreadState_ResetStackProtection(python._PyThreadState_Get());
}
