/** Nodes for Python: each function makes, finds or changes nodes in one call. */

import { type Callback, functionOf } from "./python_values";

const SVG = "http://www.w3.org/2000/svg";

/**
 * A node, or any object that Python hashes → its number. Python numbers the nodes that it makes,
 * with odd numbers. JavaScript numbers all others, with even ones.
 */
const ids = new WeakMap<object, number>();
let lastId = 0;

export function idOf(node: object): number {
  let id = ids.get(node);
  if (id === undefined) {
    lastId += 2;
    id = lastId;
    ids.set(node, id);
  }
  return id;
}

/** The body of a document, which has no content of its own; any other node as it is. */
function bodyOf<T extends Node>(node: T): T | HTMLElement {
  return node.nodeType === 9 ? (node as unknown as Document).body : node;
}

/** HTML without these characters is plain text: no parser, and no policy forbids it. */
const MARKUP = /[<&\r\0]/;

/**
 * Makes an element. `content` is null, HTML as a string, or a node. `settings` are names with
 * values: `@name` sets an attribute, `:name` a property of its style, `.name` a property.
 */
export function create(
  id: number,
  tag: string,
  svg: boolean,
  content: string | Node | null,
  ...settings: unknown[]
): Element {
  const isSvg = svg || tag === "svg" || tag === "SVG";
  const element = isSvg
    ? document.createElementNS(SVG, svg ? tag : "svg")
    : document.createElement(tag);
  ids.set(element, id);
  fill(element, svg, content, ...settings);
  return element;
}

/** Sets what an element's class takes: content and settings, as for `create`. */
export function fill(
  element: Element,
  svg: boolean,
  content: string | Node | null,
  ...settings: unknown[]
): void {
  if (typeof content === "string") {
    if (svg || !MARKUP.test(content)) element.textContent = content;
    else element.innerHTML = content;
  } else if (content) {
    element.appendChild(content);
  }
  if (settings.length) apply(element as HTMLElement, settings);
}

function apply(element: HTMLElement | SVGElement, settings: unknown[]): void {
  for (let i = 0; i < settings.length; i += 2) {
    const key = settings[i] as string;
    const name = key.slice(1);
    const value = settings[i + 1];
    if (key[0] === "@") setAttribute(element, name, String(value));
    else if (key[0] === ":") setStyle(element, name, String(value));
    else (element as unknown as Record<string, unknown>)[name] = value;
  }
}

function setStyle(element: HTMLElement | SVGElement, name: string, value: string): void {
  const { style } = element;
  if (name.includes("-")) style.setProperty(name, value);
  else style[(name === "float" ? "cssFloat" : name) as "cssText"] = value;
}

export function setStyles(element: HTMLElement, ...settings: string[]): void {
  apply(element, settings);
}

export function append(parent: Node, ...children: (Node | string)[]): void {
  const target = bodyOf(parent);
  for (const child of children) {
    target.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
}

/** `document[id]`, or an element's attribute; null if there is none. */
export function lookup(node: Node, key: string): Element | string | null {
  if ("getElementById" in node) return (node as Document).getElementById(key);
  return getAttribute(node as Element, key);
}

export function getAttribute(element: Element, name: string): string | null {
  if (!element.getAttribute) return null;
  return isSvg(element) ? element.getAttributeNS(null, name) : element.getAttribute(name);
}

export function setAttribute(element: Element, name: string, value: string): void {
  if (name === "xlink:href") element.setAttributeNS("http://www.w3.org/1999/xlink", name, value);
  else if (isSvg(element)) element.setAttributeNS(null, name, value);
  else element.setAttribute(name, value);
}

function isSvg(element: Element): boolean {
  return element.namespaceURI === SVG;
}

export function removeAttribute(element: Element, name: string): boolean {
  const present = getAttribute(element, name) !== null;
  if (isSvg(element)) element.removeAttributeNS(null, name);
  else element.removeAttribute?.(name);
  return present;
}

/** Name, value, name, value … */
export function attributes(element: Element): string[] {
  return Array.from(element.attributes ?? [], ({ name, value }) => [name, value]).flat();
}

export function removeById(node: Document, id: string): boolean {
  const element = node.getElementById(id);
  element?.remove();
  return element !== null;
}

export function byTag(node: Element, tag: string): Element[] {
  return Array.from(node.getElementsByTagName(tag));
}

export function byName(node: Element, name: string): Element[] {
  return Array.from(node.querySelectorAll(`[name="${CSS.escape(name)}"]`));
}

export function byClass(node: Element, name: string): Element[] {
  return Array.from(node.getElementsByClassName(name));
}

export function select(node: ParentNode, selector: string): Element[] {
  return Array.from(node.querySelectorAll(selector));
}

export function selectOne(node: ParentNode, selector: string): Element | null {
  return node.querySelector(selector);
}

export function closest(element: Element, selector: string): Element | null {
  return element.closest(selector);
}

export function children(node: Node): Element[] {
  return Array.from((node as Element).children ?? []);
}

export function childNodes(node: Node): Node[] {
  return Array.from(node.childNodes);
}

/** What Python iterates over: the options of a select, else all child nodes. */
export function itemsIn(node: Node): Node[] {
  if (node instanceof HTMLSelectElement) return Array.from(node.options);
  return Array.from(node.childNodes);
}

export function clear(node: Node): void {
  (bodyOf(node) as Element).replaceChildren();
}

export function getHtml(node: Node): string | undefined {
  return (bodyOf(node) as Element).innerHTML;
}

export function setHtml(node: Node, html: string): void {
  (bodyOf(node) as Element).innerHTML = html;
}

export function getText(node: Node): string | null {
  const target = bodyOf(node);
  // biome-ignore lint/performance/useDomNodeTextContent: the visible text, as in Brython
  return (target as HTMLElement).innerText || target.textContent;
}

export function setText(node: Node, text: string): void {
  bodyOf(node).textContent = text;
}

export function parentOf(node: Node): Node | null {
  return node.parentElement;
}

export function inside(node: Node, other: Node): boolean {
  return other.contains(node);
}

export function indexIn(element: Element, selector: string | null): number {
  const parent = element.parentElement;
  if (!parent) return -1;
  const among = selector === null ? parent.childNodes : parent.querySelectorAll(selector);
  return Array.prototype.indexOf.call(among, element);
}

export function describe(node: Node): string {
  const name = node.constructor?.name ?? "Node";
  const list = (node as Element).attributes ?? [];
  return [name, ...Array.from(list, (a) => `${a.name}="${a.value}"`)].join(" ");
}

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
  target: EventTarget,
  type: string,
  id: number,
  options: AddEventListenerOptions | boolean = false,
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
  target: EventTarget,
  type: string,
  id: number,
  options: AddEventListenerOptions | boolean = false,
): void {
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
export function unlisten(target: EventTarget, type: string, id: number): number {
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
export function listeners(target: EventTarget): (string | number)[] {
  return (bound.get(target) ?? []).flatMap(({ type, id }) => [type, id]);
}

/** As in Brython, the copy has the node's own listeners. */
export function clone(node: Node): Node {
  const copy = node.cloneNode(true);
  for (const { type, id, options } of bound.get(node) ?? []) listen(copy, type, id, options);
  return copy;
}

export function trigger(target: EventTarget, type: string): boolean {
  return target.dispatchEvent(new Event(type, { bubbles: true }));
}

export function newEvent(type: string): Event {
  return new Event(type);
}
