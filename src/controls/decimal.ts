/** Decimal arithmetic; the only place that sets big.js up. 0.1 + 0.2 is 0.3, and halves round away from zero, as in Excel's ROUND. */
import BigOf from 'big.js';

/** Digits after the point that a quotient keeps. */
const QUOTIENT_DIGITS = 20;
/** Digits after the point that count: what lies behind them is left over from quotients, as in 1 / 3 * 3. */
const SETTLED_DIGITS = 15;
/** big.js: 1 is «half up», which for it means away from zero. */
const HALF_AWAY_FROM_ZERO = 1;

BigOf.DP = QUOTIENT_DIGITS;
BigOf.RM = HALF_AWAY_FROM_ZERO;

/** The quotient; the divisor must not be 0. */
export function divide(dividend: BigOf, divisor: BigOf): BigOf {
  return dividend.div(divisor);
}

/** Rounded to so many decimals (a whole number); negative: to tens, hundreds … */
export function roundHalfAway(value: BigOf, decimals: number): BigOf {
  return settled(value).round(decimals, HALF_AWAY_FROM_ZERO);
}

/** Without the leftovers of quotients. */
export function settled(value: BigOf): BigOf {
  return value.round(SETTLED_DIGITS, HALF_AWAY_FROM_ZERO);
}

/** Below 0, 0 or above it, as the first number is less than, equal to or greater than the second. */
export function compareNumbers(a: BigOf, b: BigOf): number {
  return settled(a.minus(b)).cmp(0);
}
