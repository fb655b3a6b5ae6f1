/** «Сводка»: the figures of the programme as charts to look at, and as the tables from which the charts are drawn. */
import { formatRussian, type CivilDate } from '../../calendar/civil-date';
import type { Progress } from '../../report/progress';
import { DASHBOARD_TEXTS } from '../../text/dashboard';
import type { GridSheet } from '../../workbook/grid';
import type { SheetSpec } from '../../workbook/spec';
import { sheetBuilder, workingPrint } from '../builder';
import { lookup } from '../lookup';
import { shownDay } from '../shown-day';
import { putCompletion } from './completion-block';
import { dashboardColumns, type DashboardPage } from './dashboard-page';
import { hasFigures, indicatorChartRows, putIndicatorCharts } from './indicator-charts';
import { putIndicatorTable } from './indicator-table';
import { putTimelineChart, TIMELINE_CHART_ROWS } from './timeline-chart';
import { putTimelineTable } from './timeline-table';

export const DASHBOARD_SHEET = 'Сводка';

const FIRST_ROW = 4;

export function dashboardSpec(progress: Progress): SheetSpec {
  const { today, edition, planBases, indicators, completion, timeline } = progress;
  const columns = dashboardColumns(indicators[0]?.quarters.length ?? 0);
  const sheet = sheetBuilder(DASHBOARD_SHEET, columns.widths);
  const breaks: number[] = [];
  const page: DashboardPage = { sheet, ...columns, endPage: (row) => void breaks.push(row) };

  sheet.span(1, 1, columns.last, DASHBOARD_TEXTS.title, 'title-wrap');
  const about = DASHBOARD_TEXTS.about(formatRussian(today), edition.title, planBases);
  sheet.span(2, 1, columns.last, about, 'note');
  const charted = indicators.filter(hasFigures);
  // Charts come first and their tables last: the places of both are known before anything is put.
  const timelineAt = putCompletion(page, FIRST_ROW, completion);
  const chartsAt = timelineAt + TIMELINE_CHART_ROWS;
  const tablesAt = chartsAt + indicatorChartRows(charted.length);
  const figures = putIndicatorTable(page, tablesAt, charted);
  const points = putTimelineTable(page, figures.nextRow, timeline, today);
  putTimelineChart(page, timelineAt, points, today);
  putIndicatorCharts(page, chartsAt, indicators, figures);

  return sheet.build({
    print: { ...workingPrint('landscape'), breaks },
    protection: { allow: ['formatColumns', 'formatRows'] },
    tab: 'document',
  });
}

/** Whether the product wrote the sheet, whatever its name is now. */
export function isDashboard(sheet: GridSheet): boolean {
  return lookup(sheet).text(1, 1) === DASHBOARD_TEXTS.title && shownDay(sheet) !== undefined;
}

/** The day that it shows; undefined where it is none. */
export function dashboardDay(sheet: GridSheet): CivilDate | undefined {
  return isDashboard(sheet) ? shownDay(sheet) : undefined;
}
