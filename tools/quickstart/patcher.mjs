// Changes the text of Pyodide's JavaScript; tools/quickstart/patch.mjs says what for.
import { filled, matchesOf, neighbourhood } from "./patterns.mjs";
import { FUNCTION_TYPE, joined, leb, list, SECTION, serialize, text } from "./wasm.mjs";

/**
 * Applies lists of patches, each to all of `files`, an object of name → content; patches.mjs describes
 * a patch. Returns the changed files of each list. Throws one error that describes all patches whose
 * texts do not occur exactly once.
 */
export function applyPatches(files, ...lists) {
  const mismatches = [];
  const results = lists.map((patches) => {
    const patched = { ...files };
    for (const patch of patches) apply(patch, patched, mismatches);
    return patched;
  });
  if (mismatches.length) {
    const counts = `${mismatches.length} of ${lists.flat().length}`;
    throw new Error([`${counts} patches do not match this Pyodide`, ...mismatches].join("\n"));
  }
  return results;
}

function apply([file, text, replacement, ...others], files, mismatches) {
  const content = files[file];
  const found = [text, ...others].map((each) => ({ each, matches: matchesOf(content, each) }));
  const wrong = found.filter(({ matches }) => matches.length !== 1);
  if (wrong.length) {
    const lines = wrong.flatMap(({ each, matches }) => [
      `${file}: ${matches.length} matches instead of 1: ${each}`,
      ...neighbourhood(content, each, matches).map((line) => `    ${line}`),
    ]);
    mismatches.push(lines.join("\n"));
    return;
  }
  const [{ 0: matched, index }] = found[0].matches;
  const names = Object.assign({}, ...found.map(({ matches: [{ groups }] }) => groups));
  const rest = content.slice(index + matched.length);
  files[file] = content.slice(0, index) + filled(replacement, matched, names) + rest;
}

/**
 * Removes the variables and properties of `Module` that hold exports and that the core itself does
 * not use: a third of the file assigns 4 900 of them. Others get them when they ask for them.
 */
export function withoutUnusedExports(core) {
  const from = core.indexOf("function assignWasmExports(");
  const to = core.indexOf("var wasmImports=", from);
  const declared = core.lastIndexOf("var ", from);
  const body = core.slice(from, to);
  const declaration = core.slice(declared, from);
  if (from < 0 || to < 0 || !/^var [\w$,]+;$/.test(declaration)) {
    throw new Error("this Pyodide assigns the exports of WebAssembly in another way");
  }
  const others = core.slice(0, declared) + core.slice(to);
  const used = new Set(others.match(/[\w$]+/g));
  const dropped = new Set();
  const one = /(_([\w$]+))=Module\["\1"\]=wasmExports\["\2"\](?:\.value>>>0)?;/g;
  const shorter = body.replace(one, (all, variable) => {
    if (used.has(variable)) return all;
    dropped.add(variable);
    return "";
  });
  const names = declaration
    .slice(4, -1)
    .split(",")
    .filter((name) => !dropped.has(name));
  return `${core.slice(0, declared)}var ${names};${shorter}${core.slice(to)}`;
}

/** The names of the exports that Emscripten wraps. */
export function wrappedExports(core) {
  const names = [...core.matchAll(/wasmExports\["(\w+)"\]=makeWrapper/g)].map(([, name]) => name);
  return [...new Set(names)];
}

const TYPES = { i: 0x7f, p: 0x7f, j: 0x7e, f: 0x7d, d: 0x7c, e: 0x6f };

/**
 * Makes a WebAssembly module that imports the functions e.0, e.1, … and exports them. Signatures are
 * Emscripten's: one letter for the result, one for each parameter; "v" is no result.
 */
export function wrapperModule(signatures) {
  const types = [...new Set(signatures)];
  const typeOf = (letter) => {
    if (!(letter in TYPES)) throw new Error(`a function of the table has the type ${letter}`);
    return [TYPES[letter]];
  };
  const type = ([result, ...parameters]) =>
    joined([
      [FUNCTION_TYPE],
      list(parameters.map(typeOf)),
      list(result === "v" ? [] : [typeOf(result)]),
    ]);
  const imports = (signature, i) =>
    joined([text("e"), text(String(i)), [0], leb(types.indexOf(signature))]);
  const exports = (_, i) => joined([text(String(i)), [0], leb(i)]);
  return serialize([
    [SECTION.type, list(types.map(type))],
    [SECTION.import, list(signatures.map(imports))],
    [SECTION.export, list(signatures.map(exports))],
  ]);
}
