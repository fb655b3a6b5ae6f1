/**
 * The three things done to every byte of a file, which a host may do faster than code that runs anywhere:
 * `portable-bytes.ts` has that code, `node-bytes.ts` (beside this folder) what Node brings.
 */
export interface ByteWork {
  /**
   * Unpacks raw deflate data (RFC 1951). `expected`: the size that the directory gives, a hint that may lie. Never more
   * than `most` bytes are made; bytes past `expected` need only be counted, since they make the part a damaged one.
   */
  readonly inflate: (packed: Uint8Array, expected: number, most: number) => Inflated;
  /** CRC-32 as zip counts it (ISO 3309). */
  readonly crc32: (bytes: Uint8Array) => number;
  readonly isUtf8: (bytes: Uint8Array) => boolean;
}

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array; /** Of all that came out. */ readonly size: number }
  /** `more`: there is more than `most`; else the data is none. */
  | { readonly ok: false; readonly more: boolean };
