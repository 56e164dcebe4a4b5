// Divides Pyodide's core in two: pyodide.patched.mjs keeps what Pyodide and the main WebAssembly file
// use, pyodide.deferred.mjs has what only binary modules can call, such as OpenGL and SDL: half of
// the core. Each page would wait until the browser has parsed it.
//
// The core is one function, whose declarations refer to each other. The deferred file is a function,
// too: it takes an object with what it refers to in the core, constants and accessors of variables.
import { parseAst } from "vite";
import { changedIn, declaredIn, isFunction, propertiesIn, referencesIn, walk } from "./scopes.mjs";

const SCOPE = "coreScope";
const IMPORTS = "wasmImports";
/** Effects that only the main loop of a game has. */
const LATE = /^(registerP(re|ost)MainLoop\(|MainLoop\.init\(|Module\["\w+"\]=MainLoop\.)/;
/** They have effects, or their value depends on when they are evaluated. */
const IMPURE = /^(Call|New|Await|Yield|Assignment|Update|TaggedTemplate|Class|Import|This)/;

/**
 * Returns the core, and the deferred file. `imported` are the names of the functions that
 * `wasmImports` keeps, `properties` names that other JavaScript may look up in Emscripten's `Module`.
 */
export function divideCore(source, imported, properties) {
  const program = parseAst(source);
  const textOf = ({ start, end }) => source.slice(start, end);
  const { units, roots: effects, imports, exports, names } = readCore(program);
  const [late, roots] = divided(effects, (node) => LATE.test(textOf(node)));
  const changing = new Set([...changedIn(program)].filter((name) => names.has(name)));
  const isImported = ({ key }) => imported.has(key.name ?? key.value);
  const [kept, moved] = divided(imports.init.properties, isImported);
  const isFixed = ([name, unit]) =>
    changing.has(name) || !(units.has(ownerOf(unit)) || isMovable(unit, names, changing));
  const fixed = [...units].filter(isFixed);
  const stays = new Set(fixed.map(([name]) => name));
  addReached(stays, units, exports, [...roots, ...kept], properties);
  for (const [name, unit] of units) if (stays.has(ownerOf(unit))) stays.add(name);

  const staying = [...roots, ...[...stays].flatMap((name) => units.get(name).nodes)];
  const used = new Set([...properties, ...staying.flatMap(propertiesIn)]);
  const leaves = (name) => units.has(name) && !stays.has(name);
  const later = exports.filter(
    ({ property, name }) => leaves(name) || !(used.has(property) || changing.has(name)),
  );
  const leaving = [...units.keys()].filter(leaves);
  const declarations = leaving.flatMap((name) => units.get(name).nodes);
  declarations.sort((a, b) => a.start - b.start);
  const assignments = [...later.map(({ node }) => node), ...late];

  const references = [...declarations, ...moved, ...assignments].flatMap((node) =>
    referencesIn(node),
  );
  const shared = new Set([IMPORTS, ...references.map(({ name }) => name)]);
  const [variables, constants] = divided(
    [...shared].filter((name) => names.has(name) && !leaves(name)),
    (name) => changing.has(name),
  );
  const accessors = variables.map(
    (name) => `get ${name}(){return ${name}},set ${name}($){${name}=$}`,
  );
  const lookUps = references
    .filter(({ name }) => changing.has(name))
    .map(({ name, start, end, isShorthand }) => {
      return [start, end, `${isShorthand ? `${name}:` : ""}${SCOPE}.${name}`];
    });
  const rewritten = ({ start, end }) => edited(source, lookUps, start, end);
  const { start, end } = imports.init;
  const rest = [
    ...[...declarations, ...assignments].map((node) => [node.start, node.end, ""]),
    [start, end, `{${kept.map(textOf)}},${SCOPE}=()=>({${[...constants, ...accessors]}})`],
  ];
  return {
    core: edited(source, rest, 0, source.length),
    deferred: [
      `export const add=${SCOPE}=>{const{${constants}}=${SCOPE}`,
      ...declarations.map(rewritten),
      `Object.assign(${IMPORTS},{${moved.map(rewritten)}})`,
      ...assignments.map(rewritten),
      `return{${leaving}}}`,
    ].join(";\n"),
  };
}

/**
 * What the function that is the core declares, exports as `Module["property"]=name`, and does besides
 * (`roots`); `names` are all that its parts can refer to.
 */
function readCore(program) {
  const main = largestFunction(program);
  const units = new Map();
  const rest = main.body.body.filter((node) => {
    const { name, value } = declaration(node);
    if (!name) return true;
    const unit = units.get(name) ?? { nodes: [], values: [] };
    unit.nodes.push(node);
    unit.values.push(value);
    units.set(name, unit);
    return false;
  });
  const imports = units.get(IMPORTS)?.nodes[0].declarations[0];
  if (imports?.init?.type !== "ObjectExpression") {
    throw new Error("the core of this Pyodide has no wasmImports");
  }
  units.delete(IMPORTS);
  const exports = [];
  const roots = rest.filter((node) => {
    const { object, property, right } = assignment(node);
    if (object === "Module" && right.type === "Identifier") {
      exports.push({ node, property, name: right.name });
      return false;
    }
    if (property !== "sig" || !units.has(object)) return true;
    units.get(object).nodes.push(node);
    return false;
  });
  const names = new Set([...declaredIn(program), ...declaredIn(main)]);
  return { units, roots, imports, exports, names };
}

function largestFunction(program) {
  let found;
  walk(program, (node) => {
    if (!isFunction(node)) return true;
    if (!found || node.end - node.start > found.end - found.start) found = node;
    return false;
  });
  return found;
}

/** The name that a statement declares, if it is one, and its first value. */
function declaration({ type, id, declarations }) {
  if (type === "FunctionDeclaration") return { name: id.name };
  if (type !== "VariableDeclaration" || declarations.length > 1) return {};
  const [{ id: pattern, init }] = declarations;
  return { name: pattern.name, value: init };
}

/** The parts of a statement `object.property=right`. */
function assignment({ expression }) {
  if (expression?.type !== "AssignmentExpression") return {};
  const { left, right } = expression;
  if (left.object?.type !== "Identifier") return {};
  return { object: left.object.name, property: left.property.name ?? left.property.value, right };
}

/** Whether it makes no difference when it is declared, and in which file. */
function isMovable({ values }, names, changing) {
  const [value] = values;
  return values.length === 1 && (!value || isPure(value, names, changing));
}

/** `owner` of `name=owner.property`: they are in the same file. */
function ownerOf({ values }) {
  const [value] = values;
  return value?.type === "MemberExpression" ? value.object.name : undefined;
}

function isPure(root, names, changing) {
  let pure = true;
  walk(root, (node) => {
    if (IMPURE.test(node.type) || changing.has(node.name)) pure = false;
    if (node.type === "MemberExpression" && names.has(node.object.name)) pure = false;
    return !isFunction(node);
  });
  return pure;
}

/** Adds the units that these nodes, the properties, or units in `found` refer to. */
function addReached(found, units, exports, nodes, properties) {
  const exported = new Map(exports.map(({ property, name }) => [property, name]));
  const add = (name) => units.has(name) && found.add(name);
  const addProperty = (property) => add(exported.get(property));
  const addAllIn = (node) => {
    for (const { name } of referencesIn(node)) add(name);
    propertiesIn(node).forEach(addProperty);
  };
  properties.forEach(addProperty);
  nodes.forEach(addAllIn);
  // A set also visits what is added meanwhile.
  for (const name of found) units.get(name).nodes.forEach(addAllIn);
}

function divided(all, isFirst) {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

/** A part of the text, with changes: [start, end, replacement]. */
function edited(text, edits, from, to) {
  const within = edits.filter(([start, end]) => from <= start && end <= to);
  within.sort(([a], [b]) => a - b);
  const ends = [from, ...within.map(([, end]) => end)];
  const starts = [...within.map(([start]) => start), to];
  return starts.map((start, i) => text.slice(ends[i], start) + (within[i]?.[2] ?? "")).join("");
}
