// Packs the memory of a snapshot: leaves out what follows from the rest and looks random to Brotli.
// The page restores it on a first visit, and stores it as it was. That is
//
//  - the list of the objects of Python's garbage collector;
//  - the hashes of str objects;
//  - the indices of dicts whose keys are str objects: a hash table with the numbers of the entries.
//
// The layouts are those of CPython's headers: pycore_gc.h, unicodeobject.h and pycore_dict.h.

const FLAGS = 3;
/** The words of a str object before its text: reference count, type, length, hash, state. */
const [TYPE, HASH] = [1, 3];
const NOT_HASHED = 0xffffffff;
/**
 * The words of a dict's keys: reference count; sizes and kind, a byte each, and an unused byte;
 * version; free entries; used entries. Indices and entries follow.
 */
const [SIZES, FREE, USED, INDICES] = [1, 3, 4, 5];
/** Entries of these kinds are two words, the key and the value. */
const KINDS = [1, 2];
const [SMALLEST, LARGEST] = [3, 20];

/**
 * Restores the memory, `words`, of a snapshot with this header. Runs in the page, once: patches.mjs
 * puts its source into the core, so it uses nothing else of this file. `hash` computes the hash of
 * the str object at an address, and writes it to the object.
 */
export function unpack(words, { gcHead, strType, firstDict, dataEnd, ranges }, hash) {
  for (let at = words[gcHead >> 2] & ~3, previous = gcHead; at !== gcHead; ) {
    const i = at >> 2;
    const distance = words[i];
    const next = distance > 3 ? at + (distance & ~3) : gcHead;
    words[i] = next | (distance & 3);
    words[i + 1] |= previous;
    [previous, at] = [at, next];
  }
  for (const [offset, length] of ranges) {
    if (offset < dataEnd) continue;
    const part = words.subarray(offset >> 2, (offset + length) >> 2);
    // `indexOf` is much faster than a loop that runs only once.
    for (let i = part.indexOf(strType); i >= 0; i = part.indexOf(strType, i + 1)) {
      if (part[i + 2] === 0xffffffff) hash(offset + (i - 1) * 4);
    }
  }
  for (let at = firstDict >> 2, distance = at; distance; at += distance) {
    const sizes = words[at + 1];
    const [slots, bytes] = [1 << (sizes & 255), 1 << ((sizes >> 8) & 255)];
    distance = words[at + 5];
    const IndexArray = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array }[bytes / slots];
    const indices = new IndexArray(words.buffer, words.byteOffset + (at + 5) * 4, slots);
    indices.fill(0xffffffff);
    const [empty] = indices;
    const entries = at + 5 + bytes / 4;
    for (let entry = 0; entry < words[at + 4]; entry++) {
      const key = words[entries + 2 * entry];
      if (!key) continue; // deleted
      let rest = words[(key >> 2) + 3];
      let slot = rest & (slots - 1);
      while (indices[slot] !== empty) {
        rest >>>= 5;
        slot = (slot * 5 + rest + 1) & (slots - 1);
      }
      indices[slot] = entry;
    }
  }
}

/**
 * Returns the packed memory, the memory that `unpack` makes of it (objects and indices may have
 * another order than before), what `unpack` needs, and how many of each kind are packed. `member` is
 * the address of the two pointers of an object in the list of the garbage collector, `strType` that
 * of the type, `strings` lists [address, hash] of str objects. Throws if the memory cannot be packed.
 */
export function pack(memory, ranges, { dataEnd, member, strType, strings }) {
  const packed = memory.slice();
  const words = wordsOf(packed);
  const heap = ranges.filter(([offset]) => offset >= dataEnd);
  const gcHead = unlink(packed, member, dataEnd);
  const dicts = clearDicts(words, heap, strType);
  const hashes = new Map(strings.filter(([address]) => address >= dataEnd));
  let cleared = 0;
  for (const [address, hash] of hashes) {
    const at = address / 4;
    if (!isString(words, at, strType) || ![hash, NOT_HASHED].includes(words[at + HASH])) continue;
    words[at + HASH] = NOT_HASHED;
    cleared++;
  }
  const restored = packed.slice();
  const restoredWords = wordsOf(restored);
  const header = { gcHead, strType, firstDict: 4 * (dicts[0] ?? 0) };
  unpack(restoredWords, { ...header, dataEnd, ranges }, (address) => {
    const hash = hashes.get(address);
    if (hash === undefined) throw new Error(`no str object at ${address}`);
    restoredWords[address / 4 + HASH] = hash;
  });
  const counts = {
    "list of the garbage collector": gcHead && 1,
    hashes: cleared,
    dicts: dicts.length,
  };
  return { header, packed, restored, counts };
}

