/** A network of files for `fetch` and XMLHttpRequest, and a Cache Storage. */

export interface Network {
  files: Map<string, Uint8Array | number>;
  /** "fetch URL", with the option `cache` if it is set, "abort URL" or "xhr URL", in order. */
  requests: string[];
  /** fetch waits for it. */
  gate: Promise<void>;
}

/** `files`: URL → content, or an HTTP status. Others cannot be reached. */
export function fakeNetwork(files: Record<string, Uint8Array | number>): Network {
  const network: Network = {
    files: new Map(Object.entries(files)),
    requests: [],
    gate: Promise.resolve(),
  };
  const find = (url: string) => {
    const found = network.files.get(url);
    return typeof found === "number" ? { status: found } : { status: 200, body: found };
  };
  const fakeFetch = async (url: string, { signal, cache = "default" }: RequestInit = {}) => {
    network.requests.push(cache === "default" ? `fetch ${url}` : `fetch ${url} ${cache}`);
    signal?.addEventListener("abort", () => network.requests.push(`abort ${url}`));
    await network.gate;
    signal?.throwIfAborted();
    const { status, body } = find(url);
    if (status === 200 && !body) throw new TypeError("Failed to fetch");
    return new Response(body?.slice() ?? null, { status });
  };
  class FakeXMLHttpRequest {
    status = 0;
    responseText = "";
    private url = "";
    private mimeType = "";
    open(method: string, url: string, isAsync: boolean) {
      if (method !== "GET" || isAsync) throw new Error("the fake sends blocking GET requests only");
      this.url = url;
    }
    overrideMimeType(mimeType: string) {
      this.mimeType = mimeType;
    }
    getResponseHeader() {
      return null;
    }
    send() {
      network.requests.push(`xhr ${this.url}`);
      const { status, body } = find(this.url);
      if (status === 200 && !body) throw new DOMException("", "NetworkError");
      if (!this.mimeType.endsWith("charset=x-user-defined")) throw new Error("text, not bytes");
      this.status = status;
      const units = [...(body ?? [])].map((byte) => (byte < 128 ? byte : 0xf700 + byte));
      this.responseText = String.fromCharCode(...units);
    }
  }
  Object.assign(globalThis, { fetch: fakeFetch, XMLHttpRequest: FakeXMLHttpRequest });
  return network;
}

/** Cache name → URL → response. */
export type Stored = Map<string, Map<string, Response>>;

export function fakeCaches(): Stored {
  const stored: Stored = new Map();
  const open = async (name: string) => {
    const entries = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, entries);
    return {
      match: async (url: string) => entries.get(url)?.clone(),
      put: async (url: string, response: Response) => void entries.set(url, response),
    };
  };
  const caches = {
    open,
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    match: async (url: string, { cacheName, ignoreSearch }: MultiCacheQueryOptions = {}) => {
      const without = (text: string) => (ignoreSearch ? text.split("?")[0] : text);
      for (const [name, entries] of stored) {
        if (cacheName !== undefined && name !== cacheName) continue;
        for (const [key, response] of entries) {
          if (without(key) === without(url)) return response.clone();
        }
      }
      return undefined;
    },
  };
  Object.defineProperty(globalThis, "caches", { value: caches, configurable: true });
  return stored;
}

export const bytes = (text: string) => new TextEncoder().encode(text);

/** A promise, and the function that resolves it. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
