/** Marks for the cells that a check has something to say about. */
import type { Finding } from '../../controls/finding';
import type { CellMark } from '../../workbook/port';

/** One mark a cell, the worst of its findings; what is only said («сведения») is not marked. */
export function marksOf(checks: readonly { readonly findings: readonly Finding[] }[]): readonly CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const { level, sheet, cell } of checks.flatMap(({ findings }) => findings)) {
    if (level === 'info' || sheet === null || cell === null) continue;
    const key = JSON.stringify([sheet, cell]);
    const look = level === 'error' || marks.get(key)?.look === 'bad' ? 'bad' : 'warn';
    marks.set(key, { sheet, cell, look });
  }
  return [...marks.values()];
}
