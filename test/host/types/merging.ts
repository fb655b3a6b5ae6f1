/** Merging cells and taking them apart. */

import { type Excel, raiseChange } from '../excel';
import { mergedConflict } from '../failures';
import type { Place } from '../host-object';
import { type Area, contains, intersection, sameArea } from '../model/area';
import { cellsIn, ensureCell, hasContent, styleAt } from '../model/cells';
import { restyle } from '../model/restyle';
import type { Sheet } from '../model/workbook';
import { invalidOperation } from '../failures';
import { soleArea } from './addresses';
import { clearCell } from './contents';
import { guardSheet } from './guards';

/** Contents of all cells but the first are lost, as in Excel; all take on the first one's look. */
export function mergePlace(excel: Excel, place: Place, across: boolean): void {
  const { sheet } = place;
  guardSheet(excel, sheet);
  const whole = soleArea(place);
  const areas: Area[] = [];
  for (let row = whole.top; row <= (across ? whole.bottom : whole.top); row++) {
    areas.push(across ? { ...whole, top: row, bottom: row } : whole);
  }
  areas.forEach((area) => {
    mergeArea(sheet, area);
  });
  raiseChange(excel, place, 'RangeEdited');
}

function mergeArea(sheet: Sheet, area: Area): void {
  if (area.top === area.bottom && area.left === area.right) {
    return;
  }
  if (sheet.tables.some((table) => intersection(table.area, area) !== null)) {
    invalidOperation('Cells of a table cannot be merged.');
  }
  if (sheet.merges.some((merged) => intersection(merged, area) !== null && !contains(area, merged))) {
    mergedConflict();
  }
  keepFirst(sheet, area);
  sheet.merges = [...sheet.merges.filter((merged) => !contains(area, merged)), area];
  const look = styleAt(sheet, area.top, area.left);
  restyle(sheet, area, (style) => ({ ...look, borders: style.borders }));
}

/** The first cell with content moves to the corner; the others are emptied. */
function keepFirst(sheet: Sheet, area: Area): void {
  const filled = [...cellsIn(sheet, area)]
    .filter(([, , cell]) => hasContent(cell))
    .sort(([rowA, columnA], [rowB, columnB]) => rowA - rowB || columnA - columnB);
  const [first, ...others] = filled;
  others.forEach(([row, column]) => {
    clearCell(sheet, row, column);
  });
  if (first !== undefined && (first[0] !== area.top || first[1] !== area.left)) {
    const { value, formula } = first[2];
    clearCell(sheet, first[0], first[1]);
    Object.assign(ensureCell(sheet, area.top, area.left), {
      ...(value !== undefined && { value }),
      ...(formula !== undefined && { formula }),
    });
  }
}

export function unmergePlace(excel: Excel, { sheet, areas }: Place): void {
  const kept = sheet.merges.filter((merged) => areas.every((area) => intersection(merged, area) === null));
  const changed =
    kept.length !== sheet.merges.length || kept.some((area, i) => !isSame(area, sheet.merges[i]));
  if (changed) {
    guardSheet(excel, sheet);
    sheet.merges = kept;
  }
}

function isSame(area: Area, other: Area | undefined): boolean {
  return other !== undefined && sameArea(area, other);
}
