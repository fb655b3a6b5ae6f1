/** Invented regions with their registers, the same for the same seed: what many Departments' workbooks would hold. */
import { addDays, civilDate } from '../../src/calendar/civil-date';
import { formatQuarter, type Quarter } from '../../src/calendar/quarter';
import { expectedSites } from '../../src/monitoring/expected';
import type { AcceptedForm, LogEntry } from '../../src/monitoring/register';
import { EMPTY, NOT_APPLICABLE, type Entry, type SubmissionRow } from '../../src/monitoring/submission';
import { editionForQuarter, editionView } from '../../src/programme/edition';
import type { Indicator, Programme, Site, Target } from '../../src/programme/schema';
import type { ReportSource } from '../../src/report/build-report';
import { programme } from '../workflows/school';

export const YEAR: readonly Quarter[] = [1, 2, 3, 4].map((number) => ({ year: 2022, number }));

/** Numbers from 0 to below 1, by the method of mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` regions with a year's register each: gaps, corrections, refused files, own plans, both year bases. */
export function manyRegions(count: number, seed: number): readonly ReportSource[] {
  return Array.from({ length: count }, (_, index) => regionOf(index + 1, random(seed + index * 7919)));
}

function regionOf(number: number, next: () => number): ReportSource {
  const whole = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[whole(list.length)] ?? list[0];
  const base = programme();
  const sites = Array.from({ length: 1 + whole(5) }, (_, index): Site => ({
    code: `school-${index + 1}`,
    name: `Школа ${index + 1} региона ${number}`,
    shortName: `Школа ${number}-${index + 1}`,
    municipality: 'пример',
    // Some schools, and with them some regions, open within the year or after it.
    openedOn: civilDate(2021 + whole(3), 1 + whole(12), 1),
    openedOnSource: 'пример',
    attributes: {},
    source: 'пример',
  }));
  const source: Programme = {
    ...base,
    code: `region-${String(number).padStart(2, '0')}`,
    region: `Регион ${number}`,
    sites,
    settings: {
      ...base.settings,
      yearBase: pick(['calendar', 'school']),
      quarterlyPlan: pick(['none', 'equal']),
    },
    targets: [...sites.map(({ code }) => code), '*'].flatMap((site) =>
      base.indicators
        .filter(({ kind }) => kind === 'count' || kind === 'percent')
        .flatMap((indicator) => plansOf(indicator, site, next)),
    ),
  };
  const register = YEAR.flatMap((quarter) =>
    expectedSites(source, quarter).flatMap((site) => formsOf(source, site, quarter, next)),
  );
  const log = YEAR.flatMap((quarter) =>
    sites.filter(() => next() < 0.05).map((site) => refused(site, quarter, whole(3), next() < 0.5)),
  );
  const received = register.map((form) => accepted(form));
  return { programme: source, register, log: [...received, ...log] };
}

const EVERYWHERE = new Set(['1', '4', '6']);

function plansOf({ code, kind, decimals }: Indicator, site: string, next: () => number): Target[] {
  const row = (year: number, quarter: number | null): Target => ({
    fromEdition: '2020-1',
    toEdition: null,
    indicator: code,
    site,
    year,
    quarter,
    minimum: null,
    target: kind === 'percent' ? 100 : Math.round(next() * 400 * 10 ** decimals) / 10 ** decimals,
    basis: 'пример',
  });
  // Some rows have plans everywhere and in every quarter, so that all regions together have one.
  if (EVERYWHERE.has(code) && site !== '*') return [1, 2, 3, 4].map((quarter) => row(2022, quarter));
  // A plan for the region as a whole is rare; without it the schools' plans are summed.
  if (next() < (site === '*' ? 0.9 : 0.15)) return [];
  return [row(2021, null), row(2022, null), ...(next() < 0.2 ? [row(2022, 2), row(2022, 4)] : [])];
}

function formsOf(source: Programme, site: Site, quarter: Quarter, next: () => number): AcceptedForm[] {
  if (next() < 0.1) return [];
  const revisions = next() < 0.2 ? [0, 1] : [0];
  const edition = editionForQuarter(source, quarter).code;
  const { indicators } = editionView(source, edition);
  return revisions.map((revision) => ({
    submission: {
      programme: source.code,
      site: site.code,
      quarter,
      edition,
      revision,
      rows: indicators.filter(({ kind }) => kind !== 'heading').map((row) => rowOf(row, next)),
    },
    sha256: `${source.code} ${site.code} ${formatQuarter(quarter)} ${revision}`,
    file: `${site.code} ${formatQuarter(quarter)} ${revision}.xlsx`,
    receivedOn: civilDate(quarter.year, quarter.number * 3, 31),
  }));
}

function rowOf({ code, kind, accumulation, decimals }: Indicator, next: () => number): SubmissionRow {
  const value = (): Entry => {
    const drawn = next();
    if (drawn < 0.06) return EMPTY;
    if (drawn < 0.1) return NOT_APPLICABLE;
    if (drawn < 0.14) return { kind: 'number', number: 0 };
    if (kind === 'yesno') return { kind: 'text', text: drawn < 0.6 ? 'да' : 'нет' };
    if (kind === 'text') return { kind: 'text', text: 'проекты, «кавычки» и ; знаки' };
    return { kind: 'number', number: Math.round(next() * 500 * 10 ** decimals) / 10 ** decimals };
  };
  return {
    row: code,
    fact: kind === 'percent' ? EMPTY : value(),
    total: kind === 'percent' || accumulation === 'none' ? NOT_APPLICABLE : value(),
    reason: next() < 0.1 ? 'пример: набор продолжен' : '',
    evidence: '',
  };
}

const NOBODY = { executor: '', phone: '', summary: '', errors: 0, warnings: 0, deviations: 0 };

function accepted({ submission, sha256, file, receivedOn }: AcceptedForm): LogEntry {
  const { site, quarter, revision, edition } = submission;
  return { ...NOBODY, receivedOn, file, sha256, site, quarter, revision, edition, result: 'accepted' };
}

/** `before`: on the day before the forms that are accepted come, or on the day after. */
function refused({ code }: Site, quarter: Quarter, revision: number, before: boolean): LogEntry {
  const end = civilDate(quarter.year, quarter.number * 3, 31);
  return {
    ...NOBODY,
    receivedOn: addDays(end, before ? -1 : 1),
    file: 'refused.xlsx',
    sha256: '',
    site: code,
    quarter,
    revision,
    edition: null,
    result: 'refused',
    errors: 1,
  };
}
