/** `Range.clear`. */

import { type Excel, raiseChange } from '../excel';
import type { Place } from '../host-object';
import { type Area, contains, isWholeColumns, isWholeRows, without } from '../model/area';
import { cellKey, cellsIn, hasContent } from '../model/cells';
import { restyle } from '../model/restyle';
import { NORMAL_STYLE } from '../model/style';
import type { Sheet } from '../model/workbook';
import { mergedConflict } from '../failures';
import { clearCell } from './contents';
import { guardContents, guardSheet } from './guards';
import { unmergePlace } from './merging';

export type ClearWhat = 'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks';

export function clearPlace(excel: Excel, place: Place, what: ClearWhat): void {
  const { sheet, areas } = place;
  if (what === 'Formats') {
    guardSheet(excel, sheet, 'allowFormatCells');
  } else {
    guardContents(excel, place);
  }
  for (const area of areas) {
    if (what === 'All' || what === 'Contents') {
      clearContents(sheet, area);
    }
    if (what !== 'Contents' && what !== 'Formats') {
      clearLinks(sheet, area);
    }
    if (what === 'All' || what === 'Formats') {
      clearLook(excel, sheet, area);
    }
    if (what === 'All') {
      sheet.validations = cutAreas(sheet.validations, area);
      [...cellsIn(sheet, area)].forEach(([row, column]) => sheet.notes.delete(cellKey(row, column)));
    }
  }
  if (what === 'All' || what === 'Contents') {
    raiseChange(excel, place, 'RangeEdited');
  }
}

function clearContents(sheet: Sheet, area: Area): void {
  const halved = sheet.merges.some((merged) => {
    const first = { top: merged.top, left: merged.left, bottom: merged.top, right: merged.left };
    return contains(area, first) && !contains(area, merged);
  });
  if (halved) {
    mergedConflict();
  }
  for (const [row, column] of [...cellsIn(sheet, area)]) {
    clearCell(sheet, row, column);
  }
}

function clearLinks(sheet: Sheet, area: Area): void {
  for (const [row, column, cell] of [...cellsIn(sheet, area)]) {
    delete cell.link;
    if (cell.style === undefined && !hasContent(cell)) {
      sheet.cells.delete(cellKey(row, column));
    }
  }
}

function clearLook(excel: Excel, sheet: Sheet, area: Area): void {
  unmergePlace(excel, { sheet, areas: [area] });
  restyle(sheet, area, () => NORMAL_STYLE);
  sheet.conditionalFormats = cutAreas(sheet.conditionalFormats, area);
  if (isWholeRows(area) || isWholeColumns(area)) {
    return;
  }
  for (const [row, column, cell] of [...cellsIn(sheet, area)]) {
    const plain = sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? sheet.style;
    if (plain === NORMAL_STYLE) {
      delete cell.style;
      if (!hasContent(cell) && cell.link === undefined) {
        sheet.cells.delete(cellKey(row, column));
      }
    }
  }
}

/** The same rules without the part of their areas that lies in `cut`; rules without any area left are gone. */
export function cutAreas<Rule extends { readonly areas: readonly Area[] }>(
  rules: readonly Rule[],
  cut: Area,
): readonly Rule[] {
  return rules
    .map((rule) => {
      const areas = rule.areas.flatMap((area) => without(area, cut));
      const same =
        areas.length === rule.areas.length && areas.every((area, index) => area === rule.areas[index]);
      return same ? rule : { ...rule, areas };
    })
    .filter(({ areas }) => areas.length > 0);
}
