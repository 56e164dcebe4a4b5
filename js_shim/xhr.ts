/**
 * The transport of `browser.ajax`: one real XMLHttpRequest for each request, known to Python by a
 * number. Down: one `send`. Up: `dispatch(id, type, status, loaded, total, response, contentType)`.
 * Policy (defaults, encoding, errors) is Python's; nothing here decides.
 */

import { begin, type Traced } from "./traced";

/** `total` is -1 where the length is not computable. */
export type Dispatch = (
  id: number,
  type: string,
  status: number,
  loaded: number,
  total: number,
  response: unknown,
  contentType: string,
) => void;

/** What Python passes for `bytes`: a PyProxy with the buffer protocol. */
interface PyBufferSource {
  getBuffer(type: "u8"): { data: Uint8Array<ArrayBuffer>; release(): void };
}

export type BodyFromPython = XMLHttpRequestBodyInit | PyBufferSource | undefined;

/** Which events Python wants besides the end of the request; bits of `wanted`. */
const WANTS_LOADED = 1;
const WANTS_INTERACTIVE = 2;
const WANTS_PROGRESS = 4;
const WANTS_LOADSTART = 8;
const WANTS_UPLOAD = 16;

export const inWorker =
  typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope;

let dispatch: Dispatch;

export function connect(dispatcher: Dispatch): void {
  dispatch = dispatcher;
}

export function create(): XMLHttpRequest {
  return new XMLHttpRequest();
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
  if (headers) {
    for (const line of headers.split("\n")) {
      const colon = line.indexOf(":");
      xhr.setRequestHeader(line.slice(0, colon), line.slice(colon + 1));
    }
  }
  if (withCredentials || existing) xhr.withCredentials = withCredentials;
  if (mimeType) xhr.overrideMimeType(mimeType);
  const traced = begin(method, url, headers, body, xhr);
  if (isAsync) {
    xhr.responseType = responseType;
    setTimeLimit(xhr, timeout);
    const finish = (event: ProgressEvent) => {
      const response = event.type === "load" ? xhr.response : undefined;
      const total = event.lengthComputable ? event.total : -1;
      const contentType = xhr.getResponseHeader("content-type") ?? "";
      dispatch(id, event.type, xhr.status, event.loaded, total, response, contentType);
    };
    xhr.onload = xhr.onerror = xhr.ontimeout = xhr.onabort = finish;
    if (wanted) listen(xhr, id, wanted);
    sendBody(xhr, body);
  } else {
    sendBlocking(xhr, id, responseType, timeout, mimeType, body, traced);
  }
  return xhr;
}

/** 24 days; Firefox keeps an unsigned long as a signed one. */
const FOREVER = 2 ** 31 - 1;

/**
 * Milliseconds after `send`, 0 for no limit. WebKit starts its clock in `send` or never, so that a
 * limit set later would not hold: no limit is a long one.
 */
export function setTimeLimit(xhr: XMLHttpRequest, timeout: number): void {
  xhr.timeout = timeout || FOREVER;
}

