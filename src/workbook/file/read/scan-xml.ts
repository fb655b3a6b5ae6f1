/**
 * One pass over the bytes of a part (XML 1.0): tags and texts in their order, caps on depth and attributes, no document
 * type, no entities but the five of XML and numeric ones. It keeps no tree, and makes no strings that nobody asks for.
 */
import type { ByteWork } from './byte-work';
import type { ReadCaps } from './caps';
import { NotTextError, asUtf8, checkReferences, type TextKind } from './decode-text';
import { ReadFailure, within } from './failure';
import { createNameTable } from './name-table';
import {
  AMPERSAND,
  APOSTROPHE,
  BRACKET,
  EQUALS,
  EXCLAMATION,
  GREATER,
  LESS,
  QUESTION,
  QUOTE,
  SLASH,
  isNonCharacter,
  skipName,
  skipPlainText,
  skipPlainValue,
  skipSpaces,
} from './xml-chars';
import { createAttributes, sameBytes, type XmlHandler } from './xml-handler';

/** Scans one part. One that is no XML, or has a document type, throws «unreadable-part». */
export function scanXml(
  part: string,
  content: Uint8Array,
  caps: ReadCaps,
  handler: XmlHandler,
  work: ByteWork,
): void {
  try {
    scan(part, asUtf8(content, work), caps, handler);
  } catch (thrown) {
    if (thrown instanceof NotTextError) {
      throw new ReadFailure('unreadable-part', `${part}: ${thrown.message}`);
    }
    throw thrown;
  }
}

