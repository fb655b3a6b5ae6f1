/** Cells as areas: addresses to places, single cells to the rectangles that they make up. */
import type { AreaSpec } from '../../workbook/spec';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The place of «H7»; row 0 for what is no address. */
export function addressPlace(address: string): Place {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** Areas that hold exactly these cells: runs within a row, and equal runs of rows that follow one another. */
export function areasOf(places: readonly Place[]): readonly AreaSpec[] {
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { top, left, right } of runsOf(places)) {
    const above = areas.find((area) => area.bottom === top - 1 && area.left === left && area.right === right);
    if (above) above.bottom = top;
    else areas.push({ top, left, bottom: top, right });
  }
  return areas;
}

function runsOf(places: readonly Place[]): readonly { top: number; left: number; right: number }[] {
  const runs: { top: number; left: number; right: number }[] = [];
  for (const { row, column } of [...places].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, left: column, right: column });
  }
  return runs;
}
