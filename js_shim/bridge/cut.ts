/**
 * Responses that are shorter than their Content-Length. WebKitGTK reports them as complete if the
 * server has announced to close the connection.
 */

/** Bytes, and part of its length, by which compression may make a body longer. */
const [OVERHEAD, PART] = [64, 0.01];
const WITHOUT_BODY = [204, 205, 304];

/** `received` bytes have arrived, after decompression. A response of another origin hides whether it
 * is compressed: then only what compression does not explain counts as cut. */
export function isCut(
  method: string,
  response: XMLHttpRequest | Response,
  received: number,
): boolean {
  const isXhr = response instanceof XMLHttpRequest;
  const header = (name: string) =>
    isXhr ? response.getResponseHeader(name) : response.headers.get(name);
  const noBody = method === "HEAD" || WITHOUT_BODY.includes(response.status);
  if (noBody || header("content-encoding")) return false;
  const url = isXhr ? response.responseURL : response.url; // "" if a program made the response
  const isOwn = !url || new URL(url).origin === location.origin;
  const hidden = isOwn ? 0 : OVERHEAD + received * PART;
  return received + hidden < Number(header("content-length"));
}
