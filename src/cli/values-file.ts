/** The values of all schools over many quarters as one table for analysts, row by row into its file. */
import { extname } from 'node:path';
import { csvPieces } from '../report/csv';
import { VALUE_COLUMNS, type TidyRow } from '../report/tidy';
import { VALUES_SHEET } from '../text/report';
import { tableFile } from '../workbook/file/stream-table';
import type { OutputFile } from './outputs';

/** CSV where the name ends so, else a workbook. The rows are asked for when the file is written. */
export function valuesFile(path: string, rows: Iterable<TidyRow>): OutputFile {
  if (extname(path).toLowerCase() === '.csv') return { path, bytes: csvPieces(rows) };
  return { path, bytes: tableFile({ sheet: VALUES_SHEET, columns: VALUE_COLUMNS, rows: listed(rows) }) };
}

function* listed(rows: Iterable<TidyRow>): Generator<readonly (string | number)[]> {
  for (const row of rows) yield VALUE_COLUMNS.map(({ title }) => row[title] ?? '');
}
