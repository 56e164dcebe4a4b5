/** Promises that Python awaits. */

/**
 * A promise that rejects only with errors of which Python can make exceptions: they have name,
 * message and stack. WebKit's DOMException has no stack, and a program may reject with any value.
 */
export function settled<T>(promise: PromiseLike<T>): Promise<T> {
  return Promise.resolve(promise).catch((reason: unknown) => {
    throw asError(reason);
  });
}

function asError(reason: unknown): object {
  const isObject = typeof reason === "object" && reason !== null;
  if (isObject && ["name", "message", "stack"].every((name) => name in reason)) return reason;
  const { name = "Error", message = String(reason) } = isObject ? (reason as Partial<Error>) : {};
  return Object.assign(new Error(message, { cause: reason }), { name });
}
