/** js_shim/quickstart/library.ts: groups of modules are loaded when a script needs them. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { AssetCache } from "../../js_shim/quickstart/asset_cache";
import { checksum } from "../../js_shim/quickstart/checksum";
import type { ExpectedFile, FileSystem } from "../../js_shim/quickstart/lazy_file";
import { Library, need, needPackageLoader, open } from "../../js_shim/quickstart/library";
import { bytes, deferred, fakeCaches, fakeNetwork, type Network } from "./fakes";

const GROUPS = { asyncio: "asyncio", data: "csv random" };
const CONTENTS: Record<string, Uint8Array> = { asyncio: bytes("async code"), data: bytes("data") };
const URLS = {
  asyncio: "https://host/library.asyncio.bin?1",
  data: "https://host/library.data.bin?1",
};

let network: Network;
let nodes: Map<string, { contents: Uint8Array; usedBytes: number; stream_ops: object }>;

const library = () =>
  new Library((name) => `https://host/${name}?1`, new AssetCache("https://host/", "1"), GROUPS);

function expected(): Record<string, ExpectedFile> {
  const file = (group: string, content: Uint8Array) =>
    [group, { path: `/lib/${group}`, length: content.length, sum: checksum(content) }] as const;
  return Object.fromEntries(Object.entries(CONTENTS).map((entry) => file(...entry)));
}

function fileSystem(): FileSystem {
  nodes = new Map();
  return {
    mknod: (path) => {
      nodes.set(path, { contents: new Uint8Array(0), usedBytes: 0, stream_ops: {} });
    },
    lookupPath: (path) => ({ node: nodes.get(path) as never }),
    ErrnoError: class extends Error {} as never,
  };
}

/** As Python does. */
function openFile(group: string): void {
  const { stream_ops } = nodes.get(`/lib/${group}`) as { stream_ops: object };
  (stream_ops as { open(): void }).open();
}

const content = (group: string) => nodes.get(`/lib/${group}`)?.contents;

beforeEach(() => {
  network = fakeNetwork({ [URLS.asyncio]: bytes("async code"), [URLS.data]: bytes("data") });
  fakeCaches();
});

test("what a script needs before Python has started is there when it starts", async () => {
  const groups = library();
  await groups.need("import csv, random");
  groups.attach(fileSystem(), expected());
  await groups.need("import csv");
  assert.deepEqual(content("data"), CONTENTS.data);
  assert.deepEqual(network.requests, [`fetch ${URLS.data}`]);
});

test("what a script needs later is loaded once", async () => {
  const groups = library();
  groups.attach(fileSystem(), expected());
  await Promise.all([groups.need("import asyncio"), groups.need("from asyncio import sleep")]);
  assert.deepEqual(content("asyncio"), CONTENTS.asyncio);
  assert.deepEqual(network.requests, [`fetch ${URLS.asyncio}`]);
});

test("all groups are loaded, those that are there not again", async () => {
  const groups = library();
  groups.attach(fileSystem(), expected());
  await groups.need("import csv");
  await groups.loadAll();
  assert.deepEqual(content("asyncio"), CONTENTS.asyncio);
  assert.deepEqual(network.requests, [`fetch ${URLS.data}`, `fetch ${URLS.asyncio}`]);
});

test("a group that fails or is of another build is asked for again", async () => {
  const groups = library();
  groups.attach(fileSystem(), expected());
  network.files.set(URLS.data, 404);
  await groups.need("import csv");
  network.files.set(URLS.data, bytes("another build"));
  await groups.need("import csv");
  assert.deepEqual(content("data"), new Uint8Array(0));
  network.files.set(URLS.data, bytes("data"));
  await groups.need("import csv");
  assert.deepEqual(content("data"), CONTENTS.data);
});

test("a group that arrives after the start of Python is there without another call", async () => {
  const groups = library();
  const { promise, resolve } = deferred<void>();
  network.gate = promise;
  const arrived = groups.need("import csv");
  groups.attach(fileSystem(), expected());
  assert.deepEqual(content("data"), new Uint8Array(0));
  resolve();
  await arrived;
  assert.deepEqual(content("data"), CONTENTS.data);
  assert.deepEqual(network.requests, [`fetch ${URLS.data}`]);
});

test("a group that fails is requested twice, the second time from the server", async () => {
  const groups = library();
  network.files.set(URLS.data, 404);
  await groups.need("import csv");
  assert.deepEqual(network.requests, [`fetch ${URLS.data}`, `fetch ${URLS.data} no-cache`]);
});

test("a group of another build in the cache comes from the server at once", async () => {
  network.files.set(URLS.data, bytes("another build"));
  await new AssetCache("https://host/", "1").store([URLS.data]);
  network.files.set(URLS.data, bytes("data"));
  const groups = library();
  groups.attach(fileSystem(), expected());
  await groups.need("import csv");
  assert.deepEqual(content("data"), CONTENTS.data);
});

test("a file that Python opens while it arrives is requested anew, without the first request", async () => {
  const groups = library();
  groups.attach(fileSystem(), expected());
  const { promise, resolve } = deferred<void>();
  network.gate = promise;
  const arrived = groups.need("import csv");
  await new Promise(setImmediate);
  openFile("data");
  const { data } = URLS;
  assert.deepEqual(network.requests, [`fetch ${data}`, `abort ${data}`, `xhr ${data}`]);
  assert.deepEqual(content("data"), CONTENTS.data);
  resolve();
  await arrived;
});

test("a file that Python opens before it was requested is loaded", () => {
  library().attach(fileSystem(), expected());
  openFile("data");
  assert.deepEqual(content("data"), CONTENTS.data);
});

test("the page's library loads what scripts import, and the package loader's group", async () => {
  await need("import csv");
  needPackageLoader();
  assert.deepEqual(network.requests, []);
  const url = "https://host/library.files.bin?1";
  const groups = { ...GROUPS, files: "shutil" };
  open(
    new Library((name) => `https://host/${name}?1`, new AssetCache("https://host/", "1"), groups),
  );
  await need("import csv");
  needPackageLoader();
  await new Promise(setImmediate);
  assert.deepEqual(network.requests.slice(0, 2), [`fetch ${URLS.data}`, `fetch ${url}`]);
});

test("it names the files that the next visit needs", () => {
  assert.deepEqual(library().urls, Object.values(URLS));
});
