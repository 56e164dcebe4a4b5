// node tools/mutants/instrument.mjs FOLDER MODULE...
// Copies js_shim/ and its tests to FOLDER and puts all mutants of the modules into the copies.
// Prints the mutants as JSON.
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const [folder, ...modules] = process.argv.slice(2);
for (const name of ["js_shim", "tests/js", "tools/quickstart"]) {
  cpSync(name, join(folder, name), { recursive: true });
}
symlinkSync(join("..", "node_modules"), join(folder, "node_modules"));

const silent = { debug() {}, info() {}, isDebugEnabled: () => false };
const files = modules.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(files, {
  plugins: null,
  excludedMutations: [],
  ignorers: [],
});
for (const { name, content } of instrumented) writeFileSync(join(folder, name), content);
console.log(JSON.stringify(mutants));
