// Makes pyodide.patched.mjs from npm's pyodide.mjs and pyodide.asm.mjs: one file that starts faster,
// and pyodide.deferred.mjs, with what only binary modules need. It does at build time what each
// start would do again:
//   node tools/quickstart/patch.mjs PYODIDE TARGET DEFERRED
// If this Pyodide is not the one that patches.mjs was written for, it prints why and exits with 1.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync, transformSync } from "esbuild";
import { shimSource } from "../typescript.mjs";
import { divideCore } from "./core.mjs";
import { applyPatches, withoutUnusedExports, wrappedExports, wrapperModule } from "./patcher.mjs";
import { ADDED, CORE, LOADER, PATCHES, PROBE } from "./patches.mjs";

const [pyodide, target, deferredTarget] = process.argv.slice(2).map((path) => resolve(path));
/** The main WebAssembly file never calls these: it only tells binary modules their addresses. */
const OPENGL = /^emscripten_gl/;
const OPTIONS = { minify: true, format: "esm", target: "es2022", charset: "utf8" };

/**
 * The layout of the function table and of the GOT as Emscripten makes it, if it gives slots to
 * those exports only that the main module points to. With all exports WebKit orders the table
 * differently. That of OpenGL comes with the deferred core.
 */
async function tableLayout(folder, probe) {
  const path = join(folder, "layout.mjs");
  writeFileSync(path, probe);
  const { loadPyodide } = await import(pathToFileURL(join(pyodide, LOADER)).href);
  const { default: create } = await import(pathToFileURL(path).href);
  let found;
  const createPyodideModule = async (settings) => {
    found = await create(settings);
    throw new Error("seen enough");
  };
  const options = { indexURL: pyodide, _loadSnapshot: new Uint8Array(64), createPyodideModule };
  await loadPyodide(options).catch((error) => {
    if (!found) throw error;
  });
  const got = Object.fromEntries(Object.entries(found.GOT).map(([n, { value }]) => [n, value]));
  const slots = [];
  for (const [name, slot] of Object.entries(got)) {
    const at = slot - found.firstSlot;
    const isExport = name in found.found;
    if (at >= 0 && !isExport && typeof found.symbol(name) === "function") slots[at] ??= name;
  }
  if (found.wasmTable.length !== found.firstSlot + slots.length || slots.includes(undefined)) {
    throw new Error("the function table of this Pyodide has slots of an unknown kind");
  }
  const part = (belongs) => {
    const functions = slots.map((name, at) => [name, at]).filter(([name]) => belongs(name));
    const signatures = functions.map(([name]) => found.symbol(name).sig);
    return {
      got: Object.fromEntries(Object.entries(got).filter(([name]) => belongs(name))),
      functions: Object.fromEntries(functions),
      wrapper: wrapperModule(signatures).toString("base64"),
    };
  };
  return {
    SYMBOLS: Object.keys(got).length,
    SLOTS: slots.length,
    LAYOUT: part((name) => !OPENGL.test(name)),
    OPENGL: part((name) => OPENGL.test(name)),
  };
}

function source(file) {
  return readFileSync(join(pyodide, file), "utf8");
}

async function patchedFiles(folder) {
  const sources = { [LOADER]: source(LOADER), [CORE]: source(CORE) };
  const [files, probe] = applyPatches(sources, PATCHES, PROBE);
  const layout = await tableLayout(folder, probe[CORE]);
  const values = { ...layout, WRAPPED: wrappedExports(files[CORE]) };
  const added = ADDED.replace(/@(\w+)@/g, (_, name) => JSON.stringify(values[name]));
  const whole = withoutUnusedExports(files[CORE].replace("@ADDED@", () => added));
  const imported = new Set([...importedFunctions(), ...Object.keys(layout.LAYOUT.functions)]);
  const others = `${files[LOADER]} ${shimSource()}`.match(/[\w$]+/g);
  const { core, deferred } = divideCore(whole, imported, others);
  return { files: { ...files, [CORE]: core }, deferred };
}

/** The names of the functions that the WebAssembly file imports. */
function importedFunctions() {
  const wasm = new WebAssembly.Module(readFileSync(join(pyodide, "pyodide.asm.wasm")));
  return WebAssembly.Module.imports(wasm).flatMap(({ kind, name }) =>
    kind === "function" ? [name] : [],
  );
}

function bundle(folder) {
  const entry = `export { default as createPyodideModule } from "./${CORE}";
    export { loadPyodide } from "./${LOADER}";`;
  const { outputFiles } = buildSync({
    write: false,
    stdin: { contents: entry, resolveDir: folder },
    outfile: target,
    bundle: true,
    ...OPTIONS,
    external: ["node:*", "ws"],
    logLevel: "error",
  });
  return outputFiles[0].text;
}

/** Gives the file an id of its own as Pyodide's BUILD_ID: a snapshot is for one such file only. */
function withId(text, id) {
  const parts = text.split(/(?<=BUILD_ID:")[^"]*(?=")/);
  if (parts.length !== 2) throw new Error(`BUILD_ID: ${parts.length - 1} matches instead of 1`);
  return parts.join(id);
}

const folder = `${target}.parts`;
mkdirSync(folder, { recursive: true });
try {
  const { files, deferred } = await patchedFiles(folder);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  const core = bundle(folder);
  const id = createHash("sha256").update(core).digest("hex");
  writeFileSync(target, withId(core, id));
  const { code } = transformSync(`${deferred};export const build="${id}"`, OPTIONS);
  writeFileSync(deferredTarget, code);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
