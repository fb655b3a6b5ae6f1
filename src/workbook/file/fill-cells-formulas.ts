/** Formulas of a sheet whose rows, or the rows that they name, have moved. */
import type { FillObstacle } from '../fill';
import { grownArea, rangeOf } from './fill-cells-areas';
import { columnOf, type SheetRow } from './fill-cells-grid';
import { moveReferences, offsetReferences } from '../move-references';
import type { RowMoves } from '../row-moves';
import { childElement, childElements, type Element } from './xml';

export interface FormulaMoves {
  readonly sheet: string;
  readonly movesOf: (sheet: string) => RowMoves | undefined;
  readonly obstacle: (kind: FillObstacle['kind'], where: string) => void;
  /** A formula that names a part of a repeated block keeps to its first copy; the address of its cell. */
  readonly doubt: (where: string) => void;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Formulas that cells share are written out, each in its own cell: their copies would not agree any more. */
export function moveFormulas(rows: readonly SheetRow[], to: FormulaMoves): void {
  const cells = rows.flatMap((line) => childElements(line.element, 'c').map((cell) => ({ cell, line })));
  const shared = new Map<string, SharedFormula>();
  for (const { cell, line } of cells) {
    const formula = childElement(cell, 'f');
    const text = formula?.textContent ?? '';
    if (line.copy === 0 && formula?.getAttribute('t') === 'shared' && text !== '') {
      shared.set(formula.getAttribute('si') ?? '', { text, row: line.row, column: columnOf(cell) });
    }
  }
  for (const { cell, line } of cells) {
    const formula = childElement(cell, 'f');
    if (formula) moveFormula(formula, cell, line, shared, to);
  }
}

function moveFormula(
  formula: Element,
  cell: Element,
  line: SheetRow,
  shared: ReadonlyMap<string, SharedFormula>,
  to: FormulaMoves,
): void {
  const where = cell.getAttribute('r') ?? '';
  const kind = formula.getAttribute('t') ?? 'normal';
  let text = formula.textContent ?? '';
  if (kind === 'dataTable') {
    to.obstacle('data-table', where);
    return;
  }
  if (kind === 'shared') {
    const origin = shared.get(formula.getAttribute('si') ?? '');
    if (!origin) return;
    text = offsetReferences(origin.text, line.row - origin.row, columnOf(cell) - origin.column);
    for (const name of ['t', 'si', 'ref']) formula.removeAttribute(name);
  }
  const own = to.movesOf(to.sheet);
  const area = kind === 'array' ? formula.getAttribute('ref') : null;
  if (area !== null && own) {
    const range = rangeOf(area);
    const block = range && own.blocks.find(({ first, last }) => first <= range.bottom && last >= range.top);
    if (block && range.top !== range.bottom) to.obstacle('array-formula', area);
    else
      formula.setAttribute(
        'ref',
        block ? area.replace(/\d+/g, String(own.to(line.row, line.copy))) : grownArea(area, own),
      );
  }
  const moved = moveReferences(text, { sheet: to.sheet, cell: line }, to.movesOf, () => to.doubt(where));
  if (moved !== formula.textContent) formula.textContent = moved;
}

/** Takes away the results of formulas, which were those of the placeholders; whoever opens the workbook calculates them. */
export function forgetResults(sheet: Element): boolean {
  let found = false;
  for (const row of childElements(childElement(sheet, 'sheetData') ?? sheet, 'row')) {
    for (const cell of childElements(row, 'c')) {
      const value = childElement(cell, 'v');
      if (!childElement(cell, 'f')) continue;
      found = true;
      if (value) cell.removeChild(value);
      cell.removeAttribute('t');
    }
  }
  return found;
}
