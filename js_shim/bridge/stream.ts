/** A request by fetch whose response is read while it arrives; for `browser.aio.stream`. */

import { isCut } from "./cut";
import { headerPairs } from "./headers";
import { settled } from "./promises";
import { begin } from "./trace_hook";
import type { BodyFromPython } from "./types";
import { resolved } from "./xhr";

interface Stream {
  status: number;
  statusText: string;
  contentType: string;
  /** Resolves to the next piece, to undefined at the end. */
  read(): Promise<ArrayBuffer | undefined>;
  /** Aborts the request if it is still under way. */
  close(): void;
}

export async function openStream(
  method: string,
  url: string,
  headers: string,
  credentials: boolean,
  body: BodyFromPython,
): Promise<Stream> {
  const controller = new AbortController();
  const trace = begin(method, url, headers, body);
  const traced = <T>(promise: Promise<T>) =>
    settled(promise).catch((error: Error) => {
      trace?.end("error");
      throw error;
    });
  const response = await traced(
    fetch(resolved(url), {
      method,
      headers: headerPairs(headers),
      credentials: credentials ? "include" : "same-origin",
      body: copied(body),
      signal: controller.signal,
    }),
  );
  trace?.answered(response);
  const reader = response.body?.getReader();
  let received = 0;
  return {
    status: response.status,
    statusText: response.statusText,
    contentType: response.headers.get("content-type") ?? "",
    async read() {
      const piece = reader && (await traced(reader.read()));
      const bytes = piece?.value;
      if (bytes) {
        received += bytes.byteLength;
        trace?.received(bytes.byteLength);
      } else {
        const cut = isCut(method, response, received);
        trace?.end(cut ? "error" : "load");
        if (cut) throw new Error("the connection broke off");
      }
      return bytes?.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    },
    close() {
      controller.abort();
      trace?.end("abort");
    },
  };
}

/** Copies the body: Python's memory may move while the request is under way. */
function copied(body: BodyFromPython): XMLHttpRequestBodyInit | undefined {
  if (typeof body !== "object" || !("getBuffer" in body)) return body;
  const buffer = body.getBuffer("u8");
  try {
    return buffer.data.slice();
  } finally {
    buffer.release();
  }
}
