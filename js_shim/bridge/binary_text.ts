/**
 * Bytes from a synchronous request. In a window it gives no ArrayBuffer, only text
 * (https://xhr.spec.whatwg.org/#the-responsetype-attribute). The charset x-user-defined maps each
 * byte to one character.
 */

/** The argument of `overrideMimeType`. */
export const BINARY_TEXT = "text/plain; charset=x-user-defined";

/** The part of a finished XMLHttpRequest that is read here. */
export type Received = Pick<XMLHttpRequest, "responseText" | "getResponseHeader">;

/**
 * Returns the bytes of a response that was received as BINARY_TEXT. `length` is how many arrived.
 */
export function bytesOf(
  xhr: Received,
  length = Number(xhr.getResponseHeader("content-length")),
): Uint8Array<ArrayBuffer> {
  const text = xhr.responseText;
  const bytes = new Uint8Array(text.length);
  let foreign = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code;
    if (code > 0x7f && code >> 7 !== 0xf780 >> 7) foreign = true;
  }
  return withMark(xhr, text, foreign, length) ?? bytes;
}

/**
 * A byte order mark overrides the charset (https://encoding.spec.whatwg.org/#decode): the text is
 * decoded, without the mark. Encodes it again; returns undefined if there was no mark.
 */
function withMark(
  xhr: Received,
  text: string,
  foreign: boolean,
  sent: number,
): Uint8Array<ArrayBuffer> | undefined {
  const length = xhr.getResponseHeader("content-encoding") === null ? sent : 0;
  const ofUtf16 = length > 0 && length === 2 * text.length + 2;
  if (!foreign && !ofUtf16 && length !== text.length + 3) return undefined;
  const marked = `\ufeff${text}`;
  if (!ofUtf16) return new TextEncoder().encode(marked);
  const units = new Uint16Array(marked.length);
  for (let i = 0; i < marked.length; i++) units[i] = marked.charCodeAt(i);
  return new Uint8Array(units.buffer);
}
