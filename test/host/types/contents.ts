/** Values and formulas of cells, read and written as Excel does it. */

import { type Excel, raiseChange } from '../excel';
import { ExcelFailure, invalidArgument } from '../failures';
import type { Place } from '../host-object';
import { type Area, columnsOf, rowsOf } from '../model/area';
import { cellAt, cellKey, ensureCell, mergeAt, styleAt } from '../model/cells';
import { type Entry, readEntry } from '../model/entry';
import { referencesOf } from '../model/formula';
import type { Cell, CellValue, Sheet } from '../model/workbook';
import { sheetByName, soleArea } from './addresses';
import { guardContents } from './guards';

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;
/** More than this can't be asked for at once. */
const MOST_CELLS = 5_000_000;
const WRONG_SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** A value for every cell of the range, row by row. */
export function gridOf<Value>(
  place: Place,
  read: (sheet: Sheet, row: number, column: number) => Value,
): readonly (readonly Value[])[] {
  const { top, left, bottom, right } = limited(soleArea(place));
  const rows: Value[][] = [];
  for (let row = top; row <= bottom; row++) {
    const values: Value[] = [];
    for (let column = left; column <= right; column++) {
      values.push(read(place.sheet, row, column));
    }
    rows.push(values);
  }
  return rows;
}

function limited(place: Area): Area {
  if (rowsOf(place) * columnsOf(place) > MOST_CELLS) {
    throw new ExcelFailure(
      'ResponsePayloadSizeLimitExceeded',
      'The response payload size has exceeded the limit.',
      413,
    );
  }
  return place;
}

/** What `values` gives: empty text for an empty cell, zero for a formula that nobody calculated. */
export function valueAt(sheet: Sheet, row: number, column: number): string | number | boolean {
  const cell = cellAt(sheet, row, column);
  if (cell?.value === undefined) {
    return cell?.formula === undefined ? '' : 0;
  }
  return typeof cell.value === 'object' ? cell.value.error : cell.value;
}

export function formulaAt(sheet: Sheet, row: number, column: number): string | number | boolean {
  const formula = cellAt(sheet, row, column)?.formula;
  return formula === undefined ? valueAt(sheet, row, column) : `=${formula}`;
}

export function valueTypeAt(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  if (cell?.value !== undefined && typeof cell.value === 'object') {
    return 'Error';
  }
  return typeOf(valueAt(sheet, row, column));
}

function typeOf(value: string | number | boolean): string {
  if (value === '') {
    return 'Empty';
  }
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}

/** One value for all cells of a range, or a list of rows of exactly its size; null leaves a cell alone. */
export function forEachGiven(
  place: Place,
  given: unknown,
  put: (row: number, column: number, value: unknown) => void,
): void {
  const { top, left, bottom, right } = soleArea(place);
  const rows = Array.isArray(given) ? sized(given, bottom - top + 1, right - left + 1) : null;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const value = rows === null ? given : rows[row - top]?.[column - left];
      if (value !== null && value !== undefined) {
        put(row, column, value);
      }
    }
  }
}

function sized(given: readonly unknown[], rows: number, columns: number): readonly (readonly unknown[])[] {
  const checked = given.map((row: unknown) =>
    Array.isArray(row) && row.length === columns ? (row as readonly unknown[]) : invalidArgument(WRONG_SIZE),
  );
  return checked.length === rows ? checked : invalidArgument(WRONG_SIZE);
}

export function checkSize(place: Place, rows: number, columns: number): void {
  const area = soleArea(place);
  if (rowsOf(area) !== rows || columnsOf(area) !== columns) {
    invalidArgument(WRONG_SIZE);
  }
}

/** Writes values or formulas, whichever they are: Excel tells them apart by their first sign. */
export function writeContents(excel: Excel, place: Place, given: unknown): void {
  guardContents(excel, place);
  const before = loneValue(place);
  forEachGiven(place, given, (row, column, value) => {
    writeCell(excel, place.sheet, row, column, value);
  });
  const after = loneValue(place);
  const details =
    before === null || after === null
      ? {}
      : {
          valueBefore: before,
          valueAfter: after,
          valueTypeBefore: typeOf(before),
          valueTypeAfter: typeOf(after),
        };
  raiseChange(excel, place, 'RangeEdited', details);
}

