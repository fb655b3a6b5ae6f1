/** What a line of an indicator has in every report: its first four cells, and totals as formulas over the annex's blocks. */
import type { Indicator } from '../../programme/schema';
import { cellAddress, quoteSheetName } from '../../workbook/grid';
import { fixedAddress, type SheetBuilder } from '../builder';
import { shareFormula, sumFormula } from '../formulas';

/** First and last row of an indicator's lines in an annex. */
export type Block = readonly [first: number, last: number];

/** Name, unit, ОКЕИ and row code; a heading's other cells, up to the column `last`, stay empty. */
export function putIndicator(sheet: SheetBuilder, row: number, indicator: Indicator, last: number): void {
  const heading = indicator.kind === 'heading';
  sheet.put(row, 1, indicator.name, heading ? 'doc-cell-bold' : 'doc-cell');
  sheet.put(row, 2, indicator.unit || null, 'doc-cell-center');
  sheet.put(row, 3, indicator.okei, 'doc-cell-center');
  sheet.put(row, 4, indicator.code, 'doc-cell-center');
  if (!heading) return;
  for (let column = 5; column <= last; column += 1) sheet.put(row, column, null, 'doc-cell');
}

/** The sum of a column over an indicator's block. */
export function blockSum(annex: string, [first, last]: Block = [1, 1], column: number): string {
  return sumFormula(`${quoteSheetName(annex)}!${fixedAddress(first, column)}:${fixedAddress(last, column)}`);
}

/** A share is the ratio of the sums that stand in its parts' rows. */
export function shareOfRows(
  { numerator, denominator, decimals }: Indicator,
  rowOf: ReadonlyMap<string, number>,
  column: number,
): string {
  const [part, whole] = [numerator, denominator].map((code) =>
    cellAddress(rowOf.get(code ?? '') ?? 1, column),
  );
  return shareFormula(part ?? '', whole ?? '', decimals);
}
