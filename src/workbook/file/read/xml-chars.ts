/** What a byte of XML in UTF-8 means to the scanner, so that most bytes cost one look into a table. */

export const LESS = 0x3c;
export const GREATER = 0x3e;
export const AMPERSAND = 0x26;
export const SLASH = 0x2f;
export const EQUALS = 0x3d;
export const EXCLAMATION = 0x21;
export const QUESTION = 0x3f;
export const COLON = 0x3a;
export const QUOTE = 0x22;
export const APOSTROPHE = 0x27;
export const BRACKET = 0x5d;
export const NEW_LINE = 0x0a;
export const RETURN = 0x0d;
export const BLANK = 0x20;

const table = (isIn: (byte: number, character: string) => boolean): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (isIn(byte, String.fromCharCode(byte)) ? 1 : 0));

/** U+FFFE and U+FFFF, which XML does not have, begin with EF; nor has it other controls than tab and line ends. */
const isSuspect = (byte: number, character: string): boolean =>
  byte === 0xef || (byte < 0x20 && !/[\t\n\r]/.test(character));

const SPACES = table((_, character) => /[\t\n\r ]/.test(character));
/** Every byte of a character beyond ASCII is taken for part of a name. */
const NAME = table((byte, character) => byte >= 0x80 || /[\w:.-]/.test(character));
const NAME_START = table((byte, character) => byte >= 0x80 || /[A-Za-z_:]/.test(character));
/** What asks for no closer look inside text: anything but «<», «&», «>» (for «]]>») and suspects. */
const PLAIN_TEXT = table((byte, character) => !/[<&>]/.test(character) && !isSuspect(byte, character));
const PLAIN_VALUE = table((byte, character) => !/[<&"']/.test(character) && !isSuspect(byte, character));

/** The first byte at or after `at` that is not in the table. */
function skip(bytes: Uint8Array, from: number, inside: Uint8Array): number {
  let at = from;
  while (at < bytes.length && inside[bytes[at] ?? 0] === 1) {
    at += 1;
  }
  return at;
}

export function skipSpaces(bytes: Uint8Array, at: number): number {
  return skip(bytes, at, SPACES);
}

/** The end of the name at `at`; `at` itself where none begins. */
export function skipName(bytes: Uint8Array, at: number): number {
  return at < bytes.length && NAME_START[bytes[at] ?? 0] === 1 ? skip(bytes, at, NAME) : at;
}

export function skipPlainText(bytes: Uint8Array, at: number): number {
  return skip(bytes, at, PLAIN_TEXT);
}

export function skipPlainValue(bytes: Uint8Array, at: number): number {
  return skip(bytes, at, PLAIN_VALUE);
}

/** Whether the byte at `at` is, or begins, a character that XML does not have. */
export function isNonCharacter(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return (
    (byte < 0x20 && SPACES[byte] !== 1) ||
    (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe)
  );
}

/** Whether XML allows the character of a numeric reference (2.2 of XML 1.0). */
export function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === NEW_LINE ||
    code === RETURN ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x1_0000 && code <= 0x10_ffff)
  );
}
