/** Cells of a sheet of the emulated Excel, and their looks. */

import { bounding, intersection, LAST_COLUMN, type Area } from './area';
import type { CellStyle } from './style';
import type { Cell, Sheet } from './workbook';

export function cellKey(row: number, column: number): number {
  return row * (LAST_COLUMN + 1) + column;
}

export function keyRow(key: number): number {
  return Math.floor(key / (LAST_COLUMN + 1));
}

export function keyColumn(key: number): number {
  return key % (LAST_COLUMN + 1);
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.cells.get(cellKey(row, column));
}

/** The cell, made if there is none. */
export function ensureCell(sheet: Sheet, row: number, column: number): Cell {
  const key = cellKey(row, column);
  const found = sheet.cells.get(key);
  if (found !== undefined) {
    return found;
  }
  const made: Cell = {};
  sheet.cells.set(key, made);
  return made;
}

export function styleAt(sheet: Sheet, row: number, column: number): CellStyle {
  return (
    cellAt(sheet, row, column)?.style ??
    sheet.rows.get(row)?.style ??
    sheet.columns.get(column)?.style ??
    sheet.style
  );
}

export function hasContent(cell: Cell): boolean {
  return cell.formula !== undefined || (cell.value !== undefined && cell.value !== '');
}

/** Cells that exist within an area, in no order. */
export function* cellsIn(sheet: Sheet, place: Area): Generator<[row: number, column: number, cell: Cell]> {
  const size = (place.bottom - place.top + 1) * (place.right - place.left + 1);
  if (size <= sheet.cells.size) {
    for (let row = place.top; row <= place.bottom; row++) {
      for (let column = place.left; column <= place.right; column++) {
        const cell = cellAt(sheet, row, column);
        if (cell !== undefined) {
          yield [row, column, cell];
        }
      }
    }
    return;
  }
  for (const [key, cell] of [...sheet.cells]) {
    const row = keyRow(key);
    const column = keyColumn(key);
    if (row >= place.top && row <= place.bottom && column >= place.left && column <= place.right) {
      yield [row, column, cell];
    }
  }
}

/** The rectangle around all cells with content, or (`valuesOnly` false) with content or a look of their own. */
export function usedArea(sheet: Sheet, valuesOnly: boolean): Area | null {
  let used: Area | null = null;
  for (const [key, cell] of sheet.cells) {
    if (hasContent(cell) || (!valuesOnly && cell.style !== undefined)) {
      const place = { top: keyRow(key), bottom: keyRow(key), left: keyColumn(key), right: keyColumn(key) };
      used = used === null ? place : bounding(used, place);
    }
  }
  for (const merged of valuesOnly ? [] : sheet.merges) {
    used = used === null ? merged : bounding(used, merged);
  }
  return used;
}

/** The merged area that covers a cell, if there is one. */
export function mergeAt(sheet: Sheet, row: number, column: number): Area | undefined {
  const place = { top: row, bottom: row, left: column, right: column };
  return sheet.merges.find((merged) => intersection(merged, place) !== null);
}
