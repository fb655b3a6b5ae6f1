/**
 * Renews single sheets of a workbook and leaves the rest of the file as it is, part by part and byte by byte: sheets
 * that people added, charts, pivot tables, names, styles.
 */

import type { SheetSpec } from '../spec';
import { adoptTables } from './adopt-tables';
import { drawCharts } from './draw-charts';
import { sheetPart } from './mend';
import { sheetNames } from './names';
import { partOf, UnreadablePartError } from './parts';
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
import { encode } from './xml';

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
 * Throws `ReplaceSheetsError` when the workbook is of the Strict kind, too large, or one of the parts concerned can't be read.
 */
export async function replaceSheets(original: Uint8Array, sheets: readonly SheetSpec[]): Promise<Uint8Array> {
  const fresh = await workbookParts({ title: '', date: '2000-01-01', sheets });
  const charts = await Promise.all(sheets.map(drawCharts));
  return withReadableParts(() => {
    const target = openTarget(original);
    const looks = addLooks(target, partOf(fresh, 'xl/styles.xml'));
    const strings = sharedStrings(fresh.get('xl/sharedStrings.xml'));
    // All old sheets go before the first new one comes, so that names and numbers of their tables are free.
    const places = sheets.map((sheet) => makePlace(target, sheet));
    places.forEach((place, index) => {
      const source = sheetPart(index);
      const tableIds = adoptTables(target, fresh, source, place.part);
      const text = transplantSheet(partOf(fresh, source), { ...looks, ...place, strings, tableIds });
      target.parts.set(place.part, encode(text));
      placeCharts(target, place.part, charts[index] ?? []);
    });
    return closeTarget(target);
  });
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
