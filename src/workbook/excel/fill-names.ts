/** Names and print areas that end with repeated rows: Excel moves them, and they have to grow. */
import { moveReferences } from '../move-references';
import { leftAlone, type MovesOf } from './fill-formulas';
import type { Sync } from './host-requests';
import { lower, type Standing } from './standing';

const NO_CELL = { sheet: '', cell: null };

/** Reads them (one request) and gives what queues their mending once the rows are there. */
export async function mendAreas(
  workbook: Excel.Workbook,
  sheets: readonly string[],
  { names }: Standing,
  sync: Sync,
): Promise<(movesOf: MovesOf) => void> {
  const own = sheets.map((name) => {
    const sheet = workbook.worksheets.getItem(name);
    return {
      name,
      sheet,
      names: sheet.names.load('items/name,items/formula'),
      print: sheet.pageLayout.getPrintAreaOrNullObject().load('address'),
    };
  });
  if (own.length > 0) await sync();
  return (movesOf) => {
    for (const [name, formula] of names) {
      const moved = grownFormula(formula, movesOf);
      if (moved !== null) workbook.names.getItem(name).formula = moved;
    }
    for (const { name, sheet, names: ofSheet, print } of own) {
      for (const item of ofSheet.items) {
        const formula: unknown = item.formula;
        const moved = typeof formula === 'string' ? grownFormula(formula, movesOf) : null;
        if (moved !== null) item.formula = moved;
      }
      if (print.isNullObject) continue;
      // Without the sheet, and with it in mind: only that sheet's rows count.
      const area = print.address
        .split(',')
        .map((each) => each.slice(each.lastIndexOf('!') + 1))
        .join(',');
      const moved = grownFormula(area, (sheetName) => movesOf(sheetName === '' ? name : lower(sheetName)));
      if (moved !== null) sheet.pageLayout.setPrintArea(moved);
    }
  };
}

/** Null: Excel itself has moved it well. */
function grownFormula(formula: string, movesOf: MovesOf): string | null {
  const moved = moveReferences(formula, NO_CELL, movesOf, () => undefined);
  return moved === leftAlone(formula, NO_CELL, movesOf) ? null : moved;
}
