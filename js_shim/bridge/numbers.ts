/** What JavaScript knows of Python's values: their numbers. */

/** JS value → its number in Python's table. */
const numbers = new WeakMap<object, number>();
/** Prototype of a derived class → the number of its Python class. */
const classes = new WeakMap<object, number>();
let hasClasses = false;

/** Returns the number of a value that Python gave; undefined for a value of JavaScript. */
export function numberOf(value: object): number | undefined {
  return numbers.get(value);
}

export function setNumber(value: object, id: number): void {
  numbers.set(value, id);
}

/** Returns the number of the Python class of an object; undefined for all other objects. */
export function classNumber(value: object): number | undefined {
  return hasClasses ? classes.get(Object.getPrototypeOf(value)) : undefined;
}

export function setClassNumber(prototype: object, id: number): void {
  classes.set(prototype, id);
  hasClasses = true;
}

/** Hides a promise from Pyodide, which turns promises into futures of its own. */
export class PromiseBox {
  constructor(readonly promise: PromiseLike<unknown>) {}
}

/** Puts what JavaScript can await into a box; returns any other value as it is. */
export function boxed(value: unknown): unknown {
  return isPromise(value) ? new PromiseBox(value) : value;
}

/** A promise of any realm, or any other object with a method `then`. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof Promise) return true;
  try {
    const { then } = value as PromiseLike<unknown>;
    return typeof then === "function" && classNumber(value) === undefined && !isProxy(value);
  } catch {
    return false; // a getter, or a proxy, that throws
  }
}

/** Whether it is Pyodide's proxy of a Python value. */
export function isProxy(value: object): boolean {
  try {
    return (value as { $$?: { type?: string } }).$$?.type === "PyProxy";
  } catch {
    return false; // a window of another origin throws at every access
  }
}
