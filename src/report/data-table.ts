/** Tables for analysts as data: named columns with a type each, and cells that fit it. What file they become is an adapter's matter. */
import Big from 'big.js';
import { roundHalfAway } from '../controls/decimal';

export type ColumnType =
  | 'text'
  /** Whole, within 32 bits. */
  | 'integer'
  /** Exact: so many millionths (`DECIMAL(18,6)`). */
  | 'decimal'
  | 'yesno'
  /** «2021-10-01». */
  | 'date';

export interface DataColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether a cell may be empty. */
  readonly optional?: true;
}

/** A decimal is a bigint of millionths; nothing is null. */
export type DataCell = string | number | bigint | boolean | null;

export interface DataTable {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly DataCell[])[];
}

export const DECIMAL_PRECISION = 18;
/** An indicator has no more decimals than that (`programme/schema.ts`), and forms with more are refused. */
export const DECIMAL_SCALE = 6;

/** A number that the tables' decimals can't hold exactly: more than six decimals, or more than twelve digits before them. */
export class NotExactError extends Error {
  override readonly name = 'NotExactError';

  /** `place`: where the number stands, as the caller names it. */
  constructor(
    readonly number: number,
    readonly place: string,
  ) {
    super(`${number} in ${place} has no exact place in DECIMAL(${DECIMAL_PRECISION},${DECIMAL_SCALE})`);
  }
}

/** The number in millionths; null stays null. Throws `NotExactError`, for `place`, where there is no such whole number. */
export function millionths(number: number | null, place: string): bigint | null {
  if (number === null) return null;
  const scaled = new Big(number).times(new Big(10).pow(DECIMAL_SCALE));
  const whole = roundHalfAway(scaled, 0);
  const text = whole.toFixed(0);
  if (!whole.eq(scaled) || text.replace('-', '').length > DECIMAL_PRECISION)
    throw new NotExactError(number, place);
  return BigInt(text);
}
