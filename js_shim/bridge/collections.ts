/** Collections with keys (Map, Set, FormData, Headers, URLSearchParams, …), buffers, typed arrays. */

import { classOf } from "./class_of";
import { at } from "./handles";
import { boxed } from "./numbers";

interface Collection extends Iterable<unknown> {
  has(key: unknown): boolean;
  get?(key: unknown): unknown;
  getAll?(key: unknown): unknown[];
  set?(key: unknown, value: unknown): void;
  append?(key: unknown, value: unknown): void;
  delete?(key: unknown): void;
}

/** Has the methods that Map and Set share with the map-like and set-like classes of the platform. */
export function isCollection(value: object): value is Collection {
  const { has, keys, forEach } = value as Record<string, unknown>;
  if (typeof has !== "function") return false;
  if (typeof keys !== "function") return /^Weak(Map|Set)$/.test(classOf(value));
  return typeof forEach === "function" && Symbol.iterator in value;
}

export function hasKey(handle: number, key: unknown): boolean {
  const target = at<Collection>(handle);
  return target.has(key);
}

/** The values of a key: none, one, or several (in FormData and URLSearchParams). */
export function valuesOf(handle: number, key: unknown): unknown[] {
  const target = at<Collection>(handle);
  if (!target.has(key)) return [];
  if (target.getAll) return target.getAll(key);
  return [target.get ? boxed(target.get(key)) : key];
}

/** Replaces the values of a key. */
export function setValues(handle: number, key: unknown, ...values: unknown[]): void {
  const target = at<Collection>(handle);
  if (values.length === 1) {
    target.set?.(key, values[0]);
    return;
  }
  target.delete?.(key);
  for (const value of values) target.append?.(key, value);
}

/** Returns false if there is no such key. */
export function removeKey(handle: number, key: unknown): boolean {
  const target = at<Collection>(handle);
  const present = target.has(key);
  if (present) target.delete?.(key);
  return present;
}

/** The bytes of a buffer or a view; copied if its memory is shared. */
export function bytesOf(handle: number): Uint8Array {
  const value = at<ArrayBufferLike | ArrayBufferView>(handle);
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(value)
    ? value
    : { buffer: value, byteOffset: 0, byteLength: value.byteLength };
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return classOf(buffer) === "ArrayBuffer" ? bytes : bytes.slice();
}

/** Sets every `step`th item of a typed array. */
export function setItems(
  handle: number,
  start: number,
  step: number,
  values: ArrayLike<number>,
): void {
  const target = at<Uint8Array>(handle);
  if (step === 1) target.set(values, start);
  else for (let i = 0; i < values.length; i++) target[start + i * step] = values[i] ?? 0;
}
