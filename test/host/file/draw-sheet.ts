/** A sheet of the emulated Excel put into exceljs: cells, looks, columns, rows, tables, notes, conditional formats. */

import type { CellValue as FileValue, Workbook as FileWorkbook, Worksheet } from 'exceljs';
import { cellAddress } from '../../../src/workbook/grid';
import { columnsOf, LAST_COLUMN } from '../model/area';
import { cellAt, keyColumn, keyRow } from '../model/cells';
import { fileWidthOfPixels } from '../model/columns';
import { NORMAL_STYLE, type CellStyle } from '../model/style';
import type { Cell, CellValue, Column, ConditionalFormat, Sheet, Table } from '../model/workbook';
import { colorOf, drawLook, drawStyle } from './draw-style';
import { areasText, OPERATORS } from './sheet-xml';
import { protectEscapes } from './xml-text';

/** exceljs takes a column of this width for one without a width; `mend-parts.ts` takes the difference out again. */
const UNWRITTEN_WIDTH = 9;
export const STAND_IN_WIDTH = 9.001;
/** exceljs leaves out a row that has neither cells nor a height; taken out again likewise. */
export const STAND_IN_HEIGHT = 15.001;

const STATES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
const STANDARD_PIXELS = 64;

/** `active`: this is the sheet in view, and its cell with the cursor. */
export function drawSheet(file: FileWorkbook, sheet: Sheet, active: string | null): void {
  const styles = new Map<CellStyle, ReturnType<typeof drawStyle>>();
  const styleOf = (style: CellStyle): ReturnType<typeof drawStyle> => {
    // A file's default style is the same look without a word.
    const known = styles.get(style) ?? (style === NORMAL_STYLE ? {} : drawStyle(style));
    styles.set(style, known);
    return known;
  };
  const target = file.addWorksheet(sheet.name, {
    state: STATES[sheet.visibility],
    properties: {
      ...(sheet.tabColor !== '' && { tabColor: colorOf(sheet.tabColor) }),
      ...(sheet.standardPixels !== STANDARD_PIXELS && {
        defaultColWidth: fileWidthOfPixels(sheet.standardPixels),
      }),
    },
    pageSetup: 'fitWidth' in sheet.layout.zoom ? { fitToPage: true } : {},
  });
  drawView(target, sheet, active);
  drawColumns(target, sheet, styleOf);
  sheet.tables.forEach((table) => {
    drawTable(target, sheet, table);
  });
  drawRows(target, sheet, styleOf);
  for (const [key, cell] of sheet.cells) {
    const drawn = target.getCell(keyRow(key), keyColumn(key));
    drawn.value = fileValue(cell);
    drawn.style = styleOf(cell.style ?? styleAround(sheet, keyRow(key), keyColumn(key)));
  }
  for (const [key, { text }] of sheet.notes) {
    target.getCell(keyRow(key), keyColumn(key)).note = { texts: [{ text: protectEscapes(text) }] };
  }
  sheet.conditionalFormats.forEach((format, index) => {
    if (format.type === 'Custom' || format.type === 'CellValue') {
      drawConditionalFormat(target, format, index + 1);
    }
  });
}

function styleAround(sheet: Sheet, row: number, column: number): CellStyle {
  return sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? sheet.style;
}

function fileValue({ value, formula }: Cell): FileValue {
  const plain = value === undefined || value === '' ? null : plainValue(value);
  if (formula === undefined) {
    return plain;
  }
  // An empty text is a result too.
  return value === undefined
    ? { formula, date1904: false }
    : { formula, result: value === '' ? '' : plainValue(value) };
}

function plainValue(value: CellValue): string | number | boolean | { error: FileError } {
  if (typeof value === 'string') {
    return protectEscapes(value);
  }
  return typeof value === 'object' ? { error: errorOf(value.error) } : value;
}

const FILE_ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;
type FileError = (typeof FILE_ERRORS)[number];

