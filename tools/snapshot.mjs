// Starts the built runtime in headless Chromium, imports what pages use, and stores what is then in
// its memory as the difference from what the WebAssembly file puts there by itself:
//   node tools/snapshot.mjs RUNTIME PYTHON TARGET CHROMIUM
// js_shim/snapshot.ts reads it; its opening comment says how the file is laid out.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { dataSegments } from "./wasm.mjs";

const [runtime, python, target, executablePath] = process.argv.slice(2);
const PAGE = 4096;
/** Equal bytes between two ranges that are not worth a range of their own. */
const GAP = 24;
const HEAP_GAP = 128;
/** Above the break of before the snapshot: what another environment might make it use more. */
const MARGIN = 65_536;
const TYPES = { ".mjs": "text/javascript", ".wasm": "application/wasm", "": "text/html" };
const FLAGS = `--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync
  --disable-background-networking --disable-component-update --disable-dev-shm-usage`;

/** Gives the runtime's files, and keeps what the page posts. */
async function serve() {
  const posted = {};
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
    if (request.method === "POST") {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      posted[path.slice(1)] = Buffer.concat(chunks);
      response.end();
    } else if (path === "/") {
      response.end('<!doctype html><link rel="icon" href="data:,">');
    } else if (existsSync(join(runtime, path))) {
      response.end(readFileSync(join(runtime, path)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, posted, origin: `http://127.0.0.1:${server.address().port}/` };
}

/** In each page: the option of the lean core by which it is given the WebAssembly instance. */
function added() {
  globalThis.instantiateWasm = (ownImports) => (imports, received) => {
    (async () => {
      Object.assign(imports.env, await ownImports());
      const wasm = fetch("/pyodide.asm.wasm");
      const { instance, module } = await WebAssembly.instantiateStreaming(wasm, imports);
      received(instance, module);
    })();
    return {};
  };
}

/** In the page: the memory and the function table at the moment when a snapshot is restored. */
async function before() {
  const { createPyodideModule: create, loadPyodide } = await import("/pyodide.lean.mjs");
  let found;
  const createPyodideModule = async (settings) => {
    const module = await create(settings);
    await fetch("/before", { method: "POST", body: module.HEAPU8 });
    const { wasmTable: table, API } = module;
    const names = [];
    for (let i = 0; i < module.laidOut; i += 97) names.push(table.get(i)?.name ?? "");
    found = {
      build: API.config.BUILD_ID,
      table: table.length,
      named: module.laidOut,
      names: names.join(),
      break: module._sbrk(0),
      stackEnd: module._emscripten_stack_get_end(),
    };
    throw new Error("seen enough");
  };
  const options = { createPyodideModule, instantiateWasm, stdLibURL: Promise.resolve() };
  await loadPyodide({ ...options, _loadSnapshot: new Uint8Array(64) }).catch((error) => {
    if (!found) throw error;
  });
  return found;
}

/** In the page: takes the snapshot. */
async function take(source) {
  const { createPyodideModule, loadPyodide } = await import("/pyodide.lean.mjs");
  const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  const pyodide = await loadPyodide({
    _makeSnapshot: true,
    createPyodideModule,
    instantiateWasm,
    stdLibURL: bytes("/python_stdlib.zip"),
    stdout: console.log,
    stderr: console.error,
  });
  const [library] = pyodide.FS.readdir("/lib").filter((name) => name.endsWith(".zip"));
  pyodide.FS.writeFile("/lib/pyodide_browser.zip", await bytes("/pyodide_browser.zip"));
  const globals = pyodide.toPy({});
  pyodide.runPython(source, { globals });
  globals.destroy();
  pyodide.runPython("import gc; gc.collect()");
  const { wasmTable, HEAPU8, _emscripten_stack_get_current: stack } = pyodide._module;
  const { _malloc, _free, _sbrk } = pyodide._module;
  // What C has freed, too: asked for again, the largest pieces first, and filled with zeros.
  const pieces = [];
  for (let size = 1 << 18; size >= 32; size >>= 1) {
    for (let top = _sbrk(0); _sbrk(0) === top; ) {
      pieces.push(_malloc(size));
      HEAPU8.fill(0, pieces.at(-1), pieces.at(-1) + size);
    }
  }
  pieces.forEach(_free);
  const snapshot = pyodide.makeMemorySnapshot();
  await fetch("/snapshot", { method: "POST", body: snapshot });
  const zips = {
    "python_stdlib.zip": `/lib/${library}`,
    "pyodide_browser.zip": "/lib/pyodide_browser.zip",
  };
  return { table: wasmTable.length, heap: HEAPU8.length, stack: stack(), zips };
}

/** [offset, length] of all that has to be written over the memory of a fresh module, `old`. */
function changed(memory, old, image, dataEnd, unused) {
  const ranges = [];
  const add = (from, to, gap) => {
    const [start, length] = ranges.at(-1) ?? [0, 0];
    // Data and heap have checksums of their own.
    const together = length > 0 && start < dataEnd === from < dataEnd;
    if (together && from - (start + length) < gap) ranges.at(-1)[1] = to - start;
    else ranges.push([from, to - from]);
  };
  for (let i = 0; i < dataEnd; i++) {
    if (memory[i] !== image[i] || old[i] !== image[i]) add(i, i + 1, GAP);
  }
  for (let i = dataEnd; i < memory.length; i++) {
    if (i === unused.stackFrom) i = unused.stackTo;
    if (i < unused.heapFrom || memory[i] !== 0 || old[i] !== 0) {
      // The checksum counts pairs of words.
      add(i & ~7, (i & ~7) + 8, HEAP_GAP);
    }
  }
  return ranges;
}

/** As in js_shim/checksum.ts. */
function checksum(bytes) {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < words.length; i += 2) {
    even = Math.imul(even ^ words[i], 0x01000193);
    odd = Math.imul(odd ^ words[i + 1], 0x5bd1e995);
  }
  return [even, odd].map((sum) => (sum >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Pyodide's own layout: magic, where the memory starts, the length of the JSON, …, JSON, memory. */
function opened(snapshot) {
  const [, start, length] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 3);
  const state = JSON.parse(snapshot.subarray(48, 48 + length).toString());
  return { state, memory: Uint8Array.from(snapshot.subarray(start)) };
}

function packed(found, taken, posted) {
  const { state, memory } = opened(posted.snapshot);
  if (taken.table !== found.table) throw new Error("the table of functions has grown");
  if (memory.length !== posted.before.length) throw new Error("the memory has grown");
  const image = new Uint8Array(memory.length);
  let dataEnd = 0;
  for (const [offset, bytes] of dataSegments(readFileSync(join(runtime, "pyodide.asm.wasm")))) {
    image.set(bytes, offset);
    dataEnd = Math.max(dataEnd, offset + bytes.length);
  }
  dataEnd = Math.ceil(dataEnd / PAGE) * PAGE;
  // Below the stack pointer nothing is ever read.
  const unused = {
    stackFrom: found.stackEnd + PAGE,
    stackTo: taken.stack,
    heapFrom: found.break + MARGIN,
  };
  const ranges = changed(memory, posted.before, image, dataEnd, unused);
  const { build, table, named, names } = found;
  const parts = ranges.map(([offset, length]) => memory.subarray(offset, offset + length));
  const heap = ranges.findIndex(([offset]) => offset >= dataEnd);
  const sums = {
    dataSum: checksum(memory.subarray(0, dataEnd)),
    heapSum: checksum(Uint8Array.from(Buffer.concat(parts.slice(heap)))),
  };
  const zips = Object.fromEntries(
    Object.entries(taken.zips).map(([name, path]) => {
      const zip = Uint8Array.from(readFileSync(join(runtime, name)));
      return [name, { path, length: zip.length, sum: checksum(zip) }];
    }),
  );
  const described = { build, table, named, names, heap: memory.length, dataEnd, ...sums };
  const json = Buffer.from(JSON.stringify({ ...described, ranges, state, zips }));
  const text = Uint8Array.from(Buffer.concat([json, Buffer.alloc(-json.length & 3, " ")]));
  const start = Buffer.from(`PBS2\0\0\0\0${checksum(text)}`, "latin1");
  start.writeUInt32LE(text.length, 4);
  return Buffer.concat([start, text, ...parts]);
}

const { server, posted, origin } = await serve();
let browser;
try {
  browser = await chromium.launch({ executablePath, args: FLAGS.split(/\s+/) });
  const page = await browser.newPage();
  page.on("console", (message) => console.error(message.text().slice(0, 500)));
  await page.addInitScript(added);
  await page.goto(origin);
  const found = await page.evaluate(before);
  await page.goto(origin);
  const taken = await page.evaluate(take, readFileSync(python, "utf8"));
  writeFileSync(target, packed(found, taken, posted));
} catch (error) {
  console.error(String(error.message).slice(-4000));
  process.exitCode = 1;
} finally {
  await browser?.close();
  server.close();
}
