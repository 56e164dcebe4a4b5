// Makes a WebAssembly file whose `free` clears what it frees. A snapshot that is taken with it has
// zeros, which need no bytes, where objects do not use all of their memory.
import { codeOf } from "./instructions.mjs";
import {
  END,
  I32_CONST,
  importsOf,
  joined,
  known,
  list,
  SECTION,
  serialize,
  sized,
} from "./wasm.mjs";

const [IF, NO_RESULT, LOCAL_GET, LOAD] = [0x04, 0x40, 0x20, 0x28];
const [SUB, AND, MEMORY_FILL] = [0x6b, 0x71, [0xfc, 11, 0]];
/** As signed LEB128. */
const MINUS_8 = 0x78;

/**
 * In C, where `p` is the parameter of `free`:
 *     if (p) memset(p, 0, (((size_t *)p)[-1] & -8) - 4)
 * The word before an allocated piece of memory has its size, with these four bytes, and three flags.
 */
const CLEAR = [
  ...[LOCAL_GET, 0, IF, NO_RESULT],
  ...[LOCAL_GET, 0],
  ...[I32_CONST, 0],
  ...[LOCAL_GET, 0, I32_CONST, 4, SUB, LOAD, 2, 0, I32_CONST, MINUS_8, AND, I32_CONST, 4, SUB],
  ...MEMORY_FILL,
  END,
];

export function withClearingFree(module) {
  const free = module.exports.find(({ value }) => value.name === "free")?.value;
  known(free?.kind === "function", "free");
  const at = free.index - importsOf(module, "function");
  const bodies = module.bodies.map(({ bytes }, i) => {
    if (i !== at) return bytes;
    const { bytes: body, at: start } = codeOf(bytes);
    return sized(joined([body.subarray(0, start), CLEAR, body.subarray(start)]));
  });
  return serialize(module.sections, { [SECTION.code]: list(bodies) });
}
