// Starts the built runtime in headless Chromium, imports the modules that pages use, and stores how
// its memory then differs from the initial memory of the WebAssembly file:
//   node tools/quickstart/snapshot.mjs RUNTIME LIBRARY PYTHON TARGET CHROMIUM
// LIBRARY is the folder of tools/quickstart/library.py. Prints the names of the imported modules.
// js_shim/quickstart/snapshot_file.ts describes and reads the file.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { importTypeScript } from "../typescript.mjs";
import { withClearingFree } from "./clearing.mjs";
import { isString } from "./packing.mjs";
import { changedRanges, formatSnapshot, initialMemory, STEP } from "./snapshot_file.mjs";
import { dataSegments, parse } from "./wasm.mjs";

const [runtime, library, python, target, executablePath] = process.argv.slice(2);
const WASM = "pyodide.asm.wasm";
const PAGE = 4096;
/** Bytes above the heap's end before the snapshot: another environment may use more. */
const MARGIN = 65_536;
const SHIM = new URL("../../js_shim/", import.meta.url);
const { checksum } = await importTypeScript(fileURLToPath(new URL("quickstart/checksum.ts", SHIM)));
const TYPES = { ".mjs": "text/javascript", ".wasm": "application/wasm", "": "text/html" };
const FLAGS = `--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync
  --disable-background-networking --disable-component-update --disable-dev-shm-usage`;

/** Without such a `free` the snapshot is larger. */
function clearingFree(wasm) {
  try {
    return withClearingFree(parse(wasm));
  } catch (error) {
    console.error(`snapshot.bin has remains of freed objects: ${error.message}`);
    return wasm;
  }
}

/** Serves the runtime's files; `posted` collects what the page posts. */
async function serve() {
  const posted = {};
  const wasm = clearingFree(readFileSync(join(runtime, WASM)));
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
    } else {
      const file = [library, runtime].map((folder) => join(folder, path)).find(existsSync);
      if (path === `/${WASM}`) response.end(wasm);
      else if (file) response.end(readFileSync(file));
      else response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, posted, origin: `http://127.0.0.1:${server.address().port}/` };
}

