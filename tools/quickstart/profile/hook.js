// Runs before the page's scripts. calledFunctions() returns the functions of the instrumented file
// that were called since the last time, by their index. readersOf(ranges, documentation) returns
// which data of the watched file was read: [address, index of a function]. Reads of documentation
// count until the deferred file is loaded: its functions may read it by functions of the watched
// file.
let found = {};
let early;
const { instantiate } = WebAssembly;
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(Instance, [module, imports]) {
    const sections = WebAssembly.Module.customSections(module, "exports");
    const isDeferred = sections.some(({ byteLength }) => byteLength > "[]".length);
    if (isDeferred && found.readers) early ??= new Uint32Array(found.readers.buffer).slice();
    return new Instance(module, imports);
  },
});
WebAssembly.instantiate = async (module, imports) => {
  const instance = await instantiate(module, imports);
  const exports = instance.exports ?? {};
  if ("called 0" in exports || "readers" in exports) found = exports;
  return instance;
};
globalThis.calledFunctions = () => {
  const called = [];
  for (let i = 0; `called ${i}` in found; i++) {
    const global = found[`called ${i}`];
    if (global.value) called.push(i);
    global.value = 0;
  }
  return called;
};
globalThis.readersOf = (ranges, documentation) => {
  const readers = new Uint32Array(found.readers.buffer).slice();
  for (const [at, end] of documentation) if (early) readers.set(early.subarray(at, end), at);
  const all = [];
  for (const [at, end] of ranges) {
    for (let i = at; i < end; i++) if (readers[i]) all.push([i, readers[i] - 1]);
  }
  return all;
};
