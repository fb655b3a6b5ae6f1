/** The package whose sheets are renewed: opening it, adding parts to it, closing it. It is changed in place. */

import { REPLACE_SHEETS_PROBLEMS } from '../../text/replace-sheets';
import { mergeStyles } from './merge-styles';
import { type Parts, parsePart, readParts, UnreadablePartError, writeParts } from './parts';
import {
  freeId,
  type Relation,
  relationsOf,
  relationsPart,
  setRelations,
  targetPart,
  updateContentTypes,
} from './relations';
import { calculateOnLoad } from './workbook-index';
import { documentOf, type Element, MAIN_NAMESPACE, rootOf, xmlBytes } from './xml';

const RELATION_BASE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_BASE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const STRICT_NAMESPACE = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** A workbook whose sheets can't be renewed without losing something. The message is Russian, for the user. */
export class ReplaceSheetsError extends Error {
  override readonly name = 'ReplaceSheetsError';
}

export interface TargetPackage {
  readonly parts: Parts;
  readonly workbookPart: string;
  readonly workbook: Element;
  /** Relations of the workbook. */
  readonly relations: Relation[];
  /** Content types of added parts, by name. */
  readonly added: Map<string, string>;
}

/** Throws `ReplaceSheetsError` on a Strict workbook, `UnreadablePartError` on what is no workbook at all. */
export function openTarget(original: Uint8Array): TargetPackage {
  const parts = openParts(original);
  const office = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  if (office === undefined) {
    throw new UnreadablePartError('_rels/.rels');
  }
  const workbookPart = targetPart(parts, '', office);
  const workbook = rootOf(parsePart(parts, workbookPart));
  if (workbook.namespaceURI === STRICT_NAMESPACE) {
    throw new ReplaceSheetsError(REPLACE_SHEETS_PROBLEMS.strict());
  }
  if (workbook.namespaceURI !== MAIN_NAMESPACE) {
    throw new UnreadablePartError(workbookPart);
  }
  return { parts, workbookPart, workbook, relations: relationsOf(parts, workbookPart), added: new Map() };
}

/** Address of a kind of relations, such as «worksheet». */
export function relationType(kind: string): string {
  return `${RELATION_BASE}/${kind}`;
}

/** Content type of a kind of parts, such as «worksheet». */
export function contentType(kind: string): string {
  return `${CONTENT_BASE}.${kind}+xml`;
}

/** Relates the workbook to a part that it gets; the id of the relation. */
export function addToWorkbook(target: TargetPackage, part: string, kind: string): string {
  const id = freeId(target.relations);
  target.relations.push({ id, kind, type: relationType(kind), target: `/${part}`, external: false });
  target.added.set(part, contentType(kind));
  return id;
}

/** Adds the looks of a style sheet by exceljs; where each of them now is. */
export function addLooks(target: TargetPackage, styles: Uint8Array) {
  const relation = target.relations.find(({ kind }) => kind === 'styles');
  if (relation === undefined) {
    const part = `${folderOf(target.workbookPart)}styles.xml`;
    target.parts.set(part, styles);
    addToWorkbook(target, part, 'styles');
    return mergeStyles(parsePart(target.parts, part), styles);
  }
  const part = targetPart(target.parts, target.workbookPart, relation);
  const merged = mergeStyles(parsePart(target.parts, part), styles);
  if (merged.bytes !== undefined) {
    target.parts.set(part, merged.bytes);
  }
  return merged;
}

/** The file, with its list of parts and of relations brought up to date. */
export function closeTarget(target: TargetPackage): Uint8Array {
  const { parts, workbook, workbookPart } = target;
  // The order of calculation names cells that may be gone; Excel makes a new one.
  const kept = target.relations.filter((relation) => {
    if (relation.kind === 'calcChain') {
      parts.delete(targetPart(parts, workbookPart, relation));
    }
    return relation.kind !== 'calcChain';
  });
  calculateOnLoad(workbook);
  parts.set(workbookPart, xmlBytes(documentOf(workbook)));
  if (kept.length !== relationsOf(parts, workbookPart).length) {
    setRelations(parts, workbookPart, kept);
  }
  updateContentTypes(parts, target.added);
  return writeParts(parts);
}

/** Takes a part and its list of relations away. */
export function removePart(parts: Parts, part: string): void {
  parts.delete(part);
  parts.delete(relationsPart(part));
}

/** «xl/» of «xl/workbook.xml». */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

function openParts(original: Uint8Array): Parts {
  try {
    return readParts(original);
  } catch (error) {
    throw new UnreadablePartError('*.xlsx', error);
  }
}
