/** Bytes of XML to text, once they are known to be UTF-8. */
import type { ByteWork } from './byte-work';
import { NotXmlError } from './not-xml-error';
import { saidBefore } from './said-before';
import { AMPERSAND, BLANK, NEW_LINE, RETURN } from './xml-chars';
import { referenceCode, referenceEnd } from './xml-reference';

/**
 * The part as UTF-8 without a mark. UTF-16 in either order, as its mark or its first characters show, is brought into
 * UTF-8 first; no spreadsheet program writes it. Throws NotXmlError at what is no text.
 */
export function asUtf8(bytes: Uint8Array, work: ByteWork): Uint8Array {
  const [first, second, third] = bytes;
  const wide =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : undefined;
  if (wide !== undefined) {
    try {
      return new TextEncoder().encode(new TextDecoder(wide, { fatal: true }).decode(bytes));
    } catch {
      throw new NotXmlError('no UTF-16', 0);
    }
  }
  if (!work.isUtf8(bytes)) {
    throw new NotXmlError('no UTF-8', 0);
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

/** `text`: references are resolved, line ends are «\n»; `value`: besides, they and tabs are spaces; `raw`: CDATA. */
export type TextKind = 'text' | 'value' | 'raw';

/** Without `ignoreBOM` a text that begins with U+FEFF would lose it. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of bytes `from` to `to`: whole characters, and references that `referenceEnd` has let pass. */
export function decodeText(bytes: Uint8Array, from: number, to: number, kind: TextKind): string {
  return saidBefore(bytes, from, to, kind, decode);
}

function decode(bytes: Uint8Array, from: number, to: number, kind: TextKind): string {
  return UTF8.decode(isPlain(bytes, from, to) ? bytes.subarray(from, to) : resolved(bytes, from, to, kind));
}

/** Whether the bytes stand for themselves, whatever kind of text they are. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < BLANK || byte === AMPERSAND) {
      return false;
    }
  }
  return true;
}

/** Grows to the longest text that was asked for, which the caps bound. */
let scratch = new Uint8Array(4096);

/** The bytes with references and line ends resolved; good until the next call. */
function resolved(bytes: Uint8Array, from: number, to: number, kind: TextKind): Uint8Array {
  if (scratch.length < to - from) {
    scratch = new Uint8Array(to - from);
  }
  const target = scratch;
  const lineEnd = kind === 'value' ? BLANK : NEW_LINE;
  const references = kind !== 'raw';
  let length = 0;
  let at = from;
  while (at < to) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte > AMPERSAND) {
      target[length] = byte;
      length += 1;
    } else if (byte === AMPERSAND && references) {
      // What a reference stands for is never longer than the reference.
      length = putCharacter(target, length, referenceCode(bytes, at - 1));
      at = referenceEnd(bytes, at - 1);
    } else {
      at += byte === RETURN && at < to && bytes[at] === NEW_LINE ? 1 : 0;
      target[length] = byte >= BLANK ? byte : byte === RETURN || kind === 'value' ? lineEnd : byte;
      length += 1;
    }
  }
  return target.subarray(0, length);
}

/** Where the bytes after the character begin. */
function putCharacter(target: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    target[at] = code;
    return at + 1;
  }
  const encoded = new TextEncoder().encode(String.fromCodePoint(code));
  target.set(encoded, at);
  return at + encoded.length;
}
