/** The roadmap's deadlines as days: checkpoints of every measure, and the dates on which quarters are reported. */
import { addDays, civilDate, dateParts, formatRussian, type CivilDate } from '../calendar/civil-date';
import {
  dueDates,
  nextRepeat,
  parseDeadline,
  type Deadline,
  type DueDate,
  type DueOptions,
} from '../calendar/deadline';
import { lastDay, quarterClosedBy, quarterOf, quartersBetween } from '../calendar/quarter';
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days';
import { PROGRAMME_TEXTS } from '../text/programme';
import type { Measure, Programme } from './schema';

/** One time that a measure falls due. */
export interface Checkpoint {
  /** «9/01.10.2021»: the measure and the date, so that a checkpoint keeps its code when others come or go; «3» without a date. */
  readonly code: string;
  readonly measure: Measure;
  /** Null: due by a schedule of its own, or by a wording that is not understood. */
  readonly date: CivilDate | null;
  /** The next working day; null where the date is one itself. */
  readonly nextWorkingDay: CivilDate | null;
  /** The opening year that the date belongs to, where the deadline is relative to it. */
  readonly openingYear: number | null;
}

export interface ProgrammeCheckpoints {
  /** By measure, then by date. */
  readonly checkpoints: readonly Checkpoint[];
  /** Russian sentences about deadlines that give no date. */
  readonly warnings: readonly string[];
}

export function programmeCheckpoints(programme: Programme): ProgrammeCheckpoints {
  const read = programme.measures.map((measure) => ofMeasure(programme, measure));
  return {
    checkpoints: read.flatMap(({ checkpoints }) => checkpoints),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

/**
 * The dates on which the operator's report is due, in order: those of the monitoring measure. Where its wording gives
 * none, the day after each quarter since the first site opened (a warning of `programmeCheckpoints` says so).
 */
export function reportingDates(programme: Programme): readonly CivilDate[] {
  const known = reportedOn.get(programme);
  if (known) return known;
  const measure = programme.measures.find(({ number }) => number === programme.monitoringMeasure);
  const dates = measure ? dueOf(programme, measure).map(({ date }) => date) : [];
  reportedOn.set(programme, dates);
  return dates;
}

/** Read once for each programme: every form that comes in is held against them. */
const reportedOn = new WeakMap<Programme, readonly CivilDate[]>();

function ofMeasure(programme: Programme, measure: Measure): ProgrammeCheckpoints {
  const deadline = parseDeadline(measure.deadline);
  const due = dueOf(programme, measure);
  const undated = due.length === 0 && deadline.kind !== 'dated';
  return {
    checkpoints: undated
      ? [{ code: String(measure.number), measure, date: null, nextWorkingDay: null, openingYear: null }]
      : due.map((day) => ofDay(programme, measure, day)),
    warnings: warningsOf(programme, measure, deadline),
  };
}

function ofDay({ settings }: Programme, measure: Measure, { date, openingYear }: DueDate): Checkpoint {
  return {
    code: `${measure.number}/${formatRussian(date)}`,
    measure,
    date,
    nextWorkingDay: isWorkingDay(date, settings) ? null : nextWorkingDay(date, settings),
    openingYear,
  };
}

function dueOf(programme: Programme, measure: Measure): readonly DueDate[] {
  const deadline = parseDeadline(measure.deadline);
  const options = dueOptions(programme);
  const due = dueDates(deadline, options);
  if (measure.number !== programme.monitoringMeasure) return due;
  if (due.length === 0) return quarterEnds(programme).map((date) => ({ date, openingYear: null }));
  const last = programme.settings.reportLastQuarter ? nextRepeat(deadline, options) : undefined;
  // Due after the end of the programme, for a quarter within it.
  return last !== undefined && lastDay(quarterClosedBy(last)) <= options.end
    ? [...due, { date: last, openingYear: null }]
    : due;
}

function dueOptions({ sites, years }: Programme): DueOptions {
  return {
    openingYears: sites.map(({ openedOn }) => dateParts(openedOn).year),
    end: civilDate(years.to, 12, 31),
  };
}

function quarterEnds(programme: Programme): readonly CivilDate[] {
  const { end } = dueOptions(programme);
  const [opened] = programme.sites.map(({ openedOn }) => openedOn).sort();
  if (opened === undefined) return [];
  return quartersBetween(quarterOf(opened), quarterOf(end))
    .map((quarter) => addDays(lastDay(quarter), 1))
    .filter((date) => date <= end || programme.settings.reportLastQuarter);
}

function warningsOf(programme: Programme, measure: Measure, deadline: Deadline): readonly string[] {
  const { number, deadline: wording } = measure;
  const silent = dueDates(deadline, dueOptions(programme)).length === 0;
  return [
    ...(deadline.kind === 'unknown' ? [PROGRAMME_TEXTS.unknownDeadline(number, wording)] : []),
    ...(deadline.kind === 'dated' && silent ? [PROGRAMME_TEXTS.deadlineWithoutDates(number, wording)] : []),
    ...(silent && number === programme.monitoringMeasure ? [PROGRAMME_TEXTS.quarterEndsInstead(number)] : []),
  ];
}
