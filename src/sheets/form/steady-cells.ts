/**
 * Ways to refer to a school's inputs that survive its hand: a cell that is cut and pasted takes plain references with it
 * and breaks those to the place where it lands. An area with locked cells at its edges stays as it is, and rows are found by
 * their codes, as the Department's check finds them.
 */
import { cellAddress, quoteSheetName } from '../../workbook/grid';
import { fixedAddress } from '../builder';

/** Rows below a form's last one in which a row that was moved is still found. */
const SPARE_ROWS = 100;

/** A column of a form, from its first line to some way below its last row. */
export function columnArea(sheet: string, column: number, lastRow: number): string {
  return `${quoteSheetName(sheet)}!${fixedAddress(1, column)}:${fixedAddress(lastRow + SPARE_ROWS, column)}`;
}

/** The line of the row with this code; the empty text, which leads nowhere, unless there is exactly one. */
export function rowFormula(codes: string, code: string): string {
  return `IF(SUMPRODUCT(--(${codes}="${code}"))=1,MATCH("${code}",${codes},0),"")`;
}

/** An input of the same sheet, by way of its neighbours, both of them locked. */
export function betweenNeighbours(row: number, column: number): string {
  return `INDEX(${cellAddress(row, column - 1)}:${cellAddress(row, column + 1)},1,2)`;
}

/** The same for a formula that stands right beside the input and so can't take in both neighbours. */
export function afterNeighbours(row: number, column: number): string {
  return `INDEX(${cellAddress(row, column - 3)}:${cellAddress(row, column)},1,4)`;
}
