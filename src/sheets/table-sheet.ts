/**
 * A list of records as an editable Excel table: its spec and how it is read back, from one description.
 */
import { cellAddress, quoteSheetName, type GridSheet } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import type { StyleName } from '../workbook/styles';
import { MARGINS, fixedAddress, sheetBuilder } from './builder';
import type { Codec } from './codecs';
import { fieldOf, nested, type Json } from './fields';
import { findHeader, lookup } from './lookup';

export interface TableColumn {
  /** Field of the record, as a dotted path. */
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly codec: Codec;
}

export interface TableSheet {
  readonly sheet: string;
  /** Name of the native table: Latin letters. */
  readonly table: string;
  /** What the sheet is for, in a sentence above the table. */
  readonly note: string;
  /** The first column is the one by which the header row is known. */
  readonly columns: readonly TableColumn[];
  /** Free rows under the records, ready for the next ones. */
  readonly spareRows: number;
  /** Kept by the product: protected, filtered and sorted by officials but not edited. */
  readonly locked?: true;
}

export interface TableReading {
  /** Records as JSON values, not yet checked. */
  readonly records: readonly Json[];
  /** Where a record's field stands: «B7». */
  readonly place: (index: number, key: string) => string | null;
  readonly field: (key: string) => ReadField;
}

/** What a person calls a field, and how it is written. */
export interface ReadField {
  readonly title: string;
  readonly codec?: Codec;
}

const HEADER_ROW = 4;

const LOCKED_STYLE: Partial<Record<StyleName, StyleName>> = {
  'edit-text': 'cell',
  'edit-center': 'center',
  'edit-number': 'number-any',
  'edit-date': 'date',
};

/** The sheet with its records; a table that officials edit is not protected, so that it can grow. */
export function tableSpec(table: TableSheet, records: readonly Json[]): SheetSpec {
  const { columns } = table;
  const lists = listColumns(table);
  const sheet = sheetBuilder(table.sheet, [
    ...columns.map(({ width }) => width),
    ...lists.map(() => ({ width: 30, hidden: true }) as const),
  ]);
  sheet.put(1, 1, table.sheet, 'title');
  sheet.span(2, 1, columns.length, table.note, 'note');
  columns.forEach(({ title }, index) => sheet.put(HEADER_ROW, index + 1, title, 'head'));
  const bottom = HEADER_ROW + Math.max(records.length + table.spareRows, 1);
  for (let row = HEADER_ROW + 1; row <= bottom; row += 1) {
    const record = records[row - HEADER_ROW - 1];
    columns.forEach(({ key, codec }, index) => {
      const style = table.locked ? (LOCKED_STYLE[codec.style] ?? codec.style) : codec.style;
      sheet.put(row, index + 1, record === undefined ? null : codec.write(fieldOf(record, key)), style);
    });
  }
  columns.forEach(({ title, codec }, index) => {
    if (!codec.choices || table.locked) return;
    const listColumn = columns.length + 1 + lists.findIndex(({ key }) => key === columns[index]?.key);
    if (listColumn > columns.length) {
      codec.choices.forEach((choice, line) => sheet.put(HEADER_ROW + 1 + line, listColumn, choice, 'meta'));
    }
    const listEnd = fixedAddress(HEADER_ROW + codec.choices.length, listColumn);
    sheet.validate({
      area: { top: HEADER_ROW + 1, left: index + 1, bottom, right: index + 1 },
      rule: {
        kind: 'list',
        source:
          listColumn > columns.length
            ? `${quoteSheetName(table.sheet)}!${fixedAddress(HEADER_ROW + 1, listColumn)}:${listEnd}`
            : codec.choices,
      },
      blank: true,
      level: 'stop',
      title,
      message: `Выберите: ${codec.choices.join('; ')}`,
    });
  });
  const area = { top: HEADER_ROW, left: 1, bottom, right: columns.length };
  sheet.table({ name: table.table, area });
  return sheet.build({
    print: {
      area: { top: 1, left: 1, bottom, right: columns.length },
      orientation: 'landscape',
      marginsCm: MARGINS.working,
      titleRows: [HEADER_ROW, HEADER_ROW],
      fit: 'width',
      pageNumber: true,
    },
    freeze: { rows: HEADER_ROW, columns: 1 },
    ...(table.locked ? { protection: { allow: ['autoFilter', 'sort', 'formatColumns', 'formatRows'] } } : {}),
    tab: table.locked ? 'document' : 'input',
  });
}

/** The records that stand in a sheet; undefined where its header can't be found. Wholly empty rows are passed over. */
export function readTable(table: TableSheet, gridSheet: GridSheet): TableReading | undefined {
  const sheet = lookup(gridSheet);
  const titles = table.columns.map(({ title }) => title);
  const header = findHeader(sheet, titles[0] ?? '', titles);
  if (!header) return undefined;
  const rows: number[] = [];
  const records: Json[] = [];
  for (const row of sheet.rows) {
    if (row <= header.row) continue;
    const filled = [...header.columns.values()].some((column) => sheet.text(row, column) !== '');
    if (!filled) continue;
    const fields = table.columns.map(({ key, title, codec }): [string, unknown] => {
      const column = header.columns.get(title);
      return [key, codec.read(column === undefined ? undefined : sheet.value(row, column))];
    });
    records.push(nested(fields));
    rows.push(row);
  }
  /** A part of a field stands in the field's own column. */
  const columnOf = (key: string): TableColumn | undefined =>
    table.columns.find((column) => column.key === key || key.startsWith(`${column.key}.`));
  return {
    records,
    field: (key) => columnOf(key) ?? { title: table.sheet },
    place: (index, key) => {
      const row = rows[index];
      const column = header.columns.get(columnOf(key)?.title ?? titles[0] ?? '');
      return row === undefined || column === undefined ? null : cellAddress(row, column);
    },
  };
}

/** Words with commas can't be listed in a validation itself; they stand in hidden columns behind the table. */
function listColumns({ columns, locked }: TableSheet): readonly TableColumn[] {
  return locked ? [] : columns.filter(({ codec }) => codec.choices?.some((choice) => choice.includes(',')));
}

/** Addresses of cells that people filled beside the table; they would be lost if the sheet were written anew. */
export function cellsBeside(table: TableSheet, gridSheet: GridSheet): readonly string[] {
  const ours = table.columns.length + listColumns(table).length;
  return gridSheet.cells
    .filter(({ column, value }) => column > ours && value !== undefined)
    .map(({ row, column }) => cellAddress(row, column));
}

/** A cell of a table that does not hold what its column needs. */
export interface WrongCell {
  readonly cell: string | null;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

/** `needs`: by field, what it holds and how that is called. Records that a person spoiled are named, not guessed at. */
export function wrongCells(
  table: TableSheet,
  { records, place }: TableReading,
  needs: Readonly<Record<string, readonly [holds: (value: unknown) => boolean, expected: string]>>,
): readonly WrongCell[] {
  return records.flatMap((record, index) =>
    Object.entries(needs).flatMap(([key, [holds, expected]]): WrongCell[] => {
      const value = fieldOf(record, key);
      if (holds(value)) return [];
      const column = table.columns.find((candidate) => candidate.key === key)?.title ?? key;
      const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      return [{ cell: place(index, key), column, value: shown, expected }];
    }),
  );
}
