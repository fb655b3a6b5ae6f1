/** Which rows of the report can be compared over the year, where more than one edition was in force in it. */
import { quartersBetween, yearBaseStart, type Quarter } from '../calendar/quarter';
import { editionForQuarter, editionView } from '../programme/edition';
import type { Edition, Indicator, Programme } from '../programme/schema';

export interface Comparability {
  /** In force from the start of the year base to the quarter, in order; at least two. */
  readonly editions: readonly Edition[];
  /** Codes of the rows that mean the same in all of them. */
  readonly same: readonly string[];
  /** Codes of the rows that are new, or whose name, unit or kind has changed. */
  readonly changed: readonly string[];
}

/** Null where one edition was in force all the time. */
export function comparability(programme: Programme, quarter: Quarter): Comparability | null {
  const start = yearBaseStart(quarter, programme.settings.yearBase);
  const editions = [
    ...new Set(quartersBetween(start, quarter).map((passed) => editionForQuarter(programme, passed))),
  ];
  if (editions.length < 2) return null;
  const lists = editions.map(({ code }) => editionView(programme, code).indicators);
  const rows = (lists.at(-1) ?? []).filter(({ kind }) => kind !== 'heading');
  const isSame = (row: Indicator): boolean =>
    lists.every((list) => list.some((other) => sameMeaning(other, row)));
  return {
    editions,
    same: rows.filter(isSame).map(({ code }) => code),
    changed: rows.filter((row) => !isSame(row)).map(({ code }) => code),
  };
}

/** Whether two editions' rows of one code are the same indicator. */
export function sameMeaning(one: Indicator, other: Indicator): boolean {
  return meaning(one) === meaning(other);
}

function meaning({ code, name, unit, kind, numerator, denominator, accumulation }: Indicator): string {
  return JSON.stringify([code, name, unit, kind, numerator, denominator, accumulation]);
}
