/** The report's figures as tidy tables: one observation a line, names of columns in Latin letters, missing values empty. */
import type Big from 'big.js';
import { formatQuarter, type Quarter } from '../calendar/quarter';
import type { Entry } from '../monitoring/submission';
import { buildReport, type OperatorReport, type ReportSource } from './build-report';

export type TidyRow = Readonly<Record<string, string | number>>;

/** The columns of `tidyValues`, with their widths in a sheet in characters. */
export const VALUE_COLUMNS = [
  { title: 'programme', width: 22 },
  { title: 'quarter', width: 10 },
  { title: 'edition', width: 10 },
  { title: 'site', width: 18 },
  { title: 'school', width: 28 },
  { title: 'municipality', width: 18 },
  { title: 'row', width: 7 },
  { title: 'indicator', width: 60 },
  { title: 'unit', width: 10 },
  { title: 'state', width: 14 },
  { title: 'plan', width: 10 },
  { title: 'fact', width: 10 },
  { title: 'reached', width: 10 },
  { title: 'reason', width: 40 },
  { title: 'revision', width: 9 },
  { title: 'sha256', width: 66 },
] as const;

/** A line per indicator and school; `state` tells «not_submitted», «not_open» and «empty» apart, as the tables do. */
export function* tidyValues(report: OperatorReport): Generator<TidyRow> {
  const quarter = formatQuarter(report.quarter);
  for (const { indicator, sites } of report.lines) {
    for (const { site, state, plan, fact, reached, reason, form } of sites) {
      yield {
        programme: report.programme.code,
        quarter,
        edition: report.edition.code,
        site: site.code,
        school: site.shortName,
        municipality: site.municipality,
        row: indicator.code,
        indicator: indicator.name,
        unit: indicator.unit,
        state: state.replaceAll('-', '_'),
        plan: plan ?? '',
        fact: plain(fact),
        reached: plain(reached),
        reason,
        revision: form?.submission.revision ?? '',
        sha256: form?.sha256 ?? '',
      };
    }
  }
}

/** The same for several quarters, of which one at a time is in memory. */
export function* tidyHistory(source: ReportSource, quarters: readonly Quarter[]): Generator<TidyRow> {
  for (const quarter of quarters) yield* tidyValues(buildReport(source, quarter, 0));
}

/** A line per indicator: the region's figures. */
export function tidyTotals(report: OperatorReport): readonly TidyRow[] {
  return report.lines
    .filter(({ indicator }) => indicator.kind !== 'heading')
    .map(({ indicator, plan, fact, reached, percent, deviation, sites }) => ({
      programme: report.programme.code,
      quarter: formatQuarter(report.quarter),
      edition: report.edition.code,
      row: indicator.code,
      indicator: indicator.name,
      unit: indicator.unit,
      plan: number(plan),
      fact: number(fact),
      reached: number(reached),
      percent: number(percent),
      deviation: number(deviation),
      schools_reported: sites.filter(({ state }) => state === 'reported').length,
      schools_expected: report.expected.length,
      draft: report.draft ? 1 : 0,
    }));
}

function plain(entry: Entry): string | number {
  return entry.kind === 'number' ? entry.number : entry.kind === 'text' ? entry.text : '';
}

/** A figure as a cell of a tidy table; empty where there is none. */
export function number(value: Big | null): string | number {
  return value?.toNumber() ?? '';
}