/** In each page: the option by which the patched Pyodide gets its WebAssembly instance. */
function addInstantiateWasm() {
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

/** In the page: the memory and the function table at the time when a snapshot is restored. */
async function before(step) {
  const { createPyodideModule: create, loadPyodide } = await import("/pyodide.patched.mjs");
  let found;
  const createPyodideModule = async (settings) => {
    const module = await create(settings);
    await fetch("/before", { method: "POST", body: module.HEAPU8 });
    const { wasmTable: table, API } = module;
    const names = [];
    for (let i = 0; i < module.laidOut; i += step) names.push(table.get(i)?.name ?? "");
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

/** In the page: takes the snapshot. `isString` is that of packing.mjs. */
async function take({ source, tables }) {
  const { createPyodideModule, loadPyodide } = await import("/pyodide.patched.mjs");
  const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  const ours = await bytes("/pyodide_browser.zip");
  const pyodide = await loadPyodide({
    _makeSnapshot: true,
    // Python imports sitecustomize before Pyodide's own modules. With one seed, builds resemble
    // each other; a random one would be in the file as well.
    env: { PYTHONPATH: "/lib/pyodide_browser.zip:/early", PYTHONHASHSEED: "1" },
    fsInit(FS) {
      FS.writeFile("/lib/pyodide_browser.zip", ours);
      FS.mkdir("/early");
      FS.writeFile("/early/sitecustomize.py", "from browser.page._late import install; install()");
    },
    createPyodideModule,
    instantiateWasm,
    stdLibURL: bytes("/python_stdlib.zip"),
    stdout: console.log,
    stderr: console.error,
  });
  const [stdlib] = pyodide.FS.readdir("/lib").filter((name) => /^python\d+\.zip$/.test(name));
  // `runPython` would import more than pages need.
  pyodide.FS.writeFile("/early/snapshot_imports.py", source);
  const zips = {
    "python_stdlib.zip": `/lib/${stdlib}`,
    "pyodide_browser.zip": "/lib/pyodide_browser.zip",
  };
  const main = pyodide.pyimport("snapshot_imports.main");
  const modules = main(JSON.stringify(zips), JSON.stringify(tables));
  main.destroy();
  const { wasmTable, HEAPU8, HEAPU32, _emscripten_stack_get_current: stack } = pyodide._module;
  // They come with the deferred WebAssembly file. Until then Python must not free them.
  const addresses = pyodide.FS.readFile("/early/addresses.json", { encoding: "utf8" });
  const { lineTables: objects, contentAt, immortal, member, strType } = JSON.parse(addresses);
  for (const [address] of objects) HEAPU32[address >> 2] = HEAPU32[immortal >> 2];
  const lineTables = objects.map(([address, length]) => [address + contentAt, length]);
  const { _malloc, _free, _sbrk } = pyodide._module;
  // Fills what C has freed with zeros: allocates it again, the largest pieces first.
  const pieces = [];
  for (let size = 1 << 18; size >= 32; size >>= 1) {
    for (let top = _sbrk(0); _sbrk(0) === top; ) {
      pieces.push(_malloc(size));
      HEAPU8.fill(0, pieces.at(-1), pieces.at(-1) + size);
    }
  }
  pieces.forEach(_free);
  const strings = [];
  for (let i = 0; i < HEAPU32.length; i++) {
    if (HEAPU32[i + 1] !== strType || !isString(HEAPU32, i, strType)) continue;
    const before = HEAPU32[i + 3];
    HEAPU32[i + 3] = -1;
    const hash = pyodide._module._PyObject_Hash(4 * i) >>> 0;
    HEAPU32[i + 3] = before;
    if (before === hash || before === 0xffffffff) strings.push([4 * i, hash]);
  }
  const snapshot = pyodide.makeMemorySnapshot();
  await fetch("/snapshot", { method: "POST", body: snapshot });
  const packing = { member, strType, strings };
  return { modules, lineTables, packing, table: wasmTable.length, stack: stack(), zips };
}

/** Pyodide's own format: magic, where the memory starts, the length of the JSON, …, JSON, memory. */
function readPyodideSnapshot(snapshot) {
  const [, start, length] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 3);
  const state = JSON.parse(snapshot.subarray(48, 48 + length).toString());
  return { state, memory: Uint8Array.from(snapshot.subarray(start)) };
}

function snapshotFile(found, taken, posted) {
  const { state, memory } = readPyodideSnapshot(posted.snapshot);
  if (taken.table !== found.table) throw new Error("the function table has grown");
  if (memory.length !== posted.before.length) throw new Error("the memory has grown");
  const segments = dataSegments(readFileSync(join(runtime, WASM)));
  const { image, dataEnd } = initialMemory(segments, memory.length);
  // Nothing reads below the stack pointer.
  const unused = {
    stackFrom: found.stackEnd + PAGE,
    stackTo: taken.stack,
    heapFrom: found.break + MARGIN,
  };
  const ranges = changedRanges(memory, posted.before, image, dataEnd, unused);
  const expected = (folder, name, path, sum) => {
    const content = readFileSync(join(folder, name));
    return { path, length: content.length, sum: sum ? checksum(content) : "" };
  };
  // The same Python may have compiled its standard library at another time.
  const zips = Object.fromEntries(
    Object.entries(taken.zips).map(([name, path]) => [
      name,
      expected(runtime, name, path, name === "pyodide_browser.zip"),
    ]),
  );
  const groups = Object.fromEntries(
    readdirSync(library)
      .filter((name) => /^library\..*\.bin$/.test(name))
      .map((name) => [name.split(".")[1], expected(library, name, `/lib/${name}`, true)]),
  );
  const { build, table, named, names } = found;
  const { lineTables, packing } = taken;
  const description = {
    build,
    table,
    named,
    names,
    dataEnd,
    state,
    zips,
    groups,
    lineTables,
    packing,
  };
  return formatSnapshot(description, memory, ranges, checksum, [[0, dataEnd]]);
}

let browser;
let server;
try {
  browser = await chromium.launch({ executablePath, args: FLAGS.split(/\s+/) }).catch(() => {
    throw new Error(`${executablePath} does not start`);
  });
  const served = await serve();
  const { posted, origin } = served;
  server = served.server;
  const page = await browser.newPage();
  page.on("console", (message) => console.error(message.text().slice(0, 500)));
  await page.addInitScript(addInstantiateWasm);
  await page.addInitScript(`globalThis.isString = ${isString}`);
  await page.goto(origin);
  const found = await page.evaluate(before, STEP);
  await page.goto(origin);
  const tables = JSON.parse(readFileSync(join(library, "tables.json")));
  const { modules, ...taken } = await page.evaluate(take, {
    source: readFileSync(python, "utf8"),
    tables,
  });
  writeFileSync(target, snapshotFile(found, taken, posted));
  console.log(modules);
} catch (error) {
  console.error(String(error.message).slice(-4000));
  process.exitCode = 1;
} finally {
  await browser?.close();
  server?.close();
}
