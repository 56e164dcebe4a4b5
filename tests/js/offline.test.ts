/** js_shim/offline/: which files the service worker stores, and which requests it responds to. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, type TestContext, test } from "node:test";
import { pathOf } from "../../js_shim/offline/paths";
import { StoredSite } from "../../js_shim/offline/stored_site";
import { bytes, deferred, fakeCaches, fakeNetwork, type Network, type Stored } from "./fakes";

const SCOPE = "https://host/site/";
const A = `${SCOPE}a.html`;
const B = `${SCOPE}b.bin`;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const site = (a: string, b: string) => ({
  first: { "a.html": sha256(a) },
  later: { "b.bin": sha256(b) },
});

let network: Network;
let stored: Stored;

beforeEach(() => {
  network = fakeNetwork({ [A]: bytes("a"), [B]: bytes("b") });
  stored = fakeCaches();
});

/** Gets a file, and waits until it is stored. */
async function textOf(files: StoredSite, path: string): Promise<string> {
  const storing: Promise<void>[] = [];
  const response = await files.get(path, (stored) => storing.push(stored));
  await Promise.all(storing);
  return response.text();
}

test("install stores the first files, and those stay when the network is gone", async () => {
  const files = new StoredSite(site("a", "b"), SCOPE);
  await files.install();
  assert.deepEqual(network.requests, [`fetch ${A} no-cache`]);
  network.files.clear();
  assert.equal(await textOf(files, "a.html"), "a");
  await assert.rejects(textOf(files, "b.bin"), TypeError);
});

test("another file is stored when a page loads it", async () => {
  const files = new StoredSite(site("a", "b"), SCOPE);
  assert.equal(await textOf(files, "b.bin"), "b");
  network.files.clear();
  assert.equal(await textOf(files, "b.bin"), "b");
});

test("files of another build are not stored", async () => {
  const files = new StoredSite(site("old a", "b"), SCOPE);
  await assert.rejects(files.install(), /GET .*a\.html: of another build: upload all files/);
  network.files.set(A, 404);
  await assert.rejects(files.install(), /GET .*a\.html: HTTP status 404/);
});

test("an unchanged file is not requested again, and the earlier build is deleted", async () => {
  await new StoredSite(site("a", "b"), SCOPE).install();
  await new StoredSite(site("a", "b"), "https://host/other/").activate();
  const next = new StoredSite(site("a", "new b"), SCOPE);
  network.requests.length = 0;
  await next.install();
  assert.deepEqual(network.requests, []);
  assert.equal(stored.size, 2);
  await next.activate();
  assert.equal(stored.size, 1);
  assert.equal(await textOf(next, "a.html"), "a");
  await new StoredSite(null, SCOPE).activate();
  assert.equal(stored.size, 0);
});

test("a file in the page's own cache is not requested again if it is of this build", async () => {
  stored.set("own", new Map([[`${B}?1`, new Response("b")]]));
  const files = new StoredSite(site("a", "b"), SCOPE);
  assert.equal(await textOf(files, "b.bin"), "b");
  assert.deepEqual(network.requests, []);
  stored.set("own", new Map([[`${A}?1`, new Response("an old a")]]));
  assert.equal(await textOf(files, "a.html"), "a");
});

for (const method of ["open", "match"] as const) {
  test(`after two seconds a file comes from the server if ${method} never answers`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    Object.assign(caches, { [method]: () => new Promise(() => {}) });
    const got = new StoredSite(site("a", "b"), SCOPE).get("a.html", () => {});
    await passed(t, 2_000);
    assert.equal(await (await got).text(), "a");
  });
}

test("without a network a slow cache is waited for, for ten seconds more", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  network.files.clear();
  const found = deferred<Response>();
  Object.assign(caches, { match: () => found.promise });
  const files = new StoredSite(site("a", "b"), SCOPE);
  const got = files.get("a.html", () => {});
  await passed(t, 2_000);
  found.resolve(new Response("late"));
  assert.equal(await (await got).text(), "late");

  Object.assign(caches, { open: () => new Promise(() => {}) });
  const never = files.get("a.html", () => {});
  never.catch(() => {});
  await passed(t, 2_000);
  await passed(t, 10_000);
  await assert.rejects(never, TypeError);
});

test("a slow cache is quicker than a server that never answers", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  network.gate = new Promise(() => {});
  const found = deferred<Response>();
  Object.assign(caches, { match: () => found.promise });
  const got = new StoredSite(site("a", "b"), SCOPE).get("a.html", () => {});
  await passed(t, 2_000);
  found.resolve(new Response("late"));
  assert.equal(await (await got).text(), "late");
});

test("a worker becomes active if Cache Storage never answers or throws", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  Object.assign(caches, { keys: () => new Promise(() => {}) });
  const active = new StoredSite(null, SCOPE).activate();
  await passed(t, 2_000);
  await active;
  Object.assign(caches, { keys: () => Promise.reject(new DOMException("damaged")) });
  await new StoredSite(null, SCOPE).activate();
});

test("files that cannot be stored come from the server", async () => {
  Object.assign(caches, { open: () => Promise.reject(new DOMException("damaged")) });
  assert.equal(await textOf(new StoredSite(site("a", "b"), SCOPE), "a.html"), "a");
});

/** Lets the clock go on when all that waits for no timer has happened. */
async function passed(t: TestContext, milliseconds: number): Promise<void> {
  await new Promise(setImmediate);
  t.mock.timers.tick(milliseconds);
  await new Promise(setImmediate);
}

const FILES = { "index.html": "1", "page.html": "2", "é/index.html": "3", "a.bin": "4" };
const request = (path: string, more = {}) => ({
  method: "GET",
  url: new URL(path, SCOPE).href,
  mode: "cors",
  headers: new Headers(),
  ...more,
});

for (const [asked, expected] of [
  [request("a.bin?x#y"), "a.bin"],
  [request("", { mode: "navigate" }), "index.html"],
  [request("?q", { mode: "navigate" }), "index.html"],
  [request("é/", { mode: "navigate" }), "é/index.html"],
  [request("page", { mode: "navigate" }), "page.html"],
  [request("page"), undefined],
  [request("api/items"), undefined],
  [request("../a.bin"), undefined],
  [request("https://other/site/a.bin"), undefined],
  [request("a.bin", { method: "POST" }), undefined],
  [request("a.bin", { headers: new Headers({ Range: "bytes=0-" }) }), undefined],
  [request("toString"), undefined],
  [request("%E0%A4%A"), undefined],
] as const) {
  test(`the file for ${asked.method} ${asked.url} (${asked.mode})`, () => {
    assert.equal(pathOf(asked, SCOPE, FILES), expected);
  });
}