function scan(part: string, bytes: Uint8Array, caps: ReadCaps, handler: XmlHandler): void {
  const { length } = bytes;
  const nameOf = createNameTable(bytes);
  const attributes = createAttributes(bytes, caps.attributes);
  const slice = { bytes, from: 0, to: 0, kind: 'text' as TextKind };
  /** Where the names of the open elements begin and end, two numbers each; and those names. */
  const openPlaces = new Int32Array((caps.depth + 1) * 2);
  const openNames: string[] = [];
  let depth = 0;
  let rootSeen = false;
  let at = 0;

  const broken = (what: string): ReadFailure =>
    new ReadFailure('unreadable-part', `${part}: ${what} at byte ${at}`);
  const spaces = (): void => {
    at = skipSpaces(bytes, at);
  };
  const name = (): void => {
    const from = at;
    at = skipName(bytes, from);
    if (at === from) {
      throw broken('no name');
    }
  };
  const startsWith = (text: string): boolean => {
    for (let index = 0; index < text.length; index += 1) {
      if (bytes[at + index] !== text.charCodeAt(index)) {
        return false;
      }
    }
    return true;
  };
  /** Past the next `text`. */
  const skipPast = (text: string): void => {
    const last = text.charCodeAt(text.length - 1);
    const start = at;
    for (;;) {
      const found = bytes.indexOf(last, at);
      if (found < 0) {
        throw broken(`no ${text}`);
      }
      at = found + 1 - text.length;
      if (at >= start && startsWith(text)) {
        at = found + 1;
        return;
      }
      at = found + 1;
    }
  };
  const refuseNonCharacter = (): void => {
    if (isNonCharacter(bytes, at)) {
      throw broken('a character that XML does not have');
    }
  };

  const tell = (from: number, to: number, kind: TextKind): void => {
    if (handler.text !== undefined && from < to) {
      slice.from = from;
      slice.to = to;
      slice.kind = kind;
      handler.text(slice, depth);
    }
  };
  const text = (): void => {
    const from = at;
    let references = false;
    for (at = skipPlainText(bytes, at); at < length; at = skipPlainText(bytes, at + 1)) {
      const byte = bytes[at];
      if (byte === LESS) {
        break;
      } else if (byte === AMPERSAND) {
        references = true;
      } else if (byte !== GREATER) {
        refuseNonCharacter();
      } else if (at - from >= 2 && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET) {
        throw broken('«]]>»');
      }
    }
    if (depth === 0) {
      const end = at;
      at = from;
      spaces();
      if (at < end) {
        throw broken('text outside the root');
      }
    }
    if (references) {
      checkReferences(bytes, from, at);
    }
    tell(from, at, 'text');
  };

  const attributeValue = (): void => {
    const nameFrom = at;
    name();
    const nameTo = at;
    spaces();
    if (bytes[at] !== EQUALS) {
      throw broken('no «=»');
    }
    at += 1;
    spaces();
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) {
      throw broken('no quote');
    }
    at += 1;
    const from = at;
    let references = false;
    for (at = skipPlainValue(bytes, at); at < length; at = skipPlainValue(bytes, at + 1)) {
      const byte = bytes[at];
      if (byte === quote) {
        break;
      } else if (byte === LESS) {
        throw broken('«<» in a value');
      } else if (byte === AMPERSAND) {
        references = true;
      } else if (byte !== QUOTE && byte !== APOSTROPHE) {
        refuseNonCharacter();
      }
    }
    if (at >= length) {
      throw broken('no end of a value');
    }
    if (references) {
      checkReferences(bytes, from, at);
    }
    if (attributes.has(nameFrom, nameTo)) {
      throw broken('an attribute twice');
    }
    within(attributes.count + 1, caps.attributes, `attributes of an element in ${part}`);
    attributes.add(nameFrom, nameTo, from, at);
    at += 1;
  };

  const openTag = (): void => {
    if (depth === 0 && rootSeen) {
      throw broken('a second root');
    }
    rootSeen = true;
    const nameFrom = at;
    name();
    const nameTo = at;
    attributes.count = 0;
    for (;;) {
      const before = at;
      spaces();
      const byte = bytes[at];
      if (byte === GREATER || byte === SLASH) {
        break;
      }
      if (at === before) {
        throw broken('no space before an attribute');
      }
      attributeValue();
    }
    attributes.empty = bytes[at] === SLASH;
    at += attributes.empty ? 1 : 0;
    if (bytes[at] !== GREATER) {
      throw broken('no end of a tag');
    }
    at += 1;
    depth += 1;
    within(depth, caps.depth, `depth of ${part}`);
    const local = nameOf(nameFrom, nameTo);
    handler.open(local, attributes, depth);
    if (attributes.empty) {
      handler.close?.(local, depth);
      depth -= 1;
    } else {
      openPlaces[depth * 2] = nameFrom;
      openPlaces[depth * 2 + 1] = nameTo;
      openNames[depth] = local;
    }
  };
  const closeTag = (): void => {
    const from = at;
    name();
    const opened = openPlaces[depth * 2] ?? 0;
    const size = (openPlaces[depth * 2 + 1] ?? 0) - opened;
    if (depth === 0 || at - from !== size || !sameBytes(bytes, from, at, opened)) {
      throw broken('the end of another element');
    }
    spaces();
    if (bytes[at] !== GREATER) {
      throw broken('no end of a tag');
    }
    at += 1;
    handler.close?.(openNames[depth] ?? '', depth);
    depth -= 1;
  };
  /** Comments, CDATA, and the document type, which is refused: entities of its own are how a small text grows without end. */
  const declaration = (): void => {
    if (startsWith('!--')) {
      at += 3;
      skipPast('-->');
    } else if (startsWith('![CDATA[') && depth > 0) {
      at += 8;
      const from = at;
      skipPast(']]>');
      const end = at;
      for (at = from; at < end; at += 1) {
        refuseNonCharacter();
      }
      tell(from, end - 3, 'raw');
    } else {
      throw broken('a document type');
    }
  };

  while (at < length) {
    if (bytes[at] !== LESS) {
      text();
      continue;
    }
    at += 1;
    const byte = bytes[at];
    if (byte === SLASH) {
      at += 1;
      closeTag();
    } else if (byte === EXCLAMATION) {
      declaration();
    } else if (byte === QUESTION) {
      at += 1;
      skipPast('?>');
    } else {
      openTag();
    }
  }
  if (depth > 0 || !rootSeen) {
    throw broken('the part ends too early');
  }
}
