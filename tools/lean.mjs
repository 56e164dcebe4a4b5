// Makes pyodide.lean.mjs of npm's pyodide.mjs and pyodide.asm.mjs: one file, which spares at each
// start what can be done once, here:
//   node tools/lean.mjs PYODIDE TARGET
// Exits with 3 where this Pyodide is not the one that PATCHES were written for.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const [pyodide, target] = process.argv.slice(2).map((path) => resolve(path));
const LOADER = "pyodide.mjs";
const CORE = "pyodide.asm.mjs";
const NOT_MADE_FOR_IT = 3;

/** [file, text, text instead]; each occurs once, and all are needed. */
const PATCHES = [
  // The page script has the module compiled while this file is still on its way.
  [LOADER, "instantiateWasm:Ie(e.indexURL)", "instantiateWasm:e.instantiateWasm(K)"],
  // `stdLibURL` is what lies in the zip, not where: the first statement need not wait for it.
  [LOADER, "let t=j(e);return async", "let t=e;return async"],
  [LOADER, "let r=await t;n.FS.writeFile(", "let r=await t;r&&n.FS.writeFile("],
  // A Python from a snapshot has imported that, and need not compile source to get at modules.
  [
    CORE,
    'let[r,n]=API.rawRun("import _pyodide_core");',
    'let[r,n]=t?[0]:API.rawRun("import _pyodide_core");',
  ],
  [
    CORE,
    'API._pyodide._base.eval_code("{}")',
    'API._pyodide._base.pyimport_impl("builtins.dict")()',
  ],
  [
    CORE,
    'API.runPythonInternal("import importlib; importlib")',
    'API._pyodide._base.pyimport_impl("importlib")',
  ],
  [
    CORE,
    'API.runPythonInternal("import __main__; __main__.__dict__")',
    'API._pyodide._base.pyimport_impl("__main__.__dict__")',
  ],
  [
    CORE,
    'API.runPythonInternal("import builtins; builtins.__dict__")',
    'API._pyodide._base.pyimport_impl("builtins.__dict__")',
  ],
  // For Node, which may sleep. In Chromium shared memory means a warning with the stack, for which
  // V8 parses all functions on it anew: 40 ms.
  [
    CORE,
    "new Int32Array(new WebAssembly.Memory({shared:!0,initial:1,maximum:1}).buffer)",
    "new Int32Array(1)",
  ],
  // V8 parses a function anew at the first `throw` in it, and all of the core is one function.
  [
    CORE,
    "try{var node=FS.lookupNode(dir,name);return 20}catch(e){}",
    "if(dir.node_ops===MEMFS.ops_table?.dir.node){if(Object.hasOwn(dir.contents,name))return 20}else $&",
  ],
  [
    CORE,
    "try{FS.mkdir(d,mode)}catch(e)",
    "if(FS.mayCreate(FS.lookupPath(d,{parent:true}).node,PATH.basename(d))!==20)$&",
  ],
  // Only `loadPackage` needs the lock file, and waits for it (below).
  [LOADER, "await n.packageIndexReady,", ""],
  [
    CORE,
    "pe=t.loadPackage.bind(t)",
    "pe=async(...e)=>(await API.lockFilePromise,t.loadPackage(...e))",
  ],
  [
    CORE,
    "static async loadPackagesFromImports(e,r={checkIntegrity:!0}){",
    "static async loadPackagesFromImports(e,r={checkIntegrity:!0}){await API.lockFilePromise;",
  ],
  // 8 800 names, which only the dynamic linker looks up.
  [CORE, 'mergeLibSymbols(wasmExports,"main");', "unmerged=wasmExports;"],
  [CORE, "var resolveGlobalSymbol=(symName,direct=false)=>{", "$&merge();"],
  [CORE, "var loadWebAssemblyModule=(binary,flags,libName,localScope,handle)=>{", "$&merge();"],
  [CORE, "function __dlsym_js(handle,symbol,symbolIndex){", "$&merge();"],
  // Emscripten compares all of the 8 800 exports with all of the table of functions, and compiles
  // a WebAssembly module for each JavaScript function. All that always ends in the same layout.
  [CORE, "updateGOT(origExports);", "layOut(origExports);"],
  // This function is surely new: it need not be looked for in the whole table.
  [
    CORE,
    "return addFunction(trampolineInstance.exports.trampoline_call)",
    "const slot=getEmptyTableSlot();setWasmTableEntry(slot,trampolineInstance.exports.trampoline_call);return slot",
  ],
  // 8 800 properties are copied for the sake of 20 others.
  [CORE, "wasmExports=Object.assign({},wasmExports);", "wasmExports=inherited(wasmExports);"],
  // Functions of binary modules may name exports that `trimmed` leaves out.
  [CORE, "ASM_CONSTS[start]=eval(func)", "ASM_CONSTS[start]=eval(withExports(func))"],
  [CORE, "moduleExports[name]=eval(func)", "moduleExports[name]=eval(withExports(func))"],
  [CORE, "async function createWasm(){", "@ADDED@$&"],
];

