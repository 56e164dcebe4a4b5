// Node 20 cannot run TypeScript: esbuild bundles it first.
import { buildSync } from "esbuild";

/** Imports a module of js_shim/. */
export async function importTypeScript(path) {
  const options = { bundle: true, write: false, format: "esm", platform: "node" };
  const { outputFiles } = buildSync({ entryPoints: [path], ...options });
  const source = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${source}`);
}
