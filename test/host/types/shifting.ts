/** Inserting and deleting cells: everything behind them moves, and everything that refers to them follows. */

import { type ChangeType, type Excel, raiseChange } from '../excel';
import { ExcelFailure, mergedConflict } from '../failures';
import type { Place } from '../host-object';
import {
  type Area,
  absoluteText,
  columnsOf,
  isWholeColumns,
  isWholeRows,
  LAST_COLUMN,
  LAST_ROW,
  rowsOf,
} from '../model/area';
import { cellKey, hasContent, keyColumn, keyRow } from '../model/cells';
import { mapReferences, type Shift, shiftArea, shiftReference } from '../model/formula';
import type { Sheet, Workbook } from '../model/workbook';
import { placeOfName, soleArea } from './addresses';
import { guardSheet } from './guards';

export function insertCells(excel: Excel, place: Place, direction: 'Down' | 'Right'): Place {
  const area = soleArea(place);
  guardInsertion(excel, place.sheet, area, 'insert');
  const shift = shiftOf(area, direction === 'Down' ? 'row' : 'column', 1);
  checkFits(place.sheet, shift);
  apply(excel, place.sheet, shift);
  const made = { sheet: place.sheet, areas: [area] };
  raiseChange(excel, made, changeType(area, 'Inserted'), {
    shiftDirection: `ShiftCell${direction}`,
  });
  return made;
}

export function deleteCells(excel: Excel, place: Place, direction: 'Up' | 'Left'): void {
  const area = soleArea(place);
  guardInsertion(excel, place.sheet, area, 'delete');
  apply(excel, place.sheet, shiftOf(area, direction === 'Up' ? 'row' : 'column', -1));
  raiseChange(excel, { sheet: place.sheet, areas: [area] }, changeType(area, 'Deleted'), {
    shiftDirection: `ShiftCell${direction}`,
  });
}

function changeType(area: Area, end: 'Inserted' | 'Deleted'): ChangeType {
  return isWholeRows(area) ? `Row${end}` : isWholeColumns(area) ? `Column${end}` : `Cell${end}`;
}

function guardInsertion(excel: Excel, sheet: Sheet, area: Area, what: 'insert' | 'delete'): void {
  if (isWholeRows(area)) {
    guardSheet(excel, sheet, what === 'insert' ? 'allowInsertRows' : 'allowDeleteRows');
  } else if (isWholeColumns(area)) {
    guardSheet(excel, sheet, what === 'insert' ? 'allowInsertColumns' : 'allowDeleteColumns');
  } else {
    guardSheet(excel, sheet);
  }
}

function shiftOf(area: Area, axis: Shift['axis'], sign: 1 | -1): Shift {
  return axis === 'row'
    ? { axis, at: area.top, count: sign * rowsOf(area), from: area.left, to: area.right }
    : { axis, at: area.left, count: sign * columnsOf(area), from: area.top, to: area.bottom };
}

/** Cells with contents are not pushed off the sheet; merged areas and tables are not cut. */
function checkFits(sheet: Sheet, shift: Shift): void {
  const end = shift.axis === 'row' ? LAST_ROW : LAST_COLUMN;
  for (const [key, cell] of sheet.cells) {
    const line = shift.axis === 'row' ? keyRow(key) : keyColumn(key);
    if (hasContent(cell) && inBand(key, shift) && line + shift.count > end) {
      throw new ExcelFailure(
        'NonBlankCellOffSheet',
        'Microsoft Excel can’t insert new cells because it would push non-empty cells off the end of the sheet.',
        400,
      );
    }
  }
}

function inBand(key: number, { axis, from, to }: Shift): boolean {
  const across = axis === 'row' ? keyColumn(key) : keyRow(key);
  return across >= from && across <= to;
}

function apply(excel: Excel, sheet: Sheet, shift: Shift): void {
  checkCuts(sheet, shift);
  moveCells(sheet.cells, shift);
  moveCells(sheet.notes, shift);
  moveLines(sheet, shift);
  sheet.merges = moveAreas(sheet.merges, shift).filter((area) => rowsOf(area) * columnsOf(area) > 1);
  sheet.validations = moveRules(sheet.validations, shift);
  sheet.conditionalFormats = moveRules(sheet.conditionalFormats, shift);
  for (const table of [...sheet.tables]) {
    const moved = shiftArea(table.area, shift);
    if (moved === null) {
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
    } else {
      table.area = moved;
    }
  }
  sheet.layout.printAreas = moveAreas(sheet.layout.printAreas, shift);
  for (const place of excel.tracked) {
    if (place.sheet === sheet) {
      place.areas = moveAreas(place.areas, shift);
    }
  }
  moveFormulas(excel.workbook, sheet, shift);
}

