// Runs the unit tests of js_shim/ and of the build's tools in Node's test runner:
//   node tests/js/run.mjs [NAME]...      all, or those whose file names contain a NAME
// Node 20 cannot run TypeScript: esbuild bundles those tests into .build/js/.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { buildSync } from "esbuild";

const HERE = import.meta.dirname;
const OUT = join(HERE, "..", "..", ".build", "js");

const names = process.argv.slice(2);
const chosen = readdirSync(HERE).filter(
  (file) => file.includes(".test.") && (!names.length || names.some((name) => file.includes(name))),
);
rmSync(OUT, { recursive: true, force: true });
buildSync({
  entryPoints: chosen.filter((file) => file.endsWith(".ts")).map((file) => join(HERE, file)),
  outdir: OUT,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  sourcemap: "inline",
  logLevel: "warning",
});
const files = chosen.map((file) =>
  file.endsWith(".ts") ? join(OUT, file.replace(/ts$/, "mjs")) : join(HERE, file),
);

const counts = { passed: 0, failed: 0 };
const events = run({ files, concurrency: true });
/** The runner also reports each file as a test. */
const isFile = ({ name }) => files.some((file) => file.endsWith(name));
events.on("test:pass", (event) => {
  if (!isFile(event)) counts.passed++;
});
events.on("test:fail", () => {
  counts.failed++;
  process.exitCode = 1;
});
events.compose(spec).pipe(process.stdout);
process.on("exit", () => {
  if (!counts.passed) process.exitCode = 1;
  console.log(`tests/js: ${counts.passed} passed, ${counts.failed} failed`);
});
