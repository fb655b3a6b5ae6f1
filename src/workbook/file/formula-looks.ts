/** What formulas look at (ISO/IEC 29500-1, 18.17.2), and how a formula is written for a cell elsewhere. */
import { columnLetters, columnNumber } from '../grid';
import type { AreaSpec } from '../spec';

export interface LookedAt {
  /** Null: the formula's own sheet. */
  readonly sheet: string | null;
  readonly area: AreaSpec;
}

export interface FormulaLooks {
  readonly areas: readonly LookedAt[];
  /** Words in lower case that may be names of areas. */
  readonly words: readonly string[];
  /** It may look anywhere: at a table, at several sheets at once, at a place that it works out. */
  readonly anywhere: boolean;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const REFERENCE = String.raw`${CELL}(?::${CELL})?|\$?\d{1,7}:\$?\d{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const SHEET = String.raw`'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*`;
/** Texts, references, words; whatever else, a character at a time. */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:(${SHEET})!)?(${REFERENCE})(?![\p{L}\p{N}_.(!\[])|([\p{L}_\\][\p{L}\p{N}_.\\?]*)|.`,
  'gsu',
);
const WANDERING = new Set(['indirect', 'offset', 'cell', 'info']);

export function looksOf(formula: string): FormulaLooks {
  const areas: LookedAt[] = [];
  const words: string[] = [];
  let anywhere = false;
  for (const [token, sheet, reference, word] of formula.matchAll(TOKEN)) {
    if (sheet?.includes(':') === true) anywhere = true;
    if (reference !== undefined) areas.push({ sheet: sheetOf(sheet), area: areaOf(reference) });
    else if (word !== undefined) words.push(word.toLowerCase());
    // Brackets are of tables and of other workbooks; a sign left over before a reference names several sheets.
    else if (token === '[' || token === '!') anywhere = true;
  }
  return { areas, words, anywhere: anywhere || words.some((word) => WANDERING.has(word)) };
}

/** The formula as it is in a cell so many rows below and columns to the right, as when it is filled there. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token: string, sheet: string | undefined, text: string | undefined) => {
    if (text === undefined) return token;
    const moved = text.split(':').map((end) => offsetEnd(end, rows, columns));
    return `${sheet === undefined ? '' : `${sheet}!`}${moved.join(':')}`;
  });
}

function offsetEnd(text: string, rows: number, columns: number): string {
  const [, columnFixed = '', column = '', rowFixed = '', row = ''] =
    /^(\$?(?=[A-Za-z]))?([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  const movedColumn =
    column === '' || columnFixed !== '' ? column : columnLetters(columnNumber(column) + columns);
  const movedRow = row === '' || rowFixed !== '' ? row : String(Number(row) + rows);
  return `${columnFixed}${movedColumn}${rowFixed}${movedRow}`;
}

/** An area as files write it: «B7», «$A$1:C3», whole rows and columns. */
export function areaOf(text: string): AreaSpec {
  const [first = '', last = first] = text.replaceAll('$', '').split(':');
  const [a, b] = [placeOf(first), placeOf(last)];
  return {
    top: Math.min(a.row ?? 1, b.row ?? LAST_ROW),
    left: Math.min(a.column ?? 1, b.column ?? LAST_COLUMN),
    bottom: Math.max(a.row ?? LAST_ROW, b.row ?? 1),
    right: Math.max(a.column ?? LAST_COLUMN, b.column ?? 1),
  };
}

function placeOf(text: string): { readonly row: number | undefined; readonly column: number | undefined } {
  const [, letters = '', digits = ''] = /^([A-Za-z]*)(\d*)$/.exec(text) ?? [];
  return {
    row: digits === '' ? undefined : Number(digits),
    column: letters === '' ? undefined : columnNumber(letters),
  };
}

function sheetOf(written: string | undefined): string | null {
  if (written === undefined) return null;
  return written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
}
