/**
 * Runs a program of steps on an adapter: raw XMLHttpRequest (below) or `Ajax` (programs.py).
 * Evaluates to { run, raw }. test_programs.py makes the programs.
 *
 * Nothing depends on time: the server sends a part of a response when a step asks for it, and the
 * step ends when the XMLHttpRequest has it. A time limit that ends a request is a step of its own.
 */
(() => {
  /** The request that an XMLHttpRequest has sent last. */
  const flights = new WeakMap();
  const { open, send } = XMLHttpRequest.prototype;

  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    // First, as a listener of readystatechange may send at once.
    flights.delete(this);
    this.stagedKey = new URL(url, location.href).searchParams.get("key");
    open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    const flight = { key: this.stagedKey, loaded: 0, pieces: 0, body };
    if (!this.watched) {
      this.watched = true;
      this.addEventListener("progress", ({ loaded }) => {
        const current = flights.get(this);
        if (current) current.loaded = loaded;
      });
    }
    const before = flights.get(this);
    flights.set(this, flight);
    try {
      send.call(this, body);
    } catch (error) {
      flights.set(this, before); // refused: the request before goes on
      throw error;
    }
  };

  const PIECE = '"piece" '.length;
  const IS_FIREFOX = /Gecko\//.test(navigator.userAgent);
  const IS_WEBKIT = !IS_FIREFOX && !/Chrome/.test(navigator.userAgent);
  const LONG = 2 ** 31 - 1;
  const SHORT = 1;
  /** Milliseconds; less than the limit of pytest-pyodide for one script. */
  const STUCK_AFTER = 12_000;
  const PROGRESS = ["abort", "error", "load", "loadend", "loadstart", "progress", "timeout"];
  const EVENTS = ["readystatechange", ...PROGRESS];
  let keys = 0;

  /** Whether an engine deviates from the standard if a listener does this, depending on time. */
  function isBroken(event, readyState, action) {
    // WebKit goes on with the request before.
    if (action === "open") return IS_WEBKIT && event === "readystatechange" && readyState > 1;
    // Firefox ends in state 4 if it was the last progress.
    return action === "abort" && IS_FIREFOX && event === "progress";
  }

  /** Calls `act`; says whether it was refused. */
  function attempted(act) {
    try {
      act();
      return "done";
    } catch (error) {
      if (error instanceof DOMException && error.name === "InvalidStateError") return "refused";
      throw error;
    }
  }

  /** Raw XMLHttpRequest. `complete` is a listener of load and error, before all others. */
  function raw() {
    const xhr = new XMLHttpRequest();
    const listeners = new Map();
    const targetOf = (name) => (name.startsWith("upload") ? xhr.upload : xhr);
    const complete = () => {
      for (const note of [...(listeners.get("complete") ?? [])]) note(0, 0);
    };
    xhr.addEventListener("load", complete);
    xhr.addEventListener("error", complete);
    const step = (name, ...values) => {
      if (name === "open") return attempted(() => xhr.open(...values));
      if (name === "header") return attempted(() => xhr.setRequestHeader(...values));
      if (name === "abort") return attempted(() => xhr.abort());
      if (name === "responseType") return attempted(() => (xhr.responseType = values[0]));
      if (name === "withCredentials") return attempted(() => (xhr.withCredentials = values[0]));
      if (name === "mimeType") return attempted(() => xhr.overrideMimeType(values[0]));
      if (name === "timeout") return attempted(() => (xhr.timeout = values[0] || LONG));
      // A limit that is set after a send without one has no effect in WebKit.
      if (name === "send") {
        return attempted(() => {
          xhr.timeout ||= LONG;
          xhr.send(values[0]);
        });
      }
      throw new Error(`unknown step ${name}`);
    };
    return {
      step,
      native: () => xhr,
      listen(name, note) {
        if (name === "complete") {
          listeners.set(name, [...(listeners.get(name) ?? []), note]);
        } else {
          const type = name.replace("upload", "");
          targetOf(name).addEventListener(type, ({ loaded, total }) => note(loaded ?? 0, total ?? 0));
        }
      },
      state() {
        const { readyState, status, statusText, responseType } = xhr;
        const content = () => {
          // Firefox keeps the text after abort() at the end, against the standard.
          if (readyState === 0 && responseType === "") return "";
          if (responseType === "arraybuffer") return xhr.response?.byteLength ?? 0;
          return responseType === "json" ? null : xhr.responseText;
        };
        return JSON.stringify([
          readyState,
          status,
          statusText,
          new URL(xhr.responseURL || "none:").searchParams.get("key"),
          // Firefox has them before they count and after a failure, depending on time.
          readyState < 2 || status === 0 ? null : xhr.getResponseHeader("x-key"),
          readyState >= 2 && xhr.getAllResponseHeaders() !== "",
          responseType,
          readyState === 2 || readyState === 3 ? null : content(),
        ]);
      },
    };
  }

  const turn = () => new Promise((resolve) => setTimeout(resolve, 1));

  /** Returns the trace of a program: its steps and events, each with the state at that time. */
  async function run(program, adapter, name) {
    const trace = [];
    const numbers = new Map();
    /** A key of its own for each `open`, numbered in the order of this run. */
    const numbered = (text) => text.replace(/[a-z]+-\d+-\d+/g, (key) => `key ${numbers.get(key)}`);
    const note = (...entry) => {
      const state = JSON.parse(adapter.state());
      // Firefox may report the end of the upload when the response has arrived.
      if (entry[0] === "event" && entry[1].startsWith("upload")) state[7] = null;
      trace.push([...entry, numbered(JSON.stringify(state))]);
    };
    const newUrl = ({ status = 200, types = ["text/plain"] }) => {
      const key = `${name}-${Math.trunc(performance.timeOrigin)}-${keys++}`;
      numbers.set(key, numbers.size);
      return `/staged?${new URLSearchParams([["key", key], ["status", status], ...types.map((type) => ["type", type])])}`;
    };
    /** The request that is under way. */
    const flight = () => {
      const xhr = adapter.native();
      return xhr && xhr.readyState > 0 && xhr.readyState < 4 ? flights.get(xhr) : undefined;
    };

    const now = ([kind, ...values]) => {
      if (kind === "listen") return listen(...values);
      const [readyState] = JSON.parse(adapter.state());
      if (kind === "header" && readyState === 0) return; // only ours allows it
      // Firefox refuses it after abort() at the end, against the standard.
      if (kind === "withCredentials" && readyState === 0 && flights.get(adapter.native())) return;
      // In Firefox, abort() between open() and send() breaks the request.
      if (kind === "abort" && readyState === 1 && !flight()) return;
      const given = kind === "open" ? [values[0], newUrl(values[1]), true] : values;
      note("step", kind, adapter.step(kind, ...given));
    };
    /** `actions` run once: at readystatechange in the state `at`, else at the event number `at`. */
    function listen(event, actions = [], at = 1) {
      let waiting = actions;
      let events = 0;
      adapter.listen(event, (loaded, total) => {
        note("event", event, loaded, total);
        events++;
        const [readyState] = JSON.parse(adapter.state());
        if ((event === "readystatechange" ? readyState : events) !== at) return;
        const todo = waiting;
        waiting = [];
        for (const action of todo) {
          if (!isBroken(event, readyState, action[0])) now(action);
        }
      });
    }

    const order = (key, what) => fetch(`/stage?key=${key}&do=${what}`);
    /** Until the request is over or `reached()`. */
    const until = async (started, reached) => {
      const end = performance.now() + STUCK_AFTER;
      while (flight() === started && !reached()) {
        if (performance.now() > end) throw new Error(`stuck: ${JSON.stringify(trace)}`);
        await turn();
      }
    };
    const over = () => false;
    const later = {
      async piece(started) {
        started.pieces++;
        await order(started.key, "piece");
        await until(started, () => started.loaded >= started.pieces * PIECE);
      },
      async end(started) {
        await order(started.key, "end");
        await until(started, over);
      },
      async break(started) {
        await order(started.key, "break");
        await until(started, over);
      },
      async expire(started) {
        // Otherwise the limit may end the request before or after its body is sent.
        if (started.body && !started.pieces) await later.piece(started);
        if (flight() === started) now(["timeout", SHORT]);
      },
    };

    /** Waits for the end of what has a limit that ends it. */
    const expired = async () => {
      while (flight() && adapter.native().timeout === SHORT) await until(flight(), over);
    };

    for (const step of [...program, ["end"]]) {
      const [kind] = step;
      if (!(kind in later)) {
        now(step);
        continue;
      }
      await expired();
      const started = flight();
      if (started) await later[kind](started);
      await turn();
      await expired();
      note("step", kind);
    }
    // A listener of `abort` may send again; it acts once.
    while (flight()) {
      now(["abort"]);
      await turn();
    }
    await turn();
    return trace;
  }

  return { run, raw, EVENTS };
})();
