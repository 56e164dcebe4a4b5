/** The kinds of JavaScript's objects. */

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
  TYPED_ARRAY,
} from "../codes";
import { classOf } from "./class_of";
import { isCollection } from "./collections";
import { holdNode, takeBack } from "./handles";
import { classNumber, numberOf, PromiseBox } from "./numbers";

/** Returns the kind of a value, see src/browser/_codes.py. Python then holds a node. */
export function identify(value: object): number {
  if (typeof value === "function") {
    const id = numberOf(value);
    if (id === undefined) return FUNCTION;
    takeBack(value);
    return GIVEN - id;
  }
  if (typeof value !== "object") return OBJECT;
  if (Array.isArray(value)) {
    if (classNumber(value) !== undefined) return DERIVED;
    const id = numberOf(value);
    return id === undefined ? ARRAY : GIVEN - id;
  }
  try {
    const known = kinds.get(Object.getPrototypeOf(value));
    if (known !== undefined) return known;
    if (isNode(value)) return holdNode(value);
    const kind = kindOf(value);
    if (isOfPlatform(value)) kinds.set(Object.getPrototypeOf(value), kind);
    return kind;
  } catch {
    return OBJECT; // a window of another origin throws at every access
  }
}

/** The kinds of the platform's classes, by prototype: no object of theirs has another. */
const kinds = new WeakMap<object, number>();

function isOfPlatform(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && Object.hasOwn(prototype, Symbol.toStringTag);
}

function kindOf(value: object): number {
  if (classNumber(value) !== undefined) return DERIVED;
  if (isEvent(value)) return EVENT;
  if (value instanceof PromiseBox) return PROMISE;
  const id = numberOf(value);
  if (id !== undefined) return GIVEN - id;
  if (classOf(value) === "HTMLOptionsCollection") return OPTIONS;
  if (ArrayBuffer.isView(value)) return "length" in value ? TYPED_ARRAY : BUFFER;
  if (isSequence(value)) return ARRAY;
  if ("has" in value && isCollection(value)) return COLLECTION;
  if ("byteLength" in value && /^(Shared)?ArrayBuffer$/.test(classOf(value))) return BUFFER;
  const isError = "message" in value && /^(Error|DOMException)$/.test(classOf(value));
  return isError ? ERROR : OBJECT;
}

/** Works for any realm: an event of an iframe is no instance of this window's Event. */
function isEvent(value: object): boolean {
  return value instanceof Event || (classOf(value).endsWith("Event") && "composedPath" in value);
}

/** Works for any realm, as `isEvent`. */
function isNode(value: object): value is Node {
  return (
    typeof (value as Node).nodeType === "number" && typeof (value as Node).nodeName === "string"
  );
}

export function isSequence(value: object): boolean {
  return "length" in value && typeof value.length === "number" && "item" in value;
}
