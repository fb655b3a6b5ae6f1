/** Working days: weekends, the holidays of article 112 of the Labour Code, and the days moved by yearly decrees. */
import { addDays, weekday, type CivilDate } from './civil-date';

/** Labour Code of the Russian Federation, article 112, part 1: month and day. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]);

/** Days that the Government's yearly decree makes non-working or working. */
export interface MovedDays {
  readonly extraDaysOff: readonly CivilDate[];
  readonly extraWorkingDays: readonly CivilDate[];
}

export function isWorkingDay(date: CivilDate, moved: MovedDays): boolean {
  if (moved.extraWorkingDays.includes(date)) return true;
  return weekday(date) <= 5 && !HOLIDAYS.has(date.slice(5)) && !moved.extraDaysOff.includes(date);
}

/** The day itself where it is a working one, else the next that is. */
export function nextWorkingDay(date: CivilDate, moved: MovedDays): CivilDate {
  let day = date;
  while (!isWorkingDay(day, moved)) day = addDays(day, 1);
  return day;
}

/** The working day that lies so many working days before a date; for 0 the date itself. */
export function workingDaysBefore(date: CivilDate, count: number, moved: MovedDays): CivilDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, moved)) left -= 1;
  }
  return day;
}
