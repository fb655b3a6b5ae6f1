/**
 * The figures of many regions for one quarter. Of each region's report only its figures are kept, so that registers can
 * be read one after another. Numbers are summed over regions; shares are ratios of sums; what is not there stays not there.
 */
import type Big from 'big.js';
import { roundHalfAway } from '../controls/decimal';
import type { Quarter } from '../calendar/quarter';
import { completion, deviation, share } from '../monitoring/shares';
import type { Indicator } from '../programme/schema';
import { yesAnswers, type OperatorReport, type ReportLine } from './build-report';

export interface RegionFigures {
  /** The workbook that they come from. */
  readonly file: string;
  /** Code of the region's programme. */
  readonly programme: string;
  readonly region: string;
  readonly edition: string;
  readonly indicators: readonly Indicator[];
  readonly lines: readonly RegionLine[];
  /** Schools that report this quarter; 0: the region has none yet («х»). */
  readonly expected: number;
  readonly accepted: number;
  /** Short names of schools whose forms are missing. */
  readonly missing: readonly string[];
  /** Refused files that nothing has replaced yet. */
  readonly problems: number;
  readonly draft: boolean;
  /** Of the register, as `register-digest.ts` says. */
  readonly digest: string;
}

export interface LineFigures {
  readonly plan: Big | null;
  readonly fact: Big | null;
  readonly reached: Big | null;
  readonly deviation: Big | null;
  readonly percent: Big | null;
  /** Schools whose value is there. */
  readonly reported: number;
  /** Answers to a yes/no row, and those of them that are «да». */
  readonly answers: number;
  readonly yes: number;
}

export interface RegionLine extends LineFigures {
  readonly code: string;
}

export interface SummaryLine extends LineFigures {
  readonly indicator: Indicator;
  /** The same row in every region, in the order of `Summary.regions`. */
  readonly regions: readonly RegionLine[];
}

export interface Summary {
  readonly quarter: Quarter;
  readonly lines: readonly SummaryLine[];
  /** In the order of their names. */
  readonly regions: readonly RegionFigures[];
  readonly expected: number;
  readonly accepted: number;
  /** Workbooks that could not be taken in. */
  readonly leftOut: number;
  /** Marked «ПРОЕКТ»: a workbook was left out, or a region's own report is a draft. */
  readonly draft: boolean;
}

/** What a summary keeps of a region's report. */
export function regionFigures(report: OperatorReport, file: string): RegionFigures {
  const { programme, edition, lines, expected, forms, missing, problems, draft, digest } = report;
  return {
    file,
    programme: programme.code,
    region: programme.region,
    edition: edition.title,
    indicators: lines.map(({ indicator }) => indicator),
    lines: lines.map(lineFigures),
    expected: expected.length,
    accepted: forms.length,
    missing: missing.map(({ shortName }) => shortName),
    problems: problems.length,
    draft,
    digest,
  };
}

function lineFigures({ indicator, sites, plan, fact, reached, deviation, percent }: ReportLine): RegionLine {
  const { answers, yes } = yesAnswers(indicator.kind === 'yesno' ? sites : []);
  return {
    code: indicator.code,
    plan,
    fact,
    reached,
    deviation,
    percent,
    reported: sites.filter(({ state }) => state === 'reported').length,
    answers,
    yes,
  };
}

/** All `regions` have the same list of indicators (`indicatorList`); there is at least one. */
export function buildSummary(regions: readonly RegionFigures[], quarter: Quarter, leftOut: number): Summary {
  const indicators = regions[0]?.indicators ?? [];
  const sum = (key: 'expected' | 'accepted'): number => regions.reduce((all, region) => all + region[key], 0);
  return {
    quarter,
    lines: indicators.map((indicator) => lineOf(indicator, regions)),
    regions,
    expected: sum('expected'),
    accepted: sum('accepted'),
    leftOut,
    draft: leftOut > 0 || regions.some(({ draft }) => draft),
  };
}

/** What makes two lists of indicators one: codes, names, units, kinds, parts of shares, running totals, decimals, in order. */
export function indicatorList(indicators: readonly Indicator[]): string {
  return JSON.stringify(
    indicators.map(({ code, name, unit, okei, kind, numerator, denominator, accumulation, decimals }) => [
      code,
      name,
      unit,
      okei,
      kind,
      numerator,
      denominator,
      accumulation,
      decimals,
    ]),
  );
}

function lineOf(indicator: Indicator, regions: readonly RegionFigures[]): SummaryLine {
  const rows = regions.map((region) => rowOf(region, indicator.code));
  const plan = planOf(indicator, regions);
  const fact = valueOf(indicator, regions, 'fact');
  const reached = valueOf(indicator, regions, 'reached');
  const count = (key: 'reported' | 'answers' | 'yes'): number => rows.reduce((all, row) => all + row[key], 0);
  return {
    indicator,
    regions: rows,
    plan,
    fact,
    reached,
    deviation: deviation(reached, plan),
    percent: completion(reached, plan),
    reported: count('reported'),
    answers: count('answers'),
    yes: count('yes'),
  };
}

const NOTHING: Omit<RegionLine, 'code'> = {
  plan: null,
  fact: null,
  reached: null,
  deviation: null,
  percent: null,
  reported: 0,
  answers: 0,
  yes: 0,
};

function rowOf({ lines }: RegionFigures, code: string): RegionLine {
  return lines.find((line) => line.code === code) ?? { ...NOTHING, code };
}

/** Sum over the regions that have the value; for a share, the ratio of the sums of its parts. */
function valueOf(
  indicator: Indicator,
  regions: readonly RegionFigures[],
  key: 'fact' | 'reached',
): Big | null {
  const sumOf = (code: string | null): Big | null =>
    sumKnown(regions.map((region) => rowOf(region, code ?? '')[key]));
  if (indicator.kind === 'count') return sumOf(indicator.code);
  if (indicator.kind !== 'percent') return null;
  const [part, whole] = [sumOf(indicator.numerator), sumOf(indicator.denominator)];
  const value = part && whole ? share(part, whole) : null;
  return value && roundHalfAway(value, indicator.decimals);
}

function sumKnown(numbers: readonly (Big | null)[]): Big | null {
  return numbers.reduce((sum, number) => (sum && number ? sum.plus(number) : (sum ?? number)), null);
}

/**
 * The sum of the plans, if every region that reports has one; of shares, which have no sum, the plan that all of them
 * share. Regions without an open school have no part in it.
 */
function planOf(indicator: Indicator, regions: readonly RegionFigures[]): Big | null {
  const plans = regions
    .filter(({ expected }) => expected > 0)
    .map((region) => rowOf(region, indicator.code).plan);
  const [first] = plans;
  if (!first || plans.includes(null)) return null;
  if (indicator.kind !== 'percent') return sumKnown(plans);
  return plans.every((plan) => plan?.eq(first)) ? first : null;
}
