import type { Quarter } from '../../src/calendar/quarter';
import { civilDate } from '../../src/calendar/civil-date';
import type { LogEntry, Register } from '../../src/monitoring/register';
import type { Programme, Target } from '../../src/programme/schema';
import { buildReport, type OperatorReport, type ReportLine } from '../../src/report/build-report';
import { SITE, accepted, programme, type Values } from '../workflows/school';

const QUARTER: Quarter = { year: 2022, number: 4 };
const OTHER = 'school-2';
const PLAN: Omit<Target, 'site' | 'target' | 'indicator'> = {
  fromEdition: '2020-1',
  toEdition: null,
  year: 2022,
  quarter: 4,
  minimum: null,
  basis: 'пример',
};
const target = (site: string, indicator: string, value: number): Target => ({
  ...PLAN,
  site,
  indicator,
  target: value,
});

function report(
  own: Partial<Programme>,
  schools: Readonly<Record<string, Values>>,
  more: { readonly log?: readonly LogEntry[]; readonly register?: Register; readonly quarter?: Quarter } = {},
): OperatorReport {
  const source = programme({ targets: [], ...own });
  const quarter = more.quarter ?? QUARTER;
  const register = Object.entries(schools).map(([site, values]) =>
    accepted(source, quarter, { site, values }),
  );
  return buildReport(
    { programme: source, register: [...register, ...(more.register ?? [])], log: more.log ?? [] },
    quarter,
    0,
  );
}

function line({ lines }: OperatorReport, code: string): ReportLine {
  const found = lines.find(({ indicator }) => indicator.code === code);
  if (!found) throw new Error(`No line ${code}`);
  return found;
}
const numbers = ({ plan, fact, reached, deviation, percent }: ReportLine): (number | undefined)[] =>
  [plan, fact, reached, deviation, percent].map((value) => value?.toNumber());

test('not open, not submitted, empty and zero are four states', () => {
  const states = (values: Values): string[] =>
    line(report({}, { [SITE]: values }), '6').sites.map(({ state, fact }) => `${state} ${fact.kind}`);
  expect(states({ '6': { fact: null } })).toEqual(['empty empty', 'not-submitted empty', 'not-open empty']);
  expect(states({ '6': { fact: 0 } })[0]).toBe('reported number');
});

test('what nobody reported is nothing, what was reported as 0 is 0', () => {
  expect(line(report({}, {}), '1').fact).toBeNull();
  expect(line(report({}, { [SITE]: { '1': { fact: 0 } } }), '1').fact?.toNumber()).toBe(0);
});

test('numbers are summed, a share is the ratio of the sums and not the mean of shares', () => {
  const made = report(
    {},
    {
      [SITE]: { '4.1': { fact: 9 }, '4.2': { fact: 10 }, '6': { fact: 0.1 } },
      [OTHER]: { '4.1': { fact: 1 }, '4.2': { fact: 90 }, '6': { fact: 0.2 } },
    },
  );
  expect(line(made, '6').fact?.toString()).toBe('0.3');
  expect(line(made, '4').fact?.toNumber()).toBe(10);
  expect(line(made, '4').sites.map(({ fact }) => fact)).toMatchObject([{ number: 90 }, { number: 1.1 }, {}]);
});

test('a share whose whole is 0 is not there', () => {
  const made = report({}, { [SITE]: { '4.1': { fact: 0 }, '4.2': { fact: 0 } } });
  expect(line(made, '4').fact).toBeNull();
});

describe('plans', () => {
  const both = { [SITE]: { '1': { total: 60 } }, [OTHER]: { '1': { total: 30 } } };
  test('of the schools are summed; reached is held against them', () => {
    const made = report({ targets: [target(SITE, '1', 70), target(OTHER, '1', 50)] }, both);
    expect(numbers(line(made, '1'))).toEqual([120, 200, 90, -30, 75]);
    expect(line(made, '1').planIsRegional).toBe(false);
  });
  test('of the region counts before the sum', () => {
    const made = report(
      { targets: [target(SITE, '1', 70), target(OTHER, '1', 50), target('*', '1', 100)] },
      both,
    );
    expect(numbers(line(made, '1'))).toEqual([100, 200, 90, -10, 90]);
    expect(line(made, '1').planIsRegional).toBe(true);
  });
  test('have no sum where one open school has none', () => {
    expect(numbers(line(report({ targets: [target(SITE, '1', 70)] }, both), '1'))).toEqual([
      undefined,
      200,
      90,
      undefined,
      undefined,
    ]);
  });
  test('of shares are not summed: alike they stand, else there is none', () => {
    const alike = report({ targets: [target(SITE, '4', 80), target(OTHER, '4', 80)] }, both);
    const unlike = report({ targets: [target(SITE, '4', 80), target(OTHER, '4', 90)] }, both);
    expect(line(alike, '4').plan?.toNumber()).toBe(80);
    expect(line(unlike, '4').plan).toBeNull();
  });
  test('of 0 give a deviation and no per cent', () => {
    const made = report({ targets: [target('*', '1', 0)] }, both);
    expect(numbers(line(made, '1'))).toEqual([0, 200, 90, 90, undefined]);
  });
});

