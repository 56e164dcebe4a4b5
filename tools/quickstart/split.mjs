// Splits the WebAssembly file in three: pyodide.initial.wasm has the functions that a start and most
// first scripts call, pyodide.next.wasm those that many pages call, pyodide.deferred.wasm the others
// and the data that only those use. js_shim/quickstart/deferred_wasm.ts loads the later two.
//   node tools/quickstart/split.mjs WASM PROFILE CORE SNAPSHOT INITIAL NEXT DEFERRED
//   node tools/quickstart/split.mjs WASM INSTRUMENTED
// PROFILE, made by `python -m tools.quickstart.profile` with an INSTRUMENTED file, lists the functions
// that are called; CORE is the JavaScript that uses exports of INITIAL by their names.
// If PROFILE is for another WASM, it prints so and exits with 1. Prints the id of
// the files, and writes to the header of SNAPSHOT which data the initial file has.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importTypeScript, shimSource } from "../typescript.mjs";
import { divideData } from "./data.mjs";
import { documentationReaders } from "./documentation.mjs";
import { callsIn } from "./instructions.mjs";
import { pack } from "./packing.mjs";
import { formatSnapshot, initialMemory, parseSnapshot, STEP } from "./snapshot_file.mjs";
import { functionTable, instrument, split } from "./splitter.mjs";
import { dataSegments, importsOf, known, parse } from "./wasm.mjs";

const TOOLS = ["split", "splitter", "wasm", "data", "documentation", "instructions"];
/** JavaScript calls them, often before the deferred file is loaded: js_shim/quickstart/gil.ts and
 * js_shim/bridge/stack.ts. */
const CALLED_BEFORE = new Set([
  "PyGILState_Ensure",
  "PyGILState_Release",
  "PyThreadState_Get",
  "PyUnstable_ThreadState_ResetStackProtection",
  "PyUnstable_ThreadState_SetStackProtection",
  "emscripten_stack_get_current",
]);
/** They, and the functions that they call, read line tables, which come with the deferred file. */
const LINE_READERS = new Set([
  "PyCode_Addr2Line",
  "PyCode_Addr2Location",
  "_PyCode_CheckLineNumber",
]);
const CHECKSUM = new URL("../../js_shim/quickstart/checksum.ts", import.meta.url);

const hash = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest("hex");

/** Writes the files and the snapshot's header; returns the id of the files. */
async function writeSplit(wasm, profile, [core, snapshotPath, ...paths]) {
  const { wasm_sha256: expected, ...called } = JSON.parse(readFileSync(profile, "utf8"));
  if (expected !== hash(wasm)) {
    throw new Error(
      "wasm_profile.json is for another Pyodide: run python -m tools.quickstart.profile",
    );
  }
  const module = parse(wasm);
  const [initial, next] = [called.initial, called.next].map((lines) => functionsIn(module, lines));
  for (const i of exportedFunctions(module, CALLED_BEFORE)) initial.add(i);
  const { image, dataEnd } = initialMemory(dataSegments(wasm));
  const { header, memory } = parseSnapshot(readFileSync(snapshotPath), image);
  const { lineTables: allTables, packing, ...description } = header;
  const lineTables = divideLineTables(module, [initial, next], allTables);
  const documented = removeDocumentationReaders(module, [initial, next], image);
  const used = new Set([...initial, ...next]);
  const divided = divide(module, used, image, memory, header.ranges, documented);
  const tiers = [initial, next].map((tier) => intersection(tier, divided.initial));
  const kept = complement(divided.deferred, dataEnd);
  const whole = memory.slice();
  whole.set(image);
  for (const [offset, length] of lineTables) memory.fill(0, offset, offset + length);
  const tools = TOOLS.map((name) => readFileSync(new URL(`${name}.mjs`, import.meta.url)));
  const tables = lineTables.map(([offset, length]) => whole.subarray(offset, offset + length));
  const names = namesIn(readFileSync(core, "utf8"), Buffer.from(image).toString("latin1"));
  const id = hash(
    ...[wasm, Buffer.from(JSON.stringify([called, kept, [...names]])), ...tables, ...tools],
  ).slice(0, 16);
  const parts = [kept, [], [...divided.deferred, ...lineTables]];
  const files = split(module, tiers, id, { image: whole, parts }, names);
  if (!files.every((file) => WebAssembly.validate(file))) {
    throw new Error("the split WebAssembly files are invalid");
  }
  const { checksum } = await importTypeScript(fileURLToPath(CHECKSUM));
  const { header: more, restored, packed } = packedIfPossible(memory, header, packing);
  const all = { ...description, ...more, names: namesInTable(parse(files[0]), header.names) };
  const snapshot = formatSnapshot(all, restored, header.ranges, checksum, kept, packed);
  writeFileSync(snapshotPath, snapshot);
  for (const [i, path] of paths.entries()) writeFileSync(path, files[i]);
  return id;
}

