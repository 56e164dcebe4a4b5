/** Returns the class of a JavaScript value of any realm: `File`, `FormData`, `Object`, … */
export function classOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
