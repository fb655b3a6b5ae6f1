/**
 * Short texts of plain ASCII as strings, made once: sheets say the same names, types and numbers a hundred thousand times,
 * and the files of one programme say the same as the file before.
 */
import { AMPERSAND, BLANK } from './xml-chars';

/** Up to this length a string is found, or made, sooner by hand than by a decoder. */
const LONGEST = 24;
const PLACES = 4096;
/** By a hash of the bytes; a text whose place is taken by another takes it over, so the table never grows. */
const texts = new Array<string>(PLACES).fill('');

/** The text of bytes `from` to `to`; undefined for one that is long, or where a byte is anything but itself. */
export function shortText(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > LONGEST) {
    return undefined;
  }
  let hash = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < BLANK || byte > 0x7e || byte === AMPERSAND) {
      return undefined;
    }
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const place = (hash ^ (hash >>> 12)) & (PLACES - 1);
  const known = texts[place] ?? '';
  if (isText(bytes, from, to, known)) {
    return known;
  }
  const made = String.fromCharCode(...bytes.subarray(from, to));
  texts[place] = made;
  return made;
}

/** Whether bytes `from` to `to` are the characters of a text of ASCII. */
export function isText(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  if (text.length !== to - from) {
    return false;
  }
  for (let at = 0; at < text.length; at += 1) {
    if (bytes[from + at] !== text.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}
