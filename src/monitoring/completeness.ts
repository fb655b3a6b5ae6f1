/** The board school × quarter: what was expected, and how it stands on a day. */
import type { CivilDate } from '../calendar/civil-date';
import { formatQuarter, lastDay, type Quarter } from '../calendar/quarter';
import { nextWorkingDay } from '../calendar/working-days';
import type { Programme, Site } from '../programme/schema';
import { schoolDue } from './due';
import { isExpected, reportedQuarters } from './expected';
import { openProblems } from './open-problems';
import { currentForm, type LogEntry, type Register } from './register';

export type CompletenessStatus =
  | 'not-open'
  /** The quarter is not over, or its day has not come. */
  | 'awaited'
  | 'overdue'
  /** A file came and was refused, or files contradict each other. */
  | 'rework'
  | 'accepted'
  | 'accepted-late';

export interface CompletenessCell {
  readonly site: Site;
  readonly quarter: Quarter;
  readonly status: CompletenessStatus;
  readonly due: CivilDate;
  /** Of the accepted form. */
  readonly revision: number | null;
  readonly receivedOn: CivilDate | null;
}

export interface CompletenessSource {
  readonly programme: Programme;
  readonly register: Register;
  readonly log: readonly LogEntry[];
}

/** A cell for every site and every quarter that the programme reports, by site, then by quarter. */
export function completeness(source: CompletenessSource, today: CivilDate): readonly CompletenessCell[] {
  const { programme } = source;
  return programme.sites.flatMap((site) =>
    reportedQuarters(programme).map((quarter) => cellOf(source, site, quarter, today)),
  );
}

function cellOf(
  { programme, register, log }: CompletenessSource,
  site: Site,
  quarter: Quarter,
  today: CivilDate,
): CompletenessCell {
  const due = schoolDue(programme, quarter);
  // The first form counts for timeliness: a later correction does not make it late.
  const first = register
    .filter(
      ({ submission }) =>
        submission.site === site.code && formatQuarter(submission.quarter) === formatQuarter(quarter),
    )
    .reduce<CivilDate | null>(
      (day, { receivedOn }) => (day !== null && day < receivedOn ? day : receivedOn),
      null,
    );
  const current = currentForm(register, site.code, quarter);
  const base = {
    site,
    quarter,
    due,
    revision: current?.submission.revision ?? null,
    receivedOn: current?.receivedOn ?? null,
  };
  if (!isExpected(programme, site, quarter)) return { ...base, status: 'not-open' };
  if (first !== null)
    return { ...base, status: first > lastTimelyDay(programme, due) ? 'accepted-late' : 'accepted' };
  if (openProblems(log, quarter).some((entry) => entry.site === site.code))
    return { ...base, status: 'rework' };
  const late = today > lastTimelyDay(programme, due) && today > lastDay(quarter);
  return { ...base, status: late ? 'overdue' : 'awaited' };
}

/** A day that falls on a non-working one is kept; what comes on the next working day is not late. */
export function lastTimelyDay({ settings }: Programme, due: CivilDate): CivilDate {
  return nextWorkingDay(due, settings);
}
