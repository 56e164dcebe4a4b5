/** Text by the tables of the Encoding standard, whole or in pieces. */

import type { PyBufferSource } from "./types";

interface Decoder {
  /** The name of the encoding, in lower case. */
  encoding: string;
  /** `more` is false for the last piece. */
  decode(bytes: PyBufferSource, more: boolean): string;
}

/** Returns undefined for a label that TextDecoder does not know. */
export function textDecoder(label: string): Decoder | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return undefined;
  }
  return {
    encoding: decoder.encoding,
    decode(bytes, more) {
      const buffer = bytes.getBuffer("u8");
      try {
        return decoder.decode(buffer.data, { stream: more });
      } finally {
        buffer.release();
      }
    },
  };
}
