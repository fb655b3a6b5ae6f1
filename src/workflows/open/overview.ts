/** The figures that an official sees first: what comes next, what is missing, what is wrong, what to do. */
import { daysBetween, type CivilDate } from '../../calendar/civil-date';
import { formatQuarter, type Quarter } from '../../calendar/quarter';
import { completeness, isAccepted, ofQuarter, type CompletenessCell } from '../../monitoring/completeness';
import { reportingDate } from '../../monitoring/due';
import { executionStatus, type ExecutionStatus } from '../../monitoring/execution';
import { quarterAtWork } from '../../monitoring/expected';
import { openProblems } from '../../monitoring/open-problems';
import { editionForQuarter, editionOn } from '../../programme/edition';
import type { Edition } from '../../programme/schema';
import type { FormSheets } from '../../sheets/form/find-forms';
import type { Department } from '../department-workbook';

export interface NextCheckpoint {
  readonly code: string;
  /** Number and text of the measure. */
  readonly measure: number;
  readonly title: string;
  readonly date: CivilDate;
  /** Until the date; negative: days late. */
  readonly daysLeft: number;
  readonly status: ExecutionStatus;
}

/** What to do first, in the order of the work itself. */
export type PrimaryAction =
  | { readonly kind: 'issue-forms'; readonly quarter: Quarter }
  | { readonly kind: 'accept-forms'; readonly quarter: Quarter }
  | { readonly kind: 'mend-forms'; readonly quarter: Quarter }
  | { readonly kind: 'build-report'; readonly quarter: Quarter }
  | { readonly kind: 'update-roadmap' };

export interface Overview {
  readonly programme: string;
  readonly region: string;
  readonly edition: Edition;
  /** Late ones first, then those to come, five at most. */
  readonly next: readonly NextCheckpoint[];
  /** The quarter at work: the last one that is over; before that, the first; null where none is reported. */
  readonly quarter: Quarter | null;
  /** The Department's date for it, and the days until then. */
  readonly due: CivilDate | null;
  readonly daysLeft: number | null;
  /** Of the schools that report the quarter. */
  readonly board: readonly CompletenessCell[];
  readonly expected: number;
  readonly accepted: number;
  /** Errors of files of the quarter that were refused and not replaced yet. */
  readonly openErrors: number;
  readonly action: PrimaryAction;
}

const NEXT_SHOWN = 5;

/** `forms`: those that stand in the workbook; `whole`: the completeness of the day, where it is known already. */
export function overview(
  department: Department,
  today: CivilDate,
  forms: readonly FormSheets[] = [],
  whole = completeness(department, today),
): Overview {
  const { programme, log } = department;
  const quarter = quarterAtWork(programme, today);
  const key = quarter && formatQuarter(quarter);
  const board = quarter ? ofQuarter(whole, quarter) : [];
  const due = quarter && reportingDate(programme, quarter);
  const problems = quarter ? openProblems(log, quarter) : [];
  const openErrors = problems.reduce((sum, { errors }) => sum + Math.max(errors, 1), 0);
  const accepted = board.filter(isAccepted).length;
  const issued = forms.some(({ stamp }) => formatQuarter(stamp.quarter) === key);
  return {
    programme: programme.act.title,
    region: programme.region,
    edition: quarter
      ? editionForQuarter(programme, quarter)
      : (editionOn(programme, today) ?? firstEdition(department)),
    next: nextCheckpoints(department, today),
    quarter,
    due,
    daysLeft: due && daysBetween(today, due),
    board,
    expected: board.length,
    accepted,
    openErrors,
    action: actionFor(quarter, {
      expected: board.length,
      accepted,
      openErrors,
      issued: issued || accepted > 0 || problems.length > 0,
    }),
  };
}

function actionFor(
  quarter: Quarter | null,
  at: {
    readonly expected: number;
    readonly accepted: number;
    readonly openErrors: number;
    readonly issued: boolean;
  },
): PrimaryAction {
  if (!quarter || at.expected === 0) return { kind: 'update-roadmap' };
  if (at.accepted === at.expected) return { kind: 'build-report', quarter };
  if (at.openErrors > 0) return { kind: 'mend-forms', quarter };
  return { kind: at.issued ? 'accept-forms' : 'issue-forms', quarter };
}

function firstEdition({ programme }: Department): Edition {
  return editionForQuarter(programme, { year: programme.years.from, number: 1 });
}

function nextCheckpoints({ execution }: Department, today: CivilDate): readonly NextCheckpoint[] {
  return execution
    .flatMap(({ checkpoint, actual }): NextCheckpoint[] => {
      const { code, date, measure } = checkpoint;
      if (actual !== null || date === null) return [];
      return [
        {
          code,
          measure: measure.number,
          title: measure.text,
          date,
          daysLeft: daysBetween(today, date),
          status: executionStatus(checkpoint, actual, today),
        },
      ];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.measure - b.measure))
    .slice(0, NEXT_SHOWN);
}
