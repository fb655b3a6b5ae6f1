/** `Range.copyFrom`. */

import { type Excel, raiseChange } from '../excel';
import { invalidArgument } from '../failures';
import type { Place } from '../host-object';
import { columnsOf, rowsOf } from '../model/area';
import { cellAt, ensureCell, hasContent, styleAt } from '../model/cells';
import { mapReferences } from '../model/formula';
import { areaText, readArea } from '../model/area';
import type { Cell } from '../model/workbook';
import { flagOf, oneOf } from '../parameters';
import { placeAt, placeOf, soleArea } from './addresses';
import { clearCell } from './contents';
import { guardContents } from './guards';

/** Contents, looks or both; relative references move along. Merges, validations and conditional formats stay behind. */
export function copyFrom(place: Place, parameters: readonly unknown[], excel: Excel): void {
  const [source, type, skipBlanks, transpose] = parameters;
  const what = oneOf(['All', 'Formulas', 'Values', 'Formats'], type ?? 'All');
  if (flagOf(transpose, false)) {
    invalidArgument('Transposing is not emulated.');
  }
  const from = placeOf(excel, source, place.sheet);
  const start = soleArea(from);
  const target = soleArea(place);
  const [height, width] = [rowsOf(start), columnsOf(start)];
  // A target smaller than the source grows to its size; a larger one is filled with copies.
  const bottom = Math.max(target.bottom, target.top + height - 1);
  const right = Math.max(target.right, target.left + width - 1);
  const whole = placeAt(place.sheet, { ...target, bottom, right });
  guardContents(excel, whole);
  const skip = flagOf(skipBlanks, false);
  const copies: [number, number, Cell | undefined, Cell['style']][] = [];
  for (let row = target.top; row <= bottom; row++) {
    for (let column = target.left; column <= right; column++) {
      const [r, c] = [
        start.top + ((row - target.top) % height),
        start.left + ((column - target.left) % width),
      ];
      const cell = cellAt(from.sheet, r, c);
      const moved =
        cell?.formula === undefined
          ? cell
          : { ...cell, formula: moveFormula(cell.formula, row - r, column - c) };
      copies.push([row, column, moved, styleAt(from.sheet, r, c)]);
    }
  }
  for (const [row, column, cell, style] of copies) {
    const empty = cell === undefined || !hasContent(cell);
    if (what !== 'Formats' && !(empty && skip)) {
      clearCell(place.sheet, row, column);
      if (!empty) {
        const { value, formula } = cell;
        Object.assign(ensureCell(place.sheet, row, column), {
          ...(value !== undefined && { value }),
          ...(formula !== undefined && what !== 'Values' && { formula }),
        });
      }
    }
    if ((what === 'All' || what === 'Formats') && style !== undefined) {
      ensureCell(place.sheet, row, column).style = style;
    }
  }
  raiseChange(excel, whole, 'RangeEdited');
}

function moveFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => ({
    ...reference,
    place: reference.place
      .split(':')
      .map((corner) => moveCorner(corner, rows, columns))
      .join(':'),
  }));
}

function moveCorner(corner: string, rows: number, columns: number): string {
  const area = readArea(corner);
  if (area === null) {
    return corner;
  }
  const [, dollar = '', letters = '', fixed = '', digits = ''] =
    /^(\$?)([A-Z]+)(\$?)(\d+)$/i.exec(corner) ?? [];
  const row = fixed === '$' ? area.top : area.top + rows;
  const column = dollar === '$' ? area.left : area.left + columns;
  if (row < 1 || column < 1 || letters === '' || digits === '') {
    return '#REF!';
  }
  const moved = areaText({ top: row, bottom: row, left: column, right: column });
  return moved.replace(/^[A-Z]+/, (column) => dollar + column + fixed);
}
