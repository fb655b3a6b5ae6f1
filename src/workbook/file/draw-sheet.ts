/** One sheet drawn with exceljs, except what exceljs writes wrongly or not at all: `mend.ts` adds that. */

import type { CellValue, Style as ExcelStyle, Workbook, Worksheet } from 'exceljs';
import { cellStyle, TAB_COLORS } from '../cell-style';
import { columnFileWidth } from '../column-width';
import { cellAddress } from '../grid';
import type { AreaSpec, CellSpec, SheetSpec, SpecValue, TableSpec } from '../spec';
import { areaAddress } from '../area';
import { autoHeights } from './auto-heights';
import { cellText } from './clean-text';
import { argb, drawLook, drawStyle } from './draw-style';
import { drawPicture } from './draw-picture';
import { drawPrint } from './draw-print';
import { dateSerial } from '../date-serial';

const HIGHEST_ROW_POINTS = 409.5;
const LONGEST_SHEET_NAME = 31;

export function drawSheet(workbook: Workbook, spec: SheetSpec, active: boolean): void {
  if (spec.name.length > LONGEST_SHEET_NAME) {
    throw new RangeError(`Sheet name longer than ${LONGEST_SHEET_NAME} characters: ${spec.name}`);
  }
  const sheet = workbook.addWorksheet(spec.name, { state: spec.visibility });
  sheet.properties.dyDescent = 0.25;
  if (spec.tab !== undefined) {
    sheet.properties.tabColor = { argb: argb(TAB_COLORS[spec.tab]) };
  }
  drawView(sheet, spec, active);
  drawColumns(sheet, spec);
  spec.tables.forEach((table) => {
    drawTable(sheet, spec, table);
  });
  drawCells(sheet, spec);
  [...autoHeights(spec), ...spec.heights].forEach(([row, points]) => {
    sheet.getRow(row).height = Math.min(points, HIGHEST_ROW_POINTS);
  });
  // Last, so that every cell of a merged area takes the look of its first.
  spec.merges.filter(isWide).forEach(({ top, left, bottom, right }) => {
    sheet.mergeCells(top, left, bottom, right);
  });
  spec.conditionalFormats.forEach(({ area, formula, look }, index) => {
    sheet.addConditionalFormatting({
      ref: areaAddress(area),
      rules: [{ type: 'expression', formulae: [formula], priority: index + 1, style: drawLook(look) }],
    });
  });
  (spec.pictures ?? []).forEach((picture, index) => {
    drawPicture(sheet, picture, spec.conditionalFormats.length + index + 1);
  });
  drawProtection(sheet, spec);
  drawPrint(sheet, spec.print);
}

function drawView(sheet: Worksheet, { freeze }: SheetSpec, active: boolean): void {
  // `tabSelected` is written by exceljs, although its types don't name it.
  const selected = active ? { tabSelected: true } : {};
  const frozen = freeze !== undefined && freeze.rows + freeze.columns > 0;
  sheet.views = [
    frozen
      ? { state: 'frozen', ySplit: freeze.rows, xSplit: freeze.columns, ...selected }
      : { state: 'normal', ...selected },
  ];
}

function drawColumns(sheet: Worksheet, { columns }: SheetSpec): void {
  columns.forEach(({ width, hidden }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = columnFileWidth(width);
    column.hidden = hidden === true;
  });
}

function drawCells(sheet: Worksheet, { cells, documentFontSize }: SheetSpec): void {
  // One object a look: exceljs recognises it, and a large sheet is written several times faster.
  const looks = new Map<string, ExcelStyle>();
  for (const spec of cells) {
    const style = cellStyle(spec, documentFontSize);
    const key = JSON.stringify(style);
    const look = looks.get(key) ?? drawStyle(style);
    looks.set(key, look);
    const cell = sheet.getCell(spec.row, spec.column);
    cell.style = look;
    cell.value = cellValue(spec);
  }
}

function cellValue({ value, formula }: CellSpec): CellValue {
  const plain = value === undefined ? undefined : plainValue(value);
  if (formula === undefined) {
    return plain === '' || plain === undefined ? null : plain;
  }
  return plain === undefined ? { formula } : { formula, result: plain };
}

function plainValue(value: SpecValue): string | number | boolean {
  if (typeof value === 'object') {
    return dateSerial(value.date);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`A cell can't hold ${value}.`);
  }
  return typeof value === 'string' ? cellText(value) : value;
}

/** exceljs writes the cells of a table itself; it is given no values, only the names of columns, which it must know. */
function drawTable(sheet: Worksheet, spec: SheetSpec, { name, area }: TableSpec): void {
  const heads = new Map(
    spec.cells.filter(({ row }) => row === area.top).map((cell) => [cell.column, cell.value]),
  );
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, index) => {
    const head = heads.get(area.left + index);
    if (typeof head !== 'string' || head === '') {
      throw new Error(`Table ${name} has no header text at ${cellAddress(area.top, area.left + index)}.`);
    }
    // An attribute can't hold a line break, so its name is written escaped; the cell itself is drawn later.
    return { name: cellText(head).replaceAll('\n', '_x000a_'), filterButton: true };
  });
  // A table without a single row below its header is taken for damage by Excel.
  const rows = Array.from({ length: Math.max(1, area.bottom - area.top) }, () => []);
  const style = { theme: 'TableStyleLight1', showRowStripes: false } as const;
  sheet.addTable({ name, ref: cellAddress(area.top, area.left), headerRow: true, style, columns, rows });
}

/** `protect` sets this at once and without hashing, since there is no password; its promise only resolves later. */
function drawProtection(sheet: Worksheet, { protection }: SheetSpec): void {
  if (protection !== undefined) {
    void sheet.protect('', Object.fromEntries(protection.allow.map((action) => [action, true])));
  }
}

/** A merged area of one cell is taken for damage by Excel. */
function isWide({ top, left, bottom, right }: AreaSpec): boolean {
  return bottom > top || right > left;
}
