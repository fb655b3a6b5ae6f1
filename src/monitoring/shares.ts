/** Shares are recomputed from their parts; a share is never summed or averaged. */
import Big from 'big.js';
import { divide, roundHalfAway } from '../controls/decimal';
import type { Indicator } from '../programme/schema';
import { EMPTY, NOT_APPLICABLE, type Entry, type SubmissionRow } from './submission';

/** Whether a running total makes sense for the indicator; for a share, whether it does for both its parts. */
export function accumulates(indicator: Indicator, indicators: readonly Indicator[]): boolean {
  if (indicator.kind !== 'percent') return indicator.accumulation !== 'none';
  return [indicator.numerator, indicator.denominator].every((code) =>
    indicators.some((part) => part.code === code && part.accumulation !== 'none'),
  );
}

/** Part / whole × 100, unrounded; null where the whole is 0. */
export function share(part: Big, whole: Big): Big | null {
  return whole.eq(0) ? null : divide(part, whole).times(100);
}

/** What was reached in per cent of the plan, to one decimal; null while one of them is not known, or the plan is 0. */
export function completion(reached: Big | null, plan: Big | null): Big | null {
  const value = reached && plan && share(reached, plan);
  return value && roundHalfAway(value, 1);
}

/** Reached minus planned; null while one of them is not known. */
export function deviation(reached: Big | null, plan: Big | null): Big | null {
  return reached && plan && reached.minus(plan);
}

/** The share's value in a form, rounded to the indicator's decimals; empty while a part is, or while the whole is 0. */
export function shareEntry(
  indicator: Indicator,
  rows: readonly SubmissionRow[],
  key: 'fact' | 'total',
): Entry {
  const [part, whole] = [indicator.numerator, indicator.denominator].map(
    (code) => rows.find(({ row }) => row === code)?.[key] ?? EMPTY,
  );
  if (part?.kind === 'not-applicable' || whole?.kind === 'not-applicable') return NOT_APPLICABLE;
  if (part?.kind !== 'number' || whole?.kind !== 'number') return EMPTY;
  const value = share(new Big(part.number), new Big(whole.number));
  return value === null
    ? EMPTY
    : { kind: 'number', number: roundHalfAway(value, indicator.decimals).toNumber() };
}

/** The rows with every share that nobody has calculated yet: a file that was saved without Excel holds none. */
export function withShares(
  rows: readonly SubmissionRow[],
  indicators: readonly Indicator[],
): readonly SubmissionRow[] {
  return rows.map((row) => {
    const share = indicators.find(({ code, kind }) => code === row.row && kind === 'percent');
    if (!share) return row;
    const filled = (key: 'fact' | 'total'): Entry =>
      row[key].kind === 'empty' ? shareEntry(share, rows, key) : row[key];
    return { ...row, fact: filled('fact'), total: filled('total') };
  });
}
