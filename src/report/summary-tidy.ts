/** A summary's figures as tidy tables: one observation a line, names of columns in Latin letters, missing values empty. */
import { formatQuarter } from '../calendar/quarter';
import type { LineFigures, RegionFigures, Summary } from './summary';
import { number, type TidyRow } from './tidy';

/** A line per region and indicator. */
export function tidyRegions({ lines, regions, quarter }: Summary): readonly TidyRow[] {
  return regions.flatMap((region, index) =>
    lines.flatMap(({ indicator, regions: rows }) => {
      const row = rows[index];
      if (!row || indicator.kind === 'heading') return [];
      return [
        {
          programme: region.programme,
          region: region.region,
          quarter: formatQuarter(quarter),
          edition: region.edition,
          row: indicator.code,
          indicator: indicator.name,
          unit: indicator.unit,
          ...figures(row),
          schools_expected: region.expected,
          draft: region.draft ? 1 : 0,
        },
      ];
    }),
  );
}

/** A line per indicator: all regions together. */
export function tidySummary({ lines, regions, quarter, expected, draft }: Summary): readonly TidyRow[] {
  return lines
    .filter(({ indicator }) => indicator.kind !== 'heading')
    .map((line) => ({
      quarter: formatQuarter(quarter),
      row: line.indicator.code,
      indicator: line.indicator.name,
      unit: line.indicator.unit,
      ...figures(line),
      schools_expected: expected,
      regions: regions.length,
      draft: draft ? 1 : 0,
    }));
}

/** A line per region: how complete its register is, and of which file. */
export function tidyCompleteness({ regions, quarter }: Summary): readonly TidyRow[] {
  return regions.map((region: RegionFigures) => ({
    programme: region.programme,
    region: region.region,
    quarter: formatQuarter(quarter),
    schools_expected: region.expected,
    forms_accepted: region.accepted,
    missing: region.missing.join('; '),
    open_problems: region.problems,
    draft: region.draft ? 1 : 0,
    file: region.file,
    register_sha256: region.digest,
  }));
}

function figures({ plan, fact, reached, percent, deviation, reported, answers, yes }: LineFigures): TidyRow {
  return {
    plan: number(plan),
    fact: number(fact),
    reached: number(reached),
    percent: number(percent),
    deviation: number(deviation),
    answers_yes: answers === 0 ? '' : yes,
    answers: answers === 0 ? '' : answers,
    schools_reported: reported,
  };
}
