/** Types that several modules of the bridge use. */

/** A PyProxy with the buffer protocol: Python's `bytes`. */
export interface PyBufferSource {
  getBuffer(type: "u8"): { data: Uint8Array<ArrayBuffer>; release(): void };
}

export type BodyFromPython = XMLHttpRequestBodyInit | PyBufferSource | undefined;
