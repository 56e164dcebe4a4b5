/** js_shim/quickstart/fetching.ts: requests that are repeated and have a time limit. */

import assert from "node:assert/strict";
import { beforeEach, type TestContext, test } from "node:test";
import { fetchBytesSync, fetchFile, limit, retried } from "../../js_shim/quickstart/fetching";
import { bytes, fakeNetwork, type Network } from "./fakes";

const URL = "https://host/a?1";

let network: Network;

beforeEach(() => {
  network = fakeNetwork({ [URL]: bytes("content") });
});

/** Lets a fake clock run until the promise settles. */
async function settled<T>(t: TestContext, promise: Promise<T>, seconds: number): Promise<T> {
  let open = true;
  const end = () => {
    open = false;
  };
  promise.then(end, end);
  for (let second = 0; second < seconds && open; second++) {
    await new Promise(setImmediate);
    t.mock.timers.tick(1_000);
  }
  await new Promise(setImmediate);
  assert.equal(open, false, `not settled within ${seconds} s`);
  return promise;
}

function fakeTimers(t: TestContext): void {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
}

/** A response that sends a byte every `seconds`, `count` times, and then ends or stalls. */
function dripping(signal: AbortSignal, seconds: number, count: number, ends = false): Response {
  let sent = 0;
  return new Response(
    new ReadableStream({
      pull: (controller) =>
        new Promise((resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
          if (sent++ < count) {
            setTimeout(() => {
              controller.enqueue(bytes("x"));
              if (ends && sent === count) controller.close();
              resolve();
            }, seconds * 1_000);
          }
        }),
    }),
  );
}

async function fetchText(): Promise<string> {
  return new TextDecoder().decode(await fetchFile(URL));
}

test("a file is fetched as a whole", async () => {
  const parts = ["con", "tent", "", "!"];
  const body = new ReadableStream({
    pull: (controller) => {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(bytes(part));
    },
  });
  Object.assign(globalThis, { fetch: async () => new Response(body) });
  assert.equal(await fetchText(), "content!");
});

test("an empty file is fetched", async () => {
  network.files.set(URL, bytes(""));
  assert.equal(await fetchText(), "");
});

test("a server that does not respond is an error after 30 s", async (t) => {
  fakeTimers(t);
  const never = (_: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  Object.assign(globalThis, { fetch: never });
  await assert.rejects(settled(t, fetchFile(URL), 31), { message: `${URL}: no data for 30 s` });
});

test("a response that stalls is an error 30 s after the last byte", async (t) => {
  fakeTimers(t);
  const fetch = async (_: string, { signal }: { signal: AbortSignal }) => dripping(signal, 20, 3);
  Object.assign(globalThis, { fetch });
  const text = fetchText();
  await assert.rejects(settled(t, text, 95), { message: `${URL}: no data for 30 s` });
});

test("a slow response arrives if no pause is longer than 30 s", async (t) => {
  fakeTimers(t);
  let fetchSignal: AbortSignal | undefined;
  const fetch = async (_: string, { signal }: { signal: AbortSignal }) => {
    fetchSignal = signal;
    await new Promise((resolve) => setTimeout(resolve, 26_000));
    return dripping(signal, 26, 4, true);
  };
  Object.assign(globalThis, { fetch });
  const text = fetchText();
  assert.equal(await settled(t, text, 140), "xxxx");
  t.mock.timers.tick(60_000);
  assert.equal(fetchSignal?.aborted, false, "a timer runs after the end");
});

test("a request that fails is repeated three times, with growing pauses", async (t) => {
  fakeTimers(t);
  const times: number[] = [];
  const start = Date.now();
  let now = start;
  const request = async () => {
    times.push(now - start);
    throw new Error(`failure ${times.length}`);
  };
  const ended = retried(request);
  ended.catch(() => {});
  for (; times.length < 4; now += 1_000) {
    await new Promise(setImmediate);
    t.mock.timers.tick(1_000);
  }
  await assert.rejects(ended, { message: "failure 4" });
  const [first, ...pauses] = times.slice(1).map((time, i) => time - (times[i] as number));
  assert.ok(pauses.every((pause, i) => pause > ([first, ...pauses][i] as number)));
});

test("a request that succeeds at last is not repeated", async (t) => {
  fakeTimers(t);
  network.files.set(URL, 503);
  let requests = 0;
  const request = () => {
    if (++requests === 3) network.files.set(URL, bytes("content"));
    return fetchText();
  };
  assert.equal(await settled(t, retried(request), 10), "content");
  assert.equal(requests, 3);
});

test("a file that the server does not have is not requested again", async () => {
  network.files.set(URL, 404);
  await assert.rejects(
    retried(() => fetchFile(URL)),
    { message: `${URL}: HTTP status 404` },
  );
  assert.throws(() => fetchBytesSync(URL), { message: `${URL}: HTTP status 404` });
  assert.deepEqual(network.requests, [`fetch ${URL}`, `xhr ${URL}`]);
});

test("an error of the server is repeated from status 500 on", () => {
  for (const [status, requests] of [
    [499, 1],
    [500, 4],
  ] as const) {
    network.requests.length = 0;
    network.files.set(URL, status);
    assert.throws(() => fetchBytesSync(URL), { message: `${URL}: HTTP status ${status}` });
    assert.equal(network.requests.length, requests);
  }
});

test("a blocking request that fails is repeated three times at once", () => {
  network.files.delete(URL);
  assert.throws(() => fetchBytesSync(URL), { message: `${URL} cannot be reached` });
  assert.equal(network.requests.length, 4);
});

test("a blocking request that times out is not repeated", () => {
  let sent = 0;
  Object.assign(XMLHttpRequest.prototype, {
    send: () => {
      sent++;
      throw new DOMException("", "TimeoutError");
    },
  });
  assert.throws(() => fetchBytesSync(URL), { message: `${URL}: timed out` });
  assert.equal(sent, 1);
});

test("a blocking request has a limit in a worker only", () => {
  const xhr = new XMLHttpRequest();
  limit(xhr);
  assert.equal(xhr.timeout, 60_000);
  Object.assign(globalThis, { document: {} });
  const inWindow = new XMLHttpRequest();
  limit(inWindow);
  assert.equal(inWindow.timeout, undefined);
  Reflect.deleteProperty(globalThis, "document");
});
