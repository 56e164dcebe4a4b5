/** Files beside the page, for imports: asked for while Python waits. */

/** undefined when there is none; HTML where Python was asked for is a server's "not found" page. */
export function text(url: string): string | undefined {
  const xhr = new XMLHttpRequest();
  xhr.open("GET", url, false);
  try {
    xhr.send();
  } catch {
    return undefined;
  }
  const isHtml = (xhr.getResponseHeader("content-type") ?? "").startsWith("text/html");
  return xhr.status === 200 && !isHtml ? xhr.responseText : undefined;
}

let given = "";

/** In a worker of the page: what the page's URLs are relative to. */
export function setBase(url: string): void {
  given = url;
}

/** What relative URLs are relative to. */
export function base(): string {
  if (given) return given;
  return globalThis.document?.baseURI ?? globalThis.location?.href ?? "";
}
