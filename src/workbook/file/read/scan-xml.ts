/**
 * One pass over the bytes of a part (XML 1.0): tags and texts in their order, caps on depth and attributes, no document
 * type, no entities but the five of XML and numeric ones. It keeps no tree, and makes no strings that nobody asks for.
 */
import type { ByteWork } from './byte-work';
import type { ReadCaps } from './caps';
import { asUtf8, type TextKind } from './decode-text';
import { ReadFailure, within } from './failure';
import { localName } from './local-name';
import { NotXmlError } from './not-xml-error';
import { sameBytes } from './same-bytes';
import { EXCLAMATION, GREATER, LESS, QUESTION, SLASH, skipSpaces } from './xml-chars';
import { createAttributes, type XmlHandler } from './xml-handler';
import { attributesEnd, cdataEnd, commentEnd, instructionEnd, isAt, nameEnd, textEnd } from './xml-pieces';

/** How deep an element may be that a handler takes as a whole. */
const DEPTH_TAKEN = 2;

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
    if (thrown instanceof NotXmlError) {
      throw new ReadFailure('unreadable-part', `${part}: ${thrown.message}`);
    }
    throw thrown;
  }
}

function scan(part: string, bytes: Uint8Array, caps: ReadCaps, handler: XmlHandler): void {
  const depthOfPart = `depth of ${part}`;
  const attributes = createAttributes(bytes, caps.attributes, part);
  const slice = { bytes, from: 0, to: 0, kind: 'text' as TextKind };
  const tell = (from: number, to: number, kind: TextKind, depth: number): void => {
    if (handler.text !== undefined && from < to) {
      slice.from = from;
      slice.to = to;
      slice.kind = kind;
      handler.text(slice, depth);
    }
  };
  /** Where the names of the open elements begin and end, two numbers each; and those names. */
  const places = new Int32Array((caps.depth + 1) * 2);
  const names: string[] = [];
  let depth = 0;
  let rootSeen = false;
  let at = 0;

  while (at < bytes.length) {
    if (bytes[at] !== LESS) {
      const from = at;
      at = textEnd(bytes, from);
      if (depth > 0) {
        tell(from, at, 'text', depth);
      } else if (skipSpaces(bytes, from) < at) {
        throw new NotXmlError('text outside the root', from);
      }
      continue;
    }
    const byte = bytes[at + 1];
    if (byte !== SLASH && handler.take !== undefined && depth > 0 && depth + DEPTH_TAKEN <= caps.depth) {
      const end = handler.take(bytes, at, depth);
      if (end > at) {
        at = end;
        continue;
      }
    }
    at += 1;
    if (byte === SLASH) {
      const from = at + 1;
      const to = nameEnd(bytes, from);
      const opened = places[depth * 2] ?? 0;
      const size = (places[depth * 2 + 1] ?? 0) - opened;
      if (depth === 0 || to - from !== size || !sameBytes(bytes, from, bytes, opened, size)) {
        throw new NotXmlError('the end of another element', from);
      }
      at = skipSpaces(bytes, to);
      if (bytes[at] !== GREATER) {
        throw new NotXmlError('no end of a tag', at);
      }
      at += 1;
      handler.close?.(names[depth] ?? '', depth);
      depth -= 1;
    } else if (byte === EXCLAMATION && isAt(bytes, at, '!--')) {
      at = commentEnd(bytes, at + 3);
    } else if (byte === EXCLAMATION && isAt(bytes, at, '![CDATA[') && depth > 0) {
      const from = at + 8;
      at = cdataEnd(bytes, from);
      tell(from, at - 3, 'raw', depth);
    } else if (byte === EXCLAMATION) {
      // Entities of its own are how a small text grows without end, and no spreadsheet program writes any.
      throw new NotXmlError('a document type', at);
    } else if (byte === QUESTION) {
      at = instructionEnd(bytes, at + 1);
    } else {
      if (depth === 0 && rootSeen) {
        throw new NotXmlError('a second root', at);
      }
      rootSeen = true;
      const from = at;
      const to = nameEnd(bytes, from);
      at = attributesEnd(bytes, to, attributes);
      const name = localName(bytes, from, to);
      depth += 1;
      within(depth, caps.depth, depthOfPart);
      handler.open(name, attributes, depth);
      if (attributes.empty) {
        handler.close?.(name, depth);
        depth -= 1;
      } else {
        places[depth * 2] = from;
        places[depth * 2 + 1] = to;
        names[depth] = name;
      }
    }
  }
  if (depth > 0 || !rootSeen) {
    throw new NotXmlError('the part ends too early', at);
  }
}