/** The names of the functions of which the snapshot has names: their numbers in the initial file. */
function namesInTable(initial, names) {
  const table = functionTable(initial);
  return names
    .split(",")
    .map((name, i) => name && table.get(i * STEP))
    .join();
}

function packedIfPossible(memory, { dataEnd, ranges }, packing) {
  try {
    const { counts, ...result } = pack(memory, ranges, { dataEnd, ...packing });
    for (const [name, count] of Object.entries(counts)) {
      if (!count) console.error(`snapshot.bin has no ${name} to pack`);
    }
    return result;
  } catch (error) {
    console.error(`snapshot.bin is not packed: ${error.message}`);
    return { restored: memory };
  }
}

const intersection = (some, others) => new Set([...some].filter((each) => others.has(each)));

/** The functions of a set of bits in the profile. */
function functionsIn({ functions }, lines) {
  const bits = Buffer.from(lines.join(""), "base64");
  return new Set([...functions.keys()].filter((i) => (bits[i >> 3] >> (i & 7)) & 1));
}

/** The names that exports have in JavaScript, with or without a leading _: in the core's, in ours,
 * and in that of functions of C (EM_JS), which is in the image of the memory. */
function namesIn(core, image) {
  const words = `${core} ${shimSource()}`.match(/\w+/g);
  const inC = image.match(/\b_\w+/g) ?? [];
  return new Set([...words, ...inC].flatMap((word) => [word, word.replace(/^_/, "")]));
}

/** The functions that are exported by `names`, by their index among the file's own. */
function exportedFunctions(module, names) {
  const imported = importsOf(module, "function");
  return module.exports.flatMap(({ value: { name, kind, index } }) =>
    kind === "function" && names.has(name) ? [index - imported] : [],
  );
}

/** All functions that read line tables. Throws if one is unknown. */
function lineReaders(module) {
  const readers = exportedFunctions(module, LINE_READERS);
  known(readers.length === LINE_READERS.size, "reader of line tables");
  const imported = importsOf(module, "function");
  const exports = module.exports.filter(({ value }) => value.kind === "function");
  const others = new Set(exports.map(({ value }) => value.index));
  const called = readers.flatMap((i) => [...callsIn(module.bodies[i].bytes)]);
  return [...readers, ...called.filter((i) => !others.has(i)).map((i) => i - imported)];
}

/** The line tables that the last file brings, all or none. Removes their readers from `tiers`. */
function divideLineTables(module, tiers, lineTables) {
  try {
    for (const reader of lineReaders(module)) for (const tier of tiers) tier.delete(reader);
    return lineTables;
  } catch (error) {
    console.error(`snapshot.bin has all line tables: ${error.message}`);
    return [];
  }
}

/** Removes the functions from `tiers` that read the documentation of methods. Returns whether all are known. */
function removeDocumentationReaders(module, tiers, image) {
  try {
    for (const i of documentationReaders(module, image)) for (const tier of tiers) tier.delete(i);
    return true;
  } catch (error) {
    console.error(`pyodide.initial.wasm has all documentation: ${error.message}`);
    return false;
  }
}

/** Without what is unknown in the code, all data stays in the initial file. */
function divide(module, called, ...data) {
  try {
    return divideData(module, called, ...data);
  } catch (error) {
    console.error(`pyodide.initial.wasm has all data: ${error.message}`);
    return { initial: called, deferred: [] };
  }
}

/** What is between these ranges, from 0 to `end`. */
function complement(ranges, end) {
  const starts = [0, ...ranges.map(([offset, length]) => offset + length)];
  const ends = [...ranges.map(([offset]) => offset), end];
  return starts.map((start, i) => [start, ends[i] - start]).filter(([, length]) => length);
}

const [path, target, ...paths] = process.argv.slice(2);
try {
  const wasm = readFileSync(path);
  if (paths.length) console.log(await writeSplit(wasm, target, paths));
  else writeFileSync(target, instrument(parse(wasm)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
