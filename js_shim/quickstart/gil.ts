/**
 * Python's lock (GIL). C releases it while it opens a file. During a blocking request in a worker,
 * WebKit runs callbacks, which may call Python.
 */

/** Exports of Python's WebAssembly file, which tools/quickstart/split.mjs keeps in the initial one. */
interface Gil {
  PyGILState_Ensure(): number;
  PyGILState_Release(state: number): void;
}

let gil: Gil | undefined;

export function setGil(exports: WebAssembly.Exports): void {
  gil = exports as unknown as Gil;
}

/** Calls `action` while Python's lock is held. */
export function holdingGil<T>(action: () => T): T {
  if (!gil) return action();
  const state = gil.PyGILState_Ensure();
  try {
    return action();
  } finally {
    gil.PyGILState_Release(state);
  }
}
