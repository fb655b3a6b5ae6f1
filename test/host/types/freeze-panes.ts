/** Frozen rows and columns. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { describeClass, type HostObject } from '../host-object';
import { LAST_COLUMN, LAST_ROW } from '../model/area';
import type { Sheet } from '../model/workbook';
import { wholeOf } from '../parameters';
import { placeOf, soleArea } from './addresses';
import { guardWorkbook } from './guards';

function countOf(value: unknown): number {
  const count = value === null || value === undefined ? 1 : wholeOf(value);
  return count >= 0 ? count : invalidArgument();
}

function freeze(excel: Excel, sheet: Sheet, rows: number, columns: number): void {
  guardWorkbook(excel);
  sheet.freeze = rows + columns === 0 ? null : { rows, columns };
}

function frozen(sheet: Sheet, excel: Excel): HostObject | null {
  if (sheet.freeze === null) {
    return null;
  }
  const { rows, columns } = sheet.freeze;
  const bottom = rows === 0 ? LAST_ROW : rows;
  const right = columns === 0 ? LAST_COLUMN : columns;
  return excel.make.range({ sheet, areas: [{ top: 1, left: 1, bottom, right }] });
}

export const freezePanesClass = describeClass<Sheet>({
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (sheet, [count], excel) => {
      freeze(excel, sheet, countOf(count), 0);
    },
    FreezeColumns: (sheet, [count], excel) => {
      freeze(excel, sheet, 0, countOf(count));
    },
    /** The top left range that stays: «A1:C2» keeps two rows and three columns. */
    FreezeAt: (sheet, [range], excel) => {
      const { top, left, bottom, right } = soleArea(placeOf(excel, range, sheet));
      if (top !== 1 || left !== 1) {
        invalidArgument('The frozen range begins in the first cell.');
      }
      freeze(excel, sheet, bottom === LAST_ROW ? 0 : bottom, right === LAST_COLUMN ? 0 : right);
    },
    Unfreeze: (sheet, _, excel) => {
      freeze(excel, sheet, 0, 0);
    },
    GetLocation: (sheet, _, excel) => frozen(sheet, excel) ?? invalidArgument('Nothing is frozen.'),
    GetLocationOrNullObject: (sheet, _, excel) => frozen(sheet, excel),
  },
});
