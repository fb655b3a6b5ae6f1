/**
 * Texts that were made before, found by their bytes: sheets say the same names, types and numbers a hundred thousand times,
 * and the files of one programme say the same as the file before. A text that is the same string is also compared sooner.
 */
import type { TextKind } from './decode-text';

interface Said {
  readonly bytes: Uint8Array;
  readonly kind: TextKind;
  readonly text: string;
}

const NOTHING: Said = { bytes: new Uint8Array(), kind: 'text', text: '' };

/** Two for each hash, so that two texts of one hash do not drive each other out. */
const PLACES = 8192;
/** Of all texts that are kept, in the file's bytes; when it is full, all are forgotten. */
const MOST_BYTES = 4 * 1024 * 1024;
/** A hash looks at about so many bytes of a text at most. */
const LOOKS = 64;

const said = new Array<Said>(PLACES).fill(NOTHING);
let bytesKept = 0;
let turn = 0;

/** The text of bytes `from` to `to` as `make` made it before, or makes it now. */
export function saidBefore(
  bytes: Uint8Array,
  from: number,
  to: number,
  kind: TextKind,
  make: (bytes: Uint8Array, from: number, to: number, kind: TextKind) => string,
): string {
  if (from === to) {
    return '';
  }
  const place = placeOf(bytes, from, to);
  for (let second = 0; second < 2; second += 1) {
    const known = said[place + second] ?? NOTHING;
    if (known.kind === kind && isSame(known.bytes, bytes, from, to)) {
      return known.text;
    }
  }
  const text = make(bytes, from, to, kind);
  turn ^= 1;
  keep(place + turn, { bytes: bytes.slice(from, to), kind, text });
  return text;
}

function keep(place: number, made: Said): void {
  bytesKept += made.bytes.length - (said[place] ?? NOTHING).bytes.length;
  if (bytesKept > MOST_BYTES) {
    said.fill(NOTHING);
    bytesKept = made.bytes.length;
  }
  said[place] = made;
}

function placeOf(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  // Odd, since of two bytes of a Cyrillic letter the second tells more.
  const step = Math.floor(length / LOOKS) | 1;
  let hash = length;
  for (let at = from; at < to; at += step) {
    hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  }
  hash = Math.imul(hash ^ ((bytes[to - 1] ?? 0) << 8), 0x9e3779b1);
  return (hash >>> 15) & (PLACES - 2);
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) {
    return false;
  }
  for (let at = 0; at < known.length; at += 1) {
    if (known[at] !== bytes[from + at]) {
      return false;
    }
  }
  return true;
}
