/** What the wheel carries, for where nobody has called `install`: src/browser/_shim.js. */

export { shim } from "./shim";
