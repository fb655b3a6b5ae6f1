/** The board school × quarter: what was expected, and how it stands on a day. */
import type { CivilDate } from '../calendar/civil-date';
import { formatQuarter, lastDay, type Quarter } from '../calendar/quarter';
import { nextWorkingDay } from '../calendar/working-days';
import type { Programme, Site } from '../programme/schema';
import { schoolDue } from './due';
import { expectedSites, reportedQuarters } from './expected';
import { openProblems } from './open-problems';
import { currentForm, formsOfSite, type LogEntry, type Register } from './register';

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
  const { programme, log } = source;
  const columns = reportedQuarters(programme).map((quarter): Column => {
    const due = schoolDue(programme, quarter);
    return {
      quarter,
      due,
      lastTimely: lastTimelyDay(programme, due),
      expected: new Set(expectedSites(programme, quarter)),
      reworked: new Set(openProblems(log, quarter).map(({ site }) => site)),
    };
  });
  return programme.sites.flatMap((site) =>
    columns.map((column) => cellOf(source.register, site, column, today)),
  );
}

/** What all sites have in common in one quarter. */
interface Column {
  readonly quarter: Quarter;
  readonly due: CivilDate;
  readonly lastTimely: CivilDate;
  readonly expected: ReadonlySet<Site>;
  /** Codes of sites with an open refusal or conflict. */
  readonly reworked: ReadonlySet<string | null>;
}

function cellOf(register: Register, site: Site, column: Column, today: CivilDate): CompletenessCell {
  const { quarter, due, lastTimely } = column;
  // The first form counts for timeliness: a later correction does not make it late.
  const first = formsOfSite(register, site.code)
    .filter(({ submission }) => formatQuarter(submission.quarter) === formatQuarter(quarter))
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
  if (!column.expected.has(site)) return { ...base, status: 'not-open' };
  if (first !== null) return { ...base, status: first > lastTimely ? 'accepted-late' : 'accepted' };
  if (column.reworked.has(site.code)) return { ...base, status: 'rework' };
  const late = today > lastTimely && today > lastDay(quarter);
  return { ...base, status: late ? 'overdue' : 'awaited' };
}

/** The cells of a quarter, of the schools that report it. */
export function ofQuarter(board: readonly CompletenessCell[], quarter: Quarter): readonly CompletenessCell[] {
  const key = formatQuarter(quarter);
  return board.filter((cell) => cell.status !== 'not-open' && formatQuarter(cell.quarter) === key);
}

export function isAccepted({ status }: Pick<CompletenessCell, 'status'>): boolean {
  return status === 'accepted' || status === 'accepted-late';
}

/** A day that falls on a non-working one is kept; what comes on the next working day is not late. */
export function lastTimelyDay({ settings }: Programme, due: CivilDate): CivilDate {
  return nextWorkingDay(due, settings);
}
