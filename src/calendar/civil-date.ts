/** Civil dates: days of the calendar, without time or time zone. All arithmetic is on UTC, so that no zone changes a day. */

/** A civil date, «2021-10-01». Dates compare as texts. */
export type CivilDate = string & { readonly __civilDate: unique symbol };

const DAY_MS = 86_400_000;

const MONTHS_GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** Whether a text is a day that exists, written «2021-10-01». */
export function isCivilDate(text: string): text is CivilDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromUtc(utcOf(text)) === text;
}

/** The date of a year, month (1–12) and day (1–31); a day past the month's end is the month's last day. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month - 1, Math.min(day, lastDay)));
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromUtc(utcOf(date) + days * DAY_MS);
}

/** The same day some months later, or the last day of that month where it has no such day. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  return civilDate(Math.floor(index / 12), (index % 12) + 1, day);
}

/** Days from the first date to the second. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** 1 for Monday … 7 for Sunday. */
export function weekday(date: CivilDate): number {
  return new Date(utcOf(date)).getUTCDay() || 7;
}

/** Year, month (1–12) and day (1–31). */
export function dateParts(date: CivilDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** «01.10.2021» */
export function formatRussian(date: CivilDate): string {
  return date.split('-').reverse().join('.');
}

/** «1 октября 2021 года» */
export function formatRussianLong(date: CivilDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${MONTHS_GENITIVE[month - 1] ?? ''} ${year} года`;
}

function utcOf(text: string): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}

function fromUtc(ms: number): CivilDate {
  return new Date(ms).toISOString().slice(0, 10) as CivilDate;
}