/** Events tell values of single cells only. */
function loneValue(place: Place): string | number | boolean | null {
  const { top, left, bottom, right } = soleArea(place);
  return top === bottom && left === right ? valueAt(place.sheet, top, left) : null;
}

function writeCell(excel: Excel, sheet: Sheet, row: number, column: number, given: unknown): void {
  const merged = mergeAt(sheet, row, column);
  if (merged !== undefined && (merged.top !== row || merged.left !== column)) {
    return; // The hidden cells of a merged area take no contents.
  }
  const style = styleAt(sheet, row, column);
  const entry = entryOf(given, style.numberFormat, excel);
  if (entry.kind === 'empty') {
    clearCell(sheet, row, column);
    return;
  }
  const cell = ensureCell(sheet, row, column);
  delete cell.quotePrefix;
  delete cell.formula;
  delete cell.value;
  if (entry.kind === 'formula') {
    checkFormula(excel, entry.formula);
    cell.formula = entry.formula;
    const result = calculated(excel, sheet, row, column, entry.formula);
    if (result !== undefined) {
      cell.value = result;
    }
    return;
  }
  cell.value = entry.value;
  if (entry.quotePrefix === true) {
    cell.quotePrefix = true;
  }
  if (entry.format !== undefined && style.numberFormat === 'General') {
    cell.style = { ...style, numberFormat: entry.format };
  }
}

function entryOf(given: unknown, format: string, { workbook, year }: Excel): Entry {
  if (typeof given === 'string') {
    if (given.length > (given.startsWith('=') ? LONGEST_FORMULA : LONGEST_TEXT)) {
      return invalidArgument('The text is longer than a cell can hold.');
    }
    return readEntry(given, { format, date1904: workbook.date1904, year });
  }
  if (typeof given === 'number' || typeof given === 'boolean') {
    // In a cell of the text format a number becomes its text.
    return { kind: 'value', value: format === '@' && typeof given === 'number' ? String(given) : given };
  }
  return invalidArgument();
}

export function clearCell(sheet: Sheet, row: number, column: number): void {
  const cell: Cell | undefined = cellAt(sheet, row, column);
  if (cell === undefined) {
    return;
  }
  delete cell.value;
  delete cell.formula;
  delete cell.quotePrefix;
  if (cell.style === undefined && cell.link === undefined) {
    sheet.cells.delete(cellKey(row, column));
  }
}

/** What Excel refuses at once: unbalanced text, foreign separators, sheets that are not there. */
function checkFormula({ workbook }: Excel, formula: string): void {
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, '""').replaceAll(/'(?:[^']|'')*'!/g, 'Sheet!');
  const open = bare.match(/\(/g)?.length ?? 0;
  const closed = bare.match(/\)/g)?.length ?? 0;
  const quotes = bare.replaceAll('""', '').includes('"');
  if (
    open !== closed ||
    quotes ||
    bare.replaceAll(/\{[^}]*\}/g, '').includes(';') ||
    /[+\-*/^&,(]\s*$/.test(bare)
  ) {
    invalidArgument(`«=${formula}» is not a formula.`);
  }
  for (const { sheet } of referencesOf(formula)) {
    if (sheet !== null && sheetByName(workbook, sheet) === undefined) {
      invalidArgument(`«=${formula}» refers to a sheet that does not exist.`);
    }
  }
}

function calculated(
  excel: Excel,
  sheet: Sheet,
  row: number,
  column: number,
  formula: string,
): CellValue | undefined {
  const known = excel.calculate(sheet, row, column, formula);
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, '""').replaceAll(/'(?:[^']|'')*'!/g, '');
  // Formulas are English here, whatever the language of the screen.
  return known ?? (/[А-Яа-яЁё][\p{L}\p{N}_.]*\(/u.test(bare) ? { error: '#NAME?' } : undefined);
}
