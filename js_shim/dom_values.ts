/** JavaScript values for Python: what kind they are, and what can be done with them. */

import { type Callback, Held, held, numberOf } from "./dom_given";
import { idOf } from "./dom_nodes";

/** `identify`: a node answers with its positive number, what Python gave with `GIVEN - number`. */
const OBJECT = 0;
const ARRAY = -1;
const FUNCTION = -2;
const EVENT = -3;
const PROMISE = -4;
const OPTIONS = -5;
const GIVEN = -100;

export function identify(value: object): number {
  if (typeof value === "function") {
    const id = numberOf(value);
    return id === undefined ? FUNCTION : GIVEN - id;
  }
  if (typeof value !== "object") return OBJECT;
  if (Array.isArray(value)) {
    const id = numberOf(value);
    return id === undefined ? ARRAY : GIVEN - id;
  }
  try {
    if (isNode(value)) return idOf(value);
    if (value instanceof Event) return EVENT;
    if (value instanceof Held) return PROMISE;
    const id = numberOf(value);
    if (id !== undefined) return GIVEN - id;
    if (typeof HTMLOptionsCollection !== "undefined" && value instanceof HTMLOptionsCollection)
      return OPTIONS;
    return isSequence(value) ? ARRAY : OBJECT;
  } catch {
    return OBJECT; // a window of another origin refuses every question
  }
}

/** Of any realm: a node in an iframe is no instance of this window's Node. */
function isNode(value: object): value is Node {
  return (
    typeof (value as Node).nodeType === "number" && typeof (value as Node).nodeName === "string"
  );
}

function isSequence(value: object): boolean {
  if (ArrayBuffer.isView(value)) return "length" in value;
  return "length" in value && typeof value.length === "number" && "item" in value;
}

type Bag = Record<PropertyKey, unknown>;

export function get(target: Bag, name: string): unknown {
  return held(target[name]);
}

export function has(target: object, name: string): boolean {
  return name in target;
}

export function set(target: object, name: string, value: unknown): void {
  // Not Reflect.set: its receiver must be an object of the DOM, not a proxy of it.
  (target as Bag)[name] = value;
}

/** false where nothing was there to delete. */
export function remove(target: object, name: string): boolean {
  return name in target && Reflect.deleteProperty(target, name);
}

export function call(callee: Callback, self: unknown, ...values: unknown[]): unknown {
  return held(callee.apply(self, values));
}

/** `new callee(...)`; a method that is called `new` where `callee` is a plain object. */
export function construct(callee: Callback, ...values: unknown[]): unknown {
  if (typeof callee === "function") return held(Reflect.construct(callee, values));
  return held((callee as { new: Callback }).new(...values));
}

export function sizeOf(target: object): number {
  const { length, size } = target as { length?: unknown; size?: unknown };
  if (typeof length === "number" && typeof target !== "function") return length;
  return typeof size === "number" ? size : Object.keys(target).length;
}

/** What iteration gives: the values of an iterable or array-like, the keys of another object. */
export function itemsOf(target: object): unknown[] {
  if (Symbol.iterator in target) return Array.from(target as Iterable<unknown>, held);
  if (isSequence(target)) return Array.from(target as ArrayLike<unknown>, held);
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

/** Whether a message comes from a worker or, in a worker, from its page. */
export function isOfWorker({ target }: Event): boolean {
  return /^(Worker|DedicatedWorkerGlobalScope)$/.test(classOf(target));
}

export function classOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** As `String(value)` has it; "" where the class says nothing of its own. */
export function textOf(value: object): string {
  try {
    const text = String(value);
    return text.startsWith("[object ") ? "" : text;
  } catch {
    return "";
  }
}

const SECRET = /authori[sz]ation|cookie|csrf|xsrf|password|token/i;

/** Plain data as JSON, to be shown: without secrets; "" for anything else. */
export function jsonOf(value: unknown): string {
  const prototype = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return "";
  try {
    const shown = (key: string, item: unknown) => (SECRET.test(key) ? "…" : item);
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

export function importModule(url: string): Held {
  return new Held(import(url));
}
