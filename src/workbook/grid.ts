/**
 * What a workbook holds, whatever it was read from: a file or the open workbook. Only values, formulas and places;
 * nothing of looks.
 */

export type GridValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** A number that its cell shows as a date (`iso` such as «2021-10-01»); `serial` is the number itself, in the 1900 system. */
  | { readonly kind: 'date'; readonly iso: string; readonly serial: number }
  /** An error value such as «#REF!», as the file writes it. */
  | { readonly kind: 'error'; readonly error: string };

export interface GridCell {
  /** Counting from 1. */
  readonly row: number;
  readonly column: number;
  /** Absent: a formula that nobody has calculated yet. Empty cells are not in the grid at all. */
  readonly value?: GridValue;
  /** The formula as it stands in the file, without «=»; for a shared formula's followers, the empty text. */
  readonly formula?: string;
  /** A link to a place outside the workbook, where the cell has one. */
  readonly link?: string;
}

export interface GridSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Cells in reading order: by row, then by column. Of a merged area only its first cell is here. */
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly sheets: readonly GridSheet[];
  /** Things of note that are not values: «macros», «external-links». */
  readonly features: readonly ('macros' | 'external-links')[];
}

/** Column letters of a column number: 1 → «A», 27 → «AA». */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column number of column letters, of any case: «AA» → 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Address of a cell: (7, 8) → «H7». */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** The place of «H7» or «$H$7»; row 0 for what is no address. */
export function addressPlace(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address) ?? [];
  return { row: Number(digits), column: columnNumber(letters) };
}

/** Name of a sheet as formulas write it; always quoted, so that no name needs a rule of its own. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
