/** Nodes for Python: each function makes, finds or changes nodes in one call. Python gives handles. */

import { at, holdNode } from "./handles";
import { type Name, nameOf } from "./names";
import { type Callback, functionOf } from "./python_values";
import { out, outAll, outList } from "./results";

const SVG = "http://www.w3.org/2000/svg";

/** The node in which content is: the body of a document, any other node itself. */
function contentOf(handle: number): HTMLElement {
  const node = at<HTMLElement>(handle);
  return node.nodeType === 9 ? (node as unknown as Document).body : node;
}

/** HTML without these characters is plain text: no parser, and no policy forbids it. */
const MARKUP = /[<&\r\0]/;

/**
 * Makes an element. `content` is undefined, HTML as a string, or a node's handle. `settings` are names with
 * values: `@name` sets an attribute, `:name` a property of its style, `.name` a property.
 */
export function create(
  tagName: Name,
  svg: boolean,
  content: string | number | undefined,
  ...settings: unknown[]
): number {
  const tag = nameOf(tagName);
  const isSvg = svg || tag === "svg" || tag === "SVG";
  const element = isSvg
    ? document.createElementNS(SVG, svg ? tag : "svg")
    : document.createElement(tag);
  setUp(element, svg, content, settings);
  return holdNode(element);
}

/** Sets what an element's class takes: content and settings, as for `create`. */
export function fill(
  handle: number,
  svg: boolean,
  content: string | number | undefined,
  ...settings: unknown[]
): void {
  setUp(at<Element>(handle), svg, content, settings);
}

function setUp(
  element: Element,
  svg: boolean,
  content: string | number | undefined,
  settings: unknown[],
): void {
  if (typeof content === "string") {
    if (svg || !MARKUP.test(content)) element.textContent = content;
    else element.innerHTML = content;
  } else if (typeof content === "number") {
    element.appendChild(at<Node>(content));
  }
  if (settings.length) apply(element as HTMLElement, settings);
}

function apply(element: HTMLElement | SVGElement, settings: unknown[]): void {
  for (let i = 0; i < settings.length; i += 2) {
    const key = nameOf(settings[i] as Name);
    const name = key.slice(1);
    const value = settings[i + 1];
    if (key[0] === "@") setAttributeOf(element, name, String(value));
    else if (key[0] === ":") setStyle(element, name, String(value));
    else (element as unknown as Record<string, unknown>)[name] = value;
  }
}

function setStyle(element: HTMLElement | SVGElement, name: string, value: string): void {
  const { style } = element;
  if (name.includes("-")) style.setProperty(name, value);
  else style[(name === "float" ? "cssFloat" : name) as "cssText"] = value;
}

export function setStyles(handle: number, ...settings: unknown[]): void {
  apply(at<HTMLElement>(handle), settings);
}

/** A child is a text, or a node's handle. */
export function append(parent: number, ...children: (number | string)[]): void {
  const target = contentOf(parent);
  for (const child of children) {
    const isText = typeof child === "string";
    target.appendChild(isText ? document.createTextNode(child) : at<Node>(child));
  }
}

/** `document[id]`, or an element's attribute; null if there is none. */
export function lookup(handle: number, name: Name): unknown {
  const node = at<Document | Element>(handle);
  const key = nameOf(name);
  return "getElementById" in node ? out(node.getElementById(key)) : attributeOf(node, key);
}

/** Whether `lookup` finds something. */
export function contains(handle: number, key: string): boolean {
  const node = at<Document | Element>(handle);
  return ("getElementById" in node ? node.getElementById(key) : attributeOf(node, key)) !== null;
}

export function getAttribute(handle: number, name: Name): string | null {
  return attributeOf(at<Element>(handle), nameOf(name));
}

function attributeOf(element: Element, name: string): string | null {
  if (!element.getAttribute) return null;
  return isSvg(element) ? element.getAttributeNS(null, name) : element.getAttribute(name);
}

