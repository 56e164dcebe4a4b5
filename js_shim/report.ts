/** What Python tells people: console.error and console.warn, and the list that `ready` gives. */

/** The tracebacks so far, oldest first. */
export const errors: string[] = [];

const listeners: ((text: string) => void)[] = [];

export function error(text: string): void {
  errors.push(text);
  console.error(text);
  for (const listener of listeners) listener(text);
}

/** Calls it with each error from now on. */
export function onError(listener: (text: string) => void): void {
  listeners.push(listener);
}

export function warning(text: string): void {
  console.warn(text);
}
