/** Quarters of calendar years, the periods of monitoring. */
import { addDays, civilDate, dateParts, type CivilDate } from './civil-date';

export interface Quarter {
  readonly year: number;
  /** 1–4. */
  readonly number: number;
}

/** The year in which running totals accumulate: from 1 January, or from 1 September. */
export type YearBase = 'calendar' | 'school';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** The quarter of «2021-Q3»; undefined for any other text. */
export function parseQuarter(text: string): Quarter | undefined {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  return year === undefined ? undefined : { year: Number(year), number: Number(number) };
}

/** «2021-Q3»; these texts sort as the quarters do. */
export function formatQuarter({ year, number }: Quarter): string {
  return `${String(year).padStart(4, '0')}-Q${number}`;
}

/** «III квартал 2021 года» */
export function quarterTitle({ year, number }: Quarter): string {
  return `${romanNumeral(number)} квартал ${year} года`;
}

/** «III кв. 2021», where there is little room. */
export function shortQuarter({ year, number }: Quarter): string {
  return `${romanNumeral(number)} кв. ${year}`;
}

/** «III» for 3. */
export function romanNumeral(number: number): string {
  return ROMAN[number - 1] ?? String(number);
}

export function compareQuarters(a: Quarter, b: Quarter): number {
  return indexOf(a) - indexOf(b);
}

export function addQuarters(quarter: Quarter, count: number): Quarter {
  const index = indexOf(quarter) + count;
  return { year: Math.floor(index / 4), number: (index % 4) + 1 };
}

export function previousQuarter(quarter: Quarter): Quarter {
  return addQuarters(quarter, -1);
}

export function sameQuarterLastYear(quarter: Quarter): Quarter {
  return addQuarters(quarter, -4);
}

export function firstDay({ year, number }: Quarter): CivilDate {
  return civilDate(year, number * 3 - 2, 1);
}

export function lastDay({ year, number }: Quarter): CivilDate {
  return civilDate(year, number * 3, 31);
}

/** The quarter that a day belongs to. */
export function quarterOf(date: CivilDate): Quarter {
  const { year, month } = dateParts(date);
  return { year, number: Math.ceil(month / 3) };
}

/** The quarter that a reporting date closes: the last one that ended before it. 1 October closes the third quarter. */
export function quarterClosedBy(date: CivilDate): Quarter {
  const dayBefore = addDays(date, -1);
  const quarter = quarterOf(dayBefore);
  return lastDay(quarter) === dayBefore ? quarter : previousQuarter(quarter);
}

/** Both ends included; empty where the first is later than the last. */
export function quartersBetween(first: Quarter, last: Quarter): readonly Quarter[] {
  const count = Math.max(0, compareQuarters(last, first) + 1);
  return Array.from({ length: count }, (_, index) => addQuarters(first, index));
}

/** The first quarter of the year base that a quarter belongs to. A school year starts in the third quarter, which holds 1 September. */
export function yearBaseStart(quarter: Quarter, base: YearBase): Quarter {
  const start = base === 'calendar' ? 1 : 3;
  return { year: quarter.number >= start ? quarter.year : quarter.year - 1, number: start };
}

export function isFirstOfYearBase(quarter: Quarter, base: YearBase): boolean {
  return compareQuarters(quarter, yearBaseStart(quarter, base)) === 0;
}

export function isLastOfYearBase(quarter: Quarter, base: YearBase): boolean {
  return isFirstOfYearBase(addQuarters(quarter, 1), base);
}

function indexOf({ year, number }: Quarter): number {
  return year * 4 + (number - 1);
}
