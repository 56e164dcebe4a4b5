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

/** Puts a promise into a box; returns any other value as it is. */
export function boxed(value: unknown): unknown {
  return value instanceof Promise ? new PromiseBox(value) : value;
}
