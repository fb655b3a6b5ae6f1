/** Tidy tables as CSV: RFC 4180 with a byte order mark, so that Excel sees the Cyrillic; text that looks like a formula stays text. */
import { stringify } from 'csv-stringify/sync';
import type { TidyRow } from './tidy';

const ROWS_AT_ONCE = 500;

export function csvOf(rows: Iterable<TidyRow>): string {
  return [...csvPieces(rows)].join('');
}

/** The same text in pieces, so that a table of any length needs no more memory than some hundred rows. */
export function* csvPieces(rows: Iterable<TidyRow>): Generator<string> {
  let isFirst = true;
  let batch: TidyRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield piece(batch, isFirst);
    isFirst = false;
    batch = [];
  }
  if (isFirst || batch.length > 0) yield piece(batch, isFirst);
}

function piece(rows: TidyRow[], isFirst: boolean): string {
  return stringify(rows, {
    header: isFirst,
    bom: isFirst,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
