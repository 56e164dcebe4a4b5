/** JavaScript values for Python: their kinds and operations. */

import {
  ARRAY,
  BUFFER,
  COLLECTION,
  DERIVED,
  ERROR,
  EVENT,
  FUNCTION,
  GIVEN,
  OBJECT,
  OPTIONS,
  PROMISE,
  SECRET_NAME,
  TYPED_ARRAY,
} from "../codes";
import { classOf } from "./class_of";
import { classNumber } from "./classes";
import { isCollection } from "./collections";
import { idOf } from "./nodes";
import { boxed, type Callback, numberOf, PromiseBox } from "./python_values";

export { classOf };

/** Returns the kind of a value, see src/browser/_codes.py. */
export function identify(value: object): number {
  if (typeof value === "function") {
    const id = numberOf(value);
    return id === undefined ? FUNCTION : GIVEN - id;
  }
  if (typeof value !== "object") return OBJECT;
  if (Array.isArray(value)) {
    if (classNumber(value) !== undefined) return DERIVED;
    const id = numberOf(value);
    return id === undefined ? ARRAY : GIVEN - id;
  }
  try {
    if (isNode(value)) return idOf(value);
    if (classNumber(value) !== undefined) return DERIVED;
    if (value instanceof Event) return EVENT;
    if (value instanceof PromiseBox) return PROMISE;
    const id = numberOf(value);
    if (id !== undefined) return GIVEN - id;
    if (typeof HTMLOptionsCollection !== "undefined" && value instanceof HTMLOptionsCollection)
      return OPTIONS;
    if (ArrayBuffer.isView(value)) return "length" in value ? TYPED_ARRAY : BUFFER;
    if (isSequence(value)) return ARRAY;
    if ("has" in value && isCollection(value)) return COLLECTION;
    if ("byteLength" in value && /^(Shared)?ArrayBuffer$/.test(classOf(value))) return BUFFER;
    const isError = "message" in value && /^(Error|DOMException)$/.test(classOf(value));
    return isError ? ERROR : OBJECT;
  } catch {
    return OBJECT; // a window of another origin throws at every access
  }
}

/** Works for any realm: a node in an iframe is no instance of this window's Node. */
function isNode(value: object): value is Node {
  return (
    typeof (value as Node).nodeType === "number" && typeof (value as Node).nodeName === "string"
  );
}

function isSequence(value: object): boolean {
  return "length" in value && typeof value.length === "number" && "item" in value;
}

type Bag = Record<PropertyKey, unknown>;

export function get(target: Bag, name: string): unknown {
  return boxed(target[name]);
}

export function has(target: object, name: string): boolean {
  return name in target;
}

export function set(target: object, name: string, value: unknown): void {
  // Reflect.set fails: setters of the DOM accept no proxy as the receiver.
  (target as Bag)[name] = value;
}

/** Returns false if there is no such property. */
export function remove(target: object, name: string): boolean {
  return name in target && Reflect.deleteProperty(target, name);
}

export function call(callee: Callback, self: unknown, ...values: unknown[]): unknown {
  return boxed(callee.apply(self, values));
}

/** `new callee(...)`; calls the method `new` if `callee` is a plain object. */
export function construct(callee: Callback, ...values: unknown[]): unknown {
  if (typeof callee === "function") return boxed(Reflect.construct(callee, values));
  return boxed((callee as { new: Callback }).new(...values));
}

/** Functions that take an ArrayBuffer, and no typed array. */
const BUFFER_ONLY = /^(bound )?(DataView|decodeAudioData)$/;

export function takesBuffer(callee: Callback): boolean {
  return BUFFER_ONLY.test(callee.name);
}

export function sizeOf(target: object): number {
  const { length, size } = target as { length?: unknown; size?: unknown };
  if (typeof length === "number" && typeof target !== "function") return length;
  if (typeof size === "number") return size;
  return (isCollection(target) ? Array.from(target) : Object.keys(target)).length;
}

/** What Python iterates over: values of an iterable or array-like, keys of any other object. */
export function itemsOf(target: object): unknown[] {
  if (Symbol.iterator in target) return Array.from(target as Iterable<unknown>, boxed);
  if (isSequence(target)) return Array.from(target as ArrayLike<unknown>, boxed);
  return Object.keys(target);
}

export function keysOf(target: object): string[] {
  return Object.keys(target);
}

export function namesOf(target: object): string[] {
  const names: string[] = [];
  for (const name in target) names.push(name);
  return names;
}

/** Returns whether a message comes from a worker or, in a worker, from its page. */
export function isOfWorker({ target }: Event): boolean {
  return /^(Worker|DedicatedWorkerGlobalScope)$/.test(classOf(target));
}

/** `String(value)`; "" if the class has no text of its own. */
export function textOf(value: object): string {
  try {
    const text = String(value);
    return text.startsWith("[object ") ? "" : text;
  } catch {
    return "";
  }
}

/** Plain data as JSON for `repr`, without secrets; "" for any other value. */
export function jsonOf(value: unknown): string {
  const prototype = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return "";
  try {
    const shown = (key: string, item: unknown) => (SECRET_NAME.test(key) ? "…" : item);
    return JSON.stringify(value, shown) ?? "";
  } catch {
    return "";
  }
}

export function splice(array: unknown[], start: number, count: number, ...items: unknown[]): void {
  array.splice(start, count, ...items);
}

export function globalScope(): unknown {
  return globalThis;
}

export function importModule(url: string): PromiseBox {
  return new PromiseBox(import(url));
}
