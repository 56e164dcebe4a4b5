/**
 * Handles: Python refers to JavaScript's objects by numbers, which cost less than JsProxies. An
 * object lives as long as Python has a wrapper for its handle. Python releases the handles.
 */

const objects = new Map<number, object>();
/** A node has the same handle each time. */
const nodes = new WeakMap<object, number>();
let last = 0;

export function hold(value: object): number {
  last++;
  objects.set(last, value);
  return last;
}

export function holdNode(node: object): number {
  let handle = nodes.get(node);
  if (handle === undefined) {
    last++;
    handle = last;
    nodes.set(node, handle);
  }
  objects.set(handle, node);
  return handle;
}

/** Returns the object of a handle. */
export function at<T extends object>(handle: number): T {
  return objects.get(handle) as T;
}

/** As `at`; for Python, which gets a JsProxy. */
export function objectAt(handle: number): object {
  return at(handle);
}

export function release(...handles: number[]): void {
  for (const handle of handles) objects.delete(handle);
}

/** Returns how many objects Python holds; for tests. */
export function heldObjects(): number {
  return objects.size;
}
