/** Which file of the site a request is for. */

interface Asked {
  method: string;
  url: string;
  mode: string;
  headers: { has(name: string): boolean };
}

/**
 * Returns the path in `files`, or undefined if the network must respond: other origins and methods,
 * ranges, and paths that are no file of the site. Hosts serve `index.html` for a folder, and some
 * serve `page.html` for `page`.
 */
export function pathOf(
  request: Asked,
  scope: string,
  files: Record<string, string>,
): string | undefined {
  const url = request.url.split(/[?#]/, 1)[0] as string;
  if (request.method !== "GET" || request.headers.has("range")) return undefined;
  if (!url.startsWith(scope)) return undefined;
  const path = decoded(url.slice(scope.length));
  if (Object.hasOwn(files, path)) return path;
  if (request.mode !== "navigate") return undefined;
  const index = path === "" || path.endsWith("/") ? `${path}index.html` : `${path}.html`;
  return Object.hasOwn(files, index) ? index : undefined;
}

/** A path with wrong escapes stays as it is: it is that of no file. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
