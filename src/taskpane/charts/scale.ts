/** Places of values in drawings. */
import { daysBetween, dateParts, civilDate, type CivilDate } from '../../calendar/civil-date';

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** A round number that is at least the highest of the values; 1 where all are 0. */
export function roundTop(values: readonly number[]): number {
  const highest = Math.max(0, ...values);
  if (highest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = ROUND.find((each) => each * power >= highest) ?? 10;
  // Without the noise of the product: 0.3, not 0.30000000000000004.
  return Number((step * power).toPrecision(3));
}

/** Whole years around the dates: the first day of the first, and the number of days. */
export interface Span {
  readonly years: readonly number[];
  readonly start: CivilDate;
  readonly days: number;
}

/** `dates`: at least one. */
export function yearsAround(dates: readonly [CivilDate, ...CivilDate[]]): Span {
  const all = dates.map((date) => dateParts(date).year);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const start = civilDate(first, 1, 1);
  return {
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    start,
    days: daysBetween(start, civilDate(last + 1, 1, 1)),
  };
}

/** Per cent of the span's length. */
export function placeOf({ start, days }: Span, date: CivilDate): number {
  return (daysBetween(start, date) / days) * 100;
}

/** «12.34%»: short, so that a drawing of a hundred points stays small. */
export function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}
