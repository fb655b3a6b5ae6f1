import fc from 'fast-check';
import {
  addDays,
  addMonths,
  civilDate,
  dateParts,
  daysBetween,
  formatRussian,
  formatRussianLong,
  isCivilDate,
  weekday,
} from '../../src/calendar/civil-date';
import { day } from './days';

const SEEDED = { seed: 20201207, numRuns: 500 };
const DAY_MS = 86_400_000;
/** Days since 1 January 1970, from 1900 to 2100; the oracle is the host's own UTC date. */
const dayNumber = fc.integer({ min: -25_567, max: 47_846 });
const isoOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

describe('which texts are dates', () => {
  it.each(['2021-10-01', '2024-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });
  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '01.10.2021',
    '2021-1-1',
    '',
    '0000-01-01',
    '2021-10-01T00:00',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });
  it('every day of the calendar is one', () => {
    fc.assert(
      fc.property(dayNumber, (number) => isCivilDate(isoOf(number))),
      SEEDED,
    );
  });
});

describe('arithmetic agrees with UTC', () => {
  it('adding and counting days', () => {
    fc.assert(
      fc.property(dayNumber, fc.integer({ min: -800, max: 800 }), (number, step) => {
        const from = day(isoOf(number));
        expect(addDays(from, step)).toBe(isoOf(number + step));
        expect(daysBetween(from, addDays(from, step))).toBe(step);
      }),
      SEEDED,
    );
  });
  it('parts, weekday and order', () => {
    fc.assert(
      fc.property(dayNumber, dayNumber, (one, two) => {
        const [a, b] = [day(isoOf(one)), day(isoOf(two))];
        const utc = new Date(one * DAY_MS);
        expect(dateParts(a)).toEqual({
          year: utc.getUTCFullYear(),
          month: utc.getUTCMonth() + 1,
          day: utc.getUTCDate(),
        });
        const { year, month, day: number } = dateParts(a);
        expect(civilDate(year, month, number)).toBe(a);
        expect(weekday(a) % 7).toBe(utc.getUTCDay());
        expect(a < b).toBe(one < two);
      }),
      SEEDED,
    );
  });
  it.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-01-15', -1, '2020-12-15'],
    ['2021-10-01', 3, '2022-01-01'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

it('dates are shown the Russian way', () => {
  expect(formatRussian(day('2021-10-01'))).toBe('01.10.2021');
  expect(formatRussianLong(day('2021-10-01'))).toBe('1 октября 2021 года');
  expect(formatRussianLong(day('2020-05-31'))).toBe('31 мая 2020 года');
});
