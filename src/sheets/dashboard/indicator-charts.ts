/** A chart for each indicator, two in a row, four on a page; what it shows stands above it in words. */
import { shortQuarter } from '../../calendar/quarter';
import type { IndicatorProgress, QuarterFigure } from '../../report/progress';
import { DASHBOARD_TEXTS } from '../../text/dashboard';
import { numberFormat } from '../formulas';
import { putChart, type DashboardPage } from './dashboard-page';
import { VALUE_COLUMN, type IndicatorRows, type IndicatorTable } from './indicator-table';

const CHART_ROWS = 11;
/** The words, the chart, an empty row. */
const PAIR_ROWS = CHART_ROWS + 2;
const PAIRS_ON_PAGE = 2;
/** The title, what has no figures. */
const HEAD_ROWS = 2;

export function hasFigures({ quarters }: IndicatorProgress): boolean {
  return quarters.some(isKnown);
}

function isKnown({ plan, fact }: QuarterFigure): boolean {
  return plan !== null || fact !== null;
}

/** Rows that the charts of so many indicators take, with their title. */
export function indicatorChartRows(count: number): number {
  return HEAD_ROWS + Math.ceil(count / 2) * PAIR_ROWS;
}

export function putIndicatorCharts(
  page: DashboardPage,
  top: number,
  all: readonly IndicatorProgress[],
  table: IndicatorTable,
): void {
  const { sheet, last, half } = page;
  page.endPage(top - 1);
  if (table.indicators.length === 0) {
    sheet.span(top, 1, last, DASHBOARD_TEXTS.noIndicators, 'text');
    return;
  }
  sheet.span(top, 1, last, DASHBOARD_TEXTS.indicators, 'subtitle');
  const empty = all.filter((one) => !hasFigures(one)).map(({ indicator }) => indicator.code);
  if (empty.length > 0) {
    sheet.span(top + 1, 1, last, DASHBOARD_TEXTS.noFigures(empty.length, empty), 'note');
  }
  table.indicators.forEach((rows, index) => {
    const pair = Math.floor(index / 2);
    const row = top + HEAD_ROWS + pair * PAIR_ROWS;
    const [left, right] = index % 2 === 0 ? [1, half] : [half + 1, last];
    const words = inWords(rows.progress);
    sheet.span(row, left, right, words, 'note');
    putChart(page, { top: row + 1, rows: CHART_ROWS, left, right }, chartOf(rows, table, words));
    const isLast = index >= table.indicators.length - 2;
    if (index % 2 === 0 && ((pair + 1) % PAIRS_ON_PAGE === 0 || isLast)) page.endPage(row + PAIR_ROWS - 1);
  });
}

/** The last quarter with a fact; before there is any, the last with a plan. */
function inWords({ indicator, quarters }: IndicatorProgress): string {
  const latest = quarters.filter(({ fact }) => fact !== null).at(-1) ?? quarters.filter(isKnown).at(-1);
  if (latest === undefined) return '';
  const { quarter, plan, fact } = latest;
  return DASHBOARD_TEXTS.inWords(indicator.code, indicator.name, shortQuarter(quarter), plan, fact);
}

function chartOf({ progress, planRow }: IndicatorRows, { headRow }: IndicatorTable, description: string) {
  const { code, unit, decimals } = progress.indicator;
  const across = (row: number) => ({
    top: row,
    left: VALUE_COLUMN + 1,
    bottom: row,
    right: VALUE_COLUMN + progress.quarters.length,
  });
  return {
    name: DASHBOARD_TEXTS.indicatorChart(code),
    title: DASHBOARD_TEXTS.indicatorTitle(code, unit),
    description,
    kind: 'columns',
    series: (['plan', 'fact'] as const).map((ink, offset) => ({
      title: { row: planRow + offset, column: VALUE_COLUMN },
      categories: across(headRow),
      values: across(planRow + offset),
      ink,
    })),
    up: { min: 0, format: numberFormat(decimals) },
  } as const;
}
