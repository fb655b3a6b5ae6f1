/** Which area covers a cell, for cells asked in reading order; the size of the areas costs nothing. */
import type { Area } from './address';

/**
 * A question to be asked of cells by row, then by column. Of areas that overlap, which no program writes, the one
 * that starts first counts and the other is left aside.
 */
export function coveringArea<A extends Area>(
  areas: readonly A[],
): (row: number, column: number) => A | undefined {
  if (areas.length === 0) {
    return () => undefined;
  }
  const waiting = [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
  /** Areas that reach the row asked about, by column; none overlaps another. */
  let active: A[] = [];
  let next = 0;
  let currentRow = 0;
  /** The first row after which an active area has ended. */
  let firstEnd = Number.POSITIVE_INFINITY;

  const moveTo = (row: number): void => {
    currentRow = row;
    if (row > firstEnd) {
      active = active.filter((area) => area.bottom >= row);
      firstEnd = active.reduce((end, area) => Math.min(end, area.bottom), Number.POSITIVE_INFINITY);
    }
    for (let area = waiting[next]; area !== undefined && area.top <= row; area = waiting[next]) {
      next += 1;
      const at = indexAfter(active, area.left);
      const free = (active[at - 1]?.right ?? 0) < area.left && (active[at]?.left ?? Infinity) > area.right;
      if (area.bottom >= row && area.right >= area.left && free) {
        active.splice(at, 0, area);
        firstEnd = Math.min(firstEnd, area.bottom);
      }
    }
  };

  return (row, column) => {
    if (row !== currentRow) {
      moveTo(row);
    }
    const area = active[indexAfter(active, column) - 1];
    return area !== undefined && area.right >= column ? area : undefined;
  };
}

/** How many areas start at the column or before it. */
function indexAfter(areas: readonly Area[], column: number): number {
  let low = 0;
  let high = areas.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((areas[middle]?.left ?? 0) <= column) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
