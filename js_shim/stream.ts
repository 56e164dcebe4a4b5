/** A request whose answer is read while it arrives, by fetch; for `browser.aio.stream`. */

import { begin } from "./traced";
import { type BodyFromPython, resolved } from "./xhr";

interface Stream {
  status: number;
  statusText: string;
  contentType: string;
  /** The next piece, undefined at the end. */
  read(): Promise<ArrayBuffer | undefined>;
  /** Ends the request, if it has not ended. */
  close(): void;
}

export async function open(
  method: string,
  url: string,
  headers: string,
  credentials: boolean,
  body: BodyFromPython,
): Promise<Stream> {
  const controller = new AbortController();
  const lines = headers ? headers.split("\n") : [];
  const traced = begin(method, url, headers, body);
  const asError = <T>(promise: Promise<T>) =>
    promise.catch((error: Error) => {
      traced?.end("error");
      // WebKit's own have no `stack`, and what has none Pyodide does not raise in Python.
      throw new Error(error.message);
    });
  const response = await asError(
    fetch(resolved(url), {
      method,
      headers: lines.map((line): [string, string] => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon), line.slice(colon + 1)];
      }),
      credentials: credentials ? "include" : "same-origin",
      body: copied(body),
      signal: controller.signal,
    }),
  );
  traced?.answered(response);
  const reader = response.body?.getReader();
  return {
    status: response.status,
    statusText: response.statusText,
    contentType: response.headers.get("content-type") ?? "",
    async read() {
      const piece = reader && (await asError(reader.read()));
      const bytes = piece?.value;
      if (bytes) traced?.received(bytes.byteLength);
      else traced?.end("load");
      return bytes?.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    },
    close() {
      controller.abort();
      traced?.end("abort");
    },
  };
}

/** Python's memory may move while the request is under way. */
function copied(body: BodyFromPython): XMLHttpRequestBodyInit | undefined {
  if (typeof body !== "object" || !("getBuffer" in body)) return body;
  const buffer = body.getBuffer("u8");
  try {
    return buffer.data.slice();
  } finally {
    buffer.release();
  }
}
