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

/** Access to a sheet by place. Keeps no index: cells are searched where they are. */
export function lookup(sheet: GridSheet): SheetLookup {
  const { name, cells } = sheet;
  const cell = (row: number, column: number): GridCell | undefined => cellAt(cells, row, column);
  return {
    name,
    sheet,
    cell,
    value: (row, column) => cell(row, column)?.value,
    text: (row, column) => valueText(cell(row, column)?.value).trim(),
    rows: filledRows(cells),
    lastRow: cells.at(-1)?.row ?? 0,
  };
}

/** Cells stand in reading order. */
function cellAt(cells: readonly GridCell[], row: number, column: number): GridCell | undefined {
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const cell = cells[middle];
    if (cell === undefined) return undefined;
    const distance = cell.row - row || cell.column - column;
    if (distance === 0) return cell;
    if (distance < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function filledRows(cells: readonly GridCell[]): readonly number[] {
  const rows: number[] = [];
  let last = 0;
  for (const { row } of cells) {
    if (row !== last) rows.push(row);
    last = row;
  }
  return rows;
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
  { sheet: { cells } }: SheetLookup,
  key: string,
  titles: readonly string[],
): HeaderPlace | undefined {
  const keyWords = normal(key);
  let firstOfRow = 0;
  let tried = 0;
  let before = 0;
  let index = -1;
  for (const { row, value } of cells) {
    index += 1;
    if (row !== before) firstOfRow = index;
    before = row;
    if (row === tried || value?.kind !== 'text' || normal(value.text) !== keyWords) continue;
    tried = row;
    const columns = titleColumns(cells, firstOfRow, titles);
    if (columns.size * 2 >= titles.length) return { row, columns };
  }
  return undefined;
}

/** Where the titles stand in the row that begins with the cell of this index; of one that stands twice, the first. */
function titleColumns(
  cells: readonly GridCell[],
  first: number,
  titles: readonly string[],
): ReadonlyMap<string, number> {
  const wanted = new Map(titles.map((title) => [normal(title), title]));
  const columns = new Map<string, number>();
  for (let index = first; cells[index]?.row === cells[first]?.row; index += 1) {
    const { value, column = 0 } = cells[index] ?? {};
    const title = value?.kind === 'text' ? wanted.get(normal(value.text)) : undefined;
    if (title !== undefined && !columns.has(title)) columns.set(title, column);
  }
  return columns;
}
