/**
 * The central directory of a zip (APPNOTE 6.3, sections 4.3.12 to 4.3.16, zip64 included). Sizes stand there even
 * where local headers leave them to data descriptors. What it says is used to find data and to check it, never to
 * allocate memory.
 */
import { ReadFailure, within } from './failure';

export interface ZipEntry {
  /** As the file has it, with «/» between folders and none in front. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header stands. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const UNKNOWN_16 = 0xffff;
const UNKNOWN_32 = 0xffffffff;
const END_SIZE = 22;
const ZIP64_EXTRA = 1;
const NAMES = new TextDecoder();

/** Entries of the zip in the order of the directory. Throws «damaged» or «too-large». */
export function readDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset, end } = findDirectory(view);
  within(count, maxEntries, 'entries of the zip');
  const entries: ZipEntry[] = [];
  let at = offset;
  while (entries.length < count) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) {
      throw new ReadFailure('damaged', `entry ${entries.length + 1} of the zip directory is missing`);
    }
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) {
      throw new ReadFailure('damaged', `entry ${entries.length + 1} of the zip directory is cut`);
    }
    entries.push(readEntry(bytes, view, at));
    at = next;
  }
  refuseOverlaps(entries, offset);
  return entries;
}

/** The packed data of an entry, where its local header says that it starts. */
export function packedData(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) {
    throw new ReadFailure('damaged', `${entry.name}: no local header`);
  }
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packedSize > bytes.length) {
    throw new ReadFailure('damaged', `${entry.name}: data beyond the end of the file`);
  }
  return bytes.subarray(start, start + entry.packedSize);
}

interface Directory {
  readonly count: number;
  readonly offset: number;
  /** Where the end record starts; the directory lies before it. */
  readonly end: number;
}

/** The last end record that points at a directory; bytes after it (mail gateways add some) do no harm. */
function findDirectory(view: DataView): Directory {
  const first = Math.max(0, view.byteLength - END_SIZE - UNKNOWN_16);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) {
      const directory = readEnd(view, at);
      const empty = directory.count === 0;
      if (empty || (directory.offset + 46 <= at && view.getUint32(directory.offset, true) === CENTRAL)) {
        return directory;
      }
    }
  }
  throw new ReadFailure('damaged', 'the zip has no directory: the file is cut');
}

function readEnd(view: DataView, at: number): Directory {
  const count = view.getUint16(at + 10, true);
  const offset = view.getUint32(at + 16, true);
  const locator = at - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) {
    return { count, offset, end: at };
  }
  const end64 = readUint64(view, locator + 8);
  if (end64 + 56 > locator || view.getUint32(end64, true) !== END_64) {
    throw new ReadFailure('damaged', 'the zip64 end record is missing');
  }
  return { count: readUint64(view, end64 + 32), offset: readUint64(view, end64 + 48), end: end64 };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const name = NAMES.decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const extraAt = at + 46 + nameLength;
  const long = zip64Fields(view, extraAt, extraAt + view.getUint16(at + 30, true));
  // In the zip64 field stand only those of the three that do not fit, in this order.
  const wide = (field: number): number => {
    const value = view.getUint32(field, true);
    return value === UNKNOWN_32 ? (long.shift() ?? value) : value;
  };
  const size = wide(at + 24);
  const packedSize = wide(at + 20);
  const offset = wide(at + 42);
  return {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  };
}

function zip64Fields(view: DataView, from: number, to: number): number[] {
  let at = from;
  while (at + 4 <= to) {
    const length = view.getUint16(at + 2, true);
    const end = Math.min(to, at + 4 + length);
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      const fields: number[] = [];
      for (let field = at + 4; field + 8 <= end; field += 8) {
        fields.push(readUint64(view, field));
      }
      return fields;
    }
    at += 4 + length;
  }
  return [];
}

/** Entries that share bytes are how a small file pretends to hold a large one. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) {
      throw new ReadFailure('damaged', `${entry.name}: shares bytes with another entry`);
    }
    end = entry.offset + 30 + entry.packedSize;
    if (end > directory) {
      throw new ReadFailure('damaged', `${entry.name}: data beyond the directory`);
    }
  }
}

/** Beyond 2^53 it is not exact, and beyond any file all the same. */
function readUint64(view: DataView, at: number): number {
  return at + 8 <= view.byteLength ? Number(view.getBigUint64(at, true)) : Number.POSITIVE_INFINITY;
}
