/** Node's own unpacking, checksum and check of UTF-8, several times faster than code that runs anywhere. */
import { isUtf8 } from 'node:buffer';
import * as zlib from 'node:zlib';
import type { ByteWork, Inflated } from './read/byte-work';
import { PORTABLE_BYTES } from './read/portable-bytes';

const LEAST_CHUNK = 64;
/** Larger parts come in pieces of this size, so that what a directory promises costs no memory. */
const LARGEST_CHUNK = 1024 * 1024;

export const NODE_BYTES: ByteWork = {
  inflate,
  // Node has it from 20.15 and 22.2 on.
  crc32: 'crc32' in zlib ? (bytes) => zlib.crc32(bytes) : PORTABLE_BYTES.crc32,
  isUtf8,
};

function inflate(packed: Uint8Array, expected: number, most: number): Inflated {
  // A chunk of one byte more than is expected is filled in one go, and tells that nothing follows.
  const chunkSize = Math.max(LEAST_CHUNK, Math.min(expected + 1, LARGEST_CHUNK));
  try {
    const { buffer, byteOffset, length } = zlib.inflateRawSync(packed, {
      chunkSize,
      maxOutputLength: Math.max(1, most),
    });
    if (length > most) return { ok: false, more: true };
    // A plain array: methods of Node's own kind cost more than what they do here.
    return { ok: true, bytes: new Uint8Array(buffer, byteOffset, length), size: length };
  } catch (thrown) {
    const more = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, more };
  }
}
