// Put before all else into a page: keeps what it says, asks, and whether Python is ready.
(() => {
  if (globalThis.pyodideBrowserTesting) return;
  const lines = [];
  const requests = [];
  const state = { lines, requests, ready: null };
  globalThis.pyodideBrowserTesting = state;

  const say = (level, text) => lines.push({ level, text });
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    const original = console[level];
    console[level] = (...values) => {
      say(level, values.map(String).join(" "));
      original.apply(console, values);
    };
  }
  addEventListener("error", (event) => {
    if (event.message) say("uncaught", event.message);
  });
  addEventListener("unhandledrejection", (event) => say("uncaught", String(event.reason)));

  const isReady = ({ errors }) => {
    state.ready = errors;
  };
  document.addEventListener("pyodide-browser:ready", (event) => isReady(event.detail));
  // Where this comes after the page.
  globalThis.pyodideBrowser?.ready.then(isReady);

  /** One entry a request; status null while it is under way, 0 when it failed. */
  const asked = (method, given) => {
    const url = new URL(given, document.baseURI);
    url.username = url.password = "";
    const request = { method: method.toUpperCase(), url: url.href, status: null };
    // The runtime's own files, and the page's scripts, are no requests of the program.
    const isRuntime = /\/pyodide\/[^/]+$/.test(url.pathname);
    const isScript = [...document.scripts].some(({ src }) => src === url.href);
    if (!isRuntime && !isScript) requests.push(request);
    return request;
  };
  const opened = new WeakMap();
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    open.call(this, method, url, ...(rest.length ? rest : [true]));
    opened.set(this, [String(method), String(url)]);
  };
  XMLHttpRequest.prototype.send = function (body) {
    const request = asked(...opened.get(this));
    const ended = () => {
      request.status ??= this.status;
    };
    this.addEventListener("loadend", ended, { once: true });
    try {
      send.call(this, body);
    } catch (error) {
      request.status = 0;
      throw error;
    }
  };
  const { fetch } = globalThis;
  globalThis.fetch = (resource, options) => {
    const url = resource instanceof Request ? resource.url : resource;
    const method = options?.method ?? (resource instanceof Request ? resource.method : "GET");
    const request = asked(method, url);
    const answer = fetch(resource, options);
    answer.then(
      ({ status }) => {
        request.status = status;
      },
      () => {
        request.status = 0;
      },
    );
    return answer;
  };
})();
