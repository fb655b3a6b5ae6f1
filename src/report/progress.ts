/**
 * What the pictures show: how the indicators go by quarter, how the schools stand, where the roadmap is. All figures are
 * those of the operator's report and of «Исполнение»; what is not there is null and never zero.
 */
import type { CivilDate } from '../calendar/civil-date';
import { quarterOf, type Quarter } from '../calendar/quarter';
import { executionStatus, type ExecutionLine, type ExecutionStatus } from '../monitoring/execution';
import { reportedQuarters } from '../monitoring/expected';
import type { Register } from '../monitoring/register';
import { editionForQuarter, editionOn, editionView } from '../programme/edition';
import type { Edition, Indicator, Programme, Site } from '../programme/schema';
import { buildReport, type OperatorReport, type SiteFigure } from './build-report';
import { sameMeaning } from './comparability';

/** Plan and what was reached by the end of a quarter, counted as the report compares them. */
export interface QuarterFigure {
  readonly quarter: Quarter;
  /** In the indicator's unit; null: nobody has set it, or it can't be summed. */
  readonly plan: number | null;
  /** The running total, or the fact of an indicator that has none; null: no school reported it. */
  readonly fact: number | null;
}

export interface IndicatorProgress {
  readonly indicator: Indicator;
  /** One for every quarter that the programme reports, in order. */
  readonly quarters: readonly QuarterFigure[];
}

/** How many of a school's indicators that have a plan have reached it, have not, or have no value. */
export interface SchoolCompletion {
  readonly site: Site;
  readonly reached: number;
  readonly missed: number;
  readonly unknown: number;
}

export interface TimelinePoint {
  /** The checkpoint's, such as «9/01.10.2021». */
  readonly code: string;
  readonly measure: number;
  /** Null: due by a schedule of its own. */
  readonly planned: CivilDate | null;
  readonly actual: CivilDate | null;
  readonly status: ExecutionStatus;
}

export interface Progress {
  readonly today: CivilDate;
  /** The one in force on the day, or the nearest; its indicators that are numbers are shown. */
  readonly edition: Edition;
  /** The acts that set the plans, each once; for samples the word «пример». */
  readonly planBases: readonly string[];
  readonly indicators: readonly IndicatorProgress[];
  /**
   * Of the last quarter that has both an accepted form and a plan of a school (a plan of the year is held in its last
   * quarter only, where the settings do not split it); else of the last one with a form; null while there is none.
   */
  readonly completion: { readonly quarter: Quarter; readonly schools: readonly SchoolCompletion[] } | null;
  /** By measure, then by date. */
  readonly timeline: readonly TimelinePoint[];
}

export interface ProgressSource {
  readonly programme: Programme;
  readonly register: Register;
  readonly execution: readonly ExecutionLine[];
}

/** The figures for a day. */
export function progress({ programme, register, execution }: ProgressSource, today: CivilDate): Progress {
  const edition = editionOn(programme, today) ?? editionForQuarter(programme, quarterOf(today));
  const reports = reportedQuarters(programme).map((quarter) =>
    buildReport({ programme, register, log: [] }, quarter, 0),
  );
  const reported = reports.filter(({ forms }) => forms.length > 0);
  const last = reported.filter(hasPlans).at(-1) ?? reported.at(-1);
  return {
    today,
    edition,
    planBases: [...new Set(reports.flatMap((report) => report.planBases))],
    indicators: editionView(programme, edition.code)
      .indicators.filter(isNumeric)
      .map((indicator) => ({
        indicator,
        quarters: reports.map((report) => quarterFigure(report, indicator)),
      })),
    completion: last
      ? { quarter: last.quarter, schools: last.expected.map((site) => ofSchool(site, last)) }
      : null,
    timeline: execution.map(({ checkpoint, actual }) => ({
      code: checkpoint.code,
      measure: checkpoint.measure.number,
      planned: checkpoint.date,
      actual,
      status: executionStatus(checkpoint, actual, today),
    })),
  };
}

function isNumeric({ kind }: Indicator): boolean {
  return kind === 'count' || kind === 'percent';
}

/** Nothing where another edition holds in the quarter, by which the row is missing or means something else. */
function quarterFigure({ quarter, lines }: OperatorReport, indicator: Indicator): QuarterFigure {
  const line = lines.find((candidate) => sameMeaning(candidate.indicator, indicator));
  return { quarter, plan: line?.plan?.toNumber() ?? null, fact: line?.reached?.toNumber() ?? null };
}

function hasPlans({ lines }: OperatorReport): boolean {
  return lines.some(({ sites }) => sites.some(({ plan }) => plan !== null));
}

function ofSchool(site: Site, { lines }: OperatorReport): SchoolCompletion {
  const states = lines.flatMap(({ indicator, sites }) =>
    sites.filter((figure) => figure.site === site).flatMap((figure) => planState(indicator, figure)),
  );
  const count = (wanted: PlanState): number => states.filter((state) => state === wanted).length;
  return { site, reached: count('reached'), missed: count('missed'), unknown: count('unknown') };
}

type PlanState = 'reached' | 'missed' | 'unknown';

/** Nothing where there is no plan. */
function planState({ direction }: Indicator, { plan, reached }: SiteFigure): readonly PlanState[] {
  if (plan === null) return [];
  if (reached.kind !== 'number') return ['unknown'];
  const isReached = direction === 'notMore' ? reached.number <= plan : reached.number >= plan;
  return [isReached ? 'reached' : 'missed'];
}
