/**
 * Results for Python. `out(value)` returns strings, numbers and booleans as they are. Of an object
 * it writes kind and handle into memory that Python reads: `to_python` in src/browser/_bridge.py.
 */

import {
  ARRAY,
  BUFFER,
  COLLECTION,
  EVENT,
  FUNCTION,
  GIVEN,
  OBJECT,
  OPTIONS,
  TYPED_ARRAY,
} from "../codes";
import { at, hold, holdOnce, release, setReceiver } from "./handles";
import { identify } from "./kinds";
import { boxed, isProxy } from "./numbers";

interface SharedMemory {
  getBuffer(type: "i32"): { data: Int32Array };
}

let memory: SharedMemory;
let cells: Int32Array;

/** `shared`: a proxy of Python's memory for kinds and handles, which lives as long as the page. */
export function share(shared: SharedMemory): void {
  memory = shared;
  cells = memory.getBuffer("i32").data;
}

function sharedCells(): Int32Array {
  if (cells.length === 0) cells = memory.getBuffer("i32").data; // Python's memory has grown
  return cells;
}

/** The kinds whose wrappers need no JsProxy. */
const HELD = new Set([OBJECT, ARRAY, FUNCTION, EVENT, OPTIONS, COLLECTION, BUFFER, TYPED_ARRAY]);

/** Returns 0 if the kind says all, undefined if Python needs the object itself. */
function handleOf(kind: number, value: object): number | undefined {
  if (kind > 0 || kind <= GIVEN) return 0;
  return HELD.has(kind) ? holdOnce(value) : undefined;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

export function out(value: unknown): unknown {
  if (!isObject(value)) {
    if (value === undefined) sharedCells()[0] = 0;
    return value;
  }
  if (isProxy(value)) return value;
  const packed = boxed(value) as object;
  const kind = identify(packed);
  const handle = handleOf(kind, packed);
  if (handle === undefined) return packed;
  const shared = sharedCells();
  shared[0] = 1;
  shared[1] = kind;
  shared[2] = handle;
  return undefined;
}

/** As `out`, for a property of `owner`. */
export function outOf(owner: object, value: unknown): unknown {
  const result = out(value);
  if (typeof value === "function" && result === undefined && cells[1] === FUNCTION) {
    setReceiver(cells[2] as number, owner);
  }
  return result;
}

/** A list for later: how many values it has. Its handle is in the shared memory, if it has any. */
export function outList(values: ArrayLike<unknown>): number {
  if (values.length) sharedCells()[1] = hold(values);
  return values.length;
}

/** All values of such a list, which is released. */
export function takeList(handle: number): unknown[] | number {
  const values = at<ArrayLike<unknown>>(handle);
  release(handle);
  return outAll(Array.from(values));
}

/**
 * Several values: how many, if kinds and handles of all are in the shared memory; else the values.
 */
export function outAll(values: unknown[]): unknown[] | number {
  const shared = sharedCells();
  if (values.length * 2 > shared.length || !writeKinds(values, shared)) return values.map(boxed);
  for (let i = 0; i < values.length; i++) {
    shared[2 * i + 1] = handleOf(shared[2 * i] as number, values[i] as object) as number;
  }
  return values.length;
}

/** Returns false if one of the values has no kind, or Python needs the object itself. */
function writeKinds(values: unknown[], shared: Int32Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!isObject(value) || isProxy(value) || boxed(value) !== value) return false;
    const kind = identify(value);
    if (kind <= 0 && kind > GIVEN && !HELD.has(kind)) return false;
    shared[2 * i] = kind;
  }
  return true;
}
