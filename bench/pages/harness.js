// measure(name, url, argument) resolves to milliseconds. `start()` resets the clock, after
// preparations.
let begun = 0;
globalThis.start = () => {
  begun = performance.now();
};

/** `count` times `ask(next)`, `width` at a time. */
const asked = (count, width, ask, done) => {
  let started = width;
  let left = count;
  const next = () => {
    if (--left === 0) done(count);
    else if (started++ < count) ask(next);
  };
  for (let i = 0; i < width; i++) ask(next);
};

const sent = (method, url, type, body, done) => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url);
  xhr.responseType = type;
  xhr.onload = () => done(xhr);
  xhr.send(body);
};

const get = (url) => (next) =>
  sent("GET", url, "", null, (xhr) => {
    if (xhr.responseText.length !== 20) throw new Error(xhr.responseText);
    next();
  });

const fetched = (url) => async (next) => {
  await (await fetch(url)).text();
  next();
};

const raw = {
  raw_get(url, _mode, done) {
    sent("GET", url, "arraybuffer", null, (xhr) => done(xhr.response.byteLength));
  },
  raw_post(url, size, done) {
    const body = new Uint8Array(size).fill(120);
    start();
    sent("POST", url, "", body, (xhr) => done(xhr.status));
  },
  raw_upload(url, size, done) {
    const form = new FormData();
    form.append("file", new File([new Uint8Array(size).fill(120)], "x.bin"));
    start();
    sent("POST", url, "", form, (xhr) => done(xhr.status));
  },
  raw_fields(url, count, done) {
    const form = new URLSearchParams();
    for (let i = 0; i < count; i++) form.append(`field${i}`, `value ${i}`);
    sent("POST", url, "", form, (xhr) => done(xhr.status));
  },
  raw_many: (url, count, done) => asked(count, 1, get(url), done),
  raw_six: (url, count, done) => asked(count, 6, get(url), done),
  raw_at_once: (url, count, done) => asked(count, count, get(url), done),
  raw_fetch_many: (url, count, done) => asked(count, 1, fetched(url), done),
  raw_fetch_six: (url, count, done) => asked(count, 6, fetched(url), done),
  raw_blocking(url, count, done) {
    for (let i = 0; i < count; i++) {
      const xhr = new XMLHttpRequest();
      xhr.open("GET", url, false);
      xhr.send();
      if (xhr.responseText.length !== 20) throw new Error(xhr.responseText);
    }
    done(count);
  },
  /** Adds `count` Python scripts to the page. */
  raw_scripts(_url, count, done) {
    let left = count;
    globalThis.script_ran = () => {
      if (--left === 0) done(count);
    };
    for (let i = 0; i < count; i++) {
      const script = document.createElement("script");
      script.type = "text/python";
      script.textContent = "from browser import window\nwindow.script_ran()";
      document.body.append(script);
    }
  },
};

/** PyProxies, and the size of the heap if the browser reports it. */
globalThis.proxies = () => pyodideBrowser.pyodide._module.pyproxy_alloc_map.size;
globalThis.trace_proxies = () =>
  pyodideBrowser.pyodide._module.enable_pyproxy_allocation_tracing();
globalThis.heap = () => {
  for (let i = 0; globalThis.gc && i < 3; i++) gc();
  return globalThis.gc ? performance.memory.usedJSHeapSize / 1e6 : null;
};
/** Gives `measure` a result other than the time. */
globalThis.tell = (json) => {
  ownResult = JSON.parse(json);
};
let ownResult = null;

globalThis.measure = (name, url, argument) =>
  new Promise((resolve) => {
    const done = () => resolve(ownResult ?? performance.now() - begun);
    ownResult = null;
    start();
    (raw[name] ?? globalThis[name])(url, argument, done);
  });

/** Responds at once, with 20 bytes, so that only the wrapper costs time. */
class StandIn {
  static bytes = new Uint8Array(20).fill(97);
  readyState = 0;
  status = 0;
  responseType = "";
  open() {
    this.readyState = 1;
  }
  setRequestHeader() {}
  overrideMimeType() {}
  abort() {}
  getResponseHeader() {
    return "text/plain";
  }
  getAllResponseHeaders() {
    return "content-type: text/plain\r\n";
  }
  get response() {
    if (this.responseType === "arraybuffer") return StandIn.bytes.slice().buffer;
    return "a".repeat(20);
  }
  get responseText() {
    return this.response;
  }
  send() {
    queueMicrotask(() => {
      this.readyState = 4;
      this.status = 200;
      this.onreadystatechange?.();
      const event = { type: "load", loaded: 20, total: 20, lengthComputable: true };
      this.onload?.(event);
      this.onloadend?.(event);
    });
  }
}

const real = globalThis.XMLHttpRequest;
globalThis.standIn = (on) => {
  globalThis.XMLHttpRequest = on ? StandIn : real;
};