describe('a plan of the year', () => {
  const year = (value: number, start = 2022): Target[] => [
    { ...target(SITE, '1', value), year: start, quarter: null },
    { ...target(OTHER, '1', value), year: start, quarter: null },
  ];
  const planOf = (
    settings: Partial<Programme['settings']>,
    quarter: Quarter,
    start = 2022,
  ): number | undefined => {
    const base = programme();
    const made = report(
      { targets: year(100, start), settings: { ...base.settings, ...settings } },
      { [SITE]: {}, [OTHER]: {} },
      { quarter },
    );
    return line(made, '1').plan?.toNumber();
  };
  // Calendar year 2022 ends with its fourth quarter; the school year that starts in 2022 ends with the second of 2023.
  test.each([
    ['calendar', 'none', 2022, 3, undefined],
    ['calendar', 'none', 2022, 4, 200],
    ['calendar', 'equal', 2022, 1, 50],
    ['calendar', 'equal', 2022, 3, 150],
    ['calendar', 'equal', 2022, 4, 200],
    ['school', 'none', 2022, 4, undefined],
    ['school', 'none', 2023, 2, 200],
    ['school', 'equal', 2022, 3, 50],
    ['school', 'equal', 2022, 4, 100],
    ['school', 'equal', 2023, 2, 200],
  ] as const)('base %s, split %s: %i, quarter %i', (yearBase, quarterlyPlan, inYear, number, plan) => {
    expect(planOf({ yearBase, quarterlyPlan }, { year: inYear, number })).toBe(plan);
  });
});

test('reasons stand with their schools', () => {
  const made = report({}, { [SITE]: { '1': { reason: 'набор продолжен' } }, [OTHER]: {} });
  expect(line(made, '1').reasons.map(({ site, text }) => [site.code, text])).toEqual([
    [SITE, 'набор продолжен'],
  ]);
});

test('a correction is what counts, in whatever order the register holds it', () => {
  const source = programme();
  const first = accepted(source, QUARTER, { values: { '6': { fact: 1 } } });
  const second = accepted(source, QUARTER, { values: { '6': { fact: 2 } }, revision: 1 });
  for (const register of [
    [first, second],
    [second, first],
  ]) {
    const made = report({}, {}, { register });
    expect(line(made, '6').fact?.toNumber()).toBe(2);
    expect(line(made, '6').sites[0]?.form?.submission.revision).toBe(1);
  }
});

describe('draft', () => {
  const entry = (own: Partial<LogEntry>): LogEntry => ({
    receivedOn: civilDate(2023, 1, 9),
    file: 'ф.xlsx',
    sha256: 'a',
    site: SITE,
    quarter: QUARTER,
    revision: 0,
    edition: null,
    result: 'refused',
    errors: 1,
    warnings: 0,
    deviations: 0,
    executor: '',
    phone: '',
    summary: '',
    ...own,
  });
  const full = { [SITE]: {}, [OTHER]: {} };
  test('while a school is missing', () => {
    const made = report({}, { [SITE]: {} });
    expect([made.draft, made.missing.map(({ code }) => code)]).toEqual([true, [OTHER]]);
  });
  test('while a refused file is open', () => {
    expect(report({}, full, { log: [entry({})] }).draft).toBe(true);
  });
  test('not when all came, though a file of another quarter or of a school that is not open was refused', () => {
    const log = [
      entry({ quarter: { year: 2022, number: 3 } }),
      entry({ site: 'school-3' }),
      entry({ site: 'чужая' }),
    ];
    expect(report({}, full, { log }).draft).toBe(false);
  });
});