const wordsOf = (memory) => new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);

/**
 * Whether a compact str object seems to be at this word: its text ends with a zero. Runs in the page
 * of snapshot.mjs, too.
 */
export function isString(words, at, strType) {
  const [count, type, length, , state] = words.subarray(at, at + 5);
  const [width, isCompact, isASCII] = [(state >> 2) & 7, state & 32, state & 64];
  if (type !== strType || !count || !isCompact) return false;
  if (![1, 2, 4].includes(width) || (isASCII && width !== 1)) return false;
  const end = words.byteOffset + 4 * at + (isASCII ? 20 : 28) + length * width;
  return end < words.buffer.byteLength && new Uint8Array(words.buffer, end, 1)[0] === 0;
}

/**
 * Clears the indices of dicts; the first word of them becomes the distance to the next dict's keys,
 * 0 for the last. Returns where the keys are.
 */
function clearDicts(words, heap, strType) {
  const found = [];
  for (const [offset, length] of heap) {
    for (let i = offset / 4; i < (offset + length) / 4; i++) {
      if (isKeys(words, i, strType)) found.push(i);
    }
  }
  found.forEach((at, i) => {
    indicesOf(words, at).fill(0);
    words[at + INDICES] = (found[i + 1] ?? at) - at;
  });
  return found;
}

/** The indices of a dict's keys, if the sizes are those of one. */
function indicesOf(words, at) {
  const sizes = words[at + SIZES];
  const [slots, bytes, kind] = [sizes & 255, (sizes >> 8) & 255, sizes >>> 16];
  const width = slots < 8 ? 0 : slots < 16 ? 1 : 2;
  if (!KINDS.includes(kind) || slots < SMALLEST || slots > LARGEST) return undefined;
  const most = Math.floor(2 ** (slots + 1) / 3);
  if (bytes !== slots + width || words[at + FREE] + words[at + USED] > most) return undefined;
  const start = words.byteOffset + (at + INDICES) * 4;
  if (start + 2 ** bytes > words.buffer.byteLength) return undefined;
  return new [Int8Array, Int16Array, Int32Array][width](words.buffer, start, 2 ** slots);
}

/** Whether the keys of a dict are here: str objects with hashes, each with one index. */
function isKeys(words, at, strType) {
  const indices = words[at] ? indicesOf(words, at) : undefined;
  if (!indices) return false;
  const used = words[at + USED];
  const entries = at + INDICES + indices.byteLength / 4;
  const expected = [];
  for (let i = 0; i < used; i++) {
    const key = words[entries + 2 * i] / 4;
    if (key && words[key + TYPE] !== strType) return false;
    if (key && words[key + HASH] === NOT_HASHED) return false;
    if (key) expected.push(i);
  }
  const found = [...indices].filter((index) => index >= 0).sort((a, b) => a - b);
  return found.length > 0 && found.join() === expected.join();
}

/**
 * Python's garbage collector has its objects in a list, by two pointers before each object: next and
 * previous. Orders the list of the object whose pointers are at `member` by address, and replaces
 * `next` by the distance, 0 for the last, and `previous` by 0. Two bits of each word are flags.
 * Returns the address of the list's head, which keeps its pointers, or 0 if the list is not as
 * expected.
 */
export function unlink(memory, member, dataEnd) {
  const words = wordsOf(memory);
  const list = [];
  const seen = new Set();
  for (let at = member; !seen.has(at); at = words[at / 4] & ~FLAGS) {
    if (!at || at % 4 || at >= memory.length) return 0;
    seen.add(at);
    list.push(at);
  }
  const heads = list.filter((at) => at < dataEnd);
  if ((words[list.at(-1) / 4] & ~FLAGS) !== member || heads.length !== 1) return 0;
  const [head] = heads;
  const objects = list.filter((at) => at !== head).sort((a, b) => a - b);
  const set = (i, value) => {
    words[i] = value | (words[i] & FLAGS);
  };
  objects.forEach((at, i) => {
    set(at / 4, (objects[i + 1] ?? at) - at);
    set(at / 4 + 1, 0);
  });
  set(head / 4, objects[0]);
  set(head / 4 + 1, objects.at(-1));
  return head;
}
