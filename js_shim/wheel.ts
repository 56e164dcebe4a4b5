/** src/browser/_shim.js in the wheel, for hosts that do not call `install`. */

export { shim } from "./bridge/shim";
