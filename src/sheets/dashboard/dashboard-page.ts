/** The grid on which «Сводка» stands: columns that fill an A4 page lying, and rows of charts. */
import { CHART_NAME_START } from '../../text/charts';
import type { AreaSpec, ChartSpec } from '../../workbook/spec';
import type { SheetBuilder } from '../builder';

/** The first column has codes and numbers, the second names; the others have figures. */
const CODE_WIDTH = 8;
const NAME_WIDTH = 28;
/** A date needs as much. */
const LEAST_WIDTH = 9.5;
const MOST_WIDTH = 14;
/**
 * Pixels of a lying A4 page between the margins of a working sheet, without what programs differ by; a column of w
 * characters takes 7w + 5.
 */
const PAGE_PIXELS = 960;
/** The table of checkpoints takes as many columns of figures. */
const LEAST_COLUMNS = 8;

/** Points of a row that a chart covers; heights are fixed, so that charts have theirs everywhere. */
const CHART_ROW_POINTS = 15;

export interface DashboardColumns {
  readonly widths: readonly number[];
  readonly last: number;
  /** The last column of the left half. */
  readonly half: number;
}

export interface DashboardPage extends DashboardColumns {
  readonly sheet: SheetBuilder;
  /** A new page begins behind the row. */
  endPage(row: number): void;
}

/** `quarters`: how many columns of figures are needed. */
export function dashboardColumns(quarters: number): DashboardColumns {
  const count = Math.max(quarters, LEAST_COLUMNS);
  const room = (PAGE_PIXELS - 5 * (count + 2)) / 7 - CODE_WIDTH - NAME_WIDTH;
  const width = Math.floor((room / count) * 10) / 10;
  const figures = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width));
  const widths = [CODE_WIDTH, NAME_WIDTH, ...Array.from({ length: count }, () => figures)];
  const left = (columns: number): number => widths.slice(0, columns).reduce((sum, one) => sum + one, 0);
  const offMiddle = (columns: number): number => Math.abs(left(columns) - left(widths.length) / 2);
  const half = widths.reduce((best, _, index) => (offMiddle(index) < offMiddle(best) ? index : best), 1);
  return { widths, last: widths.length, half };
}

/** Puts a chart over whole rows from `top` on. */
export function putChart(
  { sheet, last }: DashboardPage,
  place: { readonly top: number; readonly rows: number; readonly left?: number; readonly right?: number },
  chart: Omit<ChartSpec, 'area'>,
): void {
  const { top, rows, left = 1, right = last } = place;
  for (let row = top; row < top + rows; row += 1) {
    // A row of a table beside the chart has a height of its own.
    if (!sheet.hasCells(row)) sheet.height(row, CHART_ROW_POINTS);
  }
  const area: AreaSpec = { top, left, bottom: top + rows - 1, right };
  sheet.chart({ ...chart, name: CHART_NAME_START + chart.name, area });
}

/** One column of rows. */
export function columnArea(column: number, top: number, bottom: number): AreaSpec {
  return { top, left: column, bottom, right: column };
}
