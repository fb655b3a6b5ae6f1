/** New sheets, and sheets renewed where they stand, in a workbook file. */
import { HostError } from '../host-error';
import type { SheetChange } from '../port';
import { adoptTables } from './adopt-tables';
import { mendSheetNames } from './put-names';
import { sheetPart } from './mend';
import { parsePart, partOf, UnreadablePartError } from './parts';
import { targetPart } from './relations';
import { renewSheet } from './renew-sheet';
import { newPlace } from './replace-sheets';
import { addLooks, closeTarget, openTarget, type TargetPackage } from './target-package';
import { sharedStrings, transplantSheet } from './transplant-sheet';
import { listedSheets, type ListedSheet } from './workbook-index';
import { workbookParts } from './write-workbook';
import { childElement, encode, rootOf } from './xml';

const PASSWORDS = ['password', 'hashValue'];

/**
 * The workbook with the changes, as `OpenWorkbook.put` has them: either all of them or, with a `HostError`, none. Throws
 * `ReplaceSheetsError` on a Strict workbook.
 */
export async function putChanges(original: Uint8Array, changes: readonly SheetChange[]): Promise<Uint8Array> {
  const sheets = changes.map(({ spec }) => spec);
  const fresh = await workbookParts({ title: '', date: '2000-01-01', sheets });
  const target = openTarget(original);
  refuseMoved(target, changes);
  const looks = addLooks(target, partOf(fresh, 'xl/styles.xml'));
  const strings = sharedStrings(fresh.get('xl/sharedStrings.xml'));
  changes.forEach((change, index) => {
    const { spec, existing } = change;
    const source = sheetPart(index);
    const own = { ...looks, strings, kept: '', selected: false };
    if (existing === null) {
      const { listed, place } = newPlace(target, spec);
      mendSheetNames(target, listed, spec);
      const tableIds = adoptTables(target, fresh, source, place.part);
      target.parts.set(place.part, encode(transplantSheet(partOf(fresh, source), { ...own, tableIds })));
      return;
    }
    const listed = standing(target, spec.name);
    if (listed === undefined) throw new HostError('not-found', `sheet ${spec.name}`);
    mendSheetNames(target, listed, spec);
    const text = transplantSheet(partOf(fresh, source), { ...own, tableIds: new Map() });
    renewSheet(target, partOfSheet(target, listed), { parts: fresh, part: source, text }, change);
  });
  return closeTarget(target);
}

/** Part of a sheet that the workbook lists. */
export function partOfSheet({ parts, workbookPart, relations }: TargetPackage, listed: ListedSheet): string {
  const relation = relations.find(({ id }) => id === listed.relationId);
  if (relation?.kind !== 'worksheet') throw new UnreadablePartError(workbookPart);
  return targetPart(parts, workbookPart, relation);
}

function standing({ workbook }: TargetPackage, wanted: string): ListedSheet | undefined {
  return listedSheets(workbook).find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

/** Before anything changes: sheets that came or went since the change was planned, and those behind a password. */
function refuseMoved(target: TargetPackage, changes: readonly SheetChange[]): void {
  for (const { spec, existing } of changes) {
    const listed = standing(target, spec.name);
    if (existing !== null && listed === undefined) throw new HostError('not-found', `sheet ${spec.name}`);
    if (existing === null && listed !== undefined) {
      throw new HostError('unknown', `there is a sheet ${spec.name} already`);
    }
    if (listed === undefined) continue;
    const sheet = rootOf(parsePart(target.parts, partOfSheet(target, listed)));
    const protection = childElement(sheet, 'sheetProtection');
    if (protection && PASSWORDS.some((name) => (protection.getAttribute(name) ?? '') !== '')) {
      throw new HostError('protected', `sheet ${spec.name}`);
    }
  }
}
