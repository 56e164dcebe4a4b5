// Runs before the page's own: usedFunctions() are those of the instrumented file that were called.
let globals = {};
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (module, imports) => {
  const instance = await instantiate(module, imports);
  if ("used 0" in (instance.exports ?? {})) globals = instance.exports;
  return instance;
};
globalThis.usedFunctions = () => {
  const used = [];
  for (let i = 0; `used ${i}` in globals; i++) if (globals[`used ${i}`].value) used.push(i);
  return used;
};