function checkCuts(sheet: Sheet, shift: Shift): void {
  const cut = (area: Area): boolean => {
    const [near, far, last] =
      shift.axis === 'row' ? [area.left, area.right, area.bottom] : [area.top, area.bottom, area.right];
    const touches = far >= shift.from && near <= shift.to && last >= shift.at;
    return touches && (near < shift.from || far > shift.to);
  };
  if (sheet.merges.some(cut)) {
    mergedConflict();
  }
  if (sheet.tables.some(({ area }) => cut(area))) {
    throw new ExcelFailure(
      'InsertDeleteConflict',
      'The insert or delete operation attempted resulted in a conflict.',
      400,
    );
  }
}

function moveCells<Value>(cells: Map<number, Value>, shift: Shift): void {
  const before = [...cells];
  cells.clear();
  for (const [key, cell] of before) {
    const after = shiftArea(keyArea(key), shift);
    if (after !== null) {
      cells.set(cellKey(after.top, after.left), cell);
    }
  }
}

function keyArea(key: number): Area {
  const [row, column] = [keyRow(key), keyColumn(key)];
  return { top: row, bottom: row, left: column, right: column };
}

/** Heights and widths move only with whole rows and columns. */
function moveLines(sheet: Sheet, shift: Shift): void {
  const whole = shift.from === 1 && shift.to === (shift.axis === 'row' ? LAST_COLUMN : LAST_ROW);
  if (!whole) {
    return;
  }
  if (shift.axis === 'row') {
    moveKeys(sheet.rows, shift);
  } else {
    moveKeys(sheet.columns, shift);
  }
}

function moveKeys<Line>(lines: Map<number, Line>, { at, count }: Shift): void {
  const before = [...lines];
  lines.clear();
  for (const [line, info] of before) {
    const gone = count < 0 && line >= at && line < at - count;
    if (!gone) {
      lines.set(line >= at ? line + count : line, info);
    }
  }
}

function moveAreas(areas: readonly Area[], shift: Shift): readonly Area[] {
  return areas.flatMap((area) => shiftArea(area, shift) ?? []);
}

function moveRules<Rule extends { readonly areas: readonly Area[]; readonly formulas: readonly string[] }>(
  rules: readonly Rule[],
  shift: Shift,
): readonly Rule[] {
  return rules
    .map((rule) => ({ ...rule, areas: moveAreas(rule.areas, shift) }))
    .filter(({ areas }) => areas.length > 0);
}

/** References in every formula of the workbook, in rules and in names. */
function moveFormulas(workbook: Workbook, changed: Sheet, shift: Shift): void {
  const key = changed.name.toLowerCase();
  const moved = (formula: string, home: Sheet | null): string =>
    mapReferences(formula, (reference) => {
      const ours = reference.sheet === null ? home === changed : reference.sheet.toLowerCase() === key;
      return ours ? { ...reference, place: shiftReference(reference.place, shift) } : reference;
    });
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells.values()) {
      if (cell.formula !== undefined) {
        cell.formula = moved(cell.formula, sheet);
      }
    }
    const inRules = (formulas: readonly string[]): readonly string[] =>
      formulas.map((formula) => moved(formula, sheet));
    sheet.validations = sheet.validations.map((rule) => ({ ...rule, formulas: inRules(rule.formulas) }));
    sheet.conditionalFormats.forEach((format) => {
      format.formulas = inRules(format.formulas);
    });
  }
  for (const name of workbook.names) {
    const place = placeOfName(workbook, name);
    if (place === null) {
      name.formula = moved(name.formula, null);
    } else if (place.sheet === changed) {
      const after = moveAreas(place.areas, shift)[0];
      const sheetPart = name.formula.slice(0, name.formula.lastIndexOf('!') + 1);
      name.formula = sheetPart + (after === undefined ? '#REF!' : absoluteText(after));
    }
  }
}