const ADDED = `
let unmerged;
function merge() {
  const exports = unmerged;
  unmerged = undefined;
  if (exports) mergeLibSymbols(exports, "main");
}
function inherited(exports) {
  Object.setPrototypeOf(Module, new Proxy(Object.prototype, {
    get(target, name, receiver) {
      const value = typeof name === "string" && name[0] === "_" ? exports[name.slice(1)] : undefined;
      if (value === undefined) return Reflect.get(target, name, receiver);
      return value instanceof WebAssembly.Global ? value.value >>> 0 : value;
    }
  }));
  const own = @CONVERTED@.map((name) => [name, { value: exports[name], writable: true }]);
  return Object.create(exports, Object.fromEntries(own));
}
function withExports(code) {
  const names = new Set(code.match(/\\b_\\w+/g));
  const left = [...names].filter((name) => !Object.hasOwn(Module, name) && Module[name] !== undefined);
  const given = left.map((name) => "const " + name + "=Module." + name + ";");
  return "(()=>{" + given.join("") + "return " + code + "})()";
}
function layOut(exports) {
  const { got, slots, names, wrapper } = @LAYOUT@;
  const bytes = Uint8Array.from(atob(wrapper), (char) => char.charCodeAt(0));
  const functions = names.map((name) => wasmImports[name]);
  const wrapped = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e: functions }).exports;
  for (const name in GOT) {
    if (!(name in got)) throw new Error("unexpected symbol " + name);
    GOT[name].value = got[name];
  }
  const first = Module.laidOut = wasmTable.grow(slots.length);
  slots.forEach((name, i) => {
    wasmTable.set(first + i, typeof name === "number" ? wrapped[name] : exports[name]);
  });
}
`;

/** Only exports that this JavaScript uses become variables and properties of `Module`, the others
 * when they are asked for: a third of the file assigns 4 900 of them. */
function trimmed(core) {
  const from = core.indexOf("function assignWasmExports(");
  const to = core.indexOf("var wasmImports=", from);
  const declared = core.lastIndexOf("var ", from);
  const body = core.slice(from, to);
  const declaration = core.slice(declared, from);
  if (from < 0 || to < 0 || !/^var [\w$,]+;$/.test(declaration)) {
    throw new OtherPyodide("assigns the exports in another way");
  }
  const rest = core.slice(0, declared) + core.slice(to);
  const used = new Set(rest.match(/[\w$]+/g));
  const dropped = new Set();
  const one = /([\w$]+)=Module\["([\w$]+)"\]=wasmExports\["[\w$]+"\](?:\.value>>>0)?;/g;
  const shorter = body.replace(one, (all, variable, property) => {
    if (used.has(variable) || used.has(property)) return all;
    dropped.add(variable);
    return "";
  });
  const names = declaration
    .slice(4, -1)
    .split(",")
    .filter((name) => !dropped.has(name));
  return `${core.slice(0, declared)}var ${names};${shorter}${core.slice(to)}`;
}

/** The exports that Emscripten wraps. */
function converted(core) {
  const names = [...core.matchAll(/wasmExports\["(\w+)"\]=makeWrapper/g)].map(([, name]) => name);
  return JSON.stringify([...new Set(names)]);
}

/** What Emscripten makes of the table and of the GOT, when it gives slots to exports only where
 * the main module points to them: with all of them WebKit orders the table differently. */
