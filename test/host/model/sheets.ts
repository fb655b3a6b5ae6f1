/** Renaming and deleting sheets: formulas and names follow, or lose what they referred to. */

import { area } from './area';
import { mapReferences, type Reference } from './formula';
import type { Sheet, Workbook } from './workbook';

export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  const key = sheet.name.toLowerCase();
  changeReferences(workbook, (reference) =>
    reference.sheet?.toLowerCase() === key ? { ...reference, sheet: name } : reference,
  );
  sheet.name = name;
  workbook.saved = false;
}

/** References to it become «#REF!»; its own names go with it. The next visible sheet is shown. */
export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  const key = sheet.name.toLowerCase();
  const index = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(index, 1);
  const kept = workbook.names.filter((name) => name.sheet !== sheet);
  workbook.names.splice(0, workbook.names.length, ...kept);
  changeReferences(workbook, (reference) =>
    reference.sheet?.toLowerCase() === key ? { sheet: null, place: '#REF!' } : reference,
  );
  if (workbook.selection.sheet === sheet) {
    const visible = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
    const next = workbook.sheets.slice(index).find((each) => visible.includes(each)) ?? visible.at(-1);
    if (next !== undefined) {
      workbook.selection = { sheet: next, areas: [area(1, 1)] };
    }
  }
  workbook.saved = false;
}

function changeReferences(workbook: Workbook, change: (reference: Reference) => Reference): void {
  const changed = (formula: string): string => mapReferences(formula, change);
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells.values()) {
      if (cell.formula !== undefined) {
        cell.formula = changed(cell.formula);
      }
    }
    sheet.validations = sheet.validations.map((rule) => ({ ...rule, formulas: rule.formulas.map(changed) }));
    for (const format of sheet.conditionalFormats) {
      format.formulas = format.formulas.map(changed);
    }
  }
  for (const name of workbook.names) {
    name.formula = changed(name.formula);
  }
}
