/** How the schools stand against their plans: a table, and stacked bars beside it. */
import { quarterTitle } from '../../calendar/quarter';
import type { Progress } from '../../report/progress';
import { DASHBOARD_TEXTS } from '../../text/dashboard';
import type { Ink } from '../../workbook/inks';
import { columnArea, putChart, type DashboardPage } from './dashboard-page';

const HEADS = DASHBOARD_TEXTS.completionHeads;
const COUNTS = [
  { key: 'reached', column: 3, ink: 'good' },
  { key: 'missed', column: 4, ink: 'bad' },
  { key: 'unknown', column: 5, ink: 'muted' },
] as const satisfies readonly { readonly key: string; readonly column: number; readonly ink: Ink }[];
const ALL_COLUMN = 6;
/** A chart with fewer rows has no room for its bars. */
const LEAST_ROWS = 9;

/** Gives the first row behind the block. */
export function putCompletion(page: DashboardPage, top: number, completion: Progress['completion']): number {
  const { sheet, last } = page;
  if (completion === null) {
    sheet.span(top, 1, last, DASHBOARD_TEXTS.noCompletion, 'text');
    return top + 2;
  }
  const { quarter, schools } = completion;
  sheet.span(top, 1, last, DASHBOARD_TEXTS.completion(quarterTitle(quarter)), 'subtitle');
  const hasPlans = schools.some(({ reached, missed, unknown }) => reached + missed + unknown > 0);
  sheet.span(top + 1, 1, last, hasPlans ? DASHBOARD_TEXTS.completionAbout : DASHBOARD_TEXTS.noPlans, 'note');
  if (!hasPlans) return top + 3;

  const head = top + 2;
  [HEADS.number, HEADS.school, HEADS.reached, HEADS.missed, HEADS.unknown, HEADS.all].forEach(
    (title, index) => sheet.put(head, index + 1, title, 'head'),
  );
  schools.forEach((school, index) => {
    const row = head + 1 + index;
    sheet.put(row, 1, index + 1, 'calc');
    sheet.put(row, 2, school.site.shortName, 'cell');
    for (const { key, column } of COUNTS) sheet.put(row, column, school[key], 'number');
    sheet.put(row, ALL_COLUMN, school.reached + school.missed + school.unknown, 'number');
  });
  const bottom = head + schools.length;
  const rows = Math.max(schools.length + 1, LEAST_ROWS);
  putChart(
    page,
    { top: head, rows, left: ALL_COLUMN + 1 },
    {
      name: DASHBOARD_TEXTS.completionChart,
      title: DASHBOARD_TEXTS.completionTitle,
      description: DASHBOARD_TEXTS.completionAbout,
      kind: 'bars',
      series: COUNTS.map(({ column, ink }) => ({
        title: { row: head, column },
        categories: columnArea(2, head + 1, bottom),
        values: columnArea(column, head + 1, bottom),
        ink,
      })),
      across: { min: 0, format: '0', title: DASHBOARD_TEXTS.count },
      up: { reversed: true },
    },
  );
  if (rows > LEAST_ROWS) page.endPage(head + rows);
  return head + rows + 1;
}
