/** From the cells and areas of a sheet's part to the cells of the grid. */
import type { GridCell } from '../../grid';
import type { Area } from './address';
import { coveringArea } from './covering-area';
import { ReadFailure } from './failure';
import type { Relations } from './package';
import type { SheetPart } from './sheet-part';

/**
 * The cells in reading order, without all but the first of a merged area and without those that turned out to be empty,
 * with links; called when the shared strings have been read. `relations`: those of the sheet.
 */
export function gridCells(sheet: SheetPart, part: string, relations: Relations): GridCell[] {
  sortCells(sheet.cells, part);
  const mergeOf = coveringArea(sheet.merges);
  const formulaAreaOf = coveringArea(sheet.formulaAreas);
  const linkOf = coveringArea(sheet.links);
  const cells: GridCell[] = [];
  for (const cell of sheet.cells) {
    const { row, column, value } = cell;
    const merge = mergeOf(row, column);
    if (merge !== undefined && !isFirst(merge, cell)) {
      continue;
    }
    const isFormula = cell.formula !== undefined || formulaAreaOf(row, column) !== undefined;
    if (!isFormula && value?.kind === 'text' && value.text === '') {
      continue;
    }
    const link = linkOf(row, column);
    const relation = link === undefined ? undefined : relations.get(link.relation);
    const plain = isFormula && cell.formula === undefined ? { ...cell, formula: '' } : cell;
    cells.push(relation?.external === true ? { ...plain, link: relation.target } : plain);
  }
  return cells;
}

function isFirst(area: Area, cell: GridCell): boolean {
  return area.top === cell.row && area.left === cell.column;
}

/** Two cells of one address are two answers to one question: neither is taken. */
function sortCells(cells: GridCell[], part: string): void {
  if (indexOutOfOrder(cells) < 0) {
    return;
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const twin = cells[indexOutOfOrder(cells)];
  if (twin !== undefined) {
    throw new ReadFailure(
      'unreadable-part',
      `${part}: row ${twin.row}, column ${twin.column} is there twice`,
    );
  }
}

/** The first cell that does not stand behind the one before it; -1 where all do. */
function indexOutOfOrder(cells: readonly GridCell[]): number {
  let row = 0;
  let column = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell !== undefined) {
      if (cell.row < row || (cell.row === row && cell.column <= column)) {
        return index;
      }
      row = cell.row;
      column = cell.column;
    }
  }
  return -1;
}
