/**
 * What Python gives to JavaScript: functions above all. JS knows Python's things by number, and
 * Python is told when JS lets go of one: no PyProxy is made for a listener.
 */

export type Callback = (...values: unknown[]) => unknown;

let dispatch: (id: number, ...values: unknown[]) => unknown;
let release: (id: number) => void;
let timerEnds: (key: number, time?: number) => void;
let current: unknown;

/** JS value → its number in Python's table; functions back by number. */
const given = new WeakMap<object, number>();
const functions = new Map<number, WeakRef<Callback>>();
const gone = new FinalizationRegistry((id: number) => {
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

/** Key: a timer's handle; an animation frame's negated, with the time. */
export function timerEnded(key: number, time?: number): void {
  if (time === undefined) timerEnds(key);
  else timerEnds(key, time);
}

/** A promise on its way to Python: as it is, Pyodide would turn it into a future of its own. */
export class Held {
  constructor(readonly promise: PromiseLike<unknown>) {}
}

export function held(value: unknown): unknown {
  return value instanceof Promise ? new Held(value) : value;
}

/** The number of what Python gave; undefined for a value of JavaScript's own. */
export function numberOf(value: object): number | undefined {
  return given.get(value);
}

/** What JS gets from an `async def`: a promise. Python has told the error already. */
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

/** The JS function for number `id`, the same one as long as JS holds it. */
export function functionOf(id: number): Callback {
  let callback = functions.get(id)?.deref();
  if (!callback) {
    callback = function (this: unknown, ...values: unknown[]): unknown {
      const outer = current;
      current = this;
      try {
        const result = dispatch(id, ...values.map(held));
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

/** Remembers that `value` stands for Python's number `id`, and tells Python when it is gone. */
export function give<T extends object>(value: T, id: number): T {
  given.set(value, id);
  gone.register(value, id);
  return value;
}

/** A Python object that is nothing in JS; shows as what it is in the console. */
class PythonObject {
  constructor(readonly repr: string) {}
  toString(): string {
    return this.repr;
  }
}

export function opaque(repr: string, id: number): object {
  return give(new PythonObject(repr), id);
}

/** The numbers that a value's listeners and properties still hold: for tests. */
export function liveFunctions(): number {
  let live = 0;
  for (const reference of functions.values()) if (reference.deref()) live++;
  return live;
}

/** JavaScript's `this` in the function that runs now. */
export function currentThis(): unknown {
  return current;
}
