/** A form as its controls see it: its own values, the plan, and what was accepted before. */
import Big from 'big.js';
import {
  previousQuarter,
  sameQuarterLastYear,
  yearBaseStart,
  isFirstOfYearBase,
  compareQuarters,
  quarterOf,
  type Quarter,
} from '../calendar/quarter';
import type { ControlContext, Value } from '../controls/values';
import type { EditionView } from '../programme/edition';
import { minimumFor, planToDate } from '../programme/plan';
import type { Indicator, Programme, Site } from '../programme/schema';
import { currentForm, type Register } from './register';
import { accumulates, shareEntry, withShares } from './shares';
import { EMPTY, NOT_APPLICABLE, numberEntry, type Entry, type SubmissionRow } from './submission';

export interface ContextSource {
  readonly programme: Programme;
  readonly view: EditionView;
  readonly site: Site;
  readonly quarter: Quarter;
  readonly rows: readonly SubmissionRow[];
  readonly history: History;
}

/** What earlier quarters reported; from the register, or, without one, from what the form itself shows. */
export interface History {
  previousFact(row: string): Entry;
  previousTotal(row: string): Entry;
  lastYearFact(row: string): Entry;
  lastYearTotal(row: string): Entry;
  /** Sum of the facts of the year base's earlier quarters. */
  earlierQuarters(row: string): Entry;
}

const MISSING: Value = { kind: 'missing' };
const ZERO: Entry = { kind: 'number', number: 0 };

export function controlContext({
  programme,
  view,
  site,
  quarter,
  rows,
  history,
}: ContextSource): ControlContext {
  const byCode = new Map(withShares(rows, view.indicators).map((row) => [row.row, row]));
  const indicators = new Map(view.indicators.map((indicator) => [indicator.code, indicator]));
  const ofIndicator = (row: string, value: (indicator: Indicator) => number | null): Value => {
    const indicator = indicators.get(row);
    return indicator ? entryAsValue(numberEntry(value(indicator))) : MISSING;
  };
  const own = (row: string, key: 'fact' | 'total'): Entry => byCode.get(row)?.[key] ?? EMPTY;
  return {
    fact: (row) => entryAsValue(own(row, 'fact')),
    total: (row) => entryAsValue(own(row, 'total')),
    plan: (row) =>
      ofIndicator(row, (indicator) => planToDate(programme, view, site.code, quarter, indicator)),
    minimum: (row) =>
      ofIndicator(row, (indicator) => minimumFor(programme, view, site.code, quarter, indicator)),
    previousFact: (row) => entryAsValue(history.previousFact(row)),
    previousTotal: (row) => entryAsValue(history.previousTotal(row)),
    lastYearFact: (row) => entryAsValue(history.lastYearFact(row)),
    lastYearTotal: (row) => entryAsValue(history.lastYearTotal(row)),
    quarters: (row) => quartersSum(history.earlierQuarters(row), own(row, 'fact')),
    site: (attribute) => entryAsValue(numberEntry(site.attributes[attribute] ?? null)),
  };
}

/** КВАРТАЛЫ: the earlier quarters of the year base and this one's fact; what one of them lacks, the sum lacks. */
export function quartersSum(earlier: Entry, fact: Entry): Value {
  return earlier.kind === 'number' && fact.kind === 'number'
    ? { kind: 'number', number: new Big(earlier.number).plus(fact.number) }
    : entryAsValue(earlier.kind === 'number' ? fact : earlier);
}

export function entryAsValue(entry: Entry): Value {
  switch (entry.kind) {
    case 'number':
      return { kind: 'number', number: new Big(entry.number) };
    case 'text':
      return entry;
    case 'not-applicable':
      return entry;
    case 'empty':
      return MISSING;
  }
}

/** History as the register knows it. Before the school opened there is none: «х», not a gap. */
export function registerHistory(
  register: Register,
  { programme, view, site, quarter }: Pick<ContextSource, 'programme' | 'view' | 'site' | 'quarter'>,
): History {
  const first = quarterOf(site.openedOn);
  const base = programme.settings.yearBase;
  const startsBase = isFirstOfYearBase(quarter, base) || compareQuarters(quarter, first) <= 0;
  const at = (when: Quarter, row: string, key: 'fact' | 'total'): Entry => {
    if (compareQuarters(when, first) < 0) return NOT_APPLICABLE;
    const rows = currentForm(register, site.code, when)?.submission.rows ?? [];
    const indicator = view.indicators.find(({ code }) => code === row);
    return indicator?.kind === 'percent'
      ? shareEntry(indicator, rows, key)
      : (rows.find((found) => found.row === row)?.[key] ?? EMPTY);
  };
  const before = previousQuarter(quarter);
  const yearAgo = sameQuarterLastYear(quarter);
  const hasTotal = (row: string): boolean =>
    view.indicators.some((indicator) => indicator.code === row && accumulates(indicator, view.indicators));
  return {
    previousFact: (row) => at(before, row, 'fact'),
    // Nothing has accumulated before the base's first quarter: that 0 is known, not assumed.
    previousTotal: (row) => (!hasTotal(row) ? NOT_APPLICABLE : startsBase ? ZERO : at(before, row, 'total')),
    lastYearFact: (row) => at(yearAgo, row, 'fact'),
    lastYearTotal: (row) => at(yearAgo, row, 'total'),
    earlierQuarters: (row) => {
      let sum = new Big(0);
      const start = yearBaseStart(quarter, base);
      for (
        let when = before;
        compareQuarters(when, start) >= 0 && compareQuarters(when, first) >= 0;
        when = previousQuarter(when)
      ) {
        const entry = at(when, row, 'fact');
        if (entry.kind !== 'number') return entry;
        sum = sum.plus(entry.number);
      }
      return { kind: 'number', number: sum.toNumber() };
    },
  };
}

/** What a form shows of earlier quarters, by row: in its table, and beside its controls. */
export interface ShownHistory {
  readonly rows: ReadonlyMap<
    string,
    { readonly previous: Entry; readonly previousTotal: Entry; readonly lastYear: Entry }
  >;
  readonly lastYearTotals: ReadonlyMap<string, Entry>;
  readonly earlierQuarters: ReadonlyMap<string, Entry>;
}

/** History as the form shows it, for a check without the Department's workbook. */
export function formHistory({ rows, lastYearTotals, earlierQuarters }: ShownHistory): History {
  return {
    previousFact: (row) => rows.get(row)?.previous ?? EMPTY,
    previousTotal: (row) => rows.get(row)?.previousTotal ?? EMPTY,
    lastYearFact: (row) => rows.get(row)?.lastYear ?? EMPTY,
    lastYearTotal: (row) => lastYearTotals.get(row) ?? EMPTY,
    earlierQuarters: (row) => earlierQuarters.get(row) ?? EMPTY,
  };
}
