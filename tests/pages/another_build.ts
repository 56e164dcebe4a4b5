/** Another build of dist/: as if something had changed in each file. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { checksum } from "../../js_shim/quickstart/checksum";

const HEADER = 24;
const RUNTIME = "dist/pyodide/";
const SCRIPT = "pyodide-browser.js";
const SPLIT_FILES = ["initial", "next", "deferred"].map((part) => `pyodide.${part}.wasm`);

/** The files that change, by name. A script leaves its name in `globalThis.ran` when it runs. */
export function anotherBuild(): Map<string, Buffer> {
  const script = readFileSync(`dist/${SCRIPT}`, "latin1");
  const core = readFileSync(`${RUNTIME}pyodide.patched.mjs`, "utf8");
  const deferredCore = readFileSync(`${RUNTIME}pyodide.deferred.mjs`, "utf8");
  const shim = readFileSync(`${RUNTIME}pyodide_browser_shim.mjs`, "utf8");
  const worker = readFileSync(`${RUNTIME}pyodide_browser_worker.mjs`, "latin1");
  const file = readFileSync(`${RUNTIME}snapshot.bin`);
  const end = HEADER + file.readUInt32LE(4);
  const header = JSON.parse(file.toString("utf8", HEADER, end));
  const data = readFileSync(`${RUNTIME}library.data.bin`);
  const changedData = Buffer.concat([data, Buffer.from("\n")]);
  Object.assign(header.groups.data, { length: changedData.length, sum: checksum(changedData) });
  const [changedCore, changedDeferred] = [core, deferredCore].map((text) =>
    text.replace(header.build, reversed(header.build)),
  ) as [string, string];
  header.build = reversed(header.build);
  const snapshot = formatted(header, file.subarray(end));

  const build = only(script, /\?([0-9a-f]{16})\b/);
  const wasm = SPLIT_FILES.map((name) => readFileSync(RUNTIME + name, "latin1"));
  const split = only(wasm[0] as string, /deferred ([0-9a-f]{16})/);
  const ids = [
    [build, reversed(build)],
    [split, reversed(split)],
    [file.toString("latin1", 8, HEADER), snapshot.toString("latin1", 8, HEADER)],
  ] as const;
  const changed = (text: string) =>
    ids.reduce((before, [id, other]) => before.replaceAll(id, other), text);
  const marked = (name: string, text: string) =>
    `${text}\n;(globalThis.ran ??= []).push("${name}");`;
  return new Map([
    [SCRIPT, Buffer.from(marked("script", changed(script)), "latin1")],
    ["pyodide.patched.mjs", Buffer.from(marked("core", changedCore))],
    ["pyodide.deferred.mjs", Buffer.from(changedDeferred)],
    ["pyodide_browser_shim.mjs", Buffer.from(marked("shim", shim))],
    ["pyodide_browser_worker.mjs", Buffer.from(changed(worker), "latin1")],
    ["snapshot.bin", snapshot],
    ["library.data.bin", changedData],
    ...SPLIT_FILES.map(
      (name, i) => [name, Buffer.from(changed(wasm[i] as string), "latin1")] as const,
    ),
  ]);
}

export interface LockFile {
  info: Record<string, string>;
  packages: { [name in "pluggy" | "pyodide-browser"]: Listed };
}

interface Listed {
  file_name: string;
  sha256: string;
  version: string;
}

export function lockFile(): LockFile {
  return JSON.parse(readFileSync(`${RUNTIME}pyodide-lock.json`, "utf8"));
}

export const OLD_WHEEL = "pyodide_browser-0.0.9-py3-none-any.whl";
const PACK = `
import io, sys, zipfile

wheel = io.BytesIO()
with zipfile.ZipFile(wheel, "w") as file:
    for name in "browser/__init__.py", "browser/template.py", "javascript/__init__.py":
        file.writestr(name, "import js; js.old = True")
    file.writestr("pyodide_browser-0.0.9.dist-info/METADATA", "Name: pyodide-browser")
    file.writestr("pyodide_browser-0.0.9.dist-info/WHEEL", "Wheel-Version: 1.0")
sys.stdout.buffer.write(wheel.getvalue())
`;

/** Makes the lock file list the wheel of an older build, which it returns. */
export function oldWheel(lock: LockFile): Buffer {
  const wheel = execFileSync(".venv/bin/python", ["-c", PACK]);
  const sha256 = createHash("sha256").update(wheel).digest("hex");
  const changed = { version: "0.0.9", file_name: OLD_WHEEL, sha256 };
  Object.assign(lock.packages["pyodide-browser"], changed);
  return wheel;
}

function formatted(header: object, bytes: Buffer): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const text = Buffer.concat([json, Buffer.alloc(-json.length & 3, " ")]);
  const start = Buffer.from(`PBSp\0\0\0\0${checksum(text)}`, "latin1");
  start.writeUInt32LE(text.length, 4);
  return Buffer.concat([start, text, bytes]);
}

function only(text: string, pattern: RegExp): string {
  const [, found] = text.match(pattern) ?? [];
  if (!found) throw new Error(`no ${pattern}`);
  return found;
}

function reversed(id: string): string {
  return [...id].reverse().join("");
}
