// What tools/quickstart/patch.mjs changes in npm's Pyodide: work that each start would do again.
import { unpack } from "./packing.mjs";

export const LOADER = "pyodide.mjs";
export const CORE = "pyodide.asm.mjs";

/**
 * [file, text, replacement]; each text occurs once, and all patches are needed. `$name` in a text
 * matches an identifier, in a replacement it is that identifier; `$&` is what the text matched. A
 * further text is not replaced: the replacement takes names from it.
 */
export const PATCHES = [
  // The page script compiles the WebAssembly file while this file is still loading.
  [
    LOADER,
    "instantiateWasm:$makeInstantiate($options.indexURL)",
    "instantiateWasm:$options.instantiateWasm($ownImports)",
    '"pyodide.asm.wasm"),$promise=$ownImports();',
  ],
  // `stdLibURL` is the content of the zip, not its URL: the first statement does not wait for it.
  [LOADER, "let $zip=$fetch($url);return async", "let $zip=$url;return async"],
  [
    LOADER,
    "let $content=await $zip;$module.FS.writeFile(",
    "let $content=await $zip;$content&&$module.FS.writeFile(",
  ],
  // A Python from a snapshot has imported this, and gets modules without compiling source.
  [
    CORE,
    'let[$failed,$output]=API.rawRun("import _pyodide_core");',
    'let[$failed,$output]=$snapshot?[0]:API.rawRun("import _pyodide_core");',
    "API.finalizeBootstrap=function($snapshot,$deserializer){",
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
  // Only Node sleeps on it. In Chromium shared memory causes a warning with a stack trace, for
  // which V8 parses all functions in the trace again: 40 ms.
  [
    CORE,
    "new Int32Array(new WebAssembly.Memory({shared:!0,initial:1,maximum:1}).buffer)",
    "new Int32Array(1)",
  ],
  // V8 parses a function again at its first `throw`, and the whole core is one function.
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
  // Only `loadPackage` needs the lock file and the deferred core, and waits for them (below).
  [LOADER, "await $api.packageIndexReady,", ""],
  // Pyodide's own call, with config.packages, must come first: it resets where messages go.
  [
    CORE,
    "$load=$manager.loadPackage.bind($manager)",
    "$load=async(...names)=>{await API.lockFilePromise;" +
      "if(names[0]!==API.config.packages)await Module.deferredCore();" +
      "return $manager.loadPackage(...names)}",
  ],
  [
    CORE,
    "static async loadPackagesFromImports($code,$options={checkIntegrity:!0}){",
    "$&await API.lockFilePromise;await Module.deferredCore();",
  ],
  [CORE, "async loadDynlib($path){", "$&await Module.deferredCore();"],
  // This would import the package loader. A new Python has no packages.
  [CORE, ",API.package_loader.init_loaded_packages()}", "}"],
  // Only the dynamic linker looks up these 8 800 names.
  [CORE, 'mergeLibSymbols(wasmExports,"main");', "unmerged=wasmExports;"],
  [CORE, "var resolveGlobalSymbol=(symName,direct=false)=>{", "$&merge();"],
  [CORE, "var loadWebAssemblyModule=(binary,flags,libName,localScope,handle)=>{", "$&merge();"],
  // Before Emscripten notes that the library is loading: it would not try again.
  [
    CORE,
    "function loadDynamicLibrary(libName,flags={global:true,nodelete:true},localScope,handle){",
    "$&needDeferredCore();",
  ],
  [CORE, "function __dlsym_js(handle,symbol,symbolIndex){", "$&merge();"],
  // For images and sounds of games, whose code is in the deferred core.
  [
    CORE,
    'if(typeof Browser!="undefined")Browser.init();',
    "await Module.deferredCore();deferredNames.initBrowser();",
  ],
  // Emscripten searches the function table for each of the 8 800 exports, and compiles a
  // WebAssembly module for each JavaScript function. The resulting layout is always the same.
  [CORE, "updateGOT(origExports);", "layOut();"],
  // This function is new: a search in the whole table finds nothing.
  [
    CORE,
    "return addFunction(trampolineInstance.exports.trampoline_call)",
    "const slot=getEmptyTableSlot();setWasmTableEntry(slot,trampolineInstance.exports.trampoline_call);return slot",
  ],
  // This copies 8 800 properties to change 20 of them.
  [CORE, "wasmExports=Object.assign({},wasmExports);", "wasmExports=inherited(wasmExports);"],
  // Functions of binary modules may use exports that `withoutUnusedExports` removes.
  [CORE, "ASM_CONSTS[start]=eval(func)", "ASM_CONSTS[start]=eval(withExports(func))"],
  [CORE, "moduleExports[name]=eval(func)", "moduleExports[name]=eval(withExports(func))"],
  // Each JsProxy asks its object for twenty features. Objects of the platform's classes have those of
  // their prototype: one answer for all elements of a class, for all ArrayBuffers, …
  [
    CORE,
    "function JsProxy_compute_typeflags(obj,is_py_json){try{let type_flags=0;",
    "function JsProxy_compute_typeflags(obj,is_py_json){return rememberedFlags(obj,is_py_json)}" +
      "function computeFlags(obj,is_py_json){try{let type_flags=0;",
  ],
  [CORE, "async function createWasm(){", "@ADDED@$&"],
  // The core is one function. V8 compiles a function in parentheses at once instead of parsing it
  // twice; esbuild leaves them.
  [CORE, "async function $create(moduleArg={}){", "const $create=(async function(moduleArg={}){"],
  [CORE, "}export default $create;", "});export default $create;"],
];

const IMPORTED = "Object.fromEntries(Object.entries(origExports).filter(([name])=>name in GOT))";

/** The patches of the core that patch.mjs runs to see the layout of the function table. */
export const PROBE = [
  [
    CORE,
    "updateGOT(origExports);",
    `(Module.firstSlot=wasmTable.length,Module.found=origExports,updateGOT(${IMPORTED}));`,
  ],
  [CORE, 'Module["GOT"]=GOT;', "$&Module.symbol=n=>wasmImports[n];"],
];

/**
 * The functions that the patches call. `coreScope` is that of core.mjs, `unpack` that of packing.mjs.
 * `Module.importRetried` repeats an import that fails. `Module.deferredExports` loads the later
 * WebAssembly files and returns what the initial one does not export (splitter.mjs).
 */
export const ADDED = `
let unmerged;
function merge() {
  const exports = unmerged;
  unmerged = undefined;
  if (!exports) return;
  mergeLibSymbols({ ...exports, ...Module.deferredExports?.() }, "main");
  wasmImports.open64 ??= wasmImports.open; // C's main function does it before they are merged.
}
let deferredCore, deferredNames;
let attempt = 0;
Module.deferredCore = () => deferredCore ??= loadDeferredCore();
async function loadDeferredCore() {
  const url = import.meta.url.replace(".patched.", ".deferred.");
  try {
    // A browser may remember that an import failed, but for this URL only.
    const { build, add } = await Module.importRetried(() => import(url + "#" + attempt++));
    if (build !== API.config.BUILD_ID) throw new Error("it belongs to another build");
    deferredNames = add(coreScope());
    deferredNames.layOutOpenGL();
  } catch (error) {
    deferredCore = undefined;
    throw new Error("a part of Python could not be loaded (" + url + "): " + error.message);
  }
}
const initBrowser = () => Browser.init();
function needDeferredCore() {
  if (deferredNames) return;
  throw new Error("Python cannot load binary modules yet: await pyodideBrowser.ready first");
}
function exportOf(exports, name) {
  return exports[name] ?? Module.deferredExports?.()[name];
}
function inherited(exports) {
  Module._asciiTextDecoder = undefined; // Pyodide asks for it before it sets it.
  Object.setPrototypeOf(Module, new Proxy(Object.prototype, {
    get(target, name, receiver) {
      const own = typeof name === "string" && name[0] === "_";
      const value = own ? exportOf(exports, name.slice(1)) : undefined;
      if (value === undefined) return Reflect.get(target, name, receiver);
      // isImmutableGlobal throws, and V8 parses the core again at its first \`throw\`.
      const isAddress = value instanceof WebAssembly.Global && name !== "___stack_pointer";
      return isAddress ? value.value >>> 0 : value;
    }
  }));
  const own = @WRAPPED@.map((name) => [name, { value: exports[name], writable: true }]);
  return Object.create(exports, Object.fromEntries(own));
}
function withExports(code) {
  const isExport = (name) => unmerged ? name.slice(1) in wasmExports : Module[name] !== undefined;
  const given = [...new Set(code.match(/[\\w$]+/g))].map((name) => {
    if (Object.hasOwn(deferredNames ?? {}, name)) return "const " + name + "=deferredNames." + name + ";";
    const isOther = name[0] === "_" && !Object.hasOwn(Module, name) && isExport(name);
    return isOther ? "const " + name + "=Module." + name + ";" : "";
  });
  return "(()=>{" + given.join("") + "return " + code + "})()";
}
${unpack}
const flagsOf = new WeakMap();
function platformPrototype(value) {
  try {
    if (typeof value !== "object" || API.isPyProxy(value)) return null;
    const prototype = Object.getPrototypeOf(value);
    const isPlain = Object.hasOwn(prototype, Symbol.toStringTag) && !Object.keys(value).length;
    return isPlain ? prototype : null;
  } catch {
    return null; // null, or a window of another origin
  }
}
function rememberedFlags(value, isJson) {
  const prototype = isJson ? null : platformPrototype(value);
  if (!prototype) return computeFlags(value, isJson);
  const flags = flagsOf.get(prototype) ?? computeFlags(value, isJson);
  if (flags >= 0) flagsOf.set(prototype, flags); // -1 is an error
  return flags;
}
function layOut() {
  const symbols = Object.values(GOT);
  if (symbols.length !== @SYMBOLS@) throw new Error("the core has " + symbols.length + " symbols");
  for (const symbol of symbols) symbol.value = 0; // Emscripten looks up those of -1
  Module.unpack = (header) => unpack(HEAPU32, header, exportOf(wasmExports, "PyObject_Hash"));
  Module.laidOut = wasmTable.grow(@SLOTS@);
  fillTable(@LAYOUT@);
}
const layOutOpenGL = () => fillTable(@OPENGL@);
function fillTable({ got, functions, wrapper }) {
  for (const name in got) GOT[name].value = got[name];
  const bytes = Uint8Array.from(atob(wrapper), (char) => char.charCodeAt(0));
  const e = Object.keys(functions).map((name) => wasmImports[name]);
  const wrapped = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e }).exports;
  Object.values(functions).forEach((at, i) => wasmTable.set(Module.laidOut + at, wrapped[i]));
}
`;
