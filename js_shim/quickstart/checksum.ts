/**
 * A checksum of 64 bits, in hexadecimal. In WebAssembly: JavaScript takes three times as long for
 * the megabytes of Python's memory. tools/quickstart/snapshot.mjs uses the same code.
 */

/**
 * (func (export "f") (param $at i32) (param $end i32) (param $even i32) (param $odd i32) (result i64)
 *   loop
 *     $even = ($even ^ i32.load($at)) * 0x01000193
 *     $odd = ($odd ^ i32.load($at + 4)) * 0x5bd1e995
 *     br_if 0 (($at = $at + 8) < $end)
 *   end
 *   $even << 32 | $odd)
 * with the memory "m" "m".
 */
const CODE = [
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 9, 1, 0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7e],
  ...[2, 8, 1, 1, 0x6d, 1, 0x6d, 2, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 0x66, 0, 0, 10, 62, 1, 60, 0],
  ...[0x03, 0x40, 0x20, 2, 0x20, 0, 0x28, 2, 0, 0x73, 0x41, 0x93, 0x83, 0x80, 0x08, 0x6c, 0x21, 2],
  ...[0x20, 3, 0x20, 0, 0x28, 2, 4, 0x73, 0x41, 0x95, 0xd3, 0xc7, 0xde, 0x05, 0x6c, 0x21, 3],
  ...[0x20, 0, 0x41, 8, 0x6a, 0x22, 0, 0x20, 1, 0x49, 0x0d, 0, 0x0b],
  ...[0x20, 2, 0xad, 0x42, 32, 0x86, 0x20, 3, 0xad, 0x84, 0x0b],
];
const PAGE = 65_536;

type Sum = (at: number, end: number, even: number, odd: number) => bigint;

let code: WebAssembly.Module | undefined;

/** Adds a part of the memory to the sum of the parts before it. */
function adder(
  memory: WebAssembly.Memory,
): (sum: bigint, offset: number, length: number) => bigint {
  code ??= new WebAssembly.Module(Uint8Array.from(CODE));
  const { f } = new WebAssembly.Instance(code, { m: { m: memory } }).exports as { f: Sum };
  return (sum, offset, length) =>
    f(offset, offset + length, Number(sum >> 32n), Number(sum & 0xffffffffn));
}

function hexadecimal(sum: bigint): string {
  return BigInt.asUintN(64, sum).toString(16).padStart(16, "0");
}

/** The checksum of parts of a memory; each length is a multiple of eight bytes, and not zero. */
export function checksumOfMemory(
  memory: WebAssembly.Memory,
  parts: (readonly [offset: number, length: number])[],
): string {
  const add = adder(memory);
  return hexadecimal(parts.reduce((sum, [offset, length]) => add(sum, offset, length), 0n));
}

/** The checksum of bytes, as if zeros filled them up to a multiple of eight. */
export function checksum(bytes: Uint8Array): string {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const page = new Uint8Array(memory.buffer);
  const add = adder(memory);
  let sum = 0n;
  for (let at = 0; at < bytes.length; at += PAGE) {
    const part = bytes.subarray(at, at + PAGE);
    page.set(part);
    page.fill(0, part.length);
    sum = add(sum, 0, part.length);
  }
  return hexadecimal(sum);
}
