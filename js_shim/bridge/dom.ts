/** The functions that src/browser/_bridge.py and src/browser/dom call. */

export * from "./classes";
export * from "./collections";
export {
  heldByPython,
  heldObjects,
  hold,
  holdNode,
  holdOnce,
  objectAt,
  receiverOf,
  release,
  setReceiver,
} from "./handles";
export * from "./js_values";
export { identify } from "./kinds";
export * from "./listeners";
export { numberOfName } from "./names";
export * from "./nodes";
export { classNumber } from "./numbers";
export * from "./platform";
export { settled } from "./promises";
export {
  connect,
  currentThis,
  deferred,
  functionOf,
  give,
  heldBy,
  liveFunctions,
  opaque,
  releaseLater,
} from "./python_values";
export { takeList } from "./results";
