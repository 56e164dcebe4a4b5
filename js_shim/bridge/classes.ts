/** JavaScript classes that Python classes inherit from, and the classes derived from them. */

import { at } from "./handles";
import { setClassNumber } from "./numbers";
import { type Callback, functionOf } from "./python_values";
import { out } from "./results";

type Class = Callback & { prototype: object };

/**
 * Derives a class from `parent`; `new` calls the Python class. `members` are names with a function
 * and false (a method), or with a getter and a setter.
 */
export function derive(
  parent: Class,
  id: number,
  name: string,
  ...members: (string | Callback | false | undefined)[]
): Callback {
  const made = functionOf(id) as Class;
  const prototype = Object.create(parent.prototype, {
    constructor: { value: made, writable: true, configurable: true },
  });
  for (let i = 0; i < members.length; i += 3) {
    const [key, first, second] = members.slice(i, i + 3) as [string, Callback, Callback | false];
    const isMethod = second === false;
    const member = isMethod ? { value: first, writable: true } : { get: first, set: second };
    Object.defineProperty(prototype, key, { ...member, configurable: true });
  }
  made.prototype = prototype;
  Object.setPrototypeOf(made, parent);
  Object.defineProperty(made, "name", { value: name });
  setClassNumber(prototype, id);
  return made;
}

/** Makes an object of a derived class; it takes over what `before` has in addition. */
export function constructAs(
  base: Class,
  ofClass: Class,
  before: object | undefined,
  ...values: unknown[]
): object {
  const made = Reflect.construct(base, values, ofClass);
  return before ? Object.assign(made, { ...before, ...made }) : made;
}

/** What kind of class it is, then its members: name, whether it is a method, name, … */
export function membersOf(value: Class): (string | boolean)[] {
  const { prototype } = value;
  if (!prototype) return ["function"];
  const members = new Map<string, boolean>();
  const chain: object[] = [];
  for (let one = prototype; one && one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    chain.push(one);
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(one))) {
      if (!members.has(name)) members.set(name, typeof value === "function");
    }
  }
  members.delete("constructor");
  const isA = (kind: Class | undefined) => kind !== undefined && chain.includes(kind.prototype);
  let kind = isA(Error as unknown as Class) ? "Error" : "Object";
  if (isA(globalThis.Node as unknown as Class)) kind = "Node";
  if (isA(Array as unknown as Class)) kind = "Array";
  if (isA(Object.getPrototypeOf(Uint8Array))) kind = "TypedArray";
  if (members.get("has") && members.get("keys") && members.get("forEach")) kind = "Collection";
  return [kind, ...[...members].flat()];
}

/** A method, and a property, of `of`, although the object may have another one. */
export function callOf(of: Class, name: string, self: object, ...values: unknown[]): unknown {
  const method = Reflect.get(of.prototype, name, self) as Callback;
  return out(method.apply(self, values));
}

export function getOf(of: Class, name: string, self: object): unknown {
  return out(Reflect.get(of.prototype, name, self));
}

export function setOf(of: Class, name: string, self: object, value: unknown): void {
  Reflect.set(of.prototype, name, value, self);
}

export function isInstance(handle: number, ofClass: number): boolean {
  return at(handle) instanceof at<Class>(ofClass);
}
