/** What a deadline («срок») of a roadmap means, and the dates on which it falls due. */
import { addMonths, civilDate, dateParts, type CivilDate } from './civil-date';
import { parse, SyntaxError as DeadlineSyntaxError } from './deadline.parser';

export type DeadlineRepeat = 'once' | 'yearly' | 'quarterly' | 'monthly' | 'on-demand';

export type DeadlineStart =
  | { readonly kind: 'fixed'; readonly date: CivilDate }
  /** «25 августа X - 1 года», X being the year in which a site opens; `shift` is −1 here. */
  | { readonly kind: 'opening-year'; readonly shift: number; readonly month: number; readonly day: number };

export type Deadline =
  | { readonly kind: 'dated'; readonly start: DeadlineStart; readonly repeat: DeadlineRepeat }
  /** «согласно отдельному графику»: due by a document of its own. */
  | { readonly kind: 'schedule' }
  /** A wording that is not understood; it is printed as it stands. */
  | { readonly kind: 'unknown'; readonly text: string };

/** What the grammar reads, before the day is known to exist. */
export type DeadlineWording =
  | {
      readonly kind: 'dated';
      readonly start:
        | { readonly kind: 'fixed'; readonly year: number; readonly month: number; readonly day: number }
        | Extract<DeadlineStart, { kind: 'opening-year' }>;
      readonly repeat: DeadlineRepeat;
    }
  | { readonly kind: 'schedule' };

/** One day on which a deadline falls due. */
export interface DueDate {
  readonly date: CivilDate;
  /** The opening year whose own date this is; null for a fixed deadline and for mere repeats. */
  readonly openingYear: number | null;
}

export interface DueOptions {
  /** Years in which sites open, in any order, repeats allowed. */
  readonly openingYears: readonly number[];
  /** Last day of the programme; later dates are left out. */
  readonly end: CivilDate;
}

const STEP_MONTHS: Readonly<Record<DeadlineRepeat, number | null>> = {
  once: null,
  'on-demand': null,
  yearly: 12,
  quarterly: 3,
  monthly: 1,
};

/** The meaning of a deadline's text; never an exception. */
export function parseDeadline(text: string): Deadline {
  const wording = read(text);
  if (wording?.kind === 'schedule') return wording;
  if (wording === undefined) return { kind: 'unknown', text };
  const { start, repeat } = wording;
  if (start.kind === 'opening-year') {
    // 29 February exists in some opening years: the year 2000 stands for all of them.
    return isDay(2000, start.month, start.day) ? { kind: 'dated', start, repeat } : { kind: 'unknown', text };
  }
  if (!isDay(start.year, start.month, start.day)) return { kind: 'unknown', text };
  const date = civilDate(start.year, start.month, start.day);
  return { kind: 'dated', start: { kind: 'fixed', date }, repeat };
}

/**
 * The days on which a deadline falls due, in order, up to the programme's end. Repeats keep the day of the month, or
 * take the month's last one. A deadline relative to the opening year falls due once for every distinct opening year;
 * where it also repeats, it repeats from each of them, and a day that two of them share counts once.
 */
export function dueDates(deadline: Deadline, { openingYears, end }: DueOptions): readonly DueDate[] {
  if (deadline.kind !== 'dated') return [];
  const { start, repeat } = deadline;
  const starts =
    start.kind === 'fixed'
      ? [{ date: start.date, openingYear: null }]
      : [...new Set(openingYears)].map((openingYear) => ({
          date: civilDate(openingYear + start.shift, start.month, start.day),
          openingYear,
        }));
  const due = new Map<CivilDate, DueDate>();
  for (const first of starts) {
    for (const date of series(first.date, STEP_MONTHS[repeat], end)) {
      if (date === first.date) due.set(date, first);
      else if (!due.has(date)) due.set(date, { date, openingYear: null });
    }
  }
  return [...due.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The first date of a repeating deadline that lies after a day; undefined where there is none. */
export function nextRepeat(deadline: Deadline, { openingYears, end }: DueOptions): CivilDate | undefined {
  if (deadline.kind !== 'dated' || STEP_MONTHS[deadline.repeat] === null) return undefined;
  // A step is at most a year, so the next date lies within one.
  const later = dueDates(deadline, { openingYears, end: addMonths(end, 12) });
  return later.find(({ date }) => date > end)?.date;
}

function series(first: CivilDate, step: number | null, end: CivilDate): readonly CivilDate[] {
  const dates: CivilDate[] = [];
  // Every date is counted from the first one, so that 31 → 30 → 31 keeps the day.
  for (let date = first; date <= end;) {
    dates.push(date);
    if (step === null) break;
    date = addMonths(first, step * dates.length);
  }
  return dates;
}

function read(text: string): DeadlineWording | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof DeadlineSyntaxError) return undefined;
    throw error;
  }
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return dateParts(civilDate(year, month, day)).day === day;
}
