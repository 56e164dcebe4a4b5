// Node 20 cannot run TypeScript: esbuild bundles it first.
import { readdirSync, readFileSync } from "node:fs";
import { buildSync } from "esbuild";

const SHIM = new URL("../js_shim/", import.meta.url);

/** All TypeScript of js_shim/, in one text. */
export function shimSource() {
  const files = readdirSync(SHIM, { recursive: true }).filter((name) => name.endsWith(".ts"));
  return files.map((name) => readFileSync(new URL(name, SHIM), "utf8")).join("\n");
}

/** Imports a module of js_shim/. */
export async function importTypeScript(path) {
  const options = { bundle: true, write: false, format: "esm", platform: "node" };
  const { outputFiles } = buildSync({ entryPoints: [path], ...options });
  const source = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${source}`);
}
