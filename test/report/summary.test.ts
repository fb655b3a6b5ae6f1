/** The summary over regions: sums, shares as ratios of sums, gaps, and which workbooks count. */
import { civilDate } from '../../src/calendar/civil-date';
import type { Quarter } from '../../src/calendar/quarter';
import type { Programme, Target } from '../../src/programme/schema';
import { buildReport } from '../../src/report/build-report';
import {
  buildSummary,
  regionFigures,
  type RegionFigures,
  type Summary,
  type SummaryLine,
} from '../../src/report/summary';
import { createSummary, readRegion } from '../../src/workflows/summary-report';
import { accepted, programme, type Values } from '../workflows/school';

const QUARTER: Quarter = { year: 2022, number: 4 };
const TODAY = civilDate(2023, 1, 10);

function target(indicator: string, value: number): Target {
  return {
    fromEdition: '2020-1',
    toEdition: null,
    indicator,
    site: '*',
    year: 2022,
    quarter: 4,
    minimum: null,
    target: value,
    basis: 'пример',
  };
}

/** A region of one school; `values`: what differs in its form, absent: it has not submitted. */
function region(name: string, values: Values | undefined, own: Partial<Programme> = {}): RegionFigures {
  const base = programme({ targets: [], ...own });
  const source = { ...base, code: name, region: `Регион ${name}`, sites: base.sites.slice(0, 1) };
  const register = values ? [accepted(source, QUARTER, { values })] : [];
  return regionFigures(buildReport({ programme: source, register, log: [] }, QUARTER, 0), `${name}.xlsx`);
}

function line({ lines }: Summary, code: string): SummaryLine {
  const found = lines.find(({ indicator }) => indicator.code === code);
  if (!found) throw new Error(`No line ${code}`);
  return found;
}

const values = (found: SummaryLine): (string | undefined)[] =>
  [found.plan, found.fact, found.reached, found.deviation, found.percent].map((value) => value?.toFixed());

test('numbers are summed, shares are ratios of sums, not means of shares', () => {
  const made = buildSummary(
    [
      region('a', { '4.1': { fact: 9 }, '4.2': { fact: 10 }, '6': { fact: 0.1 } }),
      region('b', { '4.1': { fact: 1 }, '4.2': { fact: 90 }, '6': { fact: 0.2 } }),
    ],
    QUARTER,
    0,
  );
  expect(line(made, '6').fact?.toFixed()).toBe('0.3');
  expect(line(made, '4').fact?.toFixed()).toBe('10');
  expect(line(made, '5')).toMatchObject({ yes: 2, answers: 2 });
});

test('what is missing is not zero, and makes a draft', () => {
  const zero = buildSummary(
    [region('a', { '1': { fact: 0, total: 0 } }), region('b', undefined)],
    QUARTER,
    0,
  );
  expect(line(zero, '1')).toMatchObject({ reported: 1 });
  expect(line(zero, '1').fact?.toFixed()).toBe('0');
  expect(zero).toMatchObject({ draft: true, accepted: 1, expected: 2 });
  const nothing = buildSummary([region('a', undefined), region('b', undefined)], QUARTER, 0);
  expect(values(line(nothing, '1'))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(buildSummary([region('a', {})], QUARTER, 0).draft).toBe(false);
  expect(buildSummary([region('a', {})], QUARTER, 1).draft).toBe(true);
});

test('a plan of all regions needs the plan of each that reports', () => {
  const planned = (name: string, plan: number): RegionFigures =>
    region(name, { '1': { fact: 1, total: 30 } }, { targets: [target('1', plan), target('4', plan)] });
  const both = buildSummary([planned('a', 40), planned('b', 50)], QUARTER, 0);
  expect(values(line(both, '1'))).toEqual(['90', '2', '60', '-30', '66.7']);
  // Shares have no sum.
  expect(line(both, '4').plan).toBeNull();
  expect(line(buildSummary([planned('a', 40), planned('b', 40)], QUARTER, 0), '4').plan?.toFixed()).toBe(
    '40',
  );
  expect(line(buildSummary([planned('a', 40), region('b', {})], QUARTER, 0), '1').plan).toBeNull();
  // A region without an open school is no gap.
  const later = programme().sites.map((site) => ({ ...site, openedOn: civilDate(2023, 9, 1) }));
  const closed = regionFigures(
    buildReport(
      { programme: { ...programme(), code: 'c', region: 'Регион c', sites: later }, register: [], log: [] },
      QUARTER,
      0,
    ),
    'c.xlsx',
  );
  const made = buildSummary([planned('a', 40), closed], QUARTER, 0);
  expect(line(made, '1').plan?.toFixed()).toBe('40');
  expect(made.draft).toBe(false);
});

test('the order in which workbooks are read changes nothing', () => {
  const figures = ['c', 'a', 'b'].map((name) => ({ ok: true as const, figures: region(name, {}) }));
  const made = [figures, [...figures].reverse()].map((readings) =>
    JSON.stringify(createSummary({ readings, quarter: QUARTER, today: TODAY }).made),
  );
  expect(made[0]).toBe(made[1]);
  expect(made[0]).toContain('Регион a');
});

test('two workbooks of one region count as none, by name or by code', () => {
  const one = region('a', {});
  const readings = [
    one,
    { ...one, file: 'copy.xlsx', programme: 'z', region: 'регион  А'.replace('А', 'a') },
    region('b', {}),
    { ...region('b', {}), file: 'b2.xlsx', region: 'Другое имя' },
    region('c', {}),
  ].map((figures) => ({ ok: true as const, figures }));
  const { made, findings } = createSummary({ readings, quarter: QUARTER, today: TODAY });
  expect(made?.summary.regions.map(({ file }) => file)).toEqual(['c.xlsx']);
  expect(findings.map(({ code, file }) => [code, file])).toEqual([
    ['S2', 'a.xlsx'],
    ['S2', 'b.xlsx'],
    ['S2', 'b2.xlsx'],
    ['S2', 'copy.xlsx'],
  ]);
  expect(made?.summary).toMatchObject({ leftOut: 4, draft: true });
});

test('nothing to sum up is no summary', () => {
  const reading = readRegion(
    { programme: programme(), register: [], log: [] },
    { year: 2030, number: 1 },
    'a.xlsx',
  );
  expect(createSummary({ readings: [reading], quarter: QUARTER, today: TODAY })).toMatchObject({
    made: undefined,
    findings: [{ code: 'S3', level: 'info', file: 'a.xlsx' }],
  });
});
