/** Serial numbers of days to civil dates and back. Excel counts in two systems, from 1900 and from 1904. */

const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system from 1 March 1900 on; before, it is a day less, since Excel's 1900 has a 29 February. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const LEAP_DAY = 60;
/** Days between the two systems: 1 January 1904 is 1462 in the 1900 system. */
export const SHIFT_1904 = 1462;
/** 31 December 9999, the last day that Excel shows. */
const LAST = 2_958_465;

export interface DatedSerial {
  readonly iso: string;
  /** In the 1900 system. */
  readonly serial: number;
}

/**
 * The day that a cell with a date format shows, or undefined where it shows none (before day 0, after the year 9999).
 * Day 60 of the 1900 system, a 29 February that never was, is 28 February; times without a day stand on day 0, 1899-12-31.
 */
export function datedSerial(value: number, date1904: boolean): DatedSerial | undefined {
  const serial = date1904 ? value + SHIFT_1904 : value;
  if (value < 0 || serial >= LAST + 1) {
    return undefined;
  }
  const day = Math.floor(serial);
  const sinceEpoch = day < LEAP_DAY && !date1904 ? day + 1 : day;
  return { iso: new Date(EPOCH_1900 + sinceEpoch * DAY_MS).toISOString().slice(0, 10), serial };
}

const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/;

/** A date as strict files may write it («2021-10-01», «2021-10-01T12:00:00», «12:00:00»); undefined for anything else. */
export function parseIsoDate(text: string): DatedSerial | undefined {
  const [match, year, month, day, hours, minutes, seconds] = ISO.exec(text) ?? [];
  if (match === undefined || match === '') {
    return undefined;
  }
  const time = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
  if (year === undefined) {
    return datedSerial(time, false);
  }
  const iso = match.slice(0, 10);
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (Number(year) < 1900 || at.toISOString().slice(0, 10) !== iso) {
    return undefined;
  }
  const sinceEpoch = (at.getTime() - EPOCH_1900) / DAY_MS;
  return { iso, serial: (sinceEpoch <= LEAP_DAY ? sinceEpoch - 1 : sinceEpoch) + time };
}
