/**
 * Values that Python gives to JavaScript, mostly functions. JavaScript knows them by number and
 * reports to Python when one is garbage: a listener needs no PyProxy.
 */

export type Callback = (...values: unknown[]) => unknown;

let dispatch: (id: number, ...values: unknown[]) => unknown;
let release: (id: number) => void;
let timerEnds: (key: number, time?: number) => void;
let current: unknown;

/** JS value → its number in Python's table; number → function. */
const numbers = new WeakMap<object, number>();
const functions = new Map<number, WeakRef<Callback>>();
const garbage = new FinalizationRegistry((id: number) => {
  if (functions.get(id)?.deref()) return;
  functions.delete(id);
  release(id);
});

export function connect(
  dispatcher: typeof dispatch,
  releaser: typeof release,
  timer: typeof timerEnds,
): void {
  dispatch = dispatcher;
  release = releaser;
  timerEnds = timer;
}

/** `key` is a timer's handle, or an animation frame's negated handle, with the time. */
export function timerEnded(key: number, time?: number): void {
  if (time === undefined) timerEnds(key);
  else timerEnds(key, time);
}

/** Hides a promise from Pyodide, which turns promises into futures of its own. */
export class PromiseBox {
  constructor(readonly promise: PromiseLike<unknown>) {}
}

/** Puts a promise into a box; returns any other value as it is. */
export function boxed(value: unknown): unknown {
  return value instanceof Promise ? new PromiseBox(value) : value;
}

/** The number of a value that Python gave; undefined for a value of JavaScript. */
export function numberOf(value: object): number | undefined {
  return numbers.get(value);
}

/** The promise that JavaScript gets from an `async def`. Python has already reported its error. */
class Deferred {
  readonly promise: Promise<unknown>;
  private settle: [(value: unknown) => void, (reason: Error) => void] | undefined;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.settle = [resolve, reject];
    });
    this.promise.catch(() => {});
  }

  succeed(value: unknown): void {
    this.settle?.[0](value);
  }

  fail(message: string): void {
    this.settle?.[1](new Error(message));
  }
}

export function deferred(): Deferred {
  return new Deferred();
}

/** The JS function for Python's number `id`: the same one as long as JavaScript refers to it. */
export function functionOf(id: number): Callback {
  let callback = functions.get(id)?.deref();
  if (!callback) {
    callback = function (this: unknown, ...values: unknown[]): unknown {
      const outer = current;
      current = this;
      try {
        const result = dispatch(id, ...values.map(boxed));
        return result instanceof Deferred ? result.promise : result;
      } finally {
        current = outer;
      }
    };
    give(callback, id);
    functions.set(id, new WeakRef(callback));
  }
  return callback;
}

/** Remembers that `value` stands for Python's number `id`; reports to Python when it is garbage. */
export function give<T extends object>(value: T, id: number): T {
  numbers.set(value, id);
  garbage.register(value, id);
  return value;
}

/** A Python object without an equivalent in JavaScript; the console shows its repr. */
class PythonObject {
  constructor(readonly repr: string) {}
  toString(): string {
    return this.repr;
  }
}

export function opaque(repr: string, id: number): object {
  return give(new PythonObject(repr), id);
}

/** How many functions JavaScript still refers to; for tests. */
export function liveFunctions(): number {
  let live = 0;
  for (const reference of functions.values()) if (reference.deref()) live++;
  return live;
}

/** JavaScript's `this` in the function that runs now. */
export function currentThis(): unknown {
  return current;
}