function errorOf(text: string): FileError {
  const error = FILE_ERRORS.find((each) => each === text);
  if (error === undefined) {
    throw new Error(`Files have no error value «${text}».`);
  }
  return error;
}

function drawView(
  target: Worksheet,
  { freeze, showGridlines, showHeadings }: Sheet,
  active: string | null,
): void {
  target.views = [
    {
      ...(freeze === null
        ? { state: 'normal' }
        : { state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows }),
      showGridLines: showGridlines,
      showRowColHeaders: showHeadings,
      ...(active !== null && { activeCell: active }),
    },
  ];
  Object.assign(target.views[0] ?? {}, active !== null && { tabSelected: true });
}

function drawColumns(target: Worksheet, sheet: Sheet, styleOf: (style: CellStyle) => object): void {
  const whole: Column = sheet.style === NORMAL_STYLE ? {} : { style: sheet.style };
  const numbers =
    'style' in whole ? Array.from({ length: LAST_COLUMN }, (_, index) => index + 1) : sheet.columns.keys();
  for (const number of numbers) {
    const { pixels, hidden = false, style } = { ...whole, ...sheet.columns.get(number) };
    const column = target.getColumn(number);
    const width = fileWidthOfPixels(pixels ?? sheet.standardPixels);
    if (pixels !== undefined || hidden || style !== undefined) {
      column.width = width === UNWRITTEN_WIDTH ? STAND_IN_WIDTH : width;
    }
    column.hidden = hidden;
    if (style !== undefined) {
      column.style = styleOf(style);
    }
  }
}

function drawRows(target: Worksheet, sheet: Sheet, styleOf: (style: CellStyle) => object): void {
  for (const [number, { points, hidden = false, style }] of sheet.rows) {
    const row = target.getRow(number);
    if (points !== undefined || hidden || style !== undefined) {
      row.height = points ?? STAND_IN_HEIGHT;
    }
    row.hidden = hidden;
    if (style !== undefined) {
      Object.assign(row, { style: styleOf(style) });
    }
  }
}

/** Its cells are written afterwards; exceljs only takes the names of the columns from here. */
function drawTable(target: Worksheet, sheet: Sheet, table: Table): void {
  const { area } = table;
  const width = columnsOf(area);
  const rows = area.bottom - area.top + 1 - Number(table.showHeaders) - Number(table.showTotals);
  target.addTable({
    name: table.name,
    displayName: table.name,
    ref: cellAddress(area.top, area.left),
    headerRow: table.showHeaders,
    totalsRow: table.showTotals,
    ...(table.style !== '' && { style: tableStyle(table) }),
    columns: Array.from({ length: width }, (_, index) => ({
      // An attribute can't hold a line break.
      name: protectEscapes(headerText(cellAt(sheet, area.top, area.left + index), index)).replaceAll(
        '\n',
        '_x000a_',
      ),
      filterButton: table.showFilterButton,
    })),
    rows: Array.from({ length: rows }, () => Array.from({ length: width }, () => null)),
  });
}

function tableStyle(table: Table): object {
  return {
    theme: table.style,
    showRowStripes: table.showBandedRows,
    showColumnStripes: table.showBandedColumns,
    showFirstColumn: table.highlightFirstColumn,
    showLastColumn: table.highlightLastColumn,
  };
}

function headerText(cell: Cell | undefined, index: number): string {
  const value = cell?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : `Столбец${index + 1}`;
}

function drawConditionalFormat(target: Worksheet, format: ConditionalFormat, priority: number): void {
  const common = { priority, style: drawLook(format.look), formulae: [...format.formulas] };
  if (format.type === 'Custom') {
    target.addConditionalFormatting({
      ref: areasText(format.areas),
      rules: [{ ...common, type: 'expression' }],
    });
    return;
  }
  const rule = { ...common, type: 'cellIs' as const, operator: 'equal' as const };
  // exceljs writes every operator, though its types know four.
  Object.assign(rule, { operator: OPERATORS[format.operator ?? 'Between'] });
  target.addConditionalFormatting({ ref: areasText(format.areas), rules: [rule] });
}
