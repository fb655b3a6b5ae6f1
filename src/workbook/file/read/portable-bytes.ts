import { Inflate } from 'fflate';
import type { ByteWork, Inflated } from './byte-work';
import { crc32 } from './crc32';

/** A packed byte gives at most 1,032: so no piece gives more than 8.5 MB before it is counted. */
const PIECE = 8192;
const MOST_OF_A_BYTE = 1032;
const CHECKED_AT_ONCE = 64 * 1024;

/** Runs anywhere: in Node, in a browser, in a worker. */
export const PORTABLE_BYTES: ByteWork = { inflate, crc32: (bytes) => crc32(bytes), isUtf8 };

function inflate(packed: Uint8Array, expected: number, most: number): Inflated {
  if (packed.length === 0) return { ok: false, more: false };
  const bytes = new Uint8Array(Math.max(0, Math.min(expected, most, packed.length * MOST_OF_A_BYTE)));
  let size = 0;
  const stream = new Inflate((piece) => {
    bytes.set(piece.subarray(0, Math.max(0, bytes.length - size)), Math.min(size, bytes.length));
    size += piece.length;
  });
  let given = 0;
  do {
    const piece = packed.subarray(given, given + PIECE);
    given += piece.length;
    try {
      stream.push(piece, given === packed.length);
    } catch {
      // Whatever the library says of it, the packed data is not what was packed.
      return { ok: false, more: false };
    }
    if (size > most) return { ok: false, more: true };
  } while (given < packed.length);
  return { ok: true, bytes: bytes.subarray(0, Math.min(size, bytes.length)), size };
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHECKED_AT_ONCE) {
      decoder.decode(bytes.subarray(at, at + CHECKED_AT_ONCE), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
