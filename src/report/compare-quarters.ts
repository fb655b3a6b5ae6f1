/**
 * Any two quarters beside each other: region and schools, indicator by indicator. A row that another edition has
 * changed, dropped or added is shown as it is, and no difference is made of it; what is missing stays missing.
 */
import Big from 'big.js';
import type { Quarter } from '../calendar/quarter';
import { completion } from '../monitoring/shares';
import { shownEntry, type Entry } from '../monitoring/submission';
import type { Indicator, Site } from '../programme/schema';
import {
  buildReport,
  type OperatorReport,
  type ReportLine,
  type ReportSource,
  type SiteFigure,
} from './build-report';
import { sameMeaning } from './comparability';

export type RowRelation =
  | 'same'
  /** Its name, unit, kind or way of counting is another one: not comparable. */
  | 'changed'
  /** Only in the first quarter's edition. */
  | 'dropped'
  /** Only in the second quarter's edition. */
  | 'added';

/** One quarter's figures of the region or of a school; null where there is no number. */
export interface ComparedSide {
  readonly plan: Big | null;
  /** Of the quarter. */
  readonly fact: Big | null;
  /** By the quarter's end, which is what the plan is held against. */
  readonly reached: Big | null;
  /** Reached in per cent of the plan. */
  readonly percent: Big | null;
  /** What stands there instead of a number: «да», «да: 2 из 3», «х». */
  readonly text: string | null;
  /** Why there is nothing; of the region, `empty` where nobody reported. */
  readonly state: SiteFigure['state'];
}

export interface ComparedFigures {
  /** Null: the region. */
  readonly site: Site | null;
  /** Null where that quarter's edition has no such row. */
  readonly first: ComparedSide | null;
  readonly second: ComparedSide | null;
  /** Second fact minus first; of comparable rows with both numbers only. */
  readonly difference: Big | null;
  /** Second completion minus first, in percentage points; null as above. */
  readonly points: Big | null;
}

export interface ComparedRow {
  /** As the second quarter's edition has it, else the first's. */
  readonly indicator: Indicator;
  readonly relation: RowRelation;
  /** The region, then the schools that report at least one of the quarters. Empty for headings. */
  readonly figures: readonly ComparedFigures[];
}

export interface QuarterComparison {
  readonly first: OperatorReport;
  readonly second: OperatorReport;
  readonly rows: readonly ComparedRow[];
}

/** `first` and `second` in the order in which they are to be read; either may be the later one. */
export function compareTwoQuarters(source: ReportSource, first: Quarter, second: Quarter): QuarterComparison {
  const [before, after] = [buildReport(source, first, 0), buildReport(source, second, 0)];
  const lineOf = (report: OperatorReport, code: string): ReportLine | undefined =>
    report.lines.find(({ indicator }) => indicator.code === code);
  const dropped = before.lines.filter(({ indicator }) => !lineOf(after, indicator.code));
  return {
    first: before,
    second: after,
    rows: [
      ...after.lines.map((line) => rowOf(lineOf(before, line.indicator.code), line, line.indicator)),
      ...dropped.map((line) => rowOf(line, undefined, line.indicator)),
    ],
  };
}

function rowOf(
  before: ReportLine | undefined,
  after: ReportLine | undefined,
  indicator: Indicator,
): ComparedRow {
  const relation = relationOf(before, after);
  if (indicator.kind === 'heading') return { indicator, relation, figures: [] };
  const comparable = relation === 'same';
  const sites = (after ?? before)?.sites.map(({ site }) => site) ?? [];
  const ofSite = (line: ReportLine | undefined, site: Site): SiteFigure | undefined =>
    line?.sites.find((figure) => figure.site === site);
  return {
    indicator,
    relation,
    figures: [
      figuresOf(null, before && regionSide(before), after && regionSide(after), comparable),
      ...sites.flatMap((site) => {
        const [one, other] = [ofSite(before, site), ofSite(after, site)];
        const isClosed = [one, other].every((figure) => figure === undefined || figure.state === 'not-open');
        return isClosed ? [] : [figuresOf(site, one && siteSide(one), other && siteSide(other), comparable)];
      }),
    ],
  };
}

function relationOf(before: ReportLine | undefined, after: ReportLine | undefined): RowRelation {
  if (!before) return 'added';
  if (!after) return 'dropped';
  return sameMeaning(before.indicator, after.indicator) ? 'same' : 'changed';
}

function figuresOf(
  site: Site | null,
  first: ComparedSide | undefined,
  second: ComparedSide | undefined,
  comparable: boolean,
): ComparedFigures {
  const minus = (key: 'fact' | 'percent'): Big | null => {
    const [a, b] = [first?.[key], second?.[key]];
    return comparable && a && b ? b.minus(a) : null;
  };
  return {
    site,
    first: first ?? null,
    second: second ?? null,
    difference: minus('fact'),
    points: minus('percent'),
  };
}

function regionSide({ plan, fact, reached, percent, textual }: ReportLine): ComparedSide {
  const state = fact === null && reached === null && textual === null ? 'empty' : 'reported';
  return { plan, fact, reached, percent, text: textual, state };
}

function siteSide({ plan, fact, reached, state }: SiteFigure): ComparedSide {
  const [planned, got] = [plan === null ? null : new Big(plan), numberOf(reached)];
  const isOther = fact.kind === 'text' || fact.kind === 'not-applicable';
  return {
    plan: planned,
    fact: numberOf(fact),
    reached: got,
    percent: completion(got, planned),
    text: isOther ? shownEntry(fact) : null,
    state,
  };
}

function numberOf(entry: Entry): Big | null {
  return entry.kind === 'number' ? new Big(entry.number) : null;
}