async function layout(folder) {
  const once = ([file, text, other]) => patched(source(file), text, other);
  const path = join(folder, "layout.mjs");
  const imported = "Object.fromEntries(Object.entries(origExports).filter(([name])=>name in GOT))";
  const probe = `(Module.firstSlot=wasmTable.length,Module.found=origExports,updateGOT(${imported}));`;
  const asked = once([CORE, "updateGOT(origExports);", probe]);
  const end = 'Module["GOT"]=GOT;';
  writeFileSync(path, patched(asked, end, `${end}Module.symbol=n=>wasmImports[n];`));
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
  const names = [];
  const slots = [];
  for (const [name, slot] of Object.entries(got)) {
    const at = slot - found.firstSlot;
    if (typeof (found.found[name] ?? found.symbol(name)) !== "function" || at < 0) continue;
    if (slots[at] !== undefined) continue;
    slots[at] = name in found.found ? name : names.push(name) - 1;
  }
  if (found.wasmTable.length !== found.firstSlot + slots.length || slots.includes(undefined)) {
    throw new Error("the table of functions has slots of an unknown kind");
  }
  const wrapper = wrapping(names.map((name) => found.symbol(name).sig)).toString("base64");
  return { got, slots, names, wrapper };
}

/** A WebAssembly module that imports e.0, e.1, …, of these signatures, and exports the same. */
function wrapping(signatures) {
  const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
  const list = (items) => [...leb(items.length), ...items.flat()];
  const section = (id, items) => {
    const content = list(items);
    return [id, ...leb(content.length), ...content];
  };
  const code = { i: 0x7f, p: 0x7f, j: 0x7e, f: 0x7d, d: 0x7c, e: 0x6f };
  const text = (chars) => list([...Buffer.from(chars)]);
  const types = [...new Set(signatures)];
  const type = ([result, ...parameters]) => [
    0x60,
    ...list(parameters.map((letter) => code[letter])),
    ...list(result === "v" ? [] : [code[result]]),
  ];
  const imports = (sig, i) => [...text("e"), ...text(String(i)), 0, ...leb(types.indexOf(sig))];
  const exports = (_, i) => [...text(String(i)), 0, ...leb(i)];
  return Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types.map(type)),
    ...section(2, signatures.map(imports)),
    ...section(7, signatures.map(exports)),
  ]);
}

function source(file) {
  return readFileSync(join(pyodide, file), "utf8");
}

class OtherPyodide extends Error {}

function patched(content, text, other) {
  const parts = content.split(text);
  if (parts.length !== 2) throw new OtherPyodide(`has ${parts.length - 1} times: ${text}`);
  return parts.join(other.replace("$&", () => text));
}

/** In parentheses V8 compiles a function at once, instead of parsing it twice. */
function eager(bundle) {
  const start = /async function (\w+)\(moduleArg=\{\}\)\{/g;
  const end = /(?<=,moduleRtn\})(?=var )/g;
  if (bundle.match(start)?.length !== 1 || bundle.match(end)?.length !== 1) {
    throw new OtherPyodide("begins or ends in another way");
  }
  return bundle.replace(start, "const $1=(async function(moduleArg={}){").replace(end, ");");
}

async function main() {
  const folder = `${target}.parts`;
  mkdirSync(folder, { recursive: true });
  try {
    const files = { [LOADER]: source(LOADER), [CORE]: source(CORE) };
    for (const [file, text, other] of PATCHES) files[file] = patched(files[file], text, other);
    const added = patched(ADDED, "@LAYOUT@", JSON.stringify(await layout(folder)));
    const names = converted(files[CORE]);
    files[CORE] = trimmed(patched(files[CORE], "@ADDED@", patched(added, "@CONVERTED@", names)));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    const entry = `export { default as createPyodideModule } from "./${CORE}";
      export { loadPyodide } from "./${LOADER}";`;
    const { outputFiles } = buildSync({
      write: false,
      stdin: { contents: entry, resolveDir: folder },
      outfile: target,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      charset: "utf8",
      external: ["node:*", "ws"],
      logLevel: "error",
    });
    writeFileSync(target, eager(outputFiles[0].text));
  } catch (error) {
    if (!(error instanceof OtherPyodide)) throw error;
    console.log(`pyodide.lean.mjs: NOT BUILT, pages start more slowly: Pyodide ${error.message}`);
    process.exitCode = NOT_MADE_FOR_IT;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main();
