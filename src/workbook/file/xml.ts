/** XML of a package's parts: parsing, writing, escaping. */

import { DOMParser, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom';

export type { Document, Element };

export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIP_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part as a document; throws on anything that is not well-formed. */
export function parseXml(bytes: Uint8Array): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') {
        throw new SyntaxError(message);
      }
    },
  });
  return parser.parseFromString(decode(bytes), 'text/xml');
}

export function xmlBytes(document: Document): Uint8Array {
  const text = new XMLSerializer().serializeToString(document);
  const declared = text.startsWith('<?xml') ? text.replace(/^<\?xml[^>]*\?>\s*/, '') : text;
  return encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${declared}`);
}

/** Root of a document; a document without one never leaves `parseXml`. */
export function rootOf(document: Document): Element {
  const root = document.documentElement;
  if (root === null) {
    throw new SyntaxError('no root element');
  }
  return root;
}

/** Children that are elements, of one local name if it is given; prefixes don't matter. */
export function childElements(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (const child of parent.childNodes) {
    if (isElement(child) && (name === undefined || child.localName === name)) {
      found.push(child);
    }
  }
  return found;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

export function childElement(parent: Element, name: string): Element | undefined {
  return childElements(parent, name)[0];
}

/** A new element of the namespace and prefix of another, not placed yet. */
export function createLike(other: Element, name: string): Element {
  const prefix = other.prefix === null || other.prefix === '' ? '' : `${other.prefix}:`;
  return documentOf(other).createElementNS(other.namespaceURI, prefix + name);
}

export function documentOf(element: Element): Document {
  if (element.ownerDocument === null) {
    throw new Error('an element without a document');
  }
  return element.ownerDocument;
}

/**
 * Puts a new child in its place among the children of a parent, whose schema has them in the order of `names`.
 * A child that `names` does not name stays where it is.
 */
export function insertInOrder(parent: Element, child: Element, names: readonly string[]): void {
  const after = names.slice(names.indexOf(child.localName ?? '') + 1);
  const next = childElements(parent).find(({ localName }) => after.includes(localName ?? ''));
  parent.insertBefore(child, next ?? null);
}

/** Text with what XML reserves escaped, line breaks too, so that it holds in attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[<>&"\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  return new TextDecoder().decode(bytes);
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
