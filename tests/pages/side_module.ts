/**
 * A binary module like those in packages, in hexadecimal. It links to Python in both possible
 * ways, by name and by a pointer into the table of functions:
 *
 *     (import "env" "PyLong_FromLong" (func $new (param i32) (result i32)))
 *     (import "GOT.func" "PyLong_FromLong" (global $pointer (mut i32)))
 *     (func (export "direct") (param i32) (result i32) (call $new (local.get 0)))
 *     (func (export "indirect") (param i32) (result i32)
 *       (call_indirect (param i32) (result i32) (local.get 0) (global.get $pointer)))
 */
export const SIDE_MODULE = [
  "0061736d01000000000f0864796c696e6b2e3001040000000001060160017f017f02550303656e76",
  "0f50794c6f6e675f46726f6d4c6f6e67000008474f542e66756e630f50794c6f6e675f46726f6d4c",
  "6f6e67037f0103656e76195f5f696e6469726563745f66756e6374696f6e5f7461626c6501700000",
  "030302000007150206646972656374000108696e64697265637400020a12020600200010000b0900",
  "200023001100000b",
].join("");

/**
 * One with a function in JavaScript, as EM_JS makes it, which uses names of Pyodide's core:
 *
 *     (import "env" "late" (func $late (param f64) (result f64)))
 *     (export "__em_js__late" (global i32 (i32.const 0)))
 *     (data (offset (global.get $__memory_base))
 *       "(x)<::>{ return _emscripten_math_cbrt(x) + HEAP8.length * 0 }\00")
 *     (func (export "root") (param f64) (result f64) (call $late (local.get 0)))
 */
export const WITH_EM_JS = [
  "0061736d01000000000f0864796c696e6b2e3001043e02000001060160017c017c022f0303656e76",
  "066d656d6f727902000103656e760d5f5f6d656d6f72795f62617365037f0003656e76046c617465",
  "0000030201000606017f0041000b07180204726f6f7400010d5f5f656d5f6a735f5f6c6174650301",
  "0a08010600200010000b0b44010023000b3e2878293c3a3a3e7b2072657475726e205f656d736372",
  "697074656e5f6d6174685f63627274287829202b2048454150382e6c656e677468202a2030207d00",
].join("");

/** Python that writes a binary module to /tmp/side.so. */
export function written(module: string): string {
  return `import ctypes, pathlib; pathlib.Path("/tmp/side.so").write_bytes(bytes.fromhex("${module}"))`;
}
