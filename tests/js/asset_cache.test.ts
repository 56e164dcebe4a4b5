/** js_shim/quickstart/asset_cache.ts: files in Cache Storage. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { AssetCache, type Read } from "../../js_shim/quickstart/asset_cache";
import { bytes, deferred, fakeCaches, fakeNetwork, type Network, type Stored } from "./fakes";

const PLACE = "https://host/pyodide/";
const [A, B] = [`${PLACE}a?1`, `${PLACE}b?1`];
const NAME = `pyodide-browser ${PLACE} one`;

let network: Network;
let stored: Stored;

const text: Read<string> = async (content) => {
  const found = new TextDecoder().decode(content);
  if (found === "damaged") throw new Error("damaged");
  return found;
};

beforeEach(() => {
  network = fakeNetwork({ [A]: bytes("content of a"), [B]: bytes("content of b") });
  stored = fakeCaches();
});

test("a file that is not stored comes from the server", async () => {
  assert.equal(await new AssetCache(PLACE, "one").get(A, text), "content of a");
  assert.deepEqual(network.requests, [`fetch ${A}`]);
});

test("a stored file comes from the cache", async () => {
  const cache = new AssetCache(PLACE, "one");
  await cache.store([A, B]);
  assert.deepEqual([...(stored.get(NAME)?.keys() ?? [])], [A, B]);
  network.requests.length = 0;
  assert.equal(await cache.get(B, text), "content of b");
  assert.deepEqual(network.requests, []);
});

test("files are stored from the HTTP cache, those that are stored already are not requested", async () => {
  const cache = new AssetCache(PLACE, "one");
  await cache.store([A]);
  await cache.store([A, B]);
  assert.deepEqual(network.requests, [`fetch ${A} force-cache`, `fetch ${B} force-cache`]);
});

test("a response with an HTTP error is not stored", async () => {
  network.files.set(A, 500);
  await new AssetCache(PLACE, "one").store([A, B]);
  assert.deepEqual([...(stored.get(NAME)?.keys() ?? [])], [B]);
});

test("storing deletes other builds of the same place only", async () => {
  await new AssetCache(PLACE, "old").store([A]);
  await new AssetCache("https://host/other/", "old").store([A]);
  stored.set("cache of the page", new Map());
  await new AssetCache(PLACE, "one").store([A]);
  const other = "pyodide-browser https://host/other/ old";
  assert.deepEqual([...stored.keys()], [other, "cache of the page", NAME]);
});

test("ten updates leave one cache", async () => {
  for (let build = 0; build < 10; build++) await new AssetCache(PLACE, `${build}`).store([A, B]);
  assert.deepEqual([...stored.keys()], [`pyodide-browser ${PLACE} 9`]);
});

test("ten folders, one for each version, leave four caches", async () => {
  for (let version = 0; version < 10; version++) {
    const place = `https://host/${version}/`;
    network.files.set(`${place}a?1`, bytes("content of a"));
    await new AssetCache(place, "one").store([`${place}a?1`]);
  }
  const left = [6, 7, 8, 9].map((version) => `pyodide-browser https://host/${version}/ one`);
  assert.deepEqual([...stored.keys()], left);
});

test("after a failure the HTTP cache asks the server", async () => {
  const cache = new AssetCache(PLACE, "one");
  network.files.set(A, bytes("damaged"));
  await assert.rejects(cache.get(A, text));
  network.files.set(A, bytes("content of a"));
  assert.equal(await cache.get(A, text), "content of a");
  assert.deepEqual(network.requests, [`fetch ${A}`, `fetch ${A} no-cache`]);
});

test("renewing deletes what is stored and makes the HTTP cache ask the server", async () => {
  const cache = new AssetCache(PLACE, "one");
  await cache.store([A, B]);
  network.requests.length = 0;
  network.files.delete(B);
  await cache.renew([A, B]);
  assert.equal(stored.size, 0);
  assert.deepEqual(network.requests, [`fetch ${A} no-cache`, `fetch ${B} no-cache`]);
});

test("a damaged file in the cache clears it and comes from the server", async () => {
  const cache = new AssetCache(PLACE, "one");
  await cache.store([A, B]);
  stored.get(NAME)?.set(A, new Response("damaged"));
  network.requests.length = 0;
  assert.equal(await cache.get(A, text), "content of a");
  assert.deepEqual(network.requests, [`fetch ${A}`]);
  assert.equal(stored.has(NAME), false);
});

test("a damaged file from the server rejects", async () => {
  network.files.set(A, bytes("damaged"));
  await assert.rejects(new AssetCache(PLACE, "one").get(A, text), {
    message: `${A}: damaged`,
  });
});

test("a file that the server does not have rejects with URL and reason", async () => {
  network.files.set(A, 404);
  await assert.rejects(new AssetCache(PLACE, "one").get(A, text), {
    message: `${A}: HTTP status 404`,
  });
});

test("the request can be aborted", async () => {
  const aborting = new AbortController();
  aborting.abort();
  await assert.rejects(new AssetCache(PLACE, "one").get(A, text, aborting), /aborted/);
});

for (const method of ["match", "delete"] as const) {
  test(`after two seconds a file comes from the server if ${method} never answers`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
    if (method === "delete") stored.set(NAME, new Map([[A, new Response("damaged")]]));
    Object.assign(caches, { [method]: () => new Promise(() => {}) });
    const got = new AssetCache(PLACE, "one").get(A, text);
    t.mock.timers.tick(2_000);
    assert.equal(await got, "content of a");
  });
}

test("a stored file that is never read comes from the server after ten seconds", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  stored.set(NAME, new Map([[A, new Response(new ReadableStream())]]));
  const got = new AssetCache(PLACE, "one").get(A, text);
  await new Promise(setImmediate);
  t.mock.timers.tick(10_000);
  assert.equal(await got, "content of a");
});

test("a slow cache is used if it takes less than that", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const found = deferred<Response>();
  Object.assign(caches, { match: () => found.promise });
  const got = new AssetCache(PLACE, "one").get(A, text);
  t.mock.timers.tick(1_999);
  const body = new ReadableStream({
    start: (controller) => {
      setTimeout(() => {
        controller.enqueue(bytes("stored"));
        controller.close();
      }, 9_999);
    },
  });
  found.resolve(new Response(body));
  await new Promise(setImmediate);
  t.mock.timers.tick(9_999);
  assert.equal(await got, "stored");
  assert.deepEqual(network.requests, []);
});

for (const method of ["match", "open", "keys", "delete"] as const) {
  test(`nothing fails if ${method} throws`, async () => {
    Object.assign(caches, {
      [method]: () => {
        throw new DOMException("damaged", "UnknownError");
      },
    });
    const cache = new AssetCache(PLACE, "one");
    await cache.store([A]);
    await cache.clear();
    assert.equal(await cache.get(A, text), "content of a");
  });
}

test("clearing deletes what is stored", async () => {
  const cache = new AssetCache(PLACE, "one");
  await cache.store([A]);
  await cache.clear();
  assert.equal(stored.size, 0);
});

test("without Cache Storage all files come from the server, and nothing fails", async () => {
  Object.defineProperty(globalThis, "caches", { value: undefined, configurable: true });
  const cache = new AssetCache(PLACE, "one");
  await cache.store([A]);
  await cache.clear();
  assert.equal(await cache.get(A, text), "content of a");
});
