/** Unpacks one entry of a zip piece by piece, counting what comes out. */
import { Inflate } from 'fflate';
import type { ReadCaps } from './caps';
import { crc32 } from './crc32';
import { ReadFailure, within } from './failure';
import { packedData, type ZipEntry } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;
/** A packed byte gives at most 1,032: so no piece gives more than 8.5 MB before it is counted. */
const PIECE = 8192;

/** Bytes inflated so far in the whole file. */
export interface Spent {
  bytes: number;
}

/**
 * Hands the entry's bytes to `take`, in order. Throws as soon as a cap is passed («too-large»), and at the end where
 * size or checksum differ from the directory's («damaged»).
 */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  caps: ReadCaps,
  spent: Spent,
  take: (piece: Uint8Array) => void,
): void {
  refuseUnreadable(entry);
  const packed = packedData(bytes, entry);
  let size = 0;
  let sum = 0;
  let given = 0;
  const count = (piece: Uint8Array): void => {
    size += piece.length;
    spent.bytes += piece.length;
    within(size, caps.partBytes, `bytes of ${entry.name}`);
    within(spent.bytes, caps.totalBytes, 'bytes of all parts');
    if (size > caps.ratioFrom) {
      within(Math.floor(size / given), caps.ratio, `packing ratio of ${entry.name}`);
    }
    sum = crc32(piece, sum);
    take(piece);
  };
  const unpack = entry.method === STORED ? count : inflater(entry.name, count);
  do {
    const piece = packed.subarray(given, given + PIECE);
    given += piece.length;
    unpack(piece, given === packed.length);
  } while (given < packed.length);
  if (size !== entry.size || sum !== entry.crc) {
    throw new ReadFailure('damaged', `${entry.name}: size or checksum differ from the directory's`);
  }
}

function inflater(name: string, count: (piece: Uint8Array) => void) {
  let failure: unknown;
  const stream = new Inflate((piece) => {
    try {
      count(piece);
    } catch (thrown) {
      failure = thrown;
    }
  });
  return (piece: Uint8Array, last: boolean): void => {
    try {
      stream.push(piece, last);
    } catch {
      // Whatever the library says of it, the packed data is not what was packed.
      failure ??= new ReadFailure('damaged', `${name}: can't be unpacked`);
    }
    if (failure !== undefined) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- passes on what was thrown inside the library's call
      throw failure;
    }
  };
}

function refuseUnreadable(entry: ZipEntry): void {
  if (entry.encrypted) {
    throw new ReadFailure('old-or-encrypted', `${entry.name} is encrypted`);
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new ReadFailure('unreadable-part', `${entry.name}: packed by method ${entry.method}`);
  }
}
