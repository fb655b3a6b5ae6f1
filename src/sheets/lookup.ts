/** Finding one's way in a grid: cells by place, sheets by name, tables by the words of their header. */
import type { Grid, GridCell, GridSheet, GridValue } from '../workbook/grid';

export interface SheetLookup {
  readonly name: string;
  readonly sheet: GridSheet;
  cell(row: number, column: number): GridCell | undefined;
  value(row: number, column: number): GridValue | undefined;
  /** The text that a cell shows, trimmed; the empty text for an empty cell. */
  text(row: number, column: number): string;
  /** Numbers of the rows that hold anything, in their order; a cell at the sheet's far corner makes them no more. */
  readonly rows: readonly number[];
  readonly lastRow: number;
}

const lookups = new WeakMap<GridSheet, SheetLookup>();

/** Access to a sheet by place; made once for each sheet. */
export function lookup(sheet: GridSheet): SheetLookup {
  const known = lookups.get(sheet);
  if (known) return known;
  const byPlace = new Map<number, GridCell>();
  const filled = new Set<number>();
  for (const cell of sheet.cells) {
    byPlace.set(cell.row * 16_384 + cell.column, cell);
    filled.add(cell.row);
  }
  const rows = [...filled].sort((a, b) => a - b);
  const cell = (row: number, column: number): GridCell | undefined => byPlace.get(row * 16_384 + column);
  const made: SheetLookup = {
    name: sheet.name,
    sheet,
    cell,
    value: (row, column) => cell(row, column)?.value,
    text: (row, column) => valueText(cell(row, column)?.value).trim(),
    rows,
    lastRow: rows.at(-1) ?? 0,
  };
  lookups.set(sheet, made);
  return made;
}

/** A value as text: numbers with a point, dates as «2021-10-01», nothing as the empty text. */
export function valueText(value: GridValue | undefined): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'number':
      return String(value.number);
    case 'text':
      return value.text;
    case 'boolean':
      return value.boolean ? 'да' : 'нет';
    case 'date':
      return value.iso;
    case 'error':
      return value.error;
  }
}

export function findSheet(grid: Grid, name: string): SheetLookup | undefined {
  const sheet = grid.sheets.find((candidate) => sameWords(candidate.name, name));
  return sheet && lookup(sheet);
}

/** Words alike but for case, spaces and «ё». */
export function sameWords(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

/** Words as they are compared: the same for all that `sameWords` takes for alike. */
export function normal(text: string): string {
  const known = normals.get(text);
  if (known !== undefined) return known;
  const spaced = ODD_SPACE.test(text) ? text.replaceAll(/\s+/gu, ' ') : text;
  const small = spaced.trim().toLowerCase();
  const made = small.includes('ё') ? small.replaceAll('ё', 'е') : small;
  if (text.length <= LONGEST_KEPT) {
    if (normals.size >= MOST_KEPT) normals.clear();
    normals.set(text, made);
  }
  return made;
}

/** Asked of every text of a workbook, several times, and the forms of one programme say the same. */
const normals = new Map<string, string>();
const MOST_KEPT = 4000;
const LONGEST_KEPT = 500;

const ODD_SPACE = /[^\S ]| {2}/u;

export interface HeaderPlace {
  readonly row: number;
  /** Column number of each title that was found. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The first row in which the key title and at least half of the other titles stand; undefined where there is none. */
export function findHeader(
  sheet: SheetLookup,
  key: string,
  titles: readonly string[],
): HeaderPlace | undefined {
  const keyNormal = normal(key);
  const wanted = new Map(titles.map((title) => [normal(title), title]));
  let columns = new Map<string, number>();
  let row = 0;
  let hasKey = false;
  // Cells come row by row, so one pass is enough, however often the words stand in the sheet.
  for (const cell of [...sheet.sheet.cells, undefined]) {
    if (cell?.row !== row) {
      if (hasKey && columns.size * 2 >= titles.length) return { row, columns };
      row = cell?.row ?? 0;
      columns = new Map();
      hasKey = false;
    }
    if (cell?.value?.kind !== 'text') continue;
    const words = normal(cell.value.text);
    const title = wanted.get(words);
    hasKey ||= words === keyNormal;
    if (title !== undefined && !columns.has(title)) columns.set(title, cell.column);
  }
  return undefined;
}
