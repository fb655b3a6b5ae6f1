/** «На контроле»: findings that an official keeps an eye on, with notes. People edit, sort and extend it as they like. */
import { isCivilDate, type CivilDate } from '../calendar/civil-date';
import { formatQuarter, parseQuarter } from '../calendar/quarter';
import type { WatchedFinding } from '../monitoring/watch';
import type { Programme, Site } from '../programme/schema';
import { WATCH_COLUMNS, WATCH_NEEDS, WATCH_SHEET, WATCH_SHEET_NOTE } from '../text/watch';
import { cellAddress, type GridCell, type GridSheet } from '../workbook/grid';
import type { CellSpec, SheetSpec, SpecValue } from '../workbook/spec';
import { codeCell, dateCell, specValue, textCell } from './codecs';
import { fieldOf, type Json } from './fields';
import { findHeader, lookup, sameWords } from './lookup';
import { readTable, tableSpec, wrongCells, type TableSheet, type WrongCell } from './table-sheet';

/** With the line that is added, so many rows are made at once. */
const SPARE_ROWS = 10;
const HEADER_ROW = 4;

const TABLE: TableSheet = {
  sheet: WATCH_SHEET,
  table: 'on_control',
  note: WATCH_SHEET_NOTE,
  spareRows: SPARE_ROWS,
  columns: [
    { key: 'site', title: WATCH_COLUMNS.site, width: 24, codec: textCell },
    { key: 'quarter', title: WATCH_COLUMNS.quarter, width: 10, codec: codeCell },
    { key: 'file', title: WATCH_COLUMNS.file, width: 26, codec: textCell },
    { key: 'sheet', title: WATCH_COLUMNS.sheet, width: 16, codec: textCell },
    { key: 'cell', title: WATCH_COLUMNS.cell, width: 9, codec: codeCell },
    { key: 'row', title: WATCH_COLUMNS.row, width: 9, codec: codeCell },
    { key: 'code', title: WATCH_COLUMNS.code, width: 13, codec: codeCell },
    { key: 'what', title: WATCH_COLUMNS.what, width: 44, codec: textCell },
    { key: 'note', title: WATCH_COLUMNS.note, width: 36, codec: textCell },
    { key: 'since', title: WATCH_COLUMNS.since, width: 13, codec: dateCell },
    { key: 'closed', title: WATCH_COLUMNS.closed, width: 12, codec: dateCell },
  ],
};

/** A line of the sheet, and where it stands. */
export interface WatchLine extends WatchedFinding {
  /** Row of the sheet, from 1. */
  readonly line: number;
}

export interface WatchReading {
  readonly lines: readonly WatchLine[];
  readonly wrong: readonly WrongCell[];
  /** Column of each field by its title, from 1; a column that was deleted is not there. */
  readonly columns: ReadonlyMap<string, number>;
  /** First row under the table that holds nothing in its columns. */
  readonly free: number;
  /** The header and the columns stand where the product puts them, and the rows made for lines are full. */
  readonly isFull: boolean;
}

const NOTHING: WatchReading = { lines: [], wrong: [], columns: new Map(), free: 0, isFull: false };

/** What the sheet holds; without a table that can be found it holds nothing. A school may stand by code or by name. */
export function readWatch(
  gridSheet: GridSheet | undefined,
  { sites }: Pick<Programme, 'sites'>,
): WatchReading {
  const reading = gridSheet && readTable(TABLE, gridSheet);
  const sheet = gridSheet && lookup(gridSheet);
  const header =
    sheet &&
    findHeader(
      sheet,
      WATCH_COLUMNS.site,
      TABLE.columns.map(({ title }) => title),
    );
  if (!reading || !header) return NOTHING;
  const lines = reading.records.map((record, index) =>
    lineOf(record, sites, rowIn(reading.place(index, 'site'))),
  );
  const free = Math.max(header.row, ...lines.map(({ line }) => line)) + 1;
  const inPlace =
    header.row === HEADER_ROW &&
    TABLE.columns.every(({ title }, index) => header.columns.get(title) === index + 1);
  return {
    lines,
    columns: header.columns,
    free,
    isFull: inPlace && (free - HEADER_ROW - 1) % (SPARE_ROWS + 1) === 0,
    wrong: wrongCells(TABLE, reading, {
      site: [(value) => siteOf(String(value), sites) !== undefined, WATCH_NEEDS.site],
      quarter: [(value) => parseQuarter(String(value)) !== undefined, WATCH_NEEDS.quarter],
      since: [(value) => isDate(value), WATCH_NEEDS.date],
      closed: [(value) => value === null || isDate(value), WATCH_NEEDS.dateOrNothing],
    }),
  };
}

