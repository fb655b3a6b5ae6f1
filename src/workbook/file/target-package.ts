/** The package whose sheets are renewed: opening it, adding parts to it, closing it. It is changed in place. */

import { FILE_PROBLEMS } from '../../text/file-problems';
import { REPLACE_SHEETS_PROBLEMS } from '../../text/replace-sheets';
import { mergeStyles } from './merge-styles';
import { isHuge } from './package-size';
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
import { calculateOnLoad, type ListedSheet } from './workbook-index';
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

/** As `openPackage`; throws `ReplaceSheetsError` on a Strict workbook too. */
export function openTarget(original: Uint8Array): TargetPackage {
  const { isStrict, ...target } = openPackage(original);
  if (isStrict) throw new ReplaceSheetsError(REPLACE_SHEETS_PROBLEMS.strict());
  return target;
}

/**
 * A workbook of either kind, to be looked at. Throws `ReplaceSheetsError` where its parts are too large to be in memory
 * together, `UnreadablePartError` on what is no workbook at all.
 */
export function openPackage(original: Uint8Array): TargetPackage & { readonly isStrict: boolean } {
  const parts = openParts(original);
  const office = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  if (office === undefined) {
    throw new UnreadablePartError('_rels/.rels');
  }
  const workbookPart = targetPart(parts, '', office);
  const workbook = rootOf(parsePart(parts, workbookPart));
  const isStrict = workbook.namespaceURI === STRICT_NAMESPACE;
  if (!isStrict && workbook.namespaceURI !== MAIN_NAMESPACE) {
    throw new UnreadablePartError(workbookPart);
  }
  const relations = relationsOf(parts, workbookPart);
  return { parts, workbookPart, workbook, relations, added: new Map(), isStrict };
}

/** Runs the work; what it can't read becomes a `ReplaceSheetsError`. */
export function withReadableParts<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadablePartError) {
      throw new ReplaceSheetsError(REPLACE_SHEETS_PROBLEMS.unreadable(error.part), { cause: error });
    }
    throw error;
  }
}

/** Part of a listed sheet; undefined for sheets of charts or macros, which have no cells. */
export function worksheetPart(
  { parts, workbookPart, relations }: TargetPackage,
  { relationId }: ListedSheet,
): string | undefined {
  const relation = relations.find(({ id }) => id === relationId);
  return relation?.kind === 'worksheet' ? targetPart(parts, workbookPart, relation) : undefined;
}

/** Part of a listed sheet with cells; throws `UnreadablePartError` where it has none. */
export function partOfSheet(target: TargetPackage, listed: ListedSheet): string {
  const part = worksheetPart(target, listed);
  if (part === undefined) throw new UnreadablePartError(target.workbookPart);
  return part;
}

/** The part of a kind that the workbook has one of, such as «styles». */
export function partOfKind(
  { parts, workbookPart, relations }: TargetPackage,
  kind: string,
): string | undefined {
  const relation = relations.find((candidate) => candidate.kind === kind);
  return relation && targetPart(parts, workbookPart, relation);
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
  const found = partOfKind(target, 'styles');
  if (found === undefined) {
    const part = `${folderOf(target.workbookPart)}styles.xml`;
    target.parts.set(part, styles);
    addToWorkbook(target, part, 'styles');
    return mergeStyles(parsePart(target.parts, part), styles);
  }
  const merged = mergeStyles(parsePart(target.parts, found), styles);
  if (merged.bytes !== undefined) {
    target.parts.set(found, merged.bytes);
  }
  return merged;
}

/** The file, with its list of parts and of relations brought up to date. */
export function closeTarget(target: TargetPackage): Uint8Array {
  const { parts, workbook, workbookPart } = target;
  dropCalcChain(target);
  calculateOnLoad(workbook);
  parts.set(workbookPart, xmlBytes(documentOf(workbook)));
  if (target.relations.length !== relationsOf(parts, workbookPart).length) {
    setRelations(parts, workbookPart, target.relations);
  }
  updateContentTypes(parts, target.added);
  return writeParts(parts);
}

/**
 * Takes the order of calculation away, which names cells that may be gone or elsewhere: whoever opens the workbook makes
 * a new one. Whether there was one; the list of content types is left to the caller.
 */
export function dropCalcChain({ parts, workbookPart, relations }: TargetPackage): boolean {
  const chains = relations.filter(({ kind }) => kind === 'calcChain');
  if (chains.length === 0) return false;
  for (const chain of chains) {
    parts.delete(targetPart(parts, workbookPart, chain));
    relations.splice(relations.indexOf(chain), 1);
  }
  setRelations(parts, workbookPart, relations);
  return true;
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
    if (!isHuge(original)) return readParts(original);
  } catch (error) {
    throw new UnreadablePartError('*.xlsx', error);
  }
  throw new ReplaceSheetsError(FILE_PROBLEMS['too-large']);
}
