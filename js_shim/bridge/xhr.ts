/**
 * The transport of `browser.ajax`: one real XMLHttpRequest for each request, known to Python by a
 * number. Down: one `send`. Up: `dispatch(id, type, status, loaded, total, response, contentType)`.
 * Python decides defaults, encoding and errors; nothing here does.
 */

import { DONE, INTERACTIVE, LOADED, LOADEND, LOADSTART, PROGRESS, STALE, UPLOAD } from "../codes";
import { BINARY_TEXT, bytesOf } from "./binary_text";
import { isCut } from "./cut";
import { headerPairs } from "./headers";
import { begin, type RequestTrace } from "./trace_hook";
import type { BodyFromPython, PyBufferSource } from "./types";

export { classOf } from "./class_of";

/**
 * `total` is -1 where the length is not computable. `status` is STALE in the last events of a
 * request that a callback has aborted or replaced meanwhile.
 */
export type Dispatch = (
  id: number,
  type: string,
  status: number,
  loaded: number,
  total: number,
  response: unknown,
  contentType: string,
) => void;

export const inWorker =
  typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope;

let dispatch: Dispatch;

/** The traces of the requests that are under way. */
const traces = new WeakMap<XMLHttpRequest, RequestTrace>();
/** Those whose `upload` has listeners. Others must not read `upload`: Chromium would then fire its
 * events also for listeners that are added after `send`. */
const watchingUpload = new WeakSet<XMLHttpRequest>();

export function connect(dispatcher: Dispatch): void {
  dispatch = dispatcher;
}

export function create(): XMLHttpRequest {
  return new XMLHttpRequest();
}

/** Abandons the request. The XMLHttpRequest can send another one; its pending events still come. */
export function reopen(xhr: XMLHttpRequest, method: string, url: string): void {
  traces.get(xhr)?.end("abort");
  xhr.open(method, resolved(url));
}

/** Opens and sends; returns the XMLHttpRequest, through which Python aborts and reads headers. */
export function send(
  id: number,
  existing: XMLHttpRequest | undefined,
  method: string,
  url: string,
  isAsync: boolean,
  headers: string,
  responseType: XMLHttpRequestResponseType,
  timeout: number,
  wanted: number,
  withCredentials: boolean,
  mimeType: string,
  body: BodyFromPython,
): XMLHttpRequest {
  const xhr = existing ?? new XMLHttpRequest();
  xhr.open(method, resolved(url), isAsync);
  for (const [name, value] of headerPairs(headers)) xhr.setRequestHeader(name, value);
  if (withCredentials || existing) xhr.withCredentials = withCredentials;
  if (mimeType) xhr.overrideMimeType(mimeType);
  const trace = begin(method, url, headers, body, xhr);
  if (trace) traces.set(xhr, trace);
  if (isAsync) {
    xhr.responseType = responseType;
    setTimeLimit(xhr, timeout);
    const finish = (event: ProgressEvent) => {
      const { type, loaded } = event;
      end(id, xhr, type === "load" && isCut(method, xhr, loaded) ? "error" : type, event);
    };
    if (existing) stopListening(xhr);
    xhr.onload = xhr.onerror = xhr.ontimeout = xhr.onabort = finish;
    if (wanted) listen(xhr, id, wanted);
    sendBody(xhr, body);
  } else {
    sendBlocking(xhr, id, method, responseType, timeout, mimeType, body, trace);
  }
  return xhr;
}

/** Undefined for a body that is too large for the browser; null for one that is no document. */
function bodyOf(xhr: XMLHttpRequest): unknown {
  try {
    return xhr.response ?? (xhr.responseType === "document" ? null : undefined);
  } catch {
    return undefined;
  }
}

