/**
 * Requests for the files of the start. A request that makes no progress ends with an error. Errors
 * name the URL and the reason.
 */

import { BINARY_TEXT, bytesOf } from "../bridge/binary_text";
import { holdingGil } from "./gil";

/**
 * A connection counts as broken after that many intervals without a byte. One long interval would
 * also end after a long computation, before the bytes that arrived meanwhile.
 */
const [INTERVALS, INTERVAL] = [10, 3_000];
/** Milliseconds of a blocking request. It reports no progress, so this is its whole time. */
const BLOCKED = 60_000;
/** Milliseconds before each repetition. */
const PAUSES = [1_000, 2_000, 4_000];

/** An error that the same request would meet again. */
class FinalError extends Error {}

/** Fetches the content of a file. Rejects for an HTTP error, too, and if no byte arrives for 30 s. */
export async function fetchFile(
  url: string,
  aborting: AbortController = new AbortController(),
  cache?: RequestCache,
): Promise<ArrayBuffer> {
  const { signal } = aborting;
  let [intervals, status] = [0, 0];
  const timer = setInterval(() => {
    if (++intervals === INTERVALS) aborting.abort(new Error(`${url}: no data for 30 s`));
  }, INTERVAL);
  try {
    const response = await fetch(url, { signal, cache });
    ({ status } = response);
    intervals = 0;
    if (response.ok) {
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const parts: Uint8Array[] = [];
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        intervals = 0;
        parts.push(part.value);
      }
      return joined(parts);
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new Error(`${url} cannot be reached (${(error as Error).message})`);
  } finally {
    clearInterval(timer);
  }
  throw statusError(url, status);
}

function joined(parts: Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer;
}

/** Repeats a request that fails, three times, with growing pauses. Rejects with the last error. */
export async function retried<T>(
  request: () => Promise<T>,
  [pause, ...later] = PAUSES,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!pause || error instanceof FinalError) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, pause));
  return retried(request, later);
}

/** Blocks the page until the file has arrived. Repeats a request that fails, three times, at once. */
export function fetchBytesSync(url: string, repetitions = PAUSES.length): Uint8Array<ArrayBuffer> {
  try {
    return requestSync(url);
  } catch (error) {
    if (!repetitions || error instanceof FinalError) throw error;
  }
  return fetchBytesSync(url, repetitions - 1);
}

function requestSync(url: string): Uint8Array<ArrayBuffer> {
  const xhr = new XMLHttpRequest();
  xhr.open("GET", url, false);
  limit(xhr);
  xhr.overrideMimeType(BINARY_TEXT);
  try {
    holdingGil(() => xhr.send());
  } catch (error) {
    // Repeating it would block as long again.
    if ((error as Error).name === "TimeoutError") throw new FinalError(`${url}: timed out`);
    throw new Error(`${url} cannot be reached`);
  }
  if (xhr.status !== 200) throw statusError(url, xhr.status);
  return bytesOf(xhr);
}

/** Limits a blocking request in a worker. In a window it can have no limit. */
export function limit(xhr: XMLHttpRequest): void {
  if (!globalThis.document) xhr.timeout = BLOCKED;
}

function statusError(url: string, status: number): Error {
  return new (status < 500 ? FinalError : Error)(`${url}: HTTP status ${status}`);
}
