// Times one thing: measure(name, url, argument) → milliseconds. `start()` begins anew, for what has
// to be prepared first.
let begun = 0;
globalThis.start = () => {
  begun = performance.now();
};

const raw = {
  raw_get(url, _mode, done) {
    const xhr = new XMLHttpRequest();
    xhr.open("GET", url);
    xhr.responseType = "arraybuffer";
    xhr.onload = () => done(xhr.response.byteLength);
    xhr.send();
  },
  raw_post(url, size, done) {
    const body = new Uint8Array(size).fill(120);
    const xhr = new XMLHttpRequest();
    start();
    xhr.open("POST", url);
    xhr.onload = () => done(xhr.status);
    xhr.send(body);
  },
  raw_many(url, count, done) {
    let left = count;
    const next = () => {
      const xhr = new XMLHttpRequest();
      xhr.open("GET", url);
      xhr.onload = () => {
        if (xhr.responseText.length !== 20) throw new Error(xhr.responseText);
        if (--left) next();
        else done(count);
      };
      xhr.send();
    };
    next();
  },
  raw_at_once(url, count, done) {
    let left = count;
    for (let i = 0; i < count; i++) {
      raw.raw_many(url, 1, () => {
        if (--left === 0) done(count);
      });
    }
  },
  raw_fetch(url, count, done) {
    (async () => {
      for (let i = 0; i < count; i++) await (await fetch(url)).text();
      done(count);
    })();
  },
};

globalThis.measure = (name, url, argument) =>
  new Promise((resolve) => {
    const done = () => resolve(performance.now() - begun);
    start();
    (raw[name] ?? globalThis[name])(url, argument, done);
  });

/** Answers at once, with 20 bytes: what is left is the cost of the wrapper. */
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
