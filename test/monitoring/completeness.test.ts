import { addDays, civilDate, type CivilDate } from '../../src/calendar/civil-date';
import type { Quarter } from '../../src/calendar/quarter';
import { checkTimeliness } from '../../src/monitoring/check-timeliness';
import { completeness } from '../../src/monitoring/completeness';
import { schoolDue } from '../../src/monitoring/due';
import type { LogEntry, Register } from '../../src/monitoring/register';
import { IVANOVO, withSettings } from '../programme/programmes';
import { SITE, accepted, programme } from '../workflows/school';

const PROGRAMME = programme();
const Q3: Quarter = { year: 2022, number: 3 };

function status(
  today: CivilDate,
  register: Register = [],
  log: readonly LogEntry[] = [],
): string | undefined {
  return completeness({ programme: PROGRAMME, register, log }, today).find(
    ({ site, quarter }) => site.code === SITE && quarter.year === Q3.year && quarter.number === Q3.number,
  )?.status;
}
const on = (receivedOn: CivilDate, revision = 0): Register[number] => ({
  ...accepted(PROGRAMME, Q3, { revision }),
  receivedOn,
});

test('the three schools owe 15 forms by 01.10.2023, and 18 with the one due 01.01.2024', () => {
  const expected = (reportLastQuarter: boolean): number =>
    completeness(
      { programme: withSettings(IVANOVO, { reportLastQuarter }), register: [], log: [] },
      civilDate(2024, 1, 1),
    ).filter((cell) => cell.status !== 'not-open').length;
  expect([expected(false), expected(true)]).toEqual([15, 18]);
});

// 1 October 2022 is a Saturday: Monday the 3rd is still in time.
test.each([
  [civilDate(2022, 9, 30), 'awaited'],
  [civilDate(2022, 10, 1), 'awaited'],
  [civilDate(2022, 10, 3), 'awaited'],
  [civilDate(2022, 10, 4), 'overdue'],
] as const)('without a form, on %s: %s', (day, expected) => {
  expect(status(day)).toBe(expected);
});

test('the first form decides what is late, not its correction', () => {
  const late = civilDate(2022, 12, 1);
  expect(status(late, [on(civilDate(2022, 10, 3))])).toBe('accepted');
  expect(status(late, [on(civilDate(2022, 10, 4))])).toBe('accepted-late');
  expect(status(late, [on(civilDate(2022, 10, 3)), on(late, 1)])).toBe('accepted');
});

test('a refused file is being worked on, until one is accepted', () => {
  const refused: LogEntry = {
    receivedOn: civilDate(2022, 10, 1),
    file: 'ф.xlsx',
    sha256: 'a',
    site: SITE,
    quarter: Q3,
    revision: 0,
    edition: null,
    result: 'refused',
    errors: 1,
    warnings: 0,
    deviations: 0,
    executor: '',
    phone: '',
    summary: '',
  };
  expect(status(civilDate(2022, 10, 2), [], [refused])).toBe('rework');
  expect(status(civilDate(2022, 10, 2), [on(civilDate(2022, 10, 2))], [refused])).toBe('accepted');
});

describe('the school’s day before the Department’s', () => {
  const before = withSettings(IVANOVO, { schoolDaysBefore: 3 });
  const due = schoolDue(before, { year: 2022, number: 3 });
  test('counts working days only', () => {
    // Before Saturday 1 October: Friday 30, Thursday 29, Wednesday 28 September.
    expect(due).toBe('2022-09-28');
  });
  test('is the last that is in time', () => {
    const days = (day: CivilDate, revision = 0): unknown[] =>
      checkTimeliness(before, { year: 2022, number: 3 }, revision, day, 'ф.xlsx').map(
        ({ difference }) => difference,
      );
    expect(days(due)).toEqual([]);
    expect(days(addDays(due, 1))).toEqual([1]);
    expect(days(addDays(due, 40), 1)).toEqual([]);
  });
});