/** The sheet when it is first made. */
export function watchSpec(lines: readonly WatchedFinding[], programme: Pick<Programme, 'sites'>): SheetSpec {
  return tableSpec(
    TABLE,
    lines.map((line) => recordOf(line, programme)),
  );
}

/**
 * The standing sheet with one line more under the others: all that stands in the table's columns stays as it is, letter
 * for letter. Only for a table that is in its place (`isFull`).
 */
export function watchSpecWith(
  gridSheet: GridSheet,
  { free }: WatchReading,
  added: WatchedFinding,
  programme: Pick<Programme, 'sites'>,
): SheetSpec {
  const blank: Json = {};
  const before = Array.from({ length: free - HEADER_ROW - 1 }, () => blank);
  const spec = tableSpec(TABLE, [...before, recordOf(added, programme)]);
  const standing = new Map(
    gridSheet.cells
      .filter(({ row, column }) => row < free && column <= TABLE.columns.length)
      .map((cell) => [cellAddress(cell.row, cell.column), cell]),
  );
  return {
    ...spec,
    cells: spec.cells.map((cell) => {
      const found = standing.get(cellAddress(cell.row, cell.column));
      return found ? asItStands(cell, found) : cell;
    }),
  };
}

/** The values of a new line by the titles of their columns; what is not known is not there. */
export function watchValues(
  line: WatchedFinding,
  programme: Pick<Programme, 'sites'>,
): readonly (readonly [title: string, value: SpecValue])[] {
  const record = recordOf(line, programme);
  return TABLE.columns.flatMap(({ key, title, codec }) => {
    const value = codec.write(fieldOf(record, key));
    return value === null ? [] : [[title, value] as const];
  });
}

/** Only the look is the product's. */
function asItStands({ row, column, style }: CellSpec, { value, formula }: GridCell): CellSpec {
  return {
    row,
    column,
    style,
    ...(value === undefined ? {} : { value: specValue(value) }),
    ...(formula === undefined || formula === '' ? {} : { formula }),
  };
}

function lineOf(record: Json, sites: readonly Site[], line: number): WatchLine {
  const text = (key: string): string => {
    const value = fieldOf(record, key);
    return typeof value === 'string' ? value : '';
  };
  const date = (key: string): CivilDate | null => {
    const value = text(key);
    return isCivilDate(value) ? value : null;
  };
  return {
    line,
    site: siteOf(text('site'), sites)?.code ?? null,
    quarter: parseQuarter(text('quarter')) ?? null,
    file: text('file'),
    sheet: text('sheet'),
    cell: text('cell'),
    row: text('row'),
    code: text('code'),
    what: text('what'),
    note: text('note'),
    since: date('since'),
    closed: date('closed'),
  };
}

function recordOf({ site, quarter, ...line }: WatchedFinding, { sites }: Pick<Programme, 'sites'>): Json {
  const known = sites.find(({ code }) => code === site);
  // A short name that two schools share would not lead back to one of them.
  const isOnly = sites.filter(({ shortName }) => shortName === known?.shortName).length === 1;
  return {
    ...line,
    site: (isOnly ? known?.shortName : site) ?? '',
    quarter: quarter === null ? '' : formatQuarter(quarter),
  };
}

function siteOf(text: string, sites: readonly Site[]): Site | undefined {
  return (
    sites.find(({ code }) => code === text) ??
    sites.find(({ shortName }) => sameWords(shortName, text)) ??
    sites.find(({ name }) => sameWords(name, text))
  );
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && isCivilDate(value);
}

function rowIn(address: string | null): number {
  return Number(/\d+$/.exec(address ?? '')?.[0] ?? 0);
}
