/** Cached results of the formulas that hold one school against its plan, computed as the formulas do. */
import Big from 'big.js';
import { divide, roundHalfAway } from '../controls/decimal';
import type { Entry } from '../monitoring/submission';

/** Reached minus planned; null while one of them is not a number. */
export function deviationOf(plan: number | null, reached: Entry): number | null {
  return plan === null || reached.kind !== 'number' ? null : new Big(reached.number).minus(plan).toNumber();
}

/** Reached in per cent of the plan, to one decimal; null while one of them is not a number, or the plan is 0. */
export function completionOf(plan: number | null, reached: Entry): number | null {
  if (plan === null || plan === 0 || reached.kind !== 'number') return null;
  return roundHalfAway(divide(new Big(reached.number), new Big(plan)).times(100), 1).toNumber();
}
