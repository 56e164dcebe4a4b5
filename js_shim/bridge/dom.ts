/** The functions that src/browser/_bridge.py and src/browser/dom call. */

export * from "./classes";
export * from "./collections";
export * from "./js_values";
export * from "./nodes";
export * from "./platform";
export {
  connect,
  currentThis,
  deferred,
  functionOf,
  give,
  liveFunctions,
  opaque,
} from "./python_values";
