/** Unpacks one entry of a zip, never past a cap. */
import type { ByteWork, Inflated } from './byte-work';
import type { ReadCaps } from './caps';
import { ReadFailure } from './failure';
import { packedData, type ZipEntry } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;

/** Bytes inflated so far in the whole file. */
export interface Spent {
  bytes: number;
}

/**
 * The entry's bytes. Throws as soon as a cap is passed («too-large»), and where size or checksum differ from the
 * directory's («damaged»).
 */
export function inflateEntry(
  file: Uint8Array,
  entry: ZipEntry,
  caps: ReadCaps,
  spent: Spent,
  work: ByteWork,
): Uint8Array {
  refuseUnreadable(entry);
  const packed = packedData(file, entry);
  const limit = limitOf(entry.name, packed.length, caps, spent);
  const inflated =
    entry.method === STORED ? stored(packed, limit.most) : work.inflate(packed, entry.size, limit.most);
  if (!inflated.ok) {
    throw inflated.more
      ? new ReadFailure('too-large', limit.what)
      : new ReadFailure('damaged', `${entry.name}: can't be unpacked`);
  }
  spent.bytes += inflated.size;
  if (inflated.size !== entry.size || work.crc32(inflated.bytes) !== entry.crc) {
    throw new ReadFailure('damaged', `${entry.name}: size or checksum differ from the directory's`);
  }
  return inflated.bytes;
}

function stored(bytes: Uint8Array, most: number): Inflated {
  return bytes.length > most ? { ok: false, more: true } : { ok: true, bytes, size: bytes.length };
}

interface Limit {
  readonly most: number;
  readonly what: string;
}

/** The least of the caps that hold for an entry. */
function limitOf(name: string, packed: number, caps: ReadCaps, spent: Spent): Limit {
  const limits: readonly Limit[] = [
    { most: caps.partBytes, what: `bytes of ${name}: more than ${caps.partBytes}` },
    { most: caps.totalBytes - spent.bytes, what: `bytes of all parts: more than ${caps.totalBytes}` },
    {
      most: Math.max(caps.ratioFrom, packed * caps.ratio),
      what: `packing ratio of ${name}: more than ${caps.ratio}`,
    },
  ];
  return limits.reduce((least, limit) => (limit.most < least.most ? limit : least));
}

function refuseUnreadable(entry: ZipEntry): void {
  if (entry.encrypted) {
    throw new ReadFailure('old-or-encrypted', `${entry.name} is encrypted`);
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new ReadFailure('unreadable-part', `${entry.name}: packed by method ${entry.method}`);
  }
}
