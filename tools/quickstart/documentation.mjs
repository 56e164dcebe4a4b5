// The documentation of C's methods: texts that the methods of functions and descriptors return for
// `__doc__` and `__text_signature__`. These come with the deferred WebAssembly file.
import { importsOf, known } from "./wasm.mjs";

/** PyMethodDef: { const char *name; function; int flags; const char *documentation; } */
const METHOD = { name: 0, function: 4, flags: 8, documentation: 12 };
/** How C gets the arguments: https://docs.python.org/3/c-api/structures.html#c.PyMethodDef.ml_flags */
const CALLS = new Set([0x1, 0x3, 0x4, 0x8, 0x80, 0x82, 0x282]);
const OF_CLASS = 0x10 | 0x20 | 0x40;

/** PyGetSetDef: { const char *name; get; set; const char *documentation; void *closure; } */
const GET = 4;
const ATTRIBUTE = 20;
const READ = ["__doc__", "__text_signature__"];
/** What classes have, too: their documentation is no method's. */
const OF_TYPES = "__bases__";

/** Texts of fewer bytes may be tables. */
const LONG = 64;

/**
 * Returns the functions that read the documentation of methods, by their index among the own
 * functions of `module`.
 */
export function documentationReaders(module, image) {
  const imported = importsOf(module, "function");
  const slots = new Map();
  for (const { value } of module.elements) {
    for (const [i, index] of value.functions.entries())
      slots.set(value.offset + i, index - imported);
  }
  const text = Buffer.from(image);
  const names = READ.map((name) => text.indexOf(`\0${name}\0`, 0, "latin1") + 1);
  known(names.every(Boolean), "attribute for documentation");
  const found = new Set();
  for (let at = 0; at < image.length - ATTRIBUTE; at += 4) {
    if (wordAt(image, at) !== names[0]) continue;
    const attributes = attributesAround(image, at);
    const inTable = new Map(
      attributes.map((each) => [identifierAt(image, wordAt(image, each)), each]),
    );
    if (inTable.has(OF_TYPES) || !READ.every((name) => inTable.has(name))) continue;
    for (const name of READ) found.add(slots.get(wordAt(image, inTable.get(name) + GET)));
  }
  known(found.size && !found.has(undefined), "getter of documentation");
  return found;
}

/** Where the attributes of a table start, of which one starts at `at`. */
function attributesAround(image, at) {
  const isAttribute = (each) =>
    identifierAt(image, wordAt(image, each)) !== undefined && wordAt(image, each + GET);
  let [first, end] = [at, at];
  while (isAttribute(first - ATTRIBUTE)) first -= ATTRIBUTE;
  while (isAttribute(end)) end += ATTRIBUTE;
  return Array.from({ length: (end - first) / ATTRIBUTE }, (_, i) => first + i * ATTRIBUTE);
}

/** Where data refers to the documentation of methods; `references` are all its references. */
export function documentations(references, image) {
  return [...references.keys()].filter((at) => {
    const method = at - METHOD.documentation;
    const calls = wordAt(image, method + METHOD.flags) & ~OF_CLASS;
    if (!CALLS.has(calls) || !wordAt(image, method + METHOD.function)) return false;
    const name = references.get(method + METHOD.name);
    return identifierAt(image, name) !== undefined && isLongText(image, references.get(at));
  });
}

function identifierAt(image, address = 0) {
  if (!address || address >= image.length) return undefined;
  const text = Buffer.from(image.subarray(address, address + LONG));
  const end = text.indexOf(0);
  const name = text.subarray(0, Math.max(0, end)).toString("latin1");
  return /^[a-z_]\w*$/i.test(name) ? name : undefined;
}

/** Whether this is a text without control characters, and zeros at its end. */
export function isLongText(image, start, length = image.indexOf(0, start) + 1 - start) {
  if (length < LONG) return false;
  const bytes = image.subarray(start, start + length);
  const end = bytes.indexOf(0);
  const isCharacter = (byte) => byte >= 32 || byte === 10 || byte === 9;
  return end > 0 && bytes.subarray(0, end).every(isCharacter) && !bytes.subarray(end).some(Boolean);
}

export function wordAt(bytes, at) {
  return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
}
