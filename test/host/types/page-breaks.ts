/** Page breaks between rows that somebody set by hand. */

import { itemNotFound } from '../failures';
import { describeClass } from '../host-object';
import type { Sheet } from '../model/workbook';
import { wholeOf } from '../parameters';
import { placeOf, soleArea } from './addresses';
import { guardSheet } from './guards';

interface Owned {
  readonly sheet: Sheet;
  readonly row: number;
}

const breakClass = describeClass<Owned>({
  name: 'PageBreak',
  properties: { RowIndex: { get: ({ row }) => row - 1 }, ColumnIndex: { get: () => 0 } },
  methods: {
    Delete: ({ sheet, row }, _, excel) => {
      guardSheet(excel, sheet);
      sheet.pageBreaks = sheet.pageBreaks.filter((each) => each !== row);
    },
  },
});

export const rowBreaksClass = describeClass<Sheet>({
  name: 'PageBreakCollection',
  items: (sheet, excel) => sheet.pageBreaks.map((row) => breakClass({ sheet, row }, excel)),
  item: (sheet, index, excel) =>
    breakClass({ sheet, row: sheet.pageBreaks[wholeOf(index)] ?? itemNotFound() }, excel),
  methods: {
    /** A break stands before the upper left cell of the range. */
    Add: (sheet, [range], excel) => {
      guardSheet(excel, sheet);
      const { top } = soleArea(placeOf(excel, range, sheet));
      sheet.pageBreaks = [...new Set([...sheet.pageBreaks, top])].sort((a, b) => a - b);
      return breakClass({ sheet, row: top }, excel);
    },
    GetCount: ({ pageBreaks }) => pageBreaks.length,
    RemovePageBreaks: (sheet, _, excel) => {
      guardSheet(excel, sheet);
      sheet.pageBreaks = [];
    },
  },
});

export const pageBreakClasses = [rowBreaksClass, breakClass] as const;
