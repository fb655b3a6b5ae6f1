/** Names of a sheet that is put into a workbook. */
import { HostError } from '../host-error';
import type { SheetSpec } from '../spec';
import { looksOf } from './formula-looks';
import { sheetNames } from './names';
import type { TargetPackage } from './target-package';
import { listedSheets, type ListedSheet, replaceNames, setVisibility } from './workbook-index';
import { childElement, childElements, type Element } from './xml';

/** Lists the sheet's names and hides it where the spec says so; one that somebody hid stays hidden. */
export function mendSheetNames(target: TargetPackage, listed: ListedSheet, spec: SheetSpec): void {
  refuseTaken(target.workbook, spec);
  if (spec.visibility !== 'visible') setVisibility(listed, spec.visibility);
  const index = listedSheets(target.workbook).findIndex(({ element }) => element === listed.element);
  replaceNames(target.workbook, index, sheetNames(spec, index));
}

/** The workbook's own names (not those of single sheets) with their formulas, in lower case. */
export function workbookNames(workbook: Element): ReadonlyMap<string, string> {
  const list = childElement(workbook, 'definedNames');
  return new Map(
    (list === undefined ? [] : childElements(list, 'definedName'))
      .filter((element) => !element.hasAttribute('localSheetId'))
      .map((element) => [element.getAttribute('name')?.toLowerCase() ?? '', element.textContent ?? '']),
  );
}

/** A name that means a place on another sheet: formulas that use it would silently mean this one. */
function refuseTaken(workbook: Element, spec: SheetSpec): void {
  const names = workbookNames(workbook);
  for (const { name } of spec.names) {
    const sheet = looksOf(names.get(name.toLowerCase()) ?? '').areas[0]?.sheet ?? null;
    if (sheet !== null && sheet.toLowerCase() !== spec.name.toLowerCase()) {
      throw new HostError('unknown', `name ${name} belongs to sheet ${sheet}, not to ${spec.name}`);
    }
  }
}
