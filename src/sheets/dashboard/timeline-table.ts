/** The roadmap's checkpoints by state, from which their chart is drawn. */
import type { CivilDate } from '../../calendar/civil-date';
import { compareText } from '../../monitoring/register';
import type { ExecutionStatus } from '../../monitoring/execution';
import type { TimelinePoint } from '../../report/progress';
import { DASHBOARD_TEXTS } from '../../text/dashboard';
import { EXECUTION_WORDS } from '../../text/execution';
import type { Ink } from '../../workbook/inks';
import type { DashboardPage } from './dashboard-page';

export const MEASURE_COLUMN = 1;
export const PLANNED_COLUMN = 3;
export const ACTUAL_COLUMN = 4;
const STATUS_COLUMN = 5;
const LAST_COLUMN = 7;

export const GROUPS = [
  { key: 'done', ink: 'good', dates: ACTUAL_COLUMN },
  { key: 'overdue', ink: 'bad', dates: PLANNED_COLUMN },
  { key: 'ahead', ink: 'fact', dates: PLANNED_COLUMN },
] as const satisfies readonly { readonly key: Group; readonly ink: Ink; readonly dates: number }[];

type Group = keyof typeof DASHBOARD_TEXTS.groups;

const GROUP_OF: Readonly<Record<ExecutionStatus, Group>> = {
  done: 'done',
  'done-late': 'done',
  overdue: 'overdue',
  soon: 'ahead',
  awaited: 'ahead',
  undated: 'undated',
};

/** Rows of a group: its name stands above the first. */
export interface GroupRows {
  readonly first: number;
  readonly last: number;
  readonly points: readonly TimelinePoint[];
}

export interface TimelineTable {
  readonly groups: ReadonlyMap<Group, GroupRows>;
  /** The two ends of the line of the day; their name stands above. */
  readonly todayRow: number;
  readonly measures: number;
}

export function putTimelineTable(
  { sheet, last }: DashboardPage,
  top: number,
  timeline: readonly TimelinePoint[],
  today: CivilDate,
): TimelineTable {
  sheet.span(top, 1, last, DASHBOARD_TEXTS.timelineTable, 'subtitle');
  const heads = DASHBOARD_TEXTS.timelineHeads;
  heads.slice(0, STATUS_COLUMN - 1).forEach((title, index) => sheet.put(top + 1, index + 1, title, 'head'));
  sheet.span(top + 1, STATUS_COLUMN, LAST_COLUMN, heads.at(-1) ?? '', 'head');
  const groups = new Map<Group, GroupRows>();
  let row = top + 2;
  for (const key of Object.keys(DASHBOARD_TEXTS.groups) as Group[]) {
    const points = timeline.filter(({ status }) => GROUP_OF[status] === key).sort(byDate);
    if (points.length === 0) continue;
    sheet.span(row, 1, LAST_COLUMN, DASHBOARD_TEXTS.groups[key], 'label');
    groups.set(key, { first: row + 1, last: row + points.length, points });
    for (const { measure, code, planned, actual, status } of points) {
      row += 1;
      sheet.put(row, MEASURE_COLUMN, measure, 'calc');
      sheet.put(row, 2, code, 'cell');
      sheet.put(row, PLANNED_COLUMN, planned && { date: planned }, 'date');
      sheet.put(row, ACTUAL_COLUMN, actual && { date: actual }, 'date');
      sheet.span(row, STATUS_COLUMN, LAST_COLUMN, EXECUTION_WORDS[status], 'center');
    }
    row += 1;
  }
  const measures = Math.max(0, ...timeline.map(({ measure }) => measure));
  sheet.span(row, 1, LAST_COLUMN, DASHBOARD_TEXTS.today, 'label');
  DASHBOARD_TEXTS.lineEnds.forEach((words, index) => {
    sheet.put(row + 1 + index, MEASURE_COLUMN, index === 0 ? 0 : measures + 1, 'calc');
    sheet.put(row + 1 + index, 2, words, 'cell');
    sheet.put(row + 1 + index, PLANNED_COLUMN, { date: today }, 'date');
  });
  return { groups, todayRow: row + 1, measures };
}

function byDate(a: TimelinePoint, b: TimelinePoint): number {
  const day = ({ actual, planned }: TimelinePoint): string => actual ?? planned ?? '';
  return compareText(day(a), day(b)) || a.measure - b.measure;
}
