/** One pass over the XML of a part: local names, caps on depth and attributes, no document type. */
import { SaxesParser } from 'saxes';
import type { ReadCaps } from './caps';
import { createDecoder } from './decode-text';
import { ReadFailure, within } from './failure';

/** Attributes by the names that the file gives them; the object has no prototype. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` is without its namespace prefix; the root has depth 1. */
  open(name: string, attributes: Attributes, depth: number): void;
  close?(name: string, depth: number): void;
  /** Text between tags, CDATA included; one text may come in several calls. */
  text?(text: string, depth: number): void;
}

export interface XmlScanner {
  take(bytes: Uint8Array): void;
  end(): void;
}

/** A scanner of one part. A part that is no XML, or has a document type, throws «unreadable-part». */
export function createScanner(part: string, caps: ReadCaps, handler: XmlHandler): XmlScanner {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const decode = createDecoder();
  let depth = 0;
  let attributes = 0;

  parser.on('attribute', () => {
    attributes += 1;
    within(attributes, caps.attributes, `attributes of an element in ${part}`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    within(depth, caps.depth, `depth of ${part}`);
    attributes = 0;
    handler.open(localName(tag.name), tag.attributes, depth);
  });
  parser.on('closetag', (tag) => {
    handler.close?.(localName(tag.name), depth);
    depth -= 1;
  });
  // Entities of its own are how a small text grows without end, and no spreadsheet program writes any.
  parser.on('doctype', () => {
    throw new ReadFailure('unreadable-part', `${part} has a document type`);
  });
  if (handler.text !== undefined) {
    const take = (text: string): void => handler.text?.(text, depth);
    parser.on('text', take);
    parser.on('cdata', take);
  }

  const feed = (bytes: Uint8Array, last: boolean): void => {
    try {
      parser.write(decode(bytes, last));
      if (last) {
        parser.close();
      }
    } catch (thrown) {
      if (thrown instanceof ReadFailure) {
        throw thrown;
      }
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      throw new ReadFailure('unreadable-part', `${part}: ${why.slice(0, 200)}`);
    }
  };
  return {
    take: (bytes) => {
      feed(bytes, false);
    },
    end: () => {
      feed(new Uint8Array(), true);
    },
  };
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
