/**
 * Heights of the rows that the spec leaves to the host. Excel fits such rows itself, LibreOffice does not when it opens
 * an .xlsx file, and would cut wrapped text.
 */

import { cellStyle } from '../cell-style';
import { rowHeight, type RowHeightCell } from '../row-height';
import type { AreaSpec, CellSpec, SheetSpec } from '../spec';

const DEFAULT_POINTS = 15;
const DEFAULT_COLUMN = 8.43;

/** Points by row, of rows that have no height in the spec and need more than a default one. */
export function autoHeights(sheet: SheetSpec): ReadonlyMap<number, number> {
  const mergeOf = new Map(sheet.merges.map((area) => [`${area.top}:${area.left}`, area]));
  const rows = new Map<number, RowHeightCell[]>();
  for (const cell of sheet.cells) {
    const merge = mergeOf.get(`${cell.row}:${cell.column}`);
    // A cell over several rows has their heights together: it asks nothing of the first.
    const oneRow = merge === undefined || merge.top === merge.bottom;
    if (typeof cell.value === 'string' && oneRow && !sheet.heights.has(cell.row)) {
      rows.set(cell.row, [...(rows.get(cell.row) ?? []), measured(sheet, cell, cell.value, merge)]);
    }
  }
  const heights = [...rows].map(([row, cells]) => [row, rowHeight(cells)] as const);
  return new Map(heights.filter(([, points]) => points > DEFAULT_POINTS));
}

function measured(
  { columns, documentFontSize }: SheetSpec,
  cell: CellSpec,
  text: string,
  merge?: AreaSpec,
): RowHeightCell {
  const covered = columns.slice(cell.column - 1, merge?.right ?? cell.column);
  const width = covered.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0);
  return {
    text,
    widthChars: width === 0 ? DEFAULT_COLUMN : width,
    style: cell.style,
    fontSize: cellStyle(cell, documentFontSize).size,
  };
}
