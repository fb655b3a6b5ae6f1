/** Plain members of ranges. */

import { type Excel, raiseChange } from '../excel';
import { invalidArgument } from '../failures';
import type { Place, Property } from '../host-object';
import { type Area, columnsOf, isWholeColumns, isWholeRows, rowsOf } from '../model/area';
import { cellAt, ensureCell, styleAt } from '../model/cells';
import { displayText } from '../model/display';
import { restyle } from '../model/restyle';
import type { Link, Sheet } from '../model/workbook';
import { booleanOf, isRecord, textOf } from '../parameters';
import { fullAddress, soleArea } from './addresses';
import { forEachGiven, formulaAt, gridOf, valueAt, valueTypeAt, writeContents } from './contents';
import { guardContents, guardSheet } from './guards';

const MOST_COUNTED = 2_147_483_647;

export const rangeProperties: Readonly<Record<string, Property<Place>>> = {
  Values: {
    get: (place) => gridOf(place, valueAt),
    set: (place, value, excel) => {
      writeContents(excel, place, value);
    },
  },
  Formulas: {
    get: (place) => gridOf(place, formulaAt),
    set: (place, value, excel) => {
      writeContents(excel, place, value);
    },
  },
  ValueTypes: { get: (place) => gridOf(place, valueTypeAt) },
  Text: {
    get: (place, excel) =>
      gridOf(place, (sheet, row, column) =>
        displayText(
          valueAt(sheet, row, column),
          styleAt(sheet, row, column).numberFormat,
          excel.workbook.date1904,
        ),
      ),
  },
  NumberFormat: {
    get: (place) => gridOf(place, (sheet, row, column) => styleAt(sheet, row, column).numberFormat),
    set: setNumberFormat,
  },
  Address: { get: fullAddress },
  AddressLocal: { get: fullAddress },
  RowIndex: { get: (place) => soleArea(place).top - 1 },
  ColumnIndex: { get: (place) => soleArea(place).left - 1 },
  RowCount: { get: (place) => rowsOf(soleArea(place)) },
  ColumnCount: { get: (place) => columnsOf(soleArea(place)) },
  CellCount: { get: cellCount },
  IsEntireColumn: { get: ({ areas }) => areas.every(isWholeColumns) },
  IsEntireRow: { get: ({ areas }) => areas.every(isWholeRows) },
  RowHidden: {
    get: ({ sheet, areas }) => same(areas, 'row', (row) => sheet.rows.get(row)?.hidden === true),
    set: ({ sheet, areas }, value, excel) => {
      guardSheet(excel, sheet, 'allowFormatRows');
      const hidden = booleanOf(value);
      forEachLine(areas, 'row', (row) => sheet.rows.set(row, { ...sheet.rows.get(row), hidden }));
    },
  },
  ColumnHidden: {
    get: ({ sheet, areas }) => same(areas, 'column', (column) => sheet.columns.get(column)?.hidden === true),
    set: ({ sheet, areas }, value, excel) => {
      guardSheet(excel, sheet, 'allowFormatColumns');
      const hidden = booleanOf(value);
      forEachLine(areas, 'column', (column) =>
        sheet.columns.set(column, { ...sheet.columns.get(column), hidden }),
      );
    },
  },
  Hyperlink: { get: ({ sheet, areas }) => linkAt(sheet, areas[0]), set: setLink },
};

function cellCount({ areas }: Place): number {
  const count = areas.reduce((sum, area) => sum + rowsOf(area) * columnsOf(area), 0);
  return count > MOST_COUNTED ? -1 : count;
}

function setNumberFormat(place: Place, value: unknown, excel: Excel): void {
  const { sheet } = place;
  guardSheet(excel, sheet, 'allowFormatCells');
  if (!Array.isArray(value)) {
    const numberFormat = textOf(value);
    place.areas.forEach((area) => {
      restyle(sheet, area, (style) => ({ ...style, numberFormat }));
    });
    return;
  }
  forEachGiven(place, value, (row, column, format) => {
    const numberFormat = textOf(format);
    ensureCell(sheet, row, column).style = { ...styleAt(sheet, row, column), numberFormat };
  });
}

function linkAt(sheet: Sheet, area: Area | undefined): unknown {
  const link = area === undefined ? undefined : cellAt(sheet, area.top, area.left)?.link;
  return link === undefined || area === undefined
    ? null
    : {
        address: link.address ?? null,
        documentReference: link.documentReference ?? null,
        screenTip: link.screenTip ?? '',
        textToDisplay: String(valueAt(sheet, area.top, area.left)),
      };
}

function setLink(place: Place, value: unknown, excel: Excel): void {
  guardContents(excel, place);
  guardSheet(excel, place.sheet, 'allowInsertHyperlinks');
  if (!isRecord(value)) {
    return invalidArgument();
  }
  const { address, documentReference, screenTip, textToDisplay } = value;
  if (typeof address !== 'string' && typeof documentReference !== 'string') {
    return invalidArgument('A link needs an address or a place in the workbook.');
  }
  const link: Link = {
    ...(typeof address === 'string' && { address }),
    ...(typeof documentReference === 'string' && { documentReference }),
    ...(typeof screenTip === 'string' && { screenTip }),
  };
  forEachGiven(place, link, (row, column) => {
    const cell = ensureCell(place.sheet, row, column);
    cell.link = link;
    if (typeof textToDisplay === 'string') {
      cell.value = textToDisplay;
    } else if (cell.value === undefined && cell.formula === undefined) {
      cell.value = link.address ?? link.documentReference ?? '';
    }
    // Excel gives links its «Hyperlink» look.
    const style = styleAt(place.sheet, row, column);
    cell.style = { ...style, font: { ...style.font, color: '#0563C1', underline: 'Single' } };
  });
  raiseChange(excel, place, 'RangeEdited');
  return undefined;
}

type Axis = 'row' | 'column';

export function forEachLine(areas: readonly Area[], axis: Axis, visit: (line: number) => unknown): void {
  for (const { top, bottom, left, right } of areas) {
    const [first, last] = axis === 'row' ? [top, bottom] : [left, right];
    for (let line = first; line <= last; line++) {
      visit(line);
    }
  }
}

/** What all lines have in common; null where they differ. */
export function same<Value>(areas: readonly Area[], axis: Axis, read: (line: number) => Value): Value | null {
  const found = new Set<Value>();
  forEachLine(areas, axis, (line) => found.add(read(line)));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
