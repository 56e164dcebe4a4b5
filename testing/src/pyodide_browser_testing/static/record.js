// Inserted at the start of a page: records its console, its requests, and whether Python is ready.
(() => {
  if (globalThis.pyodideBrowserTesting) return;
  const lines = [];
  const requests = [];
  const state = { lines, requests, ready: null };
  globalThis.pyodideBrowserTesting = state;

  const addLine = (level, text) => lines.push({ level, text, time: Date.now() });
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    const original = console[level];
    console[level] = (...values) => {
      addLine(level, values.map(String).join(" "));
      original.apply(console, values);
    };
  }
  addEventListener("error", (event) => {
    if (event.message) addLine("uncaught", event.message);
  });
  addEventListener("unhandledrejection", (event) => addLine("uncaught", String(event.reason)));

  const setReady = ({ errors }) => {
    state.ready = errors;
  };
  document.addEventListener("pyodide-browser:ready", (event) => setReady(event.detail));
  // If this script runs after the page script.
  globalThis.pyodideBrowser?.ready.then(setReady);

  const end = (request, status) => {
    request.status = status;
    request.ended = Date.now();
  };
  /** Adds a request: its status is null while it is pending, 0 if it fails. */
  const addRequest = (method, relativeUrl) => {
    const url = new URL(relativeUrl, document.baseURI);
    url.username = url.password = "";
    const times = { started: Date.now(), ended: null };
    const request = { method: method.toUpperCase(), url: url.href, status: null, ...times };
    // Skips the files of Pyodide and the scripts of the page.
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
    const request = addRequest(...opened.get(this));
    const loaded = () => {
      if (request.status === null) end(request, this.status);
    };
    this.addEventListener("loadend", loaded, { once: true });
    try {
      send.call(this, body);
    } catch (error) {
      end(request, 0);
      throw error;
    }
  };
  const { fetch } = globalThis;
  globalThis.fetch = (resource, options) => {
    const url = resource instanceof Request ? resource.url : resource;
    const method = options?.method ?? (resource instanceof Request ? resource.method : "GET");
    const request = addRequest(method, url);
    const response = fetch(resource, options);
    response.then(
      ({ status }) => end(request, status),
      () => end(request, 0),
    );
    return response;
  };
})();
