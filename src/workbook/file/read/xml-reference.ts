/** References to characters: the five of XML and numeric ones (4.1 of XML 1.0). Others are declared, and never allowed. */
import { NotXmlError } from './not-xml-error';
import { AMPERSAND, APOSTROPHE, GREATER, LESS, QUOTE, isXmlCharacter } from './xml-chars';

const [A, G, L, M, O, P, Q, S, T, U] = [0x61, 0x67, 0x6c, 0x6d, 0x6f, 0x70, 0x71, 0x73, 0x74, 0x75];
const SEMICOLON = 0x3b;
/** «&#x0010FFFF;» and some zeros more. */
const LONGEST = 32;

/** The byte after the reference that begins at `at`. Throws NotXmlError where that is none. */
export function referenceEnd(bytes: Uint8Array, at: number): number {
  const second = bytes[at + 2];
  const third = bytes[at + 3];
  switch (bytes[at + 1] ?? 0) {
    case Q:
      if (second === U && third === O && bytes[at + 4] === T && bytes[at + 5] === SEMICOLON) return at + 6;
      break;
    case A:
      if (second === M && third === P && bytes[at + 4] === SEMICOLON) return at + 5;
      if (second === P && third === O && bytes[at + 4] === S && bytes[at + 5] === SEMICOLON) return at + 6;
      break;
    case L:
    case G:
      if (second === T && third === SEMICOLON) return at + 4;
      break;
    default:
      break;
  }
  const [written, code] = numericReference(bytes, at);
  if (!isXmlCharacter(code)) {
    throw new NotXmlError('an unknown reference', at);
  }
  return at + written.length;
}

/** The character of a reference that `referenceEnd` has let pass. */
export function referenceCode(bytes: Uint8Array, at: number): number {
  switch (bytes[at + 1] ?? 0) {
    case Q:
      return QUOTE;
    case A:
      return bytes[at + 2] === M ? AMPERSAND : APOSTROPHE;
    case L:
      return LESS;
    case G:
      return GREATER;
    default:
      return numericReference(bytes, at)[1];
  }
}

function numericReference(bytes: Uint8Array, at: number): readonly [written: string, code: number] {
  const text = String.fromCharCode(...bytes.subarray(at, at + LONGEST));
  const [written = '', hex, decimal] = /^&#(?:x([0-9A-Fa-f]+)|([0-9]+));/.exec(text) ?? [];
  return [written, hex === undefined ? Number(decimal) : parseInt(hex, 16)];
}
