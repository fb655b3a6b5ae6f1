/** Plan and fact of every indicator by quarter, from which its chart is drawn. */
import { shortQuarter } from '../../calendar/quarter';
import type { IndicatorProgress } from '../../report/progress';
import { DASHBOARD_TEXTS } from '../../text/dashboard';
import { numberFormat } from '../formulas';
import type { DashboardPage } from './dashboard-page';

/** Where an indicator's figures stand: its plan in one row, its fact in the next. */
export interface IndicatorRows {
  readonly progress: IndicatorProgress;
  readonly planRow: number;
}

export interface IndicatorTable {
  readonly headRow: number;
  readonly indicators: readonly IndicatorRows[];
  readonly nextRow: number;
}

/** Names of the series stand here, figures from the next column on. */
export const VALUE_COLUMN = 2;

export function putIndicatorTable(
  page: DashboardPage,
  top: number,
  indicators: readonly IndicatorProgress[],
): IndicatorTable {
  const { sheet, last } = page;
  if (indicators.length === 0) return { headRow: top, indicators: [], nextRow: top };
  sheet.span(top, 1, last, DASHBOARD_TEXTS.indicatorTable, 'subtitle');
  const headRow = top + 1;
  sheet.put(headRow, 1, DASHBOARD_TEXTS.code, 'head');
  sheet.put(headRow, VALUE_COLUMN, DASHBOARD_TEXTS.value, 'head');
  indicators[0]?.quarters.forEach(({ quarter }, index) => {
    sheet.put(headRow, VALUE_COLUMN + 1 + index, shortQuarter(quarter), 'head');
  });
  const placed = indicators.map((progress, index): IndicatorRows => {
    const { indicator, quarters } = progress;
    const row = headRow + 1 + index * 3;
    const { code, name, unit } = indicator;
    sheet.span(
      row,
      1,
      VALUE_COLUMN + quarters.length,
      DASHBOARD_TEXTS.indicatorName(code, name, unit),
      'label',
    );
    const format = numberFormat(indicator.decimals);
    (['plan', 'fact'] as const).forEach((key, offset) => {
      sheet.put(row + 1 + offset, 1, code, 'center');
      sheet.put(row + 1 + offset, VALUE_COLUMN, DASHBOARD_TEXTS[key], 'cell');
      quarters.forEach((figure, at) => {
        sheet.put(row + 1 + offset, VALUE_COLUMN + 1 + at, figure[key], 'number-any', { format });
      });
    });
    return { progress, planRow: row + 1 };
  });
  const nextRow = headRow + 1 + indicators.length * 3;
  page.endPage(nextRow);
  return { headRow, indicators: placed, nextRow: nextRow + 1 };
}
