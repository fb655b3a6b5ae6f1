/**
 * The plan of a row on a reporting date. A figure that nobody has set is null; nothing is derived from another site,
 * from the region as a whole, or by a split that the settings do not name.
 *
 * Years of targets: a row for the year as a whole belongs to the year base that starts in that year (with the school
 * base, 2022 is 1 September 2022 – 31 August 2023); a row with a quarter belongs to that calendar quarter, «I квартал
 * 2023 года», whatever the base.
 */
import Big from 'big.js';
import {
  addQuarters,
  compareQuarters,
  isLastOfYearBase,
  quarterOf,
  quartersBetween,
  yearBaseStart,
  type Quarter,
} from '../calendar/quarter';
import type { EditionView } from './edition';
import type { Indicator, Programme, Target } from './schema';

/** «*» in a target: the region as a whole. It is no site's plan. */
const REGION = '*';

/** The target of a site for the year that the quarter belongs to, in the indicator's unit. */
export function yearTarget(
  programme: Programme,
  view: EditionView,
  site: string,
  quarter: Quarter,
  indicator: Indicator,
): number | null {
  return yearRow(programme, view, site, quarter, indicator)?.target ?? null;
}

/**
 * The plan of a site by the end of a quarter, counted from the start of the year base as the running total is:
 * 1. the target of the quarter's own row, where there is one;
 * 2. in the last quarter of the year base, the target of the year;
 * 3. before it, nothing – or, by the setting «equal» and for rows that accumulate, equal shares of the year's target
 *    over those quarters of the year base in which the site is open, rounded to the indicator's decimals.
 */
export function planToDate(
  programme: Programme,
  view: EditionView,
  site: string,
  quarter: Quarter,
  indicator: Indicator,
): number | null {
  const own = quarterRow(view, site, quarter, indicator)?.target ?? null;
  if (own !== null) return own;
  const year = yearTarget(programme, view, site, quarter, indicator);
  if (year === null) return null;
  const { yearBase, quarterlyPlan } = programme.settings;
  if (isLastOfYearBase(quarter, yearBase)) return year;
  if (quarterlyPlan === 'none' || indicator.accumulation === 'none') return null;
  return equalShares(programme, site, quarter, year, indicator.decimals);
}

/** The plan of the region as a whole by the end of a quarter, where one is set for it («*»). */
export function regionPlanToDate(
  programme: Programme,
  view: EditionView,
  quarter: Quarter,
  indicator: Indicator,
): number | null {
  return planToDate(programme, view, REGION, quarter, indicator);
}

/**
 * The least value that the concept allows by the end of a quarter: the minimum of the quarter's own row, or, in the last
 * quarter of the year base, that of the year. A minimum is a norm, so it is never split, whatever the settings say.
 */
export function minimumFor(
  programme: Programme,
  view: EditionView,
  site: string,
  quarter: Quarter,
  indicator: Indicator,
): number | null {
  const own = quarterRow(view, site, quarter, indicator)?.minimum ?? null;
  if (own !== null || !isLastOfYearBase(quarter, programme.settings.yearBase)) return own;
  return yearRow(programme, view, site, quarter, indicator)?.minimum ?? null;
}

const byPlace = new WeakMap<readonly Target[], ReadonlyMap<string, readonly Target[]>>();

/** The rows of one indicator and site, in their order. Found once for each list, since it is asked for every value. */
function rowsOf(targets: readonly Target[], indicator: string, site: string): readonly Target[] {
  const known = byPlace.get(targets) ?? groupByPlace(targets);
  byPlace.set(targets, known);
  return known.get(placeKey(indicator, site)) ?? [];
}

function groupByPlace(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const groups = new Map<string, Target[]>();
  for (const row of targets) {
    const key = placeKey(row.indicator, row.site);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function placeKey(indicator: string, site: string): string {
  return JSON.stringify([indicator, site]);
}

function yearRow(
  { settings }: Programme,
  { targets }: EditionView,
  site: string,
  quarter: Quarter,
  { code }: Indicator,
): Target | undefined {
  const { year } = yearBaseStart(quarter, settings.yearBase);
  return rowsOf(targets, code, site).find((row) => row.year === year && row.quarter === null);
}

function quarterRow(
  { targets }: EditionView,
  site: string,
  { year, number }: Quarter,
  { code }: Indicator,
): Target | undefined {
  return rowsOf(targets, code, site).find((row) => row.year === year && row.quarter === number);
}

/** Null while nobody is open. */
function equalShares(
  programme: Programme,
  site: string,
  quarter: Quarter,
  year: number,
  decimals: number,
): number | null {
  const opened = programme.sites
    .filter(({ code }) => site === REGION || code === site)
    .map(({ openedOn }) => quarterOf(openedOn))
    .sort(compareQuarters)[0];
  const start = yearBaseStart(quarter, programme.settings.yearBase);
  if (!opened || compareQuarters(opened, quarter) > 0) return null;
  const first = compareQuarters(opened, start) > 0 ? opened : start;
  const past = quartersBetween(first, quarter).length;
  const all = quartersBetween(first, addQuarters(start, 3)).length;
  return new Big(year).times(past).div(all).round(decimals, Big.roundHalfUp).toNumber();
}

/** Where the plans and minimums that bear on a quarter come from: the bases of their rows, each once, in their order. */
export function planBases(
  programme: Programme,
  { targets }: EditionView,
  quarter: Quarter,
): readonly string[] {
  const { year } = yearBaseStart(quarter, programme.settings.yearBase);
  const bears = targets.filter((row) =>
    row.quarter === null ? row.year === year : row.year === quarter.year,
  );
  return [...new Set(bears.map(({ basis }) => basis))];
}
