// Reads the code of WebAssembly functions: the numbers in it that can be addresses of data.
// https://webassembly.github.io/spec/core/binary/instructions.html
import { I32_CONST, joined, known, leb, Reader, sized } from "./wasm.mjs";

const [FIRST_VALUE_TYPE, EMPTY_BLOCK] = [0x69, 0x40];
const [FIRST_LOAD, LAST_LOAD, LAST_STORE] = [0x28, 0x35, 0x3e];
const [CALL, REFERENCE, PREFIX] = [0x10, 0xd2, 0xfc];
/** A larger number says that there are several memories. */
const ALIGNMENTS = 64;

const index = (reader) => reader.number();
const indices = (count) => (reader) => {
  for (let i = 0; i < count; i++) reader.number();
};
const nothing = indices(0);
const blockType = (reader) => {
  const byte = reader.bytes[reader.at];
  if (byte === EMPTY_BLOCK || (byte >= FIRST_VALUE_TYPE && byte < 0x80)) reader.byte();
  else reader.signed();
};
const memory = (reader) => {
  known(reader.number() < ALIGNMENTS, "memory access");
  return reader.number();
};

/** Opcode → the function that reads what follows it; those with PREFIX by their second number. */
const OPERANDS = [];
const PREFIXED = [];
for (const [table, from, to, read] of [
  [OPERANDS, 0x00, 0x01, nothing], // unreachable, nop
  [OPERANDS, 0x02, 0x04, blockType], // block, loop, if
  [OPERANDS, 0x05, 0x05, nothing], // else
  [OPERANDS, 0x06, 0x06, blockType], // try
  [OPERANDS, 0x07, 0x09, index], // catch, throw, rethrow
  [OPERANDS, 0x0b, 0x0b, nothing], // end
  [OPERANDS, 0x0c, 0x0d, index], // br, br_if
  [OPERANDS, 0x0e, 0x0e, (reader) => indices(reader.number() + 1)(reader)], // br_table
  [OPERANDS, 0x0f, 0x0f, nothing], // return
  [OPERANDS, CALL, CALL, index],
  [OPERANDS, 0x11, 0x11, indices(2)], // call_indirect
  [OPERANDS, 0x18, 0x18, index], // delegate
  [OPERANDS, 0x19, 0x1b, nothing], // catch_all, drop, select
  [OPERANDS, 0x1c, 0x1c, (reader) => reader.take()], // select of a type
  [OPERANDS, 0x20, 0x26, index], // local.…, global.…, table.get, table.set
  [OPERANDS, FIRST_LOAD, LAST_STORE, memory],
  [OPERANDS, 0x3f, 0x40, index], // memory.size, memory.grow
  [OPERANDS, I32_CONST, I32_CONST, (reader) => reader.signed()],
  [OPERANDS, 0x42, 0x42, index], // i64.const
  [OPERANDS, 0x43, 0x43, (reader) => reader.take(4)], // f32.const
  [OPERANDS, 0x44, 0x44, (reader) => reader.take(8)], // f64.const
  [OPERANDS, 0x45, 0xc4, nothing], // numbers
  [OPERANDS, 0xd0, 0xd0, index], // ref.null
  [OPERANDS, 0xd1, 0xd1, nothing], // ref.is_null
  [OPERANDS, REFERENCE, REFERENCE, index], // ref.func
  [PREFIXED, 0, 7, nothing], // trunc_sat
  [PREFIXED, 10, 10, indices(2)], // memory.copy
  [PREFIXED, 11, 11, index], // memory.fill
  [PREFIXED, 12, 12, indices(2)], // table.init
  [PREFIXED, 13, 13, index], // elem.drop
  [PREFIXED, 14, 14, indices(2)], // table.copy
  [PREFIXED, 15, 17, index], // table.grow, table.size, table.fill
]) {
  for (let opcode = from; opcode <= to; opcode++) table[opcode] = read;
}

/**
 * A constant directly before one of these is a number: comparisons, sub, mul, div, rem, and, xor,
 * shifts, rotations.
 */
const ARITHMETIC = new Set([
  ...[0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f],
  ...[0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70, 0x71, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78],
]);

/** Reads a function up to its code. */
export function codeOf(body) {
  const reader = new Reader(new Reader(body).take());
  reader.items((locals) => [locals.number(), locals.byte()]);
  return reader;
}

/** Reads the next instruction; `operand` is the constant or the offset. Throws if it is unknown. */
export function instruction(reader) {
  const opcode = reader.byte();
  const prefixed = opcode === PREFIX ? reader.number() : undefined;
  const read = prefixed === undefined ? OPERANDS[opcode] : PREFIXED[prefixed];
  known(read, "instruction");
  return { opcode, prefixed, operand: read(reader) };
}

export const isLoad = ({ opcode }) => opcode >= FIRST_LOAD && opcode <= LAST_LOAD;
export const isMemoryCopy = ({ prefixed }) => prefixed === 10;

/** The functions that a function calls or refers to by their numbers. */
export function callsIn(body) {
  const reader = codeOf(body);
  const found = new Set();
  while (reader.at < reader.bytes.length) {
    const { opcode, operand } = instruction(reader);
    if (opcode === CALL || opcode === REFERENCE) found.add(operand);
  }
  return found;
}

/** The body with other numbers of functions: `numbers` has the new number of each. */
export function renumbered(body, numbers) {
  const reader = codeOf(body);
  const parts = [];
  let copied = 0;
  while (reader.at < reader.bytes.length) {
    const start = reader.at;
    const { opcode, operand } = instruction(reader);
    if (opcode !== CALL && opcode !== REFERENCE) continue;
    parts.push(reader.bytes.subarray(copied, start), [opcode, ...leb(numbers.get(operand))]);
    copied = reader.at;
  }
  return sized(joined([...parts, reader.bytes.subarray(copied)]));
}

/** The numbers in a function that can be addresses: constants, and offsets of loads and stores. */
export function numbersIn(body) {
  const reader = codeOf(body);
  const [constants, offsets] = [new Set(), new Set()];
  while (reader.at < reader.bytes.length) {
    const { opcode, operand } = instruction(reader);
    if (opcode >= FIRST_LOAD && opcode <= LAST_STORE) offsets.add(operand);
    if (opcode === I32_CONST && !ARITHMETIC.has(reader.bytes[reader.at])) constants.add(operand);
  }
  return { constants, offsets };
}
