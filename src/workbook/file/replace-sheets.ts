/**
 * Renews single sheets of a workbook and leaves the rest of the file as it is, part by part and byte by byte: sheets
 * that people added, charts, pivot tables, names, styles.
 */

import type { SheetSpec } from '../spec';
import { adoptTables } from './adopt-tables';
import { drawCharts } from './draw-charts';
import { sheetPart } from './mend';
import { sheetNames } from './names';
import {
  CELLS_AT_ONCE,
  joinPieces,
  lengthenTables,
  piecesOf,
  rowsOf,
  type SheetPieces,
  type TailRows,
} from './long-sheets';
import { partOf, type Parts, UnreadablePartError } from './parts';
import { placeCharts } from './place-charts';
import { firstFree, relationsOf, setRelations, targetPart } from './relations';
import {
  addLooks,
  addToWorkbook,
  closeTarget,
  folderOf,
  openTarget,
  partOfSheet,
  removePart,
  ReplaceSheetsError,
  type TargetPackage,
  withReadableParts,
} from './target-package';
import { isSelected, keptElements, sharedStrings, transplantSheet } from './transplant-sheet';
import {
  appendSheet,
  listedSheets,
  type ListedSheet,
  replaceNames,
  setVisibility,
  sheetNamed,
} from './workbook-index';
import { workbookParts } from './write-workbook';

export { ReplaceSheetsError };

/** Parts of an old sheet that the new one does not need, and that no other part can need. */
const OWN_KINDS = ['table', 'printerSettings', 'pivotTable'];
/** Relations of an old sheet that have no element in it, and move to the new one. */
const KEPT_KINDS = ['comments', 'threadedComment'];

/** Where a sheet goes in the package. */
interface Place {
  readonly part: string;
  /** What of the old sheet goes on: see `keptElements`. */
  readonly kept: string;
  readonly selected: boolean;
}

/**
 * The workbook with the sheets in place of those of the same name; a name that it lacks is added at the end.
 * A replaced sheet keeps its place, its drawings and its notes, but for charts of the product's, which come anew; everything else on it is the new
 * sheet's.
 * `cellsAtOnce`: a longer sheet is written in pieces, which differ in nothing from the whole.
 * Throws `ReplaceSheetsError` when the workbook is of the Strict kind, too large, or one of the parts concerned can't be read.
 */
export async function replaceSheets(
  original: Uint8Array,
  sheets: readonly SheetSpec[],
  cellsAtOnce = CELLS_AT_ONCE,
): Promise<Uint8Array> {
  const pieces = sheets.map((sheet) => piecesOf(sheet, cellsAtOnce));
  const fresh = await partsOf(pieces.map(({ head }) => head));
  sheets.forEach((sheet, index) => {
    const own = pieces[index];
    if (own !== undefined && own.tails.length > 0) lengthenTables(fresh, sheet, own);
  });
  const charts = await Promise.all(sheets.map(drawCharts));
  const target = withReadableParts(() => openTarget(original));
  const looks = withReadableParts(() => addLooks(target, partOf(fresh, 'xl/styles.xml')));
  const tails: (readonly TailRows[])[] = [];
  for (const own of pieces) tails.push(await writeTails(target, own));
  return withReadableParts(() => {
    const strings = sharedStrings(fresh.get('xl/sharedStrings.xml'));
    // All old sheets go before the first new one comes, so that names and numbers of their tables are free.
    const places = sheets.map((sheet) => makePlace(target, sheet));
    places.forEach((place, index) => {
      const source = sheetPart(index);
      const tableIds = adoptTables(target, fresh, source, place.part);
      const text = transplantSheet(partOf(fresh, source), { ...looks, ...place, strings, tableIds });
      target.parts.set(place.part, joinPieces(text, tails[index] ?? []));
      placeCharts(target, place.part, charts[index] ?? []);
    });
    return closeTarget(target);
  });
}

function partsOf(sheets: readonly SheetSpec[]): Promise<Parts> {
  return workbookParts({ title: '', date: '2000-01-01', sheets });
}

/** One after another, each put into the target's looks and strings at once, so that no two are held as exceljs has them. */
async function writeTails(target: TargetPackage, { tails }: SheetPieces): Promise<readonly TailRows[]> {
  const written: TailRows[] = [];
  for (const tail of tails) {
    const parts = await partsOf([tail]);
    const looks = withReadableParts(() => addLooks(target, partOf(parts, 'xl/styles.xml')));
    const strings = sharedStrings(parts.get('xl/sharedStrings.xml'));
    const other = { tableIds: new Map<string, string>(), kept: '', selected: false };
    written.push(rowsOf(transplantSheet(partOf(parts, sheetPart(0)), { ...looks, ...other, strings })));
  }
  return written;
}

/** Lists a sheet in the workbook with its names, and takes away what the old one of its name had. */
function makePlace(target: TargetPackage, sheet: SheetSpec): Place {
  const old = sheetNamed(target.workbook, sheet.name);
  const { listed, place } = old === undefined ? newPlace(target, sheet) : oldPlace(target, old);
  setVisibility(listed, sheet.visibility);
  const index = listedSheets(target.workbook).findIndex(({ element }) => element === listed.element);
  replaceNames(target.workbook, index, sheetNames(sheet, index));
  return place;
}

/** Lists a new sheet at the end; the part where it goes. */
export function newPlace(target: TargetPackage, { name }: SheetSpec): { listed: ListedSheet; place: Place } {
  const folder = `${folderOf(target.workbookPart)}worksheets/`;
  const part = firstFree((number) => `${folder}sheet${number}.xml`, target.parts.keys());
  // The place is taken at once: another sheet may be looking for one.
  target.parts.set(part, new Uint8Array());
  const listed = appendSheet(target.workbook, name, addToWorkbook(target, part, 'worksheet'));
  return { listed, place: { part, kept: '', selected: false } };
}

function oldPlace(target: TargetPackage, listed: ListedSheet): { listed: ListedSheet; place: Place } {
  const { parts } = target;
  const part = partOfSheet(target, listed);
  const old = parts.get(part);
  if (old === undefined) {
    throw new UnreadablePartError(part);
  }
  const kept = keptElements(old);
  const relations = relationsOf(parts, part);
  for (const own of relations.filter(({ kind }) => OWN_KINDS.includes(kind))) {
    removePart(parts, targetPart(parts, part, own));
  }
  const moved = relations.filter(({ id, kind }) => kept.ids.has(id) || KEPT_KINDS.includes(kind));
  setRelations(parts, part, moved);
  return { listed, place: { part, kept: kept.xml, selected: isSelected(old) } };
}
