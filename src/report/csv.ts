/** Tidy tables as CSV: RFC 4180 with a byte order mark, so that Excel sees the Cyrillic; text that looks like a formula stays text. */
import { stringify } from 'csv-stringify/sync';
import type { TidyRow } from './tidy';

export function csvOf(rows: readonly TidyRow[]): string {
  return stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
