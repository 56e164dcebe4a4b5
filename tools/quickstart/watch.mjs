// Makes a WebAssembly file whose functions record what they read:
//   node tools/quickstart/watch.mjs WASM TARGET END WHOLE
// It exports the memory "readers". For each byte before the address END it holds the number of a
// function that has read there, plus one. Prints where the data of the file WHOLE has documentation
// of methods, as JSON: [[start, end], …].
import { readFileSync, writeFileSync } from "node:fs";
import { documentations, wordAt } from "./documentation.mjs";
import { codeOf, instruction, isLoad, isMemoryCopy } from "./instructions.mjs";
import { initialMemory } from "./snapshot_file.mjs";
import {
  dataSegments,
  END,
  exported,
  extended,
  FUNCTION_TYPE,
  I32_CONST,
  importsOf,
  joined,
  leb,
  list,
  parse,
  SECTION,
  serialize,
  signedLeb,
  sized,
} from "./wasm.mjs";

const [I32, CALL, LOCAL_GET, LOCAL_TEE, DROP] = [0x7f, 0x10, 0x20, 0x22, 0x1a];
const [ADD, LESS, IF, NO_RESULT, SHIFT] = [0x6a, 0x49, 0x04, 0x40, 0x74];
const MEMORY_COPY = [0xfc, 10, 0, 0];
/** i32.store to the second memory: alignment with the flag for its number, number, offset. */
const STORE = [0x36, 2 | 0x40, 1, 0];
const PAGE = 65_536;

/** Takes an address, an offset, the number of the reader; returns the address. */
const read = (end) => [
  ...[LOCAL_GET, 0, LOCAL_GET, 1, ADD, LOCAL_TEE, 1, I32_CONST, ...signedLeb(end), LESS],
  ...[IF, NO_RESULT, LOCAL_GET, 1, I32_CONST, 2, SHIFT, LOCAL_GET, 2, ...STORE, END],
  ...[LOCAL_GET, 0],
];
/** Takes the operands of memory.copy and the number of the reader. */
const copy = (readFunction) => [
  ...[LOCAL_GET, 1, I32_CONST, 0, LOCAL_GET, 3, CALL, ...leb(readFunction), DROP],
  ...[LOCAL_GET, 0, LOCAL_GET, 1, LOCAL_GET, 2, ...MEMORY_COPY],
];

function watch(wasm, end) {
  const module = parse(wasm);
  const readFunction = importsOf(module, "function") + module.functions.length;
  const watched = (body, number) => {
    const reader = codeOf(body);
    const parts = [reader.bytes.subarray(0, reader.at)];
    while (reader.at < reader.bytes.length) {
      const start = reader.at;
      const found = instruction(reader);
      const bytes = reader.bytes.subarray(start, reader.at);
      const reading = [I32_CONST, ...signedLeb(number + 1), CALL];
      if (isMemoryCopy(found)) {
        parts.push([...reading, ...leb(readFunction + 1)]);
      } else if (isLoad(found)) {
        parts.push(
          [I32_CONST, ...signedLeb(found.operand), ...reading, ...leb(readFunction)],
          bytes,
        );
      } else {
        parts.push(bytes);
      }
    }
    return sized(joined(parts));
  };
  const types = module.types.length;
  return serialize(module.sections, {
    [SECTION.type]: extended(module, SECTION.type, [
      [FUNCTION_TYPE, 3, I32, I32, I32, 1, I32],
      [FUNCTION_TYPE, 4, I32, I32, I32, I32, 0],
    ]),
    [SECTION.function]: extended(module, SECTION.function, [leb(types), leb(types + 1)]),
    [SECTION.memory]: extended(module, SECTION.memory, [[0, ...leb((end * 4) / PAGE + 1)]]),
    [SECTION.export]: extended(module, SECTION.export, [exported("readers", "memory", 1)]),
    [SECTION.code]: list([
      ...module.bodies.map(({ bytes }, i) => watched(bytes, i)),
      sized([0, ...read(end), END]),
      sized([0, ...copy(readFunction), END]),
    ]),
  });
}

function documentationOf(wasm) {
  const { image } = initialMemory(dataSegments(wasm));
  const references = new Map();
  for (let at = 0; at < image.length; at += 4) references.set(at, wordAt(image, at));
  const starts = documentations(references, image).map((at) => wordAt(image, at));
  return starts.map((start) => [start, image.indexOf(0, start) + 1]);
}

const [path, target, end, whole] = process.argv.slice(2);
writeFileSync(target, watch(readFileSync(path), Number(end)));
console.log(JSON.stringify(documentationOf(readFileSync(whole))));