/** Dispatches an event at the end, with the response. */
function end(id: number, xhr: XMLHttpRequest, type: string, event?: ProgressEvent): void {
  const failed = type === "error";
  const status = xhr.readyState !== 4 ? STALE : failed ? 0 : xhr.status;
  const response = status === STALE || failed ? undefined : bodyOf(xhr);
  const total = event?.lengthComputable ? event.total : -1;
  const contentType = xhr.getResponseHeader("content-type") ?? "";
  dispatch(id, type, status, event?.loaded ?? 0, total, response, contentType);
}

/** 24 days: Firefox stores this unsigned number as a signed one. */
const FOREVER = 2 ** 31 - 1;

/**
 * Milliseconds after `send`, 0 for no limit. WebKit ignores a limit that is set after a `send`
 * without one. So no limit is a very long one.
 */
export function setTimeLimit(xhr: XMLHttpRequest, timeout: number): void {
  xhr.timeout = timeout || FOREVER;
}

/** Forwards more events of a request; a second call with other bits adds to them. */
export function listen(xhr: XMLHttpRequest, id: number, wanted: number): void {
  const forward = (type: string, event?: ProgressEvent) => {
    const total = event?.lengthComputable ? event.total : -1;
    dispatch(id, type, xhr.status, event?.loaded ?? 0, total, undefined, "");
  };
  if (wanted & (LOADED | INTERACTIVE | DONE)) {
    xhr.onreadystatechange = () => {
      if (xhr.readyState === 2 && wanted & LOADED) forward("loaded");
      if (xhr.readyState === 3 && wanted & INTERACTIVE) forward("interactive");
      if (xhr.readyState === 4 && wanted & DONE) end(id, xhr, "done");
    };
  }
  if (wanted & LOADEND) xhr.onloadend = (event) => end(id, xhr, "loadend", event);
  if (wanted & PROGRESS) xhr.onprogress = (event) => forward("progress", event);
  if (wanted & LOADSTART) xhr.onloadstart = (event) => forward("loadstart", event);
  if (wanted & UPLOAD) {
    const upload = (event: ProgressEvent) => forward(`upload${event.type}`, event);
    const { upload: target } = xhr;
    watchingUpload.add(xhr);
    target.onloadstart = target.onprogress = target.onload = target.onloadend = upload;
    target.onerror = target.onabort = target.ontimeout = upload;
  }
}

/** Removes the listeners of an earlier request. */
function stopListening(xhr: XMLHttpRequest): void {
  xhr.onreadystatechange = xhr.onprogress = xhr.onloadstart = xhr.onloadend = null;
  if (!watchingUpload.has(xhr)) return;
  const { upload: target } = xhr;
  target.onloadstart = target.onprogress = target.onload = target.onloadend = null;
  target.onerror = target.onabort = target.ontimeout = null;
}

function sendBody(xhr: XMLHttpRequest, body: BodyFromPython): void {
  if (typeof body === "object" && "getBuffer" in body) {
    const buffer = body.getBuffer("u8");
    try {
      xhr.send(buffer.data);
    } finally {
      buffer.release();
    }
  } else {
    xhr.send(body);
  }
}

/**
 * Sends a synchronous request. In a window, setting responseType or timeout throws
 * InvalidAccessError (https://xhr.spec.whatwg.org/#the-open()-method): bytes come as binary text.
 * Chromium fires no event when `send` throws, so this function reports the end in any case.
 */
