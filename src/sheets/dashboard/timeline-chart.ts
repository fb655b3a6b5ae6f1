/** The roadmap as marks over time, a line for every measure, with the day as a line that stands. */
import { civilDate, dateParts, formatRussian, type CivilDate } from '../../calendar/civil-date';
import { addQuarters, firstDay, quarterOf } from '../../calendar/quarter';
import { DASHBOARD_TEXTS } from '../../text/dashboard';
import { dateSerial } from '../../workbook/date-serial';
import type { ChartAxisSpec, ChartSeriesSpec } from '../../workbook/spec';
import { columnArea, putChart, type DashboardPage } from './dashboard-page';
import { GROUPS, MEASURE_COLUMN, PLANNED_COLUMN, type TimelineTable } from './timeline-table';

const CHART_ROWS = 14;
/** The title, the words, the chart, an empty row. */
export const TIMELINE_CHART_ROWS = CHART_ROWS + 3;

const QUARTER_DAYS = 365.25 / 4;
/** Labels in one line have no room for more. */
const MOST_LABELS = 16;

export function putTimelineChart(
  page: DashboardPage,
  top: number,
  { groups, todayRow, measures }: TimelineTable,
  today: CivilDate,
): void {
  const { sheet, last } = page;
  sheet.span(top, 1, last, DASHBOARD_TEXTS.timeline, 'subtitle');
  const [done = 0, overdue = 0, ahead = 0] = GROUPS.map(({ key }) => groups.get(key)?.points.length);
  const about = DASHBOARD_TEXTS.timelineAbout(done, overdue, ahead, formatRussian(today));
  sheet.span(top + 1, 1, last, about, 'note');
  const marks = GROUPS.flatMap(({ key, ink, dates }): ChartSeriesSpec[] => {
    const rows = groups.get(key);
    if (!rows) return [];
    return [
      {
        title: { row: rows.first - 1, column: 1 },
        categories: columnArea(dates, rows.first, rows.last),
        values: columnArea(MEASURE_COLUMN, rows.first, rows.last),
        ink,
      },
    ];
  });
  const days = [...groups.values()].flatMap(({ points }) =>
    points.flatMap(({ planned, actual }) => [planned, actual].filter((day) => day !== null)),
  );
  putChart(
    page,
    { top: top + 2, rows: CHART_ROWS },
    {
      name: DASHBOARD_TEXTS.timelineChart,
      title: DASHBOARD_TEXTS.timelineTitle,
      description: about,
      kind: 'points',
      series: [
        ...marks,
        {
          title: { row: todayRow - 1, column: 1 },
          categories: columnArea(PLANNED_COLUMN, todayRow, todayRow + 1),
          values: columnArea(MEASURE_COLUMN, todayRow, todayRow + 1),
          ink: 'today',
          line: true,
        },
      ],
      across: dateAxis([...days, today].sort()),
      up: {
        min: 0,
        max: measures + 1,
        step: 1,
        // The edges are no measures.
        format: `[=0]"";[=${measures + 1}]"";0`,
        title: DASHBOARD_TEXTS.measureAxis,
        reversed: true,
      },
    },
  );
}

/**
 * Quarters from the middle of a first month on: charts know steps of days only, and from there no step leaves its month
 * within the years of a programme. `days`: in order, one at least.
 */
function dateAxis(days: readonly CivilDate[]): ChartAxisSpec {
  const [first, final] = [days[0], days.at(-1)];
  if (first === undefined || final === undefined) return {};
  const start = dateSerial(middleOf(first));
  const quarters = Math.max(1, Math.ceil((dateSerial(final) + 1 - start) / QUARTER_DAYS));
  const every = Math.ceil(quarters / MOST_LABELS);
  const steps = Math.ceil(quarters / every);
  const step = QUARTER_DAYS * every;
  return { min: start, max: start + Math.ceil(steps * step), step, format: 'mm.yyyy' };
}

/** The 15th of the first month of the day's quarter, or of the one before where the day is earlier. */
function middleOf(day: CivilDate): CivilDate {
  const quarter = quarterOf(day);
  const middle = (of: CivilDate): CivilDate => {
    const { year, month } = dateParts(of);
    return civilDate(year, month, 15);
  };
  const own = middle(firstDay(quarter));
  return own < day ? own : middle(firstDay(addQuarters(quarter, -1)));
}
