/** Who may write what where: read-only workbooks, protected sheets and structure. */

import type { Excel } from '../excel';
import { accessDenied } from '../failures';
import type { Place } from '../host-object';
import { isWholeColumns, isWholeRows } from '../model/area';
import { stylesIn } from '../model/restyle';
import type { ProtectionOption, Sheet } from '../model/workbook';

const PROTECTED = 'The cell or chart you are trying to change is on a protected sheet.';

export function guardWorkbook(excel: Excel): void {
  if (excel.workbook.readOnly && excel.actor !== 'remote') {
    accessDenied('The workbook is open for reading only.');
  }
}

/** Adding, removing, renaming, moving and hiding sheets. */
export function guardStructure(excel: Excel): void {
  guardWorkbook(excel);
  if (excel.workbook.protection !== null) {
    accessDenied('The structure of the workbook is protected.');
  }
}

/** Contents: on a protected sheet only cells that are unlocked. */
export function guardContents(excel: Excel, { sheet, areas }: Place): void {
  guardWorkbook(excel);
  if (sheet.protection === null) {
    return;
  }
  for (const place of areas) {
    if (isWholeRows(place) || isWholeColumns(place)) {
      accessDenied(PROTECTED);
    }
    if ([...stylesIn(sheet, place)].some(({ locked }) => locked)) {
      accessDenied(PROTECTED);
    }
  }
}

/** Anything that protection forbids unless `option` allows it. */
export function guardSheet(excel: Excel, sheet: Sheet, option?: ProtectionOption): void {
  guardWorkbook(excel);
  if (sheet.protection !== null && (option === undefined || !sheet.protection.options[option])) {
    accessDenied(PROTECTED);
  }
}
