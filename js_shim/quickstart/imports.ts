/** Finds out which groups of modules a Python script imports, by its text. */

const IMPORT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b(\s*\([^)]*\)|.*)|import[ \t]+(.+))/gm;
const ASYNC = /^.*\b(?:async|await)\b/m;
const WORD = /[\w.]+/g;

/** Group → the names of its packages and modules; tools/quickstart/groups.py defines them. */
export type Groups = Record<string, string>;

function names(source: string): string[] {
  const found = ASYNC.test(source) ? ["asyncio"] : [];
  for (const [, from, imported, modules] of source.matchAll(IMPORT)) {
    for (const [word] of (imported ?? modules ?? "").matchAll(WORD)) {
      found.push(from === undefined ? word : `${from}.${word}`);
    }
  }
  return found;
}

/** The group of `browser.aio.get` is that of `browser.aio`. */
function groupOf(name: string, groups: Groups): string | undefined {
  for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1)) {
    const part = ` ${name.slice(0, end)} `;
    for (const group in groups) if (` ${groups[group]} `.includes(part)) return group;
  }
  return undefined;
}

/** Comments and strings may name more groups than the script imports. */
export function groupsOf(source: string, groups: Groups): Set<string> {
  const found = new Set<string>();
  for (const name of names(source)) {
    const group = groupOf(name, groups);
    if (group) found.add(group);
  }
  return found;
}
