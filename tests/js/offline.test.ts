/** js_shim/offline/: which files the service worker stores, and which requests it responds to. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, test } from "node:test";
import { pathOf } from "../../js_shim/offline/paths";
import { StoredSite } from "../../js_shim/offline/stored_site";
import { bytes, fakeCaches, fakeNetwork, type Network, type Stored } from "./fakes";

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

const textOf = async (files: StoredSite, path: string) => (await files.get(path)).text();

test("install stores the first files, and those stay when the network is gone", async () => {
  const files = new StoredSite(site("a", "b"), SCOPE);
  await files.install();
  assert.deepEqual(network.requests, [`fetch ${A} no-cache`]);
  network.files.clear();
  assert.equal(await textOf(files, "a.html"), "a");
  await assert.rejects(files.get("b.bin"), TypeError);
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
