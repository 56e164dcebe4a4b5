/** The DOM and JavaScript values, as src/browser/_js.py and src/browser/dom see them. */

export {
  connect,
  currentThis,
  deferred,
  functionOf,
  give,
  liveFunctions,
  opaque,
} from "./dom_given";
export * from "./dom_nodes";
export * from "./dom_page";
export * from "./dom_values";
