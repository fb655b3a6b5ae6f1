/** Looks of ranges: alignment, sizes of rows and columns, font, fill, protection. Borders have a file of their own. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { describeClass, type Place, type Property } from '../host-object';
import { pixelsOfPoints, pointsOfPixels } from '../model/columns';
import { displayText } from '../model/display';
import { cellsIn, styleAt } from '../model/cells';
import { restyle, stylesIn } from '../model/restyle';
import type { CellStyle, FontLook } from '../model/style';
import type { Sheet } from '../model/workbook';
import { booleanOf, colorOf, numberOf, oneOf, textOf, wholeOf } from '../parameters';
import { borderCollectionClass } from './borders';
import { valueAt } from './contents';
import { guardSheet } from './guards';
import { forEachLine, same } from './range-properties';

const HIGHEST_ROW = 409.5;
const WIDEST_COLUMN_PIXELS = 1790;
const STANDARD_ROW = 15;
const SMALLEST_FONT = 1;
const LARGEST_FONT = 409;

/** What all cells have in common; null where they differ. */
function uniform<Value>({ sheet, areas }: Place, read: (style: CellStyle) => Value): Value | null {
  const found = new Set(areas.flatMap((area) => [...stylesIn(sheet, area)].map(read)));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

export function changeStyle(
  excel: Excel,
  { sheet, areas }: Place,
  change: (style: CellStyle) => CellStyle,
): void {
  guardSheet(excel, sheet, 'allowFormatCells');
  areas.forEach((area) => {
    restyle(sheet, area, change);
  });
}

/** A member of the look: how it is read, and how a checked value is put into it. */
function member<Value>(
  read: (style: CellStyle) => unknown,
  check: (value: unknown) => Value,
  put: (style: CellStyle, value: Value) => CellStyle,
): Property<Place> {
  return {
    get: (place) => uniform(place, read),
    set: (place, given, excel) => {
      const value = check(given);
      changeStyle(excel, place, (style) => put(style, value));
    },
  };
}

function fontMember<Key extends keyof FontLook>(
  key: Key,
  check: (value: unknown) => FontLook[Key],
): Property<Place> {
  return member(
    ({ font }) => font[key],
    check,
    (style, value) => ({ ...style, font: { ...style.font, [key]: value } }),
  );
}

const fontClass = describeClass<Place>({
  name: 'RangeFont',
  properties: {
    Name: fontMember('name', textOf),
    Size: fontMember('size', fontSize),
    Color: fontMember('color', colorOf),
    Bold: fontMember('bold', booleanOf),
    Italic: fontMember('italic', booleanOf),
    Strikethrough: fontMember('strikethrough', booleanOf),
    Subscript: fontMember('subscript', booleanOf),
    Superscript: fontMember('superscript', booleanOf),
    Underline: fontMember('underline', (value) =>
      oneOf(['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'], value),
    ),
  },
});

function fontSize(value: unknown): number {
  const size = numberOf(value);
  return size >= SMALLEST_FONT && size <= LARGEST_FONT ? size : invalidArgument();
}

const fillClass = describeClass<Place>({
  name: 'RangeFill',
  properties: {
    Color: member(
      ({ fill }) => fill ?? '#FFFFFF',
      colorOf,
      (style, fill) => ({ ...style, fill }),
    ),
    Pattern: { get: (place) => uniform(place, ({ fill }) => (fill === null ? 'None' : 'Solid')) },
  },
  methods: {
    Clear: (place, _, excel) => {
      changeStyle(excel, place, (style) => ({ ...style, fill: null }));
    },
  },
});

const protectionClass = describeClass<Place>({
  name: 'FormatProtection',
  properties: {
    Locked: lockMember('locked'),
    FormulaHidden: lockMember('formulaHidden'),
  },
});

/** Allowing formats does not allow these two. */
function lockMember(key: 'locked' | 'formulaHidden'): Property<Place> {
  return {
    get: (place) => uniform(place, (style) => style[key]),
    set: ({ sheet, areas }, given, excel) => {
      guardSheet(excel, sheet);
      const value = booleanOf(given);
      areas.forEach((area) => {
        restyle(sheet, area, (style) => ({ ...style, [key]: value }));
      });
    },
  };
}

export const rangeFormatClass = describeClass<Place>({
  name: 'RangeFormat',
  properties: {
    HorizontalAlignment: member(
      ({ horizontal }) => horizontal,
      (value) =>
        oneOf(
          ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'],
          value,
        ),
      (style, horizontal) => ({ ...style, horizontal }),
    ),
    VerticalAlignment: member(
      ({ vertical }) => vertical,
      (value) => oneOf(['Top', 'Center', 'Bottom', 'Justify', 'Distributed'], value),
      (style, vertical) => ({ ...style, vertical }),
    ),
    WrapText: member(
      ({ wrap }) => wrap,
      booleanOf,
      (style, wrap) => ({ ...style, wrap }),
    ),
    ShrinkToFit: member(
      ({ shrink }) => shrink,
      booleanOf,
      (style, shrink) => ({ ...style, shrink }),
    ),
    IndentLevel: member(
      ({ indent }) => indent,
      (value) => bounded(wholeOf(value), 0, 250),
      (style, indent) => ({ ...style, indent }),
    ),
    TextOrientation: member(
      ({ rotation }) => rotation,
      (value) => (value === 180 ? 180 : bounded(wholeOf(value), -90, 90)),
      (style, rotation) => ({ ...style, rotation }),
    ),
    ReadingOrder: member(
      ({ readingOrder }) => readingOrder,
      (value) => oneOf(['Context', 'LeftToRight', 'RightToLeft'], value),
      (style, readingOrder) => ({ ...style, readingOrder }),
    ),
    ColumnWidth: {
      get: ({ sheet, areas }) =>
        same(areas, 'column', (column) => pointsOfPixels(columnPixels(sheet, column))),
      set: ({ sheet, areas }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatColumns');
        const pixels = bounded(pixelsOfPoints(numberOf(value)), 0, WIDEST_COLUMN_PIXELS);
        forEachLine(areas, 'column', (column) =>
          sheet.columns.set(column, { ...sheet.columns.get(column), pixels }),
        );
      },
    },
    RowHeight: {
      get: ({ sheet, areas }) => same(areas, 'row', (row) => sheet.rows.get(row)?.points ?? STANDARD_ROW),
      set: ({ sheet, areas }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatRows');
        const points = bounded(numberOf(value), 0, HIGHEST_ROW);
        forEachLine(areas, 'row', (row) => sheet.rows.set(row, { ...sheet.rows.get(row), points }));
      },
    },
    UseStandardWidth: {
      get: ({ sheet, areas }) =>
        same(areas, 'column', (column) => sheet.columns.get(column)?.pixels === undefined),
      set: ({ sheet, areas }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatColumns');
        if (booleanOf(value)) {
          forEachLine(areas, 'column', (column) => {
            const info = { ...sheet.columns.get(column) };
            delete info.pixels;
            sheet.columns.set(column, info);
          });
        }
      },
    },
    UseStandardHeight: {
      get: ({ sheet, areas }) => same(areas, 'row', (row) => sheet.rows.get(row)?.points === undefined),
      set: ({ sheet, areas }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatRows');
        if (booleanOf(value)) {
          forEachLine(areas, 'row', (row) => {
            const info = { ...sheet.rows.get(row) };
            delete info.points;
            sheet.rows.set(row, info);
          });
        }
      },
    },
  },
  objects: {
    Font: fontClass,
    Fill: fillClass,
    Protection: protectionClass,
    Borders: borderCollectionClass,
  },
  methods: {
    /** Widths are guessed from the number of characters: there are no fonts here. */
    AutofitColumns: ({ sheet, areas }, _, excel) => {
      guardSheet(excel, sheet, 'allowFormatColumns');
      areas.forEach((area) => {
        fitColumns(sheet, area);
      });
    },
    /** Rows without a height of their own are as high as their text wants. */
    AutofitRows: ({ sheet, areas }, _, excel) => {
      guardSheet(excel, sheet, 'allowFormatRows');
      forEachLine(areas, 'row', (row) => {
        const info = { ...sheet.rows.get(row) };
        if (info.points !== undefined) {
          delete info.points;
          sheet.rows.set(row, info);
        }
      });
    },
  },
});

/** Classes of looks, for the list of all. */
export const formatClasses = [rangeFormatClass, fontClass, fillClass, protectionClass] as const;

export function columnPixels(sheet: Sheet, column: number): number {
  return sheet.columns.get(column)?.pixels ?? sheet.standardPixels;
}

function fitColumns(sheet: Sheet, area: Place['areas'][number]): void {
  const longest = new Map<number, number>();
  for (const [row, column] of cellsIn(sheet, area)) {
    const text = displayText(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat);
    const line = Math.max(...text.split('\n').map(({ length }) => length));
    longest.set(column, Math.max(longest.get(column) ?? 0, line));
  }
  for (const [column, characters] of longest) {
    const pixels = Math.min(WIDEST_COLUMN_PIXELS, characters * 7 + 5);
    sheet.columns.set(column, { ...sheet.columns.get(column), pixels });
  }
}

function bounded(value: number, least: number, most: number): number {
  return value >= least && value <= most ? value : invalidArgument();
}
