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
