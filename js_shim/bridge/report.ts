/** Errors and warnings: on the console, and in the list that `pyodideBrowser.ready` resolves to. */

/** The tracebacks so far, oldest first. */
export const errors: string[] = [];

const listeners: ((text: string) => void)[] = [];

export function error(text: string): void {
  errors.push(text);
  console.error(text);
  for (const listener of listeners) listener(text);
}

/** Calls `listener` with each error from now on. */
export function onError(listener: (text: string) => void): void {
  listeners.push(listener);
}

export function warning(text: string): void {
  console.warn(text);
}
