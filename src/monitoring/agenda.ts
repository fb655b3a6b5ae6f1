/** What falls due on the next days, and what is late: checkpoints of the roadmap, and the days of a quarter's reporting. */
import { addDays, daysBetween, type CivilDate } from '../calendar/civil-date';
import { quarterClosedBy, type Quarter } from '../calendar/quarter';
import type { Checkpoint } from '../programme/checkpoints';
import type { Programme, Site } from '../programme/schema';
import { isAccepted, lastTimelyDay, ofQuarter, type CompletenessCell } from './completeness';
import { schoolDue } from './due';
import type { ExecutionLine } from './execution';
import { reportedQuarters } from './expected';
import { compareText } from './register';

/** The list looks this many days ahead, today not counted. */
export const AGENDA_DAYS = 7;

interface Due {
  readonly date: CivilDate;
  /** The next working day; null where the date is one itself. */
  readonly nextWorkingDay: CivilDate | null;
  /** Until the date; negative: past. */
  readonly daysLeft: number;
}

export type AgendaItem = Due &
  (
    | { readonly kind: 'checkpoint'; readonly checkpoint: Checkpoint }
    /** The Department reports a quarter: the checkpoint of the monitoring measure. */
    | { readonly kind: 'department-day'; readonly checkpoint: Checkpoint; readonly quarter: Quarter }
    /** The schools hand in their forms; `open`: those whose form was not accepted yet. */
    | { readonly kind: 'school-day'; readonly quarter: Quarter; readonly open: readonly Site[] }
  );

export interface Agenda {
  /** By date, the oldest first; what was done is in neither list. */
  readonly overdue: readonly AgendaItem[];
  readonly coming: readonly AgendaItem[];
}

export interface AgendaSource {
  readonly programme: Programme;
  readonly execution: readonly ExecutionLine[];
}

/** `board`: the completeness on the same day. A day that falls on a non-working one is met on the next working day. */
export function agenda(
  { programme, execution }: AgendaSource,
  board: readonly CompletenessCell[],
  today: CivilDate,
): Agenda {
  const items = [...checkpointItems(programme, execution, today), ...schoolItems(programme, board, today)];
  const sorted = items.sort((a, b) => compareText(a.date, b.date));
  const lastDay = (item: AgendaItem): CivilDate => item.nextWorkingDay ?? item.date;
  const isLate = (item: AgendaItem): boolean => lastDay(item) < today;
  return {
    overdue: sorted.filter(isLate),
    coming: sorted.filter((item) => !isLate(item) && item.date <= addDays(today, AGENDA_DAYS)),
  };
}

function checkpointItems(
  { monitoringMeasure }: Programme,
  execution: readonly ExecutionLine[],
  today: CivilDate,
): readonly AgendaItem[] {
  return execution.flatMap(({ checkpoint, actual }): AgendaItem[] => {
    const { date, nextWorkingDay, measure } = checkpoint;
    if (date === null || actual !== null) return [];
    const due = { date, nextWorkingDay, daysLeft: daysBetween(today, date), checkpoint };
    return measure.number === monitoringMeasure
      ? [{ ...due, kind: 'department-day', quarter: quarterClosedBy(date) }]
      : [{ ...due, kind: 'checkpoint' }];
  });
}

function schoolItems(
  programme: Programme,
  board: readonly CompletenessCell[],
  today: CivilDate,
): readonly AgendaItem[] {
  return reportedQuarters(programme).flatMap((quarter): AgendaItem[] => {
    const open = ofQuarter(board, quarter)
      .filter((cell) => !isAccepted(cell))
      .map(({ site }) => site);
    if (open.length === 0) return [];
    const date = schoolDue(programme, quarter);
    const last = lastTimelyDay(programme, date);
    return [
      {
        kind: 'school-day',
        quarter,
        open,
        date,
        nextWorkingDay: last === date ? null : last,
        daysLeft: daysBetween(today, date),
      },
    ];
  });
}
