// What JavaScript declares, refers to and changes, by its syntax tree (ESTree).

const FUNCTION = /Function/;
export const isFunction = ({ type }) => FUNCTION.test(type);

/** Calls `visit(node, parent, key)` for a node and all in it; if that returns false, not for what is in the node. */
export function walk(node, visit, parent, key) {
  if (visit(node, parent, key) === false) return;
  for (const [name, value] of Object.entries(node)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (typeof each?.type === "string") walk(each, visit, node, name);
    }
  }
}

/** The names in a pattern that is assigned to. */
function namesIn(pattern) {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((each) => namesIn(each.value ?? each));
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

/** The names that a node declares; not what functions in it declare. */
export function declaredIn(root) {
  const found = new Set();
  const addAll = (patterns) => {
    for (const name of patterns.flatMap(namesIn)) found.add(name);
  };
  walk(root, (node) => {
    if (/^(VariableDeclarator|Class|Function|Import.*Specifier$)/.test(node.type)) {
      addAll([node.id ?? node.local]);
    }
    if (node.type === "CatchClause") addAll([node.param]);
    const entered = !isFunction(node) || node === root;
    if (entered) addAll(node.params ?? []);
    return entered;
  });
  return found;
}

/** The names of variables that get a value after their declaration. */
export function changedIn(root) {
  const found = new Set();
  walk(root, ({ type, left, argument }) => {
    const isChange = type === "AssignmentExpression" || /^For(In|Of)/.test(type);
    const pattern = type === "UpdateExpression" ? argument : isChange ? left : undefined;
    for (const name of namesIn(pattern)) found.add(name);
  });
  return found;
}

/**
 * What a node refers to outside of its functions, and where; `isShorthand`: as `{ name }`. A name that
 * a function declares in one of its blocks counts as declared in all of it.
 */
export function referencesIn(root, outer = []) {
  const found = [];
  const own = isFunction(root) ? declaredIn(root) : [];
  const bound = new Set([...outer, ...own]);
  walk(root, (node, parent, key) => {
    if (isFunction(node) && node !== root) {
      found.push(...referencesIn(node, bound));
      return false;
    }
    const { type, name, start, end } = node;
    const isName = key === "label" || (/^(key|property)$/.test(key) && !parent.computed);
    if (type !== "Identifier" || isName || bound.has(name)) return true;
    found.push({ name, start, end, isShorthand: key === "value" && parent.shorthand === true });
    return true;
  });
  return found;
}

/** The names of the properties that a node uses, and its strings. */
export function propertiesIn(root) {
  const found = [];
  walk(root, ({ type, property, key, value }, parent) => {
    if (type === "MemberExpression") found.push(property.name);
    if (type === "Property" && parent?.type === "ObjectPattern") found.push(key.name);
    if (type === "Literal") found.push(value);
  });
  return found;
}
