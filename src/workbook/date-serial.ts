/** Civil dates as the serial numbers that cells hold. */

import type { DateText } from './spec';

/** Day 0 of the 1900 system, moved by the day of February 1900 that never was. */
const EPOCH_DAYS = 25569;
const DAY_MS = 86_400_000;

/** «2021-10-01» → 44470. Right from 1 March 1900 on; throws on what is not a date. */
export function dateSerial(date: DateText): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const ms = Date.UTC(year, month - 1, day);
  if (match === null || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Not a civil date: ${date}`);
  }
  return ms / DAY_MS + EPOCH_DAYS;
}