export function setAttribute(handle: number, name: Name, value: string): void {
  setAttributeOf(at<Element>(handle), nameOf(name), value);
}

function setAttributeOf(element: Element, name: string, value: string): void {
  if (name === "xlink:href") element.setAttributeNS("http://www.w3.org/1999/xlink", name, value);
  else if (isSvg(element)) element.setAttributeNS(null, name, value);
  else element.setAttribute(name, value);
}

function isSvg(element: Element): boolean {
  return element.namespaceURI === SVG;
}

export function removeAttribute(handle: number, name: string): boolean {
  const element = at<Element>(handle);
  const present = attributeOf(element, name) !== null;
  if (isSvg(element)) element.removeAttributeNS(null, name);
  else element.removeAttribute?.(name);
  return present;
}

/** Name, value, name, value … */
export function attributes(handle: number): string[] {
  return Array.from(at<Element>(handle).attributes ?? [], ({ name, value }) => [
    name,
    value,
  ]).flat();
}

export function removeById(handle: number, id: string): boolean {
  const element = at<Document>(handle).getElementById(id);
  element?.remove();
  return element !== null;
}

export function byTag(handle: number, tag: string): number {
  return outList(Array.from(at<Element>(handle).getElementsByTagName(tag)));
}

export function byName(handle: number, name: string): number {
  return outList(Array.from(at<Element>(handle).querySelectorAll(`[name="${CSS.escape(name)}"]`)));
}

export function byClass(handle: number, name: string): number {
  return outList(Array.from(at<Element>(handle).getElementsByClassName(name)));
}

export function select(handle: number, selector: string): number {
  return outList(at<Element>(handle).querySelectorAll(selector)); // its list does not change
}

export function selectOne(handle: number, selector: string): unknown {
  return out(at<Element>(handle).querySelector(selector));
}

export function closest(handle: number, selector: string): unknown {
  return out(at<Element>(handle).closest(selector));
}

export function children(handle: number): number {
  const found: Element[] = []; // Array.from takes three times as long
  let child = at<Element>(handle).firstElementChild;
  for (; child; child = child.nextElementSibling) found.push(child);
  return outList(found);
}

export function childNodes(handle: number): number {
  return outList(childrenOf(at<Node>(handle)));
}

export function childCount(handle: number): number {
  return at<Node>(handle).childNodes.length;
}

/** What Python iterates over: the options of a select, else all child nodes. */
export function itemsIn(handle: number): unknown {
  const node = at<Node>(handle);
  if (node instanceof HTMLSelectElement) return outAll(Array.from(node.options));
  return outAll(childrenOf(node));
}

function childrenOf(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

export function clear(handle: number): void {
  contentOf(handle).replaceChildren();
}

export function getHtml(handle: number): string | undefined {
  return contentOf(handle).innerHTML;
}

export function setHtml(handle: number, html: string): void {
  contentOf(handle).innerHTML = html;
}

export function getText(handle: number): string | null {
  const target = contentOf(handle);
  // biome-ignore lint/performance/useDomNodeTextContent: the visible text, as in Brython
  return target.innerText || target.textContent;
}

export function setText(handle: number, text: string): void {
  contentOf(handle).textContent = text;
}

export function parentOf(handle: number): unknown {
  return out(at<Node>(handle).parentElement);
}

export function inside(handle: number, other: number): boolean {
  return at<Node>(other).contains(at<Node>(handle));
}

export function indexIn(handle: number, selector: string | null): number {
  const element = at<Element>(handle);
  const parent = element.parentElement;
  if (!parent) return -1;
  const among = selector === null ? parent.childNodes : parent.querySelectorAll(selector);
  return Array.prototype.indexOf.call(among, element);
}

export function describe(handle: number): string {
  const node = at<Node>(handle);
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
  return (bound.get(at<EventTarget>(handle)) ?? []).flatMap(({ type, id }) => [type, id]);
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
