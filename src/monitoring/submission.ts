/** What a school reports for one quarter, as it was entered: before it is accepted, and as it stands in the register. */
import type { Quarter } from '../calendar/quarter';
import { formatNumber } from '../text/numbers';

/** Empty, «х» and 0 are three different things. */
export type Entry =
  | { readonly kind: 'number'; readonly number: number }
  /** Also «да» and «нет». */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-applicable' };

export const EMPTY: Entry = { kind: 'empty' };
export const NOT_APPLICABLE: Entry = { kind: 'not-applicable' };

/** A number that nobody may have given. */
export function numberEntry(number: number | null): Entry {
  return number === null ? EMPTY : { kind: 'number', number };
}

export interface SubmissionRow {
  /** Row code such as «2.1». */
  readonly row: string;
  /** For the quarter. */
  readonly fact: Entry;
  /** Running total at the quarter's end, within the year base. */
  readonly total: Entry;
  readonly reason: string;
  readonly evidence: string;
}

export interface Submission {
  readonly programme: string;
  readonly site: string;
  readonly quarter: Quarter;
  readonly edition: string;
  /** 0: the first; 1, 2, 3…: corrections. */
  readonly revision: number;
  readonly rows: readonly SubmissionRow[];
}

export function entryText(entry: Entry): string {
  switch (entry.kind) {
    case 'number':
      return String(entry.number);
    case 'text':
      return entry.text;
    case 'empty':
      return '';
    case 'not-applicable':
      return 'х';
  }
}

/** The entry as people read it: a number in the Russian way, a text as it stands; `empty` for what holds nothing. */
export function shownEntry(entry: Entry, empty = ''): string {
  return entry.kind === 'number' ? formatNumber(entry.number) : entryText(entry) || empty;
}

/** Whether two submissions report the same, whoever filled them in. */
export function sameValues(a: Submission, b: Submission): boolean {
  return valuesOf(a) === valuesOf(b);
}

function valuesOf(submission: Submission): string {
  return JSON.stringify(
    submission.rows.map(({ row, fact, total, reason, evidence }) => [row, fact, total, reason, evidence]),
  );
}
