import fc from 'fast-check';
import { addDays, weekday } from '../../src/calendar/civil-date';
import { isWorkingDay, nextWorkingDay, workingDaysBefore } from '../../src/calendar/working-days';
import { day } from './days';

const NONE = { extraDaysOff: [], extraWorkingDays: [] };

it.each([
  ['2021-10-01', '2021-10-01'],
  ['2022-10-01', '2022-10-03'],
  ['2023-10-01', '2023-10-02'],
  // New Year: 1–8 January are holidays, 9 January 2022 is a Sunday.
  ['2022-01-01', '2022-01-10'],
  ['2021-02-23', '2021-02-24'],
  ['2022-03-08', '2022-03-09'],
  ['2020-05-01', '2020-05-04'],
  ['2022-05-09', '2022-05-10'],
  ['2023-06-12', '2023-06-13'],
  ['2021-11-04', '2021-11-05'],
])('on or after %s the working day is %s', (date, next) => {
  expect(nextWorkingDay(day(date), NONE)).toBe(next);
});

it('days moved by a decree count', () => {
  const moved = { extraDaysOff: [day('2022-01-10')], extraWorkingDays: [day('2022-10-01')] };
  expect(nextWorkingDay(day('2022-01-01'), moved)).toBe('2022-01-11');
  expect(isWorkingDay(day('2022-10-01'), moved)).toBe(true);
  expect(isWorkingDay(day('2022-10-01'), NONE)).toBe(false);
});

it.each([
  ['2021-10-01', 0, '2021-10-01'],
  ['2021-10-01', 1, '2021-09-30'],
  ['2021-10-01', 5, '2021-09-24'],
  ['2022-01-10', 1, '2021-12-31'],
])('%s less %i working days is %s', (date, count, before) => {
  expect(workingDaysBefore(day(date), count, NONE)).toBe(before);
});

it('between a day and the one found lie exactly that many working days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const date = addDays(day('2021-01-01'), offset);
      const before = workingDaysBefore(date, count, NONE);
      let working = 0;
      for (let each = before; each < date; each = addDays(each, 1)) {
        if (isWorkingDay(each, NONE)) working += 1;
      }
      expect(working).toBe(count);
      expect(weekday(before)).toBeLessThanOrEqual(5);
    }),
    { seed: 112, numRuns: 200 },
  );
});
