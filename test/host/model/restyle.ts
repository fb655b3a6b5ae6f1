/** Looks of many cells at once. */

import type { Area } from './area';
import { isWholeColumns, isWholeRows } from './area';
import { cellsIn, ensureCell, styleAt } from './cells';
import type { CellStyle } from './style';
import type { Sheet } from './workbook';

/** Changes the look of every cell of an area; whole rows and columns keep it for cells that don't exist yet. */
export function restyle(sheet: Sheet, place: Area, change: (style: CellStyle) => CellStyle): void {
  const changed = remembering(change);
  if (isWholeRows(place) && isWholeColumns(place)) {
    sheet.style = changed(sheet.style);
    for (const line of [...sheet.rows.values(), ...sheet.columns.values()]) {
      if (line.style !== undefined) {
        line.style = changed(line.style);
      }
    }
    restyleOwn(sheet, place, changed);
  } else if (isWholeColumns(place)) {
    crossRows(sheet, place);
    for (let column = place.left; column <= place.right; column++) {
      const info = sheet.columns.get(column) ?? {};
      sheet.columns.set(column, { ...info, style: changed(info.style ?? sheet.style) });
    }
    restyleOwn(sheet, place, changed);
  } else if (isWholeRows(place)) {
    crossColumns(sheet, place);
    for (let row = place.top; row <= place.bottom; row++) {
      const info = sheet.rows.get(row) ?? {};
      sheet.rows.set(row, { ...info, style: changed(info.style ?? sheet.style) });
    }
    restyleOwn(sheet, place, changed);
  } else {
    for (let row = place.top; row <= place.bottom; row++) {
      for (let column = place.left; column <= place.right; column++) {
        const style = changed(styleAt(sheet, row, column));
        ensureCell(sheet, row, column).style = style;
      }
    }
  }
}

/** Rows with a look of their own keep it where a column's is changed: their cells there come into being. */
function crossRows(sheet: Sheet, place: Area): void {
  for (const [row, { style }] of sheet.rows) {
    for (let column = place.left; style !== undefined && column <= place.right; column++) {
      ensureCell(sheet, row, column).style ??= style;
    }
  }
}

function crossColumns(sheet: Sheet, place: Area): void {
  for (const [column, { style }] of sheet.columns) {
    for (let row = place.top; style !== undefined && row <= place.bottom; row++) {
      ensureCell(sheet, row, column).style ??= style;
    }
  }
}

function restyleOwn(sheet: Sheet, place: Area, change: (style: CellStyle) => CellStyle): void {
  for (const [, , cell] of cellsIn(sheet, place)) {
    if (cell.style !== undefined) {
      cell.style = change(cell.style);
    }
  }
}

/** Cells that shared one look share the changed one, too. */
function remembering(change: (style: CellStyle) => CellStyle): (style: CellStyle) => CellStyle {
  const known = new Map<CellStyle, CellStyle>();
  return (style) => {
    const made = known.get(style) ?? change(style);
    known.set(style, made);
    return made;
  };
}

/** Every look that occurs in an area, each once; of a large area only those of lines and of cells that exist. */
export function stylesIn(sheet: Sheet, place: Area): ReadonlySet<CellStyle> {
  const found = new Set<CellStyle>();
  if (isWholeRows(place) || isWholeColumns(place)) {
    found.add(sheet.style);
    for (const [row, { style }] of sheet.rows) {
      if (style !== undefined && row >= place.top && row <= place.bottom) {
        found.add(style);
      }
    }
    let styled = 0;
    for (const [column, { style }] of sheet.columns) {
      if (style !== undefined && column >= place.left && column <= place.right) {
        found.add(style);
        styled += 1;
      }
    }
    if (styled > place.right - place.left) {
      found.delete(sheet.style);
    }
    for (const [, , { style }] of cellsIn(sheet, place)) {
      if (style !== undefined) {
        found.add(style);
      }
    }
    return found;
  }
  for (let row = place.top; row <= place.bottom; row++) {
    for (let column = place.left; column <= place.right; column++) {
      found.add(styleAt(sheet, row, column));
    }
  }
  return found;
}
