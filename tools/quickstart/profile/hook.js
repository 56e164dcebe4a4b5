// Runs before the page's scripts. calledFunctions() returns the functions of the instrumented file
// that were called, by their index. readersOf(ranges) returns which data of the watched file was
// read: [address, index of a function].
let found = {};
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (module, imports) => {
  const instance = await instantiate(module, imports);
  const exports = instance.exports ?? {};
  if ("called 0" in exports || "readers" in exports) found = exports;
  return instance;
};
globalThis.calledFunctions = () => {
  const called = [];
  for (let i = 0; `called ${i}` in found; i++) if (found[`called ${i}`].value) called.push(i);
  return called;
};
globalThis.readersOf = (ranges) => {
  const readers = new Uint32Array(found.readers.buffer);
  const all = [];
  for (const [at, end] of ranges) {
    for (let i = at; i < end; i++) if (readers[i]) all.push([i, readers[i] - 1]);
  }
  return all;
};
