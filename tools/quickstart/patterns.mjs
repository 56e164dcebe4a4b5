// The texts that patches.mjs looks for. `$name` in a text matches any identifier, so that a text does
// not depend on the names that a minifier picks: "$a=f($b,$b)" matches "t=f(e,e)", not "t=f(e,n)".

/** How many characters of a file are shown around a match, on each side. */
const AROUND = 70;
/** How many matches of a text are shown. */
const SHOWN = 3;

/** Each `$name`, and the characters between them. */
const tokensOf = (text) => text.match(/\$[a-z]\w*|./gs);
const isName = (token) => /^\$[a-z]/.test(token);

function expression(tokens) {
  const names = new Set();
  const source = tokens.map((token) => {
    if (!isName(token)) return token.replace(/\W/, "\\$&");
    const name = token.slice(1);
    const identifier = names.has(name) ? `\\k<${name}>` : `(?<${name}>[A-Za-z_$][\\w$]*)`;
    names.add(name);
    return `${identifier}(?![\\w$])`;
  });
  return new RegExp(source.join(""), "g");
}

/** The places in `content` that match the text; `groups` has the identifiers. */
export function matchesOf(content, text) {
  return [...content.matchAll(expression(tokensOf(text)))];
}

/** The replacement with the identifiers in `names` for `$name`, and the matched text for `$&`. */
export function filled(replacement, matched, names) {
  return replacement.replace(/\$&|\$([a-z]\w*)/g, (all, name) => {
    if (all === "$&") return matched;
    if (!(name in names)) throw new Error(`no text of the patch has ${all}: ${replacement}`);
    return names[name];
  });
}

/**
 * Lines for a person who corrects the text: what is around its matches, or, without a match, around
 * the longest piece of it that occurs.
 */
export function neighbourhood(content, text, matches) {
  const around = ({ index, 0: { length } }) =>
    content.slice(Math.max(0, index - AROUND), index + length + AROUND).replace(/\s+/g, " ");
  if (matches.length) return matches.slice(0, SHOWN).map((match) => `match: ${around(match)}`);
  const piece = longestPiece(content, tokensOf(text));
  const [nearest] = piece.length ? content.matchAll(expression(piece)) : [];
  return nearest ? [`nearest: ${around(nearest)}`] : ["no piece of it occurs"];
}

function longestPiece(content, tokens) {
  const lengthOf = (piece) => piece.filter((token) => !isName(token)).join("").length;
  let longest = [];
  for (let from = 0, to = 0; from < tokens.length; from++) {
    to = Math.max(to, from);
    while (to < tokens.length && expression(tokens.slice(from, to + 1)).test(content)) to++;
    const piece = tokens.slice(from, to);
    if (lengthOf(piece) > lengthOf(longest)) longest = piece;
  }
  return longest;
}
