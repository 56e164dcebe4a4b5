/** The listeners of nodes and of anything else that has events. Python gives handles. */

import { at, held, takeBack } from "./handles";
import { type Name, nameOf } from "./names";
import { type Callback, functionOf } from "./python_values";
import { out } from "./results";

/** A listener that Python has bound; `id` is the number of the Python function. */
interface Listener {
  type: string;
  id: number;
  callback: Callback;
  options: AddEventListenerOptions | boolean;
}

const bound = new WeakMap<EventTarget, Listener[]>();

/** As in Brython, a function that is bound twice is called twice. */
export function listen(
  handle: number,
  type: Name,
  id: number,
  options: AddEventListenerOptions | boolean = false,
): void {
  bind(at<EventTarget>(handle), nameOf(type), id, options);
}

function bind(
  target: EventTarget,
  type: string,
  id: number,
  options: AddEventListenerOptions | boolean,
): void {
  let callback = functionOf(id);
  const list = bound.get(target);
  if (list?.some((one) => one.id === id && one.type === type)) {
    const first = callback;
    callback = function (this: unknown, ...values: unknown[]): unknown {
      return first.apply(this, values);
    };
  }
  target.addEventListener(type, callback, options);
  const listener = { type, id, callback, options };
  if (list) list.push(listener);
  else bound.set(target, [listener]);
}

/** As in JavaScript, a function that is added twice is called once. */
export function addListener(
  handle: number,
  name: Name,
  id: number,
  options: AddEventListenerOptions | boolean = false,
): void {
  const target = at<EventTarget>(handle);
  const type = nameOf(name);
  const callback = functionOf(id);
  target.addEventListener(type, callback, options);
  const list = bound.get(target) ?? [];
  const isKnown = list.some(
    (one) =>
      one.type === type && one.callback === callback && captures(one.options) === captures(options),
  );
  if (!isKnown) bound.set(target, [...list, { type, id, callback, options }]);
}

function captures(options: AddEventListenerOptions | boolean): boolean {
  return typeof options === "boolean" ? options : Boolean(options.capture);
}

/** Removes a listener of a type, all of the type (`id` 0), or all (`type` ""); returns how many. */
export function unlisten(handle: number, name: Name, id: number): number {
  const target = at<EventTarget>(handle);
  const type = nameOf(name);
  const list = bound.get(target) ?? [];
  const matching = list.filter((one) => (!type || one.type === type) && (!id || one.id === id));
  const removed = id ? matching.slice(0, 1) : matching;
  for (const { type, callback, options } of removed) {
    target.removeEventListener(type, callback, options);
  }
  const left = list.filter((one) => !removed.includes(one));
  if (left.length) bound.set(target, left);
  else bound.delete(target);
  return removed.length;
}

/** Type, number, type, number … of the listeners. */
export function listeners(handle: number): (string | number)[] {
  const list = bound.get(at<EventTarget>(handle)) ?? [];
  for (const { callback } of list) takeBack(callback);
  return list.flatMap(({ type, id }) => [type, id]);
}

/** The numbers of the listeners of nodes outside the page, if Python holds a node of their tree. */
export function listenersOutside(): number[] {
  const roots = new Set<Node>();
  for (const value of held()) {
    if (globalThis.Node && value instanceof Node && !value.isConnected) {
      roots.add(value.getRootNode());
    }
  }
  const found = new Set<number>();
  for (const root of roots) {
    const walker = document.createTreeWalker(root);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      for (const { id } of bound.get(node) ?? []) found.add(id);
    }
  }
  return [...found];
}

/** As in Brython, the copy has the node's own listeners. */
export function clone(handle: number): unknown {
  const node = at<Node>(handle);
  const copy = node.cloneNode(true);
  for (const { type, id, options } of bound.get(node) ?? []) bind(copy, type, id, options);
  return out(copy);
}

export function trigger(handle: number, type: string): boolean {
  return at<EventTarget>(handle).dispatchEvent(new Event(type, { bubbles: true }));
}

export function newEvent(type: string): Event {
  return new Event(type);
}
