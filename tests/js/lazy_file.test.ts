/** js_shim/quickstart/lazy_file.ts: a file of Emscripten's file system that arrives later. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { checksum } from "../../js_shim/quickstart/checksum";
import { LazyFile } from "../../js_shim/quickstart/lazy_file";
import { bytes, fakeNetwork, type Network } from "./fakes";

const URL = "https://host/library.data.bin";
const CONTENT = Uint8Array.from({ length: 300 }, (_, i) => i & 255);
const EXPECTED = { path: "/lib/library.data.bin", length: 300, sum: checksum(CONTENT) };

class ErrnoError extends Error {
  constructor(readonly code: number) {
    super();
  }
}

interface Node {
  contents: Uint8Array;
  usedBytes: number;
  stream_ops: { read?: string; open?: () => void };
}

let network: Network;
let node: Node;
let blocked: number;

function lazyFile(sum = EXPECTED.sum): LazyFile {
  node = { contents: new Uint8Array(0), usedBytes: 0, stream_ops: { read: "as before" } };
  const made: string[] = [];
  const files = {
    mknod: (path: string) => void made.push(path),
    lookupPath: (path: string) => {
      assert.deepEqual(made, [path]);
      return { node };
    },
    ErrnoError,
  };
  return new LazyFile(files, URL, { ...EXPECTED, sum }, () => blocked++);
}

beforeEach(() => {
  network = fakeNetwork({ [URL]: CONTENT });
  blocked = 0;
});

test("it has its size before it is loaded, and requests nothing", () => {
  lazyFile();
  assert.equal(node.usedBytes, 300);
  assert.equal(node.stream_ops.read, "as before");
  assert.deepEqual(network.requests, []);
});

test("bytes that have arrived are its content, without a request", () => {
  lazyFile().put(CONTENT);
  node.stream_ops.open?.();
  assert.deepEqual(node.contents, CONTENT);
  assert.deepEqual(network.requests, []);
});

test("opening it earlier loads it with a blocking request, once", () => {
  const file = lazyFile();
  node.stream_ops.open?.();
  node.stream_ops.open?.();
  assert.deepEqual(node.contents, CONTENT);
  assert.deepEqual(network.requests, [`xhr ${URL}`]);
  assert.equal(blocked, 1);
  file.put(bytes("too late"));
  assert.deepEqual(node.contents, CONTENT);
});

test("bytes of another build are refused", () => {
  const file = lazyFile();
  assert.throws(() => file.put(bytes("another")), /belongs to another build/);
  assert.throws(() => file.put(CONTENT.map((byte) => byte ^ 1)), /belongs to another build/);
  file.put(CONTENT);
  assert.deepEqual(node.contents, CONTENT);
});

test("a file without a checksum may be another one", () => {
  lazyFile("").put(bytes("another"));
  assert.equal(node.usedBytes, 7);
});

for (const [what, content] of [
  ["cannot be reached", undefined],
  ["is missing", 404],
  ["is of another build", bytes("another")],
] as const) {
  test(`Python gets an error when the file ${what}, and may try again`, () => {
    if (content === undefined) network.files.delete(URL);
    else network.files.set(URL, content);
    lazyFile();
    assert.throws(
      () => node.stream_ops.open?.(),
      (error: ErrnoError) => error.code === 29,
    );
    network.files.set(URL, CONTENT);
    node.stream_ops.open?.();
    assert.deepEqual(node.contents, CONTENT);
  });
}
