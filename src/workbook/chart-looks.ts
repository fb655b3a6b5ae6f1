/** How charts look beyond what a spec says; the same in files and in the open workbook. */

import { CHART_NAME_START } from '../text/charts';
import { cellAddress } from './grid';
import type { ChartSeriesSpec, SheetSpec } from './spec';

/** Whether a chart was drawn by the product, now or by an earlier version: such a chart goes when its sheet is renewed. */
export function isOwnChart(name: string): boolean {
  return name.startsWith(CHART_NAME_START);
}

/** A series has its name as a text: that a reference may stand there is documented nowhere for Office.js. */
export function seriesName({ name, cells }: SheetSpec, { title }: ChartSeriesSpec): string {
  const cell = cells.find(({ row, column }) => row === title.row && column === title.column);
  if (typeof cell?.value !== 'string') {
    throw new Error(`A series has no name at ${cellAddress(title.row, title.column)} of ${name}.`);
  }
  return cell.value;
}

/** Marks of the series of `points` in their order, so that colour is not all that tells them apart. */
export const MARKERS = ['circle', 'square', 'triangle', 'diamond'] as const;

/** Points across. */
export const MARKER_SIZE = 8;
/** Points, of series that are lines. */
export const LINE_WEIGHT = 2;
/** Space between groups in per cent of a column's width; lying bars are thicker. */
export const GAP_WIDTH = { columns: 80, bars: 50 } as const;
/** In which Cyrillic is drawn alike by every program; the sheets' own. */
export const CHART_FONT = 'Arial';
/** Points. */
export const TITLE_SIZE = 12;
export const LABEL_SIZE = 9;
