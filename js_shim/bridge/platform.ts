/** The page: geometry, query, timers, storage, libraries. */

import { classOf } from "./class_of";
import { at } from "./handles";
import { type Name, nameOf } from "./names";
import { timerEnded } from "./python_values";

type Side = "left" | "top" | "width" | "height";

/** Pixels from the border of the document, or of its visible part. */
export function position(handle: number, name: Name, scrolled: boolean): number {
  const side = nameOf(name) as "left" | "top";
  const box = at<Element>(handle).getBoundingClientRect();
  const page = document.scrollingElement;
  const away = scrolled || !page ? 0 : side === "left" ? page.scrollLeft : page.scrollTop;
  return Math.round(box[side] + away);
}

export function dimension(handle: number, name: Name): number {
  const side = nameOf(name) as Side;
  const element = at<HTMLElement | SVGElement>(handle);
  const own = (element as unknown as Record<string, unknown>)[side];
  // A canvas, an image and a video have a property of this name.
  if (typeof own === "number" && own) return own;
  if (own && typeof own === "object" && "baseVal" in own) {
    return (own.baseVal as SVGLength).value;
  }
  const pixels = Number.parseFloat(getComputedStyle(element).getPropertyValue(side));
  return Math.round(pixels || Number.parseFloat(element.style[side]) || 0);
}

export function setDimension(handle: number, name: Name, pixels: number): void {
  const side = nameOf(name) as Side;
  const element = at<HTMLElement>(handle);
  if (isCanvas(element) && (side === "width" || side === "height")) {
    element[side] = pixels;
  }
  element.style[side] = `${pixels}px`;
}

function isCanvas(element: HTMLElement): element is HTMLCanvasElement {
  return classOf(element) === "HTMLCanvasElement";
}

/** The pointer's position, from the upper left corner of the document. */
export function pointer(handle: number, isX: boolean): number | undefined {
  const event = at<MouseEvent | TouchEvent>(handle);
  const point = "touches" in event ? event.touches[0] : event;
  return isX ? point?.pageX : point?.pageY;
}

/** The pointer's position, in the coordinates of the SVG drawing that is the event's target. */
export function pointerInSvg(handle: number, side: "x" | "y"): number | undefined {
  const event = at<MouseEvent>(handle);
  const target = event.target;
  const matrix = classOf(target) === "SVGSVGElement" && (target as SVGSVGElement).getScreenCTM();
  if (!matrix) return undefined;
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return Math.floor(point[side]);
}

/** Name, value, name, value … of the query of the page's URL. */
export function query(): string[] {
  return [...new URLSearchParams(location.search)].flat();
}

export function setTimer(milliseconds: number, repeated: boolean): number {
  const run = () => timerEnded(handle);
  const handle = Number(repeated ? setInterval(run, milliseconds) : setTimeout(run, milliseconds));
  return handle;
}

/** Works for timeouts and intervals: they have one list of handles. */
export function clearTimer(handle: number): void {
  clearTimeout(handle);
}

export function setFrame(): number {
  const handle = requestAnimationFrame((time) => timerEnded(-handle, time));
  return handle;
}

export function clearFrame(handle: number): void {
  cancelAnimationFrame(handle);
}

/** Returns undefined in a worker, null if the browser denies it, as in a sandboxed frame. */
export function storage(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return globalThis[kind];
  } catch {
    return null;
  }
}

export function storageKeys(store: Storage): string[] {
  // `Object.keys` lacks "key", "length" and the other names of Storage's own members.
  return Array.from({ length: store.length }, (_, index) => store.key(index) as string);
}

/** Loads a classic script; `forbidden` means: by Trusted Types. */
export function loadScript(url: string): Promise<"done" | "failed" | "forbidden"> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.onload = () => resolve("done");
    script.onerror = () => resolve("failed");
    try {
      script.src = url;
    } catch {
      resolve("forbidden");
    }
    document.head.append(script);
  });
}

/** Runs a classic script at once; returns false if a policy forbids inline scripts. */
export function runScript(source: string): boolean {
  const probe = "__pyodideBrowserInline";
  const scope = globalThis as unknown as Record<string, unknown>;
  try {
    addInline(`globalThis.${probe} = true`);
    if (!scope[probe]) return false;
    addInline(source);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // Trusted Types
    throw error;
  } finally {
    delete scope[probe];
  }
}

function addInline(source: string): void {
  const script = document.createElement("script");
  script.textContent = source;
  document.head.append(script);
  script.remove();
}
