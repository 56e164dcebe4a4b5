/** JavaScript objects for Python: their operations. Python gives handles. */

import { SECRET_NAME } from "../codes";
import { classOf } from "./class_of";
import { isCollection } from "./collections";
import { at, hold, receiverOf } from "./handles";
import { isSequence } from "./kinds";
import { type Name, nameOf } from "./names";
import { PromiseBox } from "./numbers";
import type { Callback } from "./python_values";
import { out, outAll, outOf } from "./results";

type Bag = Record<PropertyKey, unknown>;

export function get(handle: number, name: Name): unknown {
  const target = at<Bag>(handle);
  return outOf(target, target[nameOf(name)]);
}

/** A property of an object's member, such as `node.style.left`, without a handle for the member. */
export function getIn(handle: number, member: Name, name: Name): unknown {
  const target = at<Record<string, Bag>>(handle)[nameOf(member)] as Bag;
  return outOf(target, target[nameOf(name)]);
}

export function setIn(handle: number, member: Name, name: Name, value: unknown): void {
  (at<Record<string, Bag>>(handle)[nameOf(member)] as Bag)[nameOf(name)] = value;
}

export function holdMember(handle: number, member: Name): number {
  return hold(at<Record<string, Bag>>(handle)[nameOf(member)] as Bag);
}

export function has(handle: number, name: Name): boolean {
  return nameOf(name) in at(handle);
}

export function set(handle: number, name: Name, value: unknown): void {
  // Reflect.set fails: setters of the DOM accept no proxy as the receiver.
  at<Bag>(handle)[nameOf(name)] = value;
}

/** Returns false if there is no such property. */
export function remove(handle: number, name: string): boolean {
  const target = at(handle);
  return name in target && Reflect.deleteProperty(target, name);
}

/** `held` has a bit for each value that is a handle. */
function argumentsOf(held: number, values: unknown[]): unknown[] {
  for (let i = 0; held >> i; i++) {
    if ((held >> i) & 1) values[i] = at(values[i] as number);
  }
  return values;
}

export function call(handle: number, ...values: unknown[]): unknown {
  return out(at<Callback>(handle).apply(receiverOf(handle), values));
}

/** `new callee(...)`; calls the method `new` if the object is no function. */
export function construct(handle: number, ...values: unknown[]): unknown {
  const callee = at<Callback | { new: Callback }>(handle);
  return out(
    typeof callee === "function" ? Reflect.construct(callee, values) : callee.new(...values),
  );
}

export function callWith(handle: number, held: number, ...values: unknown[]): unknown {
  return call(handle, ...argumentsOf(held, values));
}

export function constructWith(handle: number, held: number, ...values: unknown[]): unknown {
  return construct(handle, ...argumentsOf(held, values));
}

/** Makes an object of keys and values. */
export function objectOf(...entries: unknown[]): object {
  const made: Bag = {};
  for (let i = 0; i < entries.length; i += 2) {
    const key = entries[i] as string;
    const value = entries[i + 1];
    if (key === "__proto__") Object.defineProperty(made, key, { ...OWN, value });
    else made[key] = value;
  }
  return made;
}

const OWN = { configurable: true, enumerable: true, writable: true };

/** Functions that take an ArrayBuffer, and no typed array. */
const BUFFER_ONLY = /^(bound )?(DataView|decodeAudioData)$/;

export function takesBuffer(handle: number): boolean {
  return BUFFER_ONLY.test(at<Callback>(handle).name);
}

export function same(handle: number, other: number): boolean {
  return at(handle) === at(other);
}

/** The same function of the same object. */
export function sameMethod(handle: number, other: number): boolean {
  return same(handle, other) && receiverOf(handle) === receiverOf(other);
}

const ids = new WeakMap<object, number>();
let lastId = 0;

/** Returns a number for `hash`. */
export function idOf(handle: number): number {
  const target = at(handle);
  let id = ids.get(target);
  if (id === undefined) {
    lastId++;
    id = lastId;
    ids.set(target, id);
  }
  return id;
}

export function classNameOf(handle: number): string {
  return classOf(at(handle));
}

export function sizeOf(handle: number): number {
  const target = at<{ length?: unknown; size?: unknown }>(handle);
  const { length, size } = target;
  if (typeof length === "number" && typeof target !== "function") return length;
  if (typeof size === "number") return size;
  return (isCollection(target) ? Array.from(target) : Object.keys(target)).length;
}

/** What Python iterates over: values of an iterable or array-like, keys of any other object. */
export function itemsOf(handle: number): unknown[] | number {
  const target = at(handle);
  if (Symbol.iterator in target) return outAll(Array.from(target as Iterable<unknown>));
  if (isSequence(target)) return outAll(Array.from(target as ArrayLike<unknown>));
  return Object.keys(target);
}

export function keysOf(handle: number): string[] {
  return Object.keys(at(handle));
}

/** The names of all properties, except those that every object has. */
export function namesOf(handle: number): string[] {
  const names: string[] = [];
  for (let one = at(handle); one && one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    for (const name of Object.getOwnPropertyNames(one)) names.push(name);
  }
  return names;
}

/** Returns whether a message comes from a worker or, in a worker, from its page. */
export function isOfWorker(handle: number): boolean {
  return /^(Worker|DedicatedWorkerGlobalScope)$/.test(classOf(at<Event>(handle).target));
}

/** `String(value)`; "" if the class has no text of its own. */
export function textOf(handle: number): string {
  try {
    const text = String(at(handle));
    return text.startsWith("[object ") ? "" : text;
  } catch {
    return "";
  }
}

/** Plain data as JSON for `repr`, without secrets; "" for any other value. */
export function jsonOf(handle: number): string {
  const value = at(handle);
  const prototype = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return "";
  try {
    const isSecret = (key: string) => SECRET_NAME.test(key) || SECRET_NAME.test(words(key));
    const shown = (key: string, item: unknown) => (isSecret(key) ? "…" : item);
    return JSON.stringify(value, shown) ?? "";
  } catch {
    return "";
  }
}

/** `user_Pin` of `userPin`. */
function words(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2");
}

export function splice(handle: number, start: number, count: number, ...items: unknown[]): void {
  at<unknown[]>(handle).splice(start, count, ...items);
}

/** Keeps the items at these indices, in this order; `added` are after those that there are. */
export function arrange(handle: number, order: number[], added: unknown[]): void {
  const target = at<unknown[] & Pick<Set<unknown>, "add">>(handle);
  const items = [...Array.from(target), ...added];
  target.length = 0;
  const add = target.push ?? target.add; // the options of a select have no `push`
  for (const from of order) add.call(target, items[from]);
}

export function globalScope(): unknown {
  return out(globalThis);
}

export function importModule(url: string): PromiseBox {
  return new PromiseBox(import(url));
}
