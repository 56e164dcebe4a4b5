/** Nodes for Python: each function makes, finds or changes nodes in one call. Python gives handles. */

import { classOf } from "./class_of";
import { at, holdNode } from "./handles";
import { type Name, nameOf } from "./names";
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

function isSelect(node: Node): node is HTMLSelectElement {
  return classOf(node) === "HTMLSelectElement";
}

/** What Python iterates over: the options of a select, else all child nodes. */
export function itemsIn(handle: number): unknown {
  const node = at<Node>(handle);
  if (isSelect(node)) return outAll(Array.from(node.options));
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
