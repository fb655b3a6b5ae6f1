/** A workbook file as its parts: names and bytes. */

import { unzipSync, zipSync, type Zippable } from 'fflate';
import { type Document, parseXml } from './xml';

/** Parts by name («xl/workbook.xml»), in the order of the file. */
export type Parts = Map<string, Uint8Array>;

/** All parts of a zip; throws on what is not one. */
export function readParts(bytes: Uint8Array): Parts {
  const entries = Object.entries(unzipSync(bytes));
  return new Map(entries.filter(([name]) => !name.endsWith('/')));
}

/**
 * The zip of the parts in their order. The time of every part is the same noon of 1980, the first day that a zip knows;
 * it is built from local parts because the zip library reads it by local ones.
 */
export function writeParts(parts: Parts): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12);
  const entries: Zippable = Object.fromEntries([...parts].map(([name, bytes]) => [name, [bytes, { mtime }]]));
  return zipSync(entries, { level: 6 });
}

/** Bytes of a part that must be there. */
export function partOf(parts: Parts, name: string): Uint8Array {
  const bytes = parts.get(name);
  if (bytes === undefined) {
    throw new Error(`no part ${name}`);
  }
  return bytes;
}

/** A part that is missing or is not well-formed XML. */
export class UnreadablePartError extends Error {
  override readonly name = 'UnreadablePartError';

  constructor(
    readonly part: string,
    cause?: unknown,
  ) {
    super(`Unreadable part: ${part}`, { cause });
  }
}

/** A part as a document. */
export function parsePart(parts: Parts, name: string): Document {
  const bytes = parts.get(name);
  if (bytes === undefined) {
    throw new UnreadablePartError(name);
  }
  try {
    return parseXml(bytes);
  } catch (error) {
    throw new UnreadablePartError(name, error);
  }
}
