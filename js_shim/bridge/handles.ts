/**
 * Handles: Python refers to JavaScript's objects by numbers, which cost less than JsProxies. An
 * object lives as long as Python has a wrapper for its handle. Python releases the handles.
 */

const objects = new Map<number, object>();
/** Objects that Python does not hold for now: its functions do, see `heldBy`. */
const handedOver = new Map<number, WeakRef<object>>();
/** Function of Python → the objects that only it and functions with the same objects refer to. */
const heldByFunctions = new WeakMap<object, object[]>();
/** The handles that objects have each time. */
const handles = new WeakMap<object, number>();
/** The objects whose methods these functions are. */
const receivers = new Map<number, object>();
let last = 0;

export function hold(value: object): number {
  last += 2;
  objects.set(last + 1, value);
  return last + 1;
}

/** An object has the same handle each time. A function has not: its handle knows its object. */
export function holdOnce(value: object): number {
  if (typeof value !== "object") return hold(value);
  return heldAgain(value) ?? heldFirst(value, 1);
}

/** The handle is even if the node has a style: Python knows so which nodes have one. */
export function holdNode(node: object): number {
  return heldAgain(node) ?? heldFirst(node, "style" in node ? 0 : 1);
}

function heldAgain(value: object): number | undefined {
  const handle = handles.get(value);
  if (handle !== undefined) objects.set(handle, value);
  return handle;
}

function heldFirst(value: object, offset: 0 | 1): number {
  last += 2;
  handles.set(value, last + offset);
  objects.set(last + offset, value);
  return last + offset;
}

/** Returns the object of a handle. */
export function at<T extends object>(handle: number): T {
  return (objects.get(handle) ?? takenBack(handle)) as T;
}

function takenBack(handle: number): object | undefined {
  const value = handedOver.get(handle)?.deref();
  if (value) objects.set(handle, value);
  return value;
}

/**
 * The functions hold the objects instead of Python, which refers to them only there: so JavaScript's
 * garbage collector sees the cycle of a node, its listener, and what the listener refers to.
 */
export function heldBy(functions: object[], numbers: number[]): void {
  const values: object[] = [];
  for (const handle of numbers) {
    const value: object = at(handle);
    if (handles.get(value) !== handle) continue;
    values.push(value);
    objects.delete(handle);
    handedOver.set(handle, new WeakRef(value));
  }
  for (const one of functions) heldByFunctions.set(one, values);
}

/** Python holds these objects again, when it gets or runs the function: it may store them. */
export function takeBack(given: object): void {
  const values = heldByFunctions.get(given);
  if (!values) return;
  heldByFunctions.delete(given);
  for (const value of values) holdOnce(value);
}

/** The objects that Python holds, not its functions. */
export function held(): Iterable<object> {
  return objects.values();
}

export function heldByPython(): number {
  return objects.size;
}

/** As `at`; for Python, which gets a JsProxy. */
export function objectAt(handle: number): object {
  return at(handle);
}

/** A method remembers its object. */
export function setReceiver(handle: number, receiver: object): void {
  receivers.set(handle, receiver);
}

export function receiverOf(handle: number): object | undefined {
  return receivers.get(handle);
}

export function release(...handles: number[]): void {
  for (const handle of handles) {
    objects.delete(handle);
    handedOver.delete(handle);
    receivers.delete(handle);
  }
}

/** Returns how many objects Python holds; for tests. */
export function heldObjects(): number {
  return new Set([...objects.keys(), ...handedOver.keys()]).size;
}
