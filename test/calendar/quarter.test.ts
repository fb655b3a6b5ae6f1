import fc from 'fast-check';
import {
  addQuarters,
  compareQuarters,
  firstDay,
  formatQuarter,
  isFirstOfYearBase,
  isLastOfYearBase,
  lastDay,
  parseQuarter,
  previousQuarter,
  quarterClosedBy,
  quarterOf,
  quarterTitle,
  quartersBetween,
  romanNumeral,
  sameQuarterLastYear,
  yearBaseStart,
  type Quarter,
} from '../../src/calendar/quarter';
import { addDays } from '../../src/calendar/civil-date';
import { day } from './days';

const SEEDED = { seed: 160, numRuns: 300 };
const anyQuarter = fc.record({
  year: fc.integer({ min: 1990, max: 2090 }),
  number: fc.integer({ min: 1, max: 4 }),
});

function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

it.each(['2021-Q0', '2021-Q5', '2021Q3', '21-Q3', '2021-q3', ' 2021-Q3', '', 'III квартал 2021'])(
  '%j is no quarter',
  (text) => {
    expect(parseQuarter(text)).toBeUndefined();
  },
);

it('reading what was written gives the quarter back, and texts sort as quarters do', () => {
  fc.assert(
    fc.property(anyQuarter, anyQuarter, (a, b) => {
      expect(parseQuarter(formatQuarter(a))).toEqual(a);
      expect(Math.sign(compareQuarters(a, b))).toBe(
        formatQuarter(a) < formatQuarter(b) ? -1 : formatQuarter(a) > formatQuarter(b) ? 1 : 0,
      );
    }),
    SEEDED,
  );
});

it('quarters follow each other without a gap', () => {
  fc.assert(
    fc.property(anyQuarter, (given) => {
      const next = addQuarters(given, 1);
      expect(firstDay(next)).toBe(addDays(lastDay(given), 1));
      expect(previousQuarter(next)).toEqual(given);
      expect(quarterOf(firstDay(given))).toEqual(given);
      expect(quarterOf(lastDay(given))).toEqual(given);
      expect(quarterClosedBy(firstDay(next))).toEqual(given);
      // A year of quarters is the same quarter a year ago.
      expect(sameQuarterLastYear(given)).toEqual({ year: given.year - 1, number: given.number });
      expect(addQuarters(sameQuarterLastYear(given), 4)).toEqual(given);
    }),
    SEEDED,
  );
});

it('titles use Roman numerals', () => {
  expect(quarterTitle(quarter('2021-Q3'))).toBe('III квартал 2021 года');
  expect([1, 2, 3, 4].map(romanNumeral)).toEqual(['I', 'II', 'III', 'IV']);
});

it.each([
  ['2021-10-01', '2021-Q3'],
  ['2021-10-15', '2021-Q3'],
  ['2021-12-31', '2021-Q3'],
  ['2022-01-01', '2021-Q4'],
  ['2021-09-30', '2021-Q2'],
])('a report of %s closes %s', (date, closed) => {
  expect(formatQuarter(quarterClosedBy(day(date)))).toBe(closed);
});

it('quarters between two, both included', () => {
  const between = (a: string, b: string): string[] =>
    quartersBetween(quarter(a), quarter(b)).map(formatQuarter);
  expect(between('2021-Q3', '2022-Q1')).toEqual(['2021-Q3', '2021-Q4', '2022-Q1']);
  expect(between('2021-Q3', '2021-Q3')).toEqual(['2021-Q3']);
  expect(between('2021-Q4', '2021-Q3')).toEqual([]);
});

describe('year bases', () => {
  it.each([
    ['2021-Q1', 'calendar', '2021-Q1'],
    ['2021-Q4', 'calendar', '2021-Q1'],
    ['2021-Q2', 'school', '2020-Q3'],
    ['2021-Q3', 'school', '2021-Q3'],
    ['2022-Q1', 'school', '2021-Q3'],
  ] as const)('%s in a %s year: the base starts with %s', (given, base, start) => {
    expect(formatQuarter(yearBaseStart(quarter(given), base))).toBe(start);
  });
  it('each base has one first and one last quarter among any four in a row', () => {
    fc.assert(
      fc.property(anyQuarter, fc.constantFrom('calendar' as const, 'school' as const), (given, base) => {
        const four = quartersBetween(given, addQuarters(given, 3));
        expect(four.filter((each) => isFirstOfYearBase(each, base))).toHaveLength(1);
        expect(four.filter((each) => isLastOfYearBase(each, base))).toHaveLength(1);
        expect(isLastOfYearBase(previousQuarter(yearBaseStart(given, base)), base)).toBe(true);
      }),
      SEEDED,
    );
  });
});
