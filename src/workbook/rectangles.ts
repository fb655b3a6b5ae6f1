/** Cells gathered into rectangles, so that what they share is said once for many of them. */

import type { AreaSpec } from './spec';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Rectangles that together cover each of the places once and nothing else, in reading order. Runs of a row are joined
 * with equal runs of the rows right below, which is enough for tables: their columns are straight.
 */
export function rectanglesOf(places: Iterable<Place>): AreaSpec[] {
  const done: AreaSpec[] = [];
  const open = new Map<string, AreaSpec>();
  for (const run of runsOf(places)) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above?.bottom === run.top - 1) {
      open.set(key, { ...above, bottom: run.bottom });
    } else {
      if (above !== undefined) done.push(above);
      open.set(key, run);
    }
  }
  done.push(...open.values());
  return done.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Every cell of an area. */
export function* placesOf({ top, left, bottom, right }: AreaSpec): Generator<Place> {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      yield { row, column };
    }
  }
}

/** Neighbouring places of one row, from left to right, row after row; a place given twice counts once. */
function runsOf(places: Iterable<Place>): AreaSpec[] {
  const rows = new Map<number, Set<number>>();
  for (const { row, column } of places) {
    const columns = rows.get(row) ?? new Set();
    rows.set(row, columns.add(column));
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  return sorted.flatMap(([row, columns]) => {
    const runs: { left: number; right: number }[] = [];
    for (const column of [...columns].sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last?.right === column - 1) {
        last.right = column;
      } else {
        runs.push({ left: column, right: column });
      }
    }
    return runs.map((run) => ({ top: row, bottom: row, ...run }));
  });
}
