/**
 * Texts that were made before, found by their bytes: sheets say the same names, types and numbers a hundred thousand times,
 * and the files of one programme say the same as the file before, mostly in the same order. So the text that followed the
 * last one is tried first; only where another stands, it is looked for. A text that is the same string is also compared
 * sooner.
 */
import type { TextKind } from './decode-text';
import { sameBytes } from './same-bytes';
import { LESS } from './xml-chars';

/** Of all texts that are kept, in the file's bytes, and their number; when either is full, all are forgotten. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_TEXTS = 32 * 1024;
/** Two for each hash, so that two texts of one hash do not drive each other out. */
const PLACES = 32 * 1024;
/** A hash looks at about so many bytes of a text at most. */
const LOOKS = 64;

/** The bytes of all texts, one behind the other; where each begins, and what it is. Number 0 is no text. */
const kept = new Uint8Array(MOST_BYTES);
const begins = new Int32Array(MOST_TEXTS + 1);
const kinds = new Array<TextKind>(MOST_TEXTS).fill('text');
const texts = new Array<string>(MOST_TEXTS).fill('');
/** The text that came after each when it was last said. */
const following = new Int32Array(MOST_TEXTS);
/** By hash. */
const places = new Int32Array(PLACES);
let count = 1;
let last = 0;
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
  const expected = following[last] ?? 0;
  if (expected > 0 && isSame(expected, bytes, from, to, kind)) {
    last = expected;
    return texts[expected] ?? '';
  }
  const place = placeOf(bytes, from, to);
  for (let second = 0; second < 2; second += 1) {
    const known = places[place + second] ?? 0;
    if (known > 0 && isSame(known, bytes, from, to, kind)) {
      follow(known);
      return texts[known] ?? '';
    }
  }
  const text = make(bytes, from, to, kind);
  if (to - from <= MOST_BYTES) {
    keep(place, bytes.subarray(from, to), kind, text);
  }
  return text;
}

/**
 * Whether the text that is expected next stands at `from`, up to the «<» there; fills `found`. Its bytes need no look for
 * what XML forbids: they had it when the text was made.
 */
export function isExpected(
  bytes: Uint8Array,
  from: number,
  found: { to: number; text: string | undefined },
): boolean {
  const expected = following[last] ?? 0;
  const to = from + sizeOf(expected);
  if (expected === 0 || bytes[to] !== LESS || !isSame(expected, bytes, from, to, 'text')) {
    return false;
  }
  last = expected;
  found.to = to;
  found.text = texts[expected] ?? '';
  return true;
}

function sizeOf(known: number): number {
  return (begins[known + 1] ?? 0) - (begins[known] ?? 0);
}

function follow(next: number): void {
  following[last] = next;
  last = next;
}

function keep(place: number, bytes: Uint8Array, kind: TextKind, text: string): void {
  if (count === MOST_TEXTS || (begins[count] ?? 0) + bytes.length > MOST_BYTES) {
    places.fill(0);
    following.fill(0);
    texts.fill('');
    count = 1;
    last = 0;
  }
  const begin = begins[count] ?? 0;
  kept.set(bytes, begin);
  begins[count + 1] = begin + bytes.length;
  kinds[count] = kind;
  texts[count] = text;
  turn ^= 1;
  places[place + turn] = count;
  follow(count);
  count += 1;
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

function isSame(known: number, bytes: Uint8Array, from: number, to: number, kind: TextKind): boolean {
  const size = to - from;
  return (
    sizeOf(known) === size && kinds[known] === kind && sameBytes(kept, begins[known] ?? 0, bytes, from, size)
  );
}
