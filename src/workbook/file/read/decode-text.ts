/** Bytes of XML to text, once they are known to be UTF-8. */
import type { ByteWork } from './byte-work';
import { AMPERSAND, isXmlCharacter } from './xml-chars';

/** What is no text in the encoding of its part, or a reference that XML does not know. */
export class NotTextError extends Error {}

/**
 * The part as UTF-8 without a mark. UTF-16 in either order, as its mark or its first characters show, is brought into
 * UTF-8 first; no spreadsheet program writes it. Throws NotTextError at what is no text.
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
      throw new NotTextError('no UTF-16');
    }
  }
  if (!work.isUtf8(bytes)) {
    throw new NotTextError('no UTF-8');
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

/** `text`: references are resolved, line ends are «\n»; `value`: besides, they and tabs are spaces; `raw`: CDATA. */
export type TextKind = 'text' | 'value' | 'raw';

/** Without `ignoreBOM` a text that begins with U+FEFF would lose it. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Up to this length, plain ASCII is a string sooner by hand. */
const SHORT = 24;

/** The references of XML's own. */
const NAMED = [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['quot', '"'],
] as const;
const NAMED_WRITTEN = NAMED.map(([name]) => `&${name};`);
const REFERENCE = /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));/g;
/** «&#x0010FFFF;» and some zeros more. */
const LONGEST_REFERENCE = 32;

/** The text of bytes `from` to `to`: whole characters, references that `checkReferences` has let pass. */
export function decodeText(bytes: Uint8Array, from: number, to: number, kind: TextKind): string {
  const short = to - from <= SHORT ? shortAscii(bytes, from, to) : undefined;
  if (short !== undefined) {
    return short;
  }
  const text = UTF8.decode(bytes.subarray(from, to));
  if (kind === 'text') {
    return resolved(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  }
  return kind === 'value' ? resolved(text.replace(/\r\n?|[\t\n]/g, ' ')) : text.replace(/\r\n?/g, '\n');
}

/** Undefined where a byte is anything but itself. */
function shortAscii(bytes: Uint8Array, from: number, to: number): string | undefined {
  const codes = new Array<number>(to - from);
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e || byte === AMPERSAND) {
      return undefined;
    }
    codes[at - from] = byte;
  }
  return String.fromCharCode(...codes);
}

function resolved(text: string): string {
  if (!text.includes('&')) {
    return text;
  }
  if (!text.includes('&#')) {
    // «&amp;» last: the «&» that it gives begins no reference. Formulas are full of these.
    return NAMED.reduceRight((read, [name, character]) => read.replaceAll(`&${name};`, character), text);
  }
  return text.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(numericCode(hex, decimal))
      : (NAMED.find(([known]) => known === name)?.[1] ?? ''),
  );
}

function numericCode(hex: string | undefined, decimal: string | undefined): number {
  return hex === undefined ? Number(decimal) : parseInt(hex, 16);
}

/** Throws NotTextError at a reference that XML does not know, or to a character that it does not have. */
export function checkReferences(bytes: Uint8Array, from: number, to: number): void {
  for (let at = bytes.indexOf(AMPERSAND, from); at >= 0 && at < to; at = bytes.indexOf(AMPERSAND, at + 1)) {
    const end = Math.min(to, at + LONGEST_REFERENCE);
    if (!NAMED_WRITTEN.some((name) => at + name.length <= to && isAt(bytes, at, name))) {
      checkOtherReference(String.fromCharCode(...bytes.subarray(at, end)));
    }
  }
}

function isAt(bytes: Uint8Array, from: number, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (bytes[from + at] !== text.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}

function checkOtherReference(text: string): void {
  const [match, hex, decimal] = /^&(?:#x([0-9A-Fa-f]+)|#([0-9]+));/.exec(text) ?? [];
  if (match === undefined || !isXmlCharacter(numericCode(hex, decimal))) {
    throw new NotTextError(`an unknown reference ${text.slice(0, 20)}`);
  }
}
