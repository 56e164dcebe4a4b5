/** What Python tells people: console.error and console.warn, and the list that `ready` gives. */

/** The tracebacks so far, oldest first. */
export const errors: string[] = [];

export function error(text: string): void {
  errors.push(text);
  console.error(text);
}

export function warning(text: string): void {
  console.warn(text);
}
