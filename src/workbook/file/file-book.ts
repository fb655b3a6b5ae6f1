/** A workbook file in memory: its parts, and what was read of them; a change makes a new one and leaves the old as it is. */
import { dateSerial } from '../date-serial';
import type { Grid } from '../grid';
import { HostError } from '../host-error';
import type { CellEntry, ReadResult } from '../port';
import { SHIFT_1904 } from '../serial-date';
import { dependentsOf } from './dependents';
import { enterCells, type CellEdit } from './enter-cells';
import { datedLook, lookTable, type Look } from './look-table';
import { parsePart, partOf, type Parts, writeParts } from './parts';
import { workbookNames } from './put-names';
import { readWorkbookFile } from './read-workbook';
import { sheetPicture, type SheetPicture } from './sheet-picture';
import {
  openPackage,
  openTarget,
  partOfKind,
  partOfSheet,
  ReplaceSheetsError,
  type TargetPackage,
} from './target-package';
import { calculateOnLoad, listedSheets } from './workbook-index';
import { childElement, documentOf, type Element, rootOf, xmlBytes } from './xml';

export interface FileBook {
  readonly bytes: Uint8Array;
  readonly grid: Grid;
  /** A Strict workbook can be looked at and not changed. */
  readonly readOnly: boolean;
}

export type OpenedBook = { readonly ok: true; readonly book: FileBook } | Extract<ReadResult, { ok: false }>;

export function readBook(bytes: Uint8Array): OpenedBook {
  const reading = readWorkbookFile(bytes);
  if (!reading.ok) return reading;
  try {
    return { ok: true, book: { bytes, grid: reading.grid, readOnly: openPackage(bytes).isStrict } };
  } catch (error) {
    // Parts that reading does not look at count too.
    if (error instanceof ReplaceSheetsError) return { ok: false, reason: 'too-large', detail: error.message };
    throw error;
  }
}

/** A book after a change: as little Strict as before, since none other is changed. Throws a `HostError`. */
export function renewedBook(bytes: Uint8Array): FileBook {
  const reading = readWorkbookFile(bytes);
  if (!reading.ok) throw new HostError('unknown', reading.detail);
  return { bytes, grid: reading.grid, readOnly: false };
}

/** What a picture is made of; `looks` belong to the whole workbook. */
export function lookAt(
  { bytes }: FileBook,
  sheet: string,
): { readonly picture: SheetPicture; readonly looks: readonly Look[] } | null {
  const target = openPackage(bytes);
  const listed = listedSheets(target.workbook).find(({ name }) => name === sheet);
  if (listed === undefined) return null;
  const picture = sheetPicture(rootOf(parsePart(target.parts, partOfSheet(target, listed))));
  const styles = stylesOf(target);
  return { picture, looks: styles === null ? [] : lookTable(styles.root) };
}

/**
 * The workbook with the entries: each in its cell, everything else as it was but for the results of formulas that look
 * at these cells. Throws a `HostError`: «protected» for a locked cell, «not-found» for a sheet that is not there.
 */
export function enterInto(book: FileBook, entries: readonly CellEntry[]): FileBook {
  const target = openTarget(book.bytes);
  const { workbook } = target;
  const parts: Parts = target.parts;
  const styles = stylesOf(target);
  const looks = styles === null ? [] : lookTable(styles.root);
  const dayOffset = isOn(childElement(workbook, 'workbookPr')?.getAttribute('date1904')) ? SHIFT_1904 : 0;
  let dated = false;
  const edits = new Map<string, Map<string, CellEdit>>();
  const editsOf = (part: string): Map<string, CellEdit> => {
    const found = edits.get(part) ?? new Map<string, CellEdit>();
    edits.set(part, found);
    return found;
  };
  const sheets = new Map(
    listedSheets(workbook).map((listed) => [listed.name.toLowerCase(), listed] as const),
  );
  const partNamed = (sheet: string): string => {
    const listed = sheets.get(sheet.toLowerCase());
    if (listed === undefined) throw new HostError('not-found', `sheet ${sheet}`);
    return partOfSheet(target, listed);
  };
  const pictures = new Map<string, SheetPicture>();
  const pictureOf = (part: string): SheetPicture => {
    const picture = pictures.get(part) ?? sheetPicture(rootOf(parsePart(parts, part)));
    pictures.set(part, picture);
    return picture;
  };
  const dependents = dependentsOf(book.grid, workbookNames(workbook), entries);
  for (const { sheet, cell } of dependents) {
    const part = partNamed(sheet);
    editsOf(part).set(cell, { kind: 'forget' });
  }
  for (const { sheet, cell, value } of entries) {
    const part = partNamed(sheet);
    const picture = pictureOf(part);
    const index = picture.looks.get(cell) ?? 0;
    const look = looks[index];
    if (picture.isProtected && look?.locked !== false) throw new HostError('protected', `${sheet}!${cell}`);
    if (typeof value !== 'object') {
      editsOf(part).set(cell, plainEdit(value));
      continue;
    }
    const number = dateSerial(value.date) - dayOffset;
    // A date in a cell that shows none would be seen as a number; the look of a protected sheet's cells is the form's own.
    const isBare = look?.isDate !== true && !picture.isProtected && styles !== null;
    dated ||= isBare;
    editsOf(part).set(cell, {
      kind: 'number',
      number,
      ...(isBare ? { look: datedLook(styles.root, index) } : {}),
    });
  }
  for (const [part, cells] of edits) parts.set(part, enterCells(partOf(parts, part), cells));
  if (dated && styles !== null) parts.set(styles.part, xmlBytes(documentOf(styles.root)));
  if (dependents.length > 0 && !isOn(childElement(workbook, 'calcPr')?.getAttribute('fullCalcOnLoad'))) {
    calculateOnLoad(workbook);
    parts.set(target.workbookPart, xmlBytes(documentOf(workbook)));
  }
  return renewedBook(writeParts(parts));
}

function plainEdit(value: string | number | boolean): CellEdit {
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  if (typeof value === 'number') return { kind: 'number', number: value };
  return value === '' ? { kind: 'empty' } : { kind: 'text', text: value };
}

function stylesOf(target: TargetPackage): { readonly part: string; readonly root: Element } | null {
  const part = partOfKind(target, 'styles');
  return part === undefined ? null : { part, root: rootOf(parsePart(target.parts, part)) };
}

function isOn(value: string | null | undefined): boolean {
  return value === '1' || value === 'true';
}