/** Forwards more events of a request; calling it again with other bits adds to them. */
export function listen(xhr: XMLHttpRequest, id: number, wanted: number): void {
  const forward = (type: string, event?: ProgressEvent) => {
    const total = event?.lengthComputable ? event.total : -1;
    dispatch(id, type, xhr.status, event?.loaded ?? 0, total, undefined, "");
  };
  if (wanted & (WANTS_LOADED | WANTS_INTERACTIVE)) {
    xhr.onreadystatechange = () => {
      if (xhr.readyState === 2 && wanted & WANTS_LOADED) forward("loaded");
      if (xhr.readyState === 3 && wanted & WANTS_INTERACTIVE) forward("interactive");
    };
  }
  if (wanted & WANTS_PROGRESS) xhr.onprogress = (event) => forward("progress", event);
  if (wanted & WANTS_LOADSTART) xhr.onloadstart = (event) => forward("loadstart", event);
  if (wanted & WANTS_UPLOAD) {
    const upload = (event: ProgressEvent) => forward(`upload${event.type}`, event);
    const { upload: target } = xhr;
    target.onloadstart = target.onprogress = target.onload = target.onloadend = upload;
    target.onerror = target.onabort = target.ontimeout = upload;
  }
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
 * A synchronous request. In a window responseType and timeout are InvalidAccessError, and bytes
 * come through a string of charset x-user-defined (https://xhr.spec.whatwg.org/#the-open()-method).
 * Chromium fires no event when `send` throws, so the end is always told from here.
 */
function sendBlocking(
  xhr: XMLHttpRequest,
  id: number,
  responseType: XMLHttpRequestResponseType,
  timeout: number,
  mimeType: string,
  body: BodyFromPython,
  traced: Traced | undefined,
): void {
  xhr.onload = xhr.onerror = xhr.ontimeout = xhr.onabort = xhr.onreadystatechange = null;
  let type = "load";
  let response: unknown;
  try {
    if (inWorker) {
      xhr.responseType = responseType === "document" ? "arraybuffer" : responseType;
      xhr.timeout = timeout;
      sendBody(xhr, body);
      response = xhr.response;
    } else {
      xhr.overrideMimeType("text/plain; charset=x-user-defined");
      sendBody(xhr, body);
      response = bytesOf(xhr);
      if (responseType === "blob") {
        const blobType = mimeType || (xhr.getResponseHeader("content-type") ?? "");
        response = new Blob([response as ArrayBuffer], { type: blobType });
      }
    }
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name !== "NetworkError" && name !== "TimeoutError") throw error;
    type = name === "TimeoutError" ? "timeout" : "error";
    response = undefined;
  }
  traced?.end(type);
  const size = response instanceof ArrayBuffer ? response.byteLength : 0;
  const contentType = xhr.getResponseHeader("content-type") ?? "";
  dispatch(id, type, xhr.status, size, size, response, contentType);
}

/** The bytes behind a text of charset x-user-defined. */
function bytesOf(xhr: XMLHttpRequest): ArrayBuffer {
  const text = xhr.responseText;
  const bytes = new Uint8Array(text.length);
  let foreign = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code;
    if (code > 0x7f && code >> 7 !== 0xf780 >> 7) foreign = true;
  }
  return withMark(xhr, text, foreign) ?? bytes.buffer;
}

/**
 * A byte order mark beats every charset (https://encoding.spec.whatwg.org/#decode): then the text is
 * decoded and the mark is gone. Encodes it again; undefined when there was no mark.
 */
function withMark(xhr: XMLHttpRequest, text: string, foreign: boolean): ArrayBuffer | undefined {
  const plain = xhr.getResponseHeader("content-encoding") === null;
  const length = plain ? Number(xhr.getResponseHeader("content-length")) : 0;
  const ofUtf16 = length > 0 && length === 2 * text.length + 2;
  if (!foreign && !ofUtf16 && length !== text.length + 3) return undefined;
  const marked = `\ufeff${text}`;
  if (!ofUtf16) return new TextEncoder().encode(marked).buffer;
  const units = new Uint16Array(marked.length);
  for (let i = 0; i < marked.length; i++) units[i] = marked.charCodeAt(i);
  return units.buffer;
}

/** `File`, `Blob`, `FormData`, `URLSearchParams`, …: the class of a JS value, whatever its realm. */
export function classOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

export function formData(form?: HTMLFormElement): FormData {
  return new FormData(form);
}

/** A copy, so that what the caller's FormData holds stays as it is. */
export function copyFormData(source: FormData): FormData {
  const copy = new FormData();
  for (const [name, value] of source) copy.append(name, value);
  return copy;
}

/** The entries as a query; undefined when one of them is a file. */
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

/** undefined when the text is not well-formed XML. */
export function parseDocument(text: string, type: DOMParserSupportedType): Document | undefined {
  const parsed = new DOMParser().parseFromString(text, type);
  return parsed.getElementsByTagName("parsererror").length ? undefined : parsed;
}

/** Where the page is: for messages that tell likely causes. */
export function where(): string {
  return `${globalThis.location?.href ?? ""} ${globalThis.navigator?.onLine ?? true}`;
}

export function isUrl(url: string): boolean {
  return URL.canParse(resolved(url), globalThis.document?.baseURI ?? globalThis.location?.href);
}

/** A worker made of a blob (PyScript's) has an origin, but no folder. */
const originOfBlob = globalThis.location?.protocol === "blob:" ? location.origin : "";

export function resolved(url: string): string {
  return originOfBlob && url.startsWith("/") ? new URL(url, originOfBlob).href : url;
}
