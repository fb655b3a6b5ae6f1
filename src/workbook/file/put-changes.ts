/** New sheets, and sheets renewed where they stand, in a workbook file. */
import { HostError } from '../host-error';
import type { SheetChange } from '../port';
import { adoptTables } from './adopt-tables';
import { drawCharts } from './draw-charts';
import { mendSheetNames } from './put-names';
import { sheetPart } from './mend';
import { partOf } from './parts';
import { placeCharts } from './place-charts';
import { renewSheet } from './renew-sheet';
import { newPlace } from './replace-sheets';
import { addLooks, closeTarget, openTarget, partOfSheet } from './target-package';
import { sharedStrings, transplantSheet } from './transplant-sheet';
import { sheetNamed } from './workbook-index';
import { workbookParts } from './write-workbook';
import { encode } from './xml';

/**
 * The workbook with the changes, as `OpenWorkbook.put` has them: either all of them or, with a `HostError`, none. Throws
 * as `openTarget` does.
 */
export async function putChanges(original: Uint8Array, changes: readonly SheetChange[]): Promise<Uint8Array> {
  const sheets = changes.map(({ spec }) => spec);
  const fresh = await workbookParts({ title: '', date: '2000-01-01', sheets });
  const charts = await Promise.all(sheets.map(drawCharts));
  const target = openTarget(original);
  const looks = addLooks(target, partOf(fresh, 'xl/styles.xml'));
  const strings = sharedStrings(fresh.get('xl/sharedStrings.xml'));
  changes.forEach((change, index) => {
    const { spec, existing } = change;
    const source = sheetPart(index);
    const own = { ...looks, strings, kept: '', selected: false };
    const standing = sheetNamed(target.workbook, spec.name);
    if (existing === null) {
      if (standing !== undefined) throw new HostError('unknown', `there is a sheet ${spec.name} already`);
      const { listed, place } = newPlace(target, spec);
      mendSheetNames(target, listed, spec);
      const tableIds = adoptTables(target, fresh, source, place.part);
      target.parts.set(place.part, encode(transplantSheet(partOf(fresh, source), { ...own, tableIds })));
      placeCharts(target, place.part, charts[index] ?? []);
      return;
    }
    if (standing === undefined) throw new HostError('not-found', `sheet ${spec.name}`);
    mendSheetNames(target, standing, spec);
    const text = transplantSheet(partOf(fresh, source), { ...own, tableIds: new Map() });
    const part = partOfSheet(target, standing);
    renewSheet(target, part, { parts: fresh, part: source, text }, change);
    placeCharts(target, part, charts[index] ?? []);
  });
  return closeTarget(target);
}
