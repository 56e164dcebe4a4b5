#!/usr/bin/env node
// npx pyodide-browser-copy public: copies the files that a page loads into a folder of static files.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, ...others] = process.argv.slice(2);
if (!folder || folder.startsWith("-") || others.length) {
  console.error("usage: pyodide-browser-copy FOLDER, e.g. the public/ of a Vite project");
  process.exit(2);
}
for (const name of ["pyodide-browser.js", "pyodide"]) {
  const source = fileURLToPath(new URL(name, import.meta.url));
  cpSync(source, join(folder, name), { recursive: true });
}
console.log(`copied pyodide-browser.js and pyodide/ to ${folder}`);
