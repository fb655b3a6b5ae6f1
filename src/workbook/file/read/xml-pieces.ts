/** The ends of the pieces that XML is made of. Each throws NotXmlError where the piece is none. */
import { NotXmlError } from './not-xml-error';
import {
  AMPERSAND,
  APOSTROPHE,
  BRACKET,
  EQUALS,
  GREATER,
  LESS,
  QUOTE,
  SLASH,
  isNonCharacter,
  skipName,
  skipPlainText,
  skipPlainValue,
  skipSpaces,
} from './xml-chars';
import type { AttributeList } from './xml-handler';
import { referenceEnd } from './xml-reference';

/** The end of the name that begins at `from`. */
export function nameEnd(bytes: Uint8Array, from: number): number {
  const end = skipName(bytes, from);
  if (end === from) {
    throw new NotXmlError('no name', from);
  }
  return end;
}

/** The «<» after the text, or the end of the part. */
export function textEnd(bytes: Uint8Array, from: number): number {
  let at = skipPlainText(bytes, from);
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === LESS) {
      return at;
    }
    if (byte === AMPERSAND) {
      at = referenceEnd(bytes, at);
    } else {
      if (byte === GREATER && at - from >= 2 && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET) {
        throw new NotXmlError('«]]>»', at);
      }
      refuseNonCharacter(bytes, at);
      at += 1;
    }
    at = skipPlainText(bytes, at);
  }
  return at;
}

/** Fills the list with the attributes of a tag whose name ends at `from`; the byte after the tag. */
export function attributesEnd(bytes: Uint8Array, from: number, attributes: AttributeList): number {
  attributes.clear();
  let before = from;
  for (;;) {
    const at = skipSpaces(bytes, before);
    const byte = bytes[at];
    if (byte === GREATER) {
      return at + 1;
    }
    if (byte === SLASH && bytes[at + 1] === GREATER) {
      attributes.empty = true;
      return at + 2;
    }
    if (at === before) {
      throw new NotXmlError('no end of a tag', at);
    }
    before = attributeEnd(bytes, at, attributes);
  }
}

function attributeEnd(bytes: Uint8Array, nameFrom: number, attributes: AttributeList): number {
  const nameTo = nameEnd(bytes, nameFrom);
  let at = bytes[nameTo] === EQUALS ? nameTo : skipSpaces(bytes, nameTo);
  if (bytes[at] !== EQUALS) {
    throw new NotXmlError('no «=»', at);
  }
  at = skipSpaces(bytes, at + 1);
  const quote = bytes[at];
  if (quote !== QUOTE && quote !== APOSTROPHE) {
    throw new NotXmlError('no quote', at);
  }
  const from = at + 1;
  const to = valueEnd(bytes, from, quote);
  attributes.add(nameFrom, nameTo, from, to);
  return to + 1;
}

/** The quote that ends a value. */
function valueEnd(bytes: Uint8Array, from: number, quote: number): number {
  let at = skipPlainValue(bytes, from);
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === quote) {
      return at;
    }
    if (byte === AMPERSAND) {
      at = referenceEnd(bytes, at);
    } else {
      if (byte === LESS) {
        throw new NotXmlError('«<» in a value', at);
      }
      refuseNonCharacter(bytes, at);
      at += 1;
    }
    at = skipPlainValue(bytes, at);
  }
  throw new NotXmlError('no end of a value', from);
}

export function commentEnd(bytes: Uint8Array, from: number): number {
  return endOf(bytes, from, '-->');
}

export function instructionEnd(bytes: Uint8Array, from: number): number {
  return endOf(bytes, from, '?>');
}

/** The byte after «]]>». */
export function cdataEnd(bytes: Uint8Array, from: number): number {
  const end = endOf(bytes, from, ']]>');
  for (let at = from; at < end; at += 1) {
    refuseNonCharacter(bytes, at);
  }
  return end;
}

/** The byte after the first `mark` at or after `from`. */
function endOf(bytes: Uint8Array, from: number, mark: string): number {
  const last = mark.charCodeAt(mark.length - 1);
  for (let at = bytes.indexOf(last, from); at >= 0; at = bytes.indexOf(last, at + 1)) {
    const start = at + 1 - mark.length;
    if (start >= from && isAt(bytes, start, mark)) {
      return at + 1;
    }
  }
  throw new NotXmlError(`no ${mark}`, from);
}

export function isAt(bytes: Uint8Array, from: number, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (bytes[from + at] !== text.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}

function refuseNonCharacter(bytes: Uint8Array, at: number): void {
  if (isNonCharacter(bytes, at)) {
    throw new NotXmlError('a character that XML does not have', at);
  }
}
