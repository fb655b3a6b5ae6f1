/** The report's figures as tidy tables: one observation a line, names of columns in Latin letters, missing values empty. */
import type Big from 'big.js';
import { formatQuarter } from '../calendar/quarter';
import type { Entry } from '../monitoring/submission';
import type { OperatorReport } from './build-report';

export type TidyRow = Readonly<Record<string, string | number>>;

/** A line per indicator and school; `state` tells «not submitted» from «not open» from «empty». */
export function tidyValues(report: OperatorReport): readonly TidyRow[] {
  return report.lines.flatMap(({ indicator, sites }) =>
    sites.map(({ site, state, plan, fact, reached, reason, form }) => ({
      programme: report.programme.code,
      quarter: formatQuarter(report.quarter),
      edition: report.edition.code,
      site: site.code,
      school: site.shortName,
      municipality: site.municipality,
      row: indicator.code,
      indicator: indicator.name,
      unit: indicator.unit,
      state,
      plan: plan ?? '',
      fact: plain(fact),
      reached: plain(reached),
      reason,
      revision: form?.submission.revision ?? '',
      sha256: form?.sha256 ?? '',
    })),
  );
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

function number(value: Big | null): string | number {
  return value?.toNumber() ?? '';
}
