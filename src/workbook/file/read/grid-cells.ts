/** From the cells and areas of a sheet's part to the cells of the grid. */
import type { GridCell, GridValue } from '../../grid';
import type { Area } from './address';
import { coveringArea } from './covering-area';
import { ReadFailure } from './failure';
import type { Relation } from './package';
import type { SheetCell, SheetPart } from './sheet-part';

export interface GridCellsContext {
  readonly part: string;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly textOf: (index: number) => GridValue;
}

/** Puts the cells in reading order, leaves out all but the first of a merged area, adds texts and links. */
export function gridCells(sheet: SheetPart, context: GridCellsContext): GridCell[] {
  sortCells(sheet.cells, context.part);
  const mergeOf = coveringArea(sheet.merges);
  const formulaAreaOf = coveringArea(sheet.formulaAreas);
  const linkOf = coveringArea(sheet.links);
  const cells: GridCell[] = [];
  for (const cell of sheet.cells) {
    const { row, column } = cell;
    const merge = mergeOf(row, column);
    if (merge === undefined || isFirst(merge, cell)) {
      const value = cell.value?.kind === 'shared' ? context.textOf(cell.value.index) : cell.value;
      const formula = cell.formula ?? (formulaAreaOf(row, column) === undefined ? undefined : '');
      if (formula !== undefined || value?.kind !== 'text' || value.text !== '') {
        const relation = context.relations.get(linkOf(row, column)?.relation ?? '');
        cells.push(
          gridCell(row, column, value, formula, relation?.external === true ? relation.target : undefined),
        );
      }
    }
  }
  return cells;
}

/** Only what is there: an absent value and one that is undefined are not the same to whoever compares grids. */
function gridCell(
  row: number,
  column: number,
  value: GridValue | undefined,
  formula: string | undefined,
  link: string | undefined,
): GridCell {
  const cell: { -readonly [Key in keyof GridCell]: GridCell[Key] } = { row, column };
  if (value !== undefined) {
    cell.value = value;
  }
  if (formula !== undefined) {
    cell.formula = formula;
  }
  if (link !== undefined) {
    cell.link = link;
  }
  return cell;
}

function isFirst(area: Area, cell: SheetCell): boolean {
  return area.top === cell.row && area.left === cell.column;
}

/** Two cells of one address are two answers to one question: neither is taken. */
function sortCells(cells: SheetCell[], part: string): void {
  const order = (a: SheetCell, b: SheetCell): number => a.row - b.row || a.column - b.column;
  const inOrder = (cell: SheetCell, index: number): boolean => {
    const before = cells[index - 1];
    return before === undefined || order(before, cell) < 0;
  };
  if (cells.every(inOrder)) {
    return;
  }
  cells.sort(order);
  const twin = cells.find((cell, index) => !inOrder(cell, index));
  if (twin !== undefined) {
    throw new ReadFailure(
      'unreadable-part',
      `${part}: row ${twin.row}, column ${twin.column} is there twice`,
    );
  }
}
