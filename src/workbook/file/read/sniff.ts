/** What a file is by its first bytes and its entries, before anything of it is read. */
import { ReadFailure } from './failure';
import type { Package } from './package';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** Refuses what is no zip: .xls and encrypted .xlsx are compound files, the rest is no workbook at all. */
export function refuseByFirstBytes(bytes: Uint8Array): void {
  const startsWith = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) {
    throw new ReadFailure('empty', 'no bytes');
  }
  if (startsWith(COMPOUND_FILE)) {
    throw new ReadFailure('old-or-encrypted', 'a compound file: .xls, or .xlsx with a password');
  }
  if (!startsWith(ZIP)) {
    throw new ReadFailure('not-a-workbook', 'not a zip');
  }
}

/** Refuses zips of other kinds. */
export function refuseByEntries(parts: Package): void {
  if (isOpenDocument(parts)) {
    throw new ReadFailure('opendocument', 'an OpenDocument file');
  }
  if (parts.has('xl/workbook.bin')) {
    throw new ReadFailure('binary-workbook', 'xl/workbook.bin');
  }
}

function isOpenDocument(parts: Package): boolean {
  if (parts.has('content.xml') && parts.has('META-INF/manifest.xml')) {
    return true;
  }
  return (
    parts.has('mimetype') && new TextDecoder().decode(parts.bytes('mimetype', 1024)).includes('opendocument')
  );
}
