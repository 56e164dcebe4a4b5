/** Files beside the page, for imports: synchronous requests, as an import cannot wait otherwise. */

import { limit } from "../quickstart/fetching";
import { need } from "../quickstart/library";

/**
 * Returns undefined if there is no such file; HTML is taken for a server's "not found" page. Throws
 * if the server cannot be reached or, in a worker, does not respond in time.
 */
export function text(url: string): string | undefined {
  const xhr = new XMLHttpRequest();
  xhr.open("GET", url, false);
  limit(xhr);
  xhr.send();
  const isHtml = xhr.getResponseHeader("content-type")?.startsWith("text/html");
  if (xhr.status !== 200 || isHtml) return undefined;
  need(xhr.responseText);
  return xhr.responseText;
}

export { need };

let workerBase = "";

/** Called in a worker of the page: the URL that relative URLs of the page refer to. */
export function setBase(url: string): void {
  workerBase = url;
}

/** The URL that relative URLs refer to. */
export function base(): string {
  if (workerBase) return workerBase;
  return globalThis.document?.baseURI ?? globalThis.location?.href ?? "";
}
