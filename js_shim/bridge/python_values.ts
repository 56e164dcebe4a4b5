/**
 * Values that Python gives to JavaScript, mostly functions. JavaScript knows them by number and
 * reports to Python when one is garbage: a listener needs no PyProxy.
 */

import * as handles from "./handles";
import { boxed, setNumber } from "./numbers";
import { out, share } from "./results";

export type Callback = (...values: unknown[]) => unknown;

let dispatch: (id: number, ...values: unknown[]) => unknown;
let release: (id: number) => void;
let timerEnds: (key: number, time?: number) => void;
let waits: () => void;
let current: unknown;

/** Number → function. */
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
  waiter: typeof waits,
  shared: Parameters<typeof share>[0],
): void {
  share(shared);
  dispatch = dispatcher;
  release = releaser;
  timerEnds = timer;
  waits = waiter;
}

/** Tells Python when the program waits: Python then releases the handles that it does not use. */
export function releaseLater(): void {
  setTimeout(() => waits());
}

/** `key` is a timer's handle, or an animation frame's negated handle, with the time. */
export function timerEnded(key: number, time?: number): void {
  if (time === undefined) timerEnds(key);
  else timerEnds(key, time);
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
    const created = function (this: unknown, ...values: unknown[]): unknown {
      handles.takeBack(created);
      const outer = current;
      current = this;
      try {
        const result =
          values.length === 1 ? dispatch(id, out(values[0])) : dispatch(id, ...values.map(boxed));
        return result instanceof Deferred ? result.promise : result;
      } finally {
        current = outer;
      }
    };
    give(created, id);
    functions.set(id, new WeakRef(created));
    callback = created;
  }
  return callback;
}

/** As `heldBy` of handles.ts, for the functions with these numbers. */
export function heldBy(ids: number[], objects: number[]): void {
  const living = ids.map((id) => functions.get(id)?.deref()).filter((one) => one !== undefined);
  handles.heldBy(living, objects);
}

/** Remembers that `value` stands for Python's number `id`; reports to Python when it is garbage. */
export function give<T extends object>(value: T, id: number): T {
  setNumber(value, id);
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
  return out(current);
}