function sendBlocking(
  xhr: XMLHttpRequest,
  id: number,
  method: string,
  responseType: XMLHttpRequestResponseType,
  timeout: number,
  mimeType: string,
  body: BodyFromPython,
  trace: RequestTrace | undefined,
): void {
  xhr.onload = xhr.onerror = xhr.ontimeout = xhr.onabort = xhr.onreadystatechange = null;
  let type = "load";
  let response: unknown;
  let loaded = 0;
  try {
    if (inWorker) {
      xhr.responseType = responseType === "document" ? "arraybuffer" : responseType;
      xhr.timeout = timeout;
      sendBody(xhr, body);
      response = bodyOf(xhr);
      loaded = (response as ArrayBuffer)?.byteLength ?? (response as Blob)?.size;
    } else {
      xhr.overrideMimeType(BINARY_TEXT);
      xhr.onload = (event) => {
        loaded = event.loaded;
      };
      sendBody(xhr, body);
      const bytes = receivedBytes(xhr, method, loaded);
      if (bytes) loaded = bytes.length;
      response = bytes?.buffer;
      if (responseType === "blob" && bytes) {
        const blobType = mimeType || (xhr.getResponseHeader("content-type") ?? "");
        response = new Blob([bytes], { type: blobType });
      }
    }
    // Firefox does not throw if there is no response.
    if (response && (!(xhr.status || xhr.responseURL) || isCut(method, xhr, loaded))) {
      throw new DOMException("", "NetworkError");
    }
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name !== "NetworkError" && name !== "TimeoutError") throw error;
    type = name === "TimeoutError" ? "timeout" : "error";
    response = undefined;
  }
  trace?.end(type);
  const contentType = xhr.getResponseHeader("content-type") ?? "";
  for (const name of ["done", type, "loadend"]) {
    const ended = type === "error" ? 0 : xhr.status;
    const status = xhr.readyState === XMLHttpRequest.UNSENT ? STALE : ended;
    dispatch(id, name, status, loaded, loaded, response, contentType);
  }
}

/** No browser makes a shorter text empty because it is too long. */
const LONG = 2 ** 28;

/**
 * Undefined for a body that is too large for a text of this browser. `loaded` is its size; 0 in
 * WebKit, which only has the header.
 */
function receivedBytes(
  xhr: XMLHttpRequest,
  method: string,
  loaded: number,
): Uint8Array<ArrayBuffer> | undefined {
  const noBody = method === "HEAD" || xhr.status === 304;
  const length = noBody ? 0 : Number(xhr.getResponseHeader("content-length"));
  try {
    const isTooLong = !xhr.responseText && Math.max(loaded, length) > LONG;
    return isTooLong ? undefined : bytesOf(xhr, loaded);
  } catch {
    return undefined;
  }
}

export function formData(form?: HTMLFormElement): FormData {
  return new FormData(form);
}

/** Copies it, so that the caller's FormData does not change. */
export function copyFormData(source: FormData): FormData {
  const copy = new FormData();
  for (const [name, value] of source) copy.append(name, value);
  return copy;
}

/** Returns the entries as a query string, undefined if one of them is a file. */
export function queryOf(source: FormData | URLSearchParams): string | undefined {
  const params = new URLSearchParams();
  for (const [name, value] of source) {
    if (typeof value !== "string") return undefined;
    params.append(name, value);
  }
  return params.toString();
}

export function blob(bytes: PyBufferSource, type: string): Blob {
  const buffer = bytes.getBuffer("u8");
  try {
    return new Blob([buffer.data], { type });
  } finally {
    buffer.release();
  }
}

/** Returns undefined if the text is not well-formed XML. */
export function parseDocument(text: string, type: DOMParserSupportedType): Document | undefined {
  const parsed = new DOMParser().parseFromString(text, type);
  return parsed.getElementsByTagName("parsererror").length ? undefined : parsed;
}

/** The page's URL, and whether the browser is online; for error messages. */
export function where(): string {
  return `${globalThis.location?.href ?? ""} ${globalThis.navigator?.onLine ?? true}`;
}

export function isUrl(url: string): boolean {
  return URL.canParse(resolved(url), globalThis.document?.baseURI ?? globalThis.location?.href);
}

/** The URL of a worker made from a blob (PyScript's) has an origin, but no folder. */
const originOfBlob = globalThis.location?.protocol === "blob:" ? location.origin : "";

export function resolved(url: string): string {
  return originOfBlob && url.startsWith("/") ? new URL(url, originOfBlob).href : url;
}
