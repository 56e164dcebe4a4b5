/**
 * `pyodideBrowser.trace` reports requests with the Python line that sent them: on the console, in
 * the browser's performance panel, and to a function of the page. It never shows secrets.
 */

import type { RequestTrace, Tracer } from "../bridge/trace_hook";
import type { BodyFromPython } from "../bridge/types";
import type { Pyodide, Trace, TracedRequest } from "./types";

/** The Python module src/browser/page/_trace.py. */
interface TraceModule {
  follow(on: boolean): void;
  sender(method: string, url: string, headers: string): string;
  masked(headers: string): string;
}

/** Adds the property `trace` to `api`. Call the returned function when Python has started. */
export function addTrace(api: object): (pyodide: Pyodide) => void {
  let trace = (api as { trace?: Trace }).trace ?? false;
  let python: TraceModule | undefined;
  let started: Pyodide | undefined;

  const follow = () => {
    if (trace && started) python ??= started.pyimport("browser.page._trace") as TraceModule;
    python?.follow(Boolean(trace));
  };
  const tracer: Tracer = (method, url, headers, body, xhr) => {
    const sender = JSON.parse((python as TraceModule).sender(method, url, headers));
    const request: TracedRequest = {
      ...sender,
      method,
      state: "sent",
      status: 0,
      start: performance.now(),
      answered: 0,
      end: 0,
      responseHeaders: {},
      size: sizeOf(body),
      sent: 0,
      received: 0,
      total: 0,
    };
    return new RunningTrace(request, xhr, python as TraceModule, () => notify(request));
  };
  const notify = (request: TracedRequest) => {
    if (request.end) measure(request);
    if (typeof trace === "function") {
      try {
        trace(request);
      } catch (error) {
        reportError(error); // an error of the page; the request goes on
      }
    } else if (trace && request.end) print(request);
  };
  Object.defineProperties(api, {
    trace: {
      get: () => trace,
      set(value: Trace) {
        trace = value;
        follow();
      },
    },
    tracer: { get: () => (trace && python ? tracer : undefined) },
  });
  return (pyodide) => {
    started = pyodide;
    follow();
  };
}

class RunningTrace implements RequestTrace {
  /** Removes the listeners from the XMLHttpRequest, which Python may use for more requests. */
  private readonly listening = new AbortController();

  constructor(
    private readonly request: TracedRequest,
    xhr: XMLHttpRequest | undefined,
    private readonly python: TraceModule,
    private readonly notify: () => void,
  ) {
    if (xhr) this.listen(xhr);
    notify();
  }

  answered({ status, headers }: Response): void {
    this.take(status, [...headers].map(([name, value]) => `${name}: ${value}`).join("\n"));
    this.request.total = Number(headers.get("content-length"));
    this.notify();
  }

  received(bytes: number): void {
    this.request.received += bytes;
    this.notify();
  }

  end(type: string): void {
    const { request } = this;
    if (request.end) return;
    this.listening.abort();
    request.state = type as TracedRequest["state"];
    request.end = performance.now();
    if (type === "load") request.sent = request.size;
    this.notify();
  }

  private take(status: number, headers: string): void {
    this.request.status = status;
    this.request.answered = performance.now();
    this.request.responseHeaders = JSON.parse(this.python.masked(headers));
  }

  private listen(xhr: XMLHttpRequest): void {
    const { request, listening } = this;
    const { signal } = listening;
    const answered = () => {
      if (xhr.readyState < 2 || request.answered || !xhr.status) return;
      this.take(xhr.status, xhr.getAllResponseHeaders());
    };
    xhr.addEventListener("readystatechange", answered, { signal });
    const received = ({ loaded, lengthComputable, total }: ProgressEvent) => {
      request.received = loaded;
      if (lengthComputable) request.total = total;
    };
    const progress = (event: ProgressEvent) => {
      received(event);
      this.notify();
    };
    xhr.addEventListener("progress", progress, { signal });
    for (const type of ["load", "error", "timeout", "abort"] as const) {
      const ended = (event: ProgressEvent) => {
        answered();
        if (type === "load") received(event);
        this.end(type);
      };
      xhr.addEventListener(type, ended, { signal });
    }
    // A listener of `upload` causes a CORS preflight for another origin.
    if (!request.size || new URL(request.url, location.href).origin !== location.origin) return;
    const uploaded = ({ loaded, total }: ProgressEvent) => {
      [request.sent, request.size] = [loaded, total];
      this.notify();
    };
    xhr.upload.addEventListener("progress", uploaded, { signal });
  }
}

function sizeOf(body: BodyFromPython): number {
  if (body === undefined || body === null) return 0;
  if (typeof body === "string") return new Blob([body]).size;
  if (body instanceof Blob) return body.size;
  if (body instanceof FormData) {
    let size = 0;
    for (const [, value] of body) size += sizeOf(value);
    return size;
  }
  if (body instanceof URLSearchParams) return body.toString().length;
  const { byteLength, length } = body as { byteLength?: number; length?: number };
  return byteLength ?? length ?? 0;
}

/** An entry of the performance timeline, which Chromium's performance panel shows in a track. */
function measure(request: TracedRequest): void {
  const { method, url, file, line, code, state, status, start, end } = request;
  const properties = [
    ["Python", `${file}:${line}`],
    ["code", code],
    ["state", state],
    ["status", String(status)],
  ];
  const devtools = { dataType: "track-entry", track: "Python requests", properties };
  performance.measure(`${method} ${url}`, {
    start,
    end,
    detail: { file, line, code, state, status, devtools },
  });
}

function print(request: TracedRequest): void {
  const { method, url, file, line, code, state, status, start, answered, end } = request;
  const how = state === "load" ? status : state;
  const sizes = `${bytes(request.sent)} up, ${bytes(request.received)} down`;
  const took = `${(end - start).toFixed(1)} ms`;
  console.groupCollapsed(`${method} ${url}: ${how}, ${took}, ${sizes}, ${file}:${line}`);
  if (code) console.log(`${file}, line ${line}: ${code}`);
  if (answered) console.log(`answered after ${(answered - start).toFixed(1)} ms`);
  console.log("request headers", request.requestHeaders);
  console.log("response headers", request.responseHeaders);
  console.groupEnd();
}

function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  return count < 1e6 ? `${(count / 1000).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}
