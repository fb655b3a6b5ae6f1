/** What a line of an indicator has in every report: its first nine cells, with totals as formulas over the annex's blocks. */
import type Big from 'big.js';
import type { Indicator } from '../../programme/schema';
import { cellAddress, quoteSheetName } from '../../workbook/grid';
import { fixedAddress, MARGINS, type SheetBuilder, type SheetRest } from '../builder';
import { completionFormula, deviationFormula, numberFormat, shareFormula, sumFormula } from '../formulas';

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

/** Columns of the figures; a report's own columns come after them. */
const FIGURES = { plan: 5, fact: 6, reached: 7, percent: 8, deviation: 9 } as const;

/** Null: not known. */
export type FigureLine = { readonly indicator: Indicator } & Readonly<
  Record<keyof typeof FIGURES, Big | null>
>;

export interface FigureSums {
  /** The sum of the annex's values, as a formula. */
  readonly sum: (key: 'plan' | 'fact' | 'reached') => string;
  /** The plan is not the sum of the annex's: it was set as a whole, or is a share. */
  readonly planIsWhole: boolean;
  /** Rows of all indicators by their codes. */
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Plan, fact, what was reached, completion and deviation; `text`: instead of the fact of what is no number. */
export function putFigures(
  sheet: SheetBuilder,
  row: number,
  line: FigureLine,
  { sum, planIsWhole, rowOf }: FigureSums,
  text: string,
): void {
  const { indicator } = line;
  if (indicator.kind !== 'count' && indicator.kind !== 'percent') {
    for (const column of Object.values(FIGURES))
      sheet.put(row, column, column === FIGURES.fact ? text : 'х', 'doc-cell-center');
    return;
  }
  const put = (key: keyof typeof FIGURES, formula: string | undefined, format: string): void =>
    sheet.put(row, FIGURES[key], line[key]?.toNumber() ?? (formula === undefined ? null : ''), 'doc-number', {
      ...(formula === undefined ? {} : { formula }),
      format,
    });
  const format = numberFormat(indicator.decimals);
  const total = (key: 'fact' | 'reached'): string =>
    indicator.kind === 'percent' ? shareOfRows(indicator, rowOf, FIGURES[key]) : sum(key);
  put('plan', planIsWhole || line.plan === null ? undefined : sum('plan'), format);
  put('fact', total('fact'), format);
  put('reached', total('reached'), format);
  const [plan, reached] = [cellAddress(row, FIGURES.plan), cellAddress(row, FIGURES.reached)];
  put('percent', completionFormula(plan, reached), '#,##0.0');
  put('deviation', deviationFormula(plan, reached), format);
}

/** Titles and numbers of the columns in `row` and the next. */
export function putHead(
  sheet: SheetBuilder,
  row: number,
  columns: readonly { readonly title: string }[],
): void {
  columns.forEach(({ title }, index) => {
    sheet.put(row, index + 1, title, 'doc-head');
    sheet.put(row + 1, index + 1, String(index + 1), 'doc-cell-center');
  });
}

/** How a report is printed and protected; `headRow`: of `putHead`. */
export function reportPage(headRow: number): SheetRest {
  return {
    print: {
      orientation: 'landscape',
      marginsCm: MARGINS.document,
      titleRows: [headRow, headRow + 1],
      fit: 'width',
      pageNumber: true,
    },
    protection: { allow: ['formatColumns', 'formatRows'] },
    tab: 'document',
  };
}

/** The sum of a column over an indicator's block. */
export function blockSum(annex: string, [first, last]: Block = [1, 1], column: number): string {
  return sumFormula(`${quoteSheetName(annex)}!${fixedAddress(first, column)}:${fixedAddress(last, column)}`);
}

/** A share is the ratio of the sums that stand in its parts' rows. */
function shareOfRows(
  { numerator, denominator, decimals }: Indicator,
  rowOf: ReadonlyMap<string, number>,
  column: number,
): string {
  const [part, whole] = [numerator, denominator].map((code) =>
    cellAddress(rowOf.get(code ?? '') ?? 1, column),
  );
  return shareFormula(part ?? '', whole ?? '', decimals);
}
