/** `Range.copyFrom`. */

import { type Excel, raiseChange } from '../excel';
import { invalidArgument, mergedConflict } from '../failures';
import type { Place } from '../host-object';
import { type Area, columnsOf, contains, intersection, isWholeRows, rowsOf } from '../model/area';
import { cellAt, ensureCell, hasContent, styleAt } from '../model/cells';
import { mapReferences } from '../model/formula';
import { areaText, readArea } from '../model/area';
import type { Cell, Sheet } from '../model/workbook';
import { flagOf, oneOf } from '../parameters';
import { placeAt, placeOf, soleArea } from './addresses';
import { clearCell } from './contents';
import { guardContents } from './guards';

/**
 * Contents, looks or both; relative references move along. With looks come merges and conditional formats, with all
 * the validations too, and with whole rows their heights.
 */
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
  if (what === 'All' || what === 'Formats') {
    copyRules({ sheet: from.sheet, area: start }, whole, what === 'All');
  }
  raiseChange(excel, whole, 'RangeEdited');
}

/** The target is a number of copies of the source, one below or beside another. */
function copyRules(
  from: { readonly sheet: Sheet; readonly area: Area },
  { sheet, areas: [target] }: Place,
  withValidations: boolean,
): void {
  if (target === undefined) {
    return;
  }
  const offsets: { readonly rows: number; readonly columns: number }[] = [];
  for (let row = target.top; row <= target.bottom; row += rowsOf(from.area)) {
    for (let column = target.left; column <= target.right; column += columnsOf(from.area)) {
      offsets.push({ rows: row - from.area.top, columns: column - from.area.left });
    }
  }
  const copied = (area: Area): readonly Area[] => {
    const met = intersection(area, from.area);
    return met === null
      ? []
      : offsets.flatMap(({ rows, columns }) => intersection(movedArea(met, rows, columns), target) ?? []);
  };
  const fits = (merge: Area): boolean => contains(from.area, merge);
  if (from.sheet.merges.some((merge) => intersection(merge, from.area) !== null && !fits(merge))) {
    mergedConflict();
  }
  sheet.merges = [
    ...sheet.merges.filter((merge) => !contains(target, merge)),
    ...from.sheet.merges.filter(fits).flatMap(copied),
  ];
  const widened = <Rule extends { readonly areas: readonly Area[] }>(
    rules: readonly Rule[],
  ): readonly Rule[] =>
    rules.map((rule) => ({ ...rule, areas: [...rule.areas, ...rule.areas.flatMap(copied)] }));
  if (from.sheet === sheet) {
    sheet.conditionalFormats = widened(sheet.conditionalFormats);
    if (withValidations) {
      sheet.validations = widened(sheet.validations);
    }
  }
  if (isWholeRows(from.area)) {
    for (const { rows } of offsets) {
      for (let row = from.area.top; row <= from.area.bottom; row++) {
        const line = from.sheet.rows.get(row);
        if (line === undefined) {
          sheet.rows.delete(row + rows);
        } else {
          sheet.rows.set(row + rows, { ...line });
        }
      }
    }
  }
}

function movedArea({ top, left, bottom, right }: Area, rows: number, columns: number): Area {
  return { top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns };
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
