/** Rows and cells of a sheet: numbered, found, and repeated with all that they hold. */
import { columnLetters, columnNumber } from '../grid';
import type { RowMoves } from '../row-moves';
import { childElement, childElements, createLike, documentOf, type Element } from './xml';

/** A row of the sheet as it was, or a copy of it. */
export interface SheetRow {
  readonly element: Element;
  /** The number that it had. */
  readonly row: number;
  readonly copy: number;
}

/**
 * The rows of a sheet, in order, with their copies put in and all numbered anew. Rows that had no number of their own,
 * which a file may leave out, get one.
 */
export function repeatRows(sheet: Element, moves: RowMoves): readonly SheetRow[] {
  const data = childElement(sheet, 'sheetData');
  if (!data) return [];
  let last = 0;
  const rows = childElements(data, 'row').map((element) => {
    const row = Number(element.getAttribute('r') ?? String(last + 1));
    last = row;
    nameCells(element, row);
    return { element, row, copy: 0 };
  });
  const copies = moves.blocks.flatMap((block) => {
    const own = rows.filter(({ row }) => row >= block.first && row <= block.last);
    const next = rows.find(({ row }) => row > block.last)?.element ?? null;
    return Array.from({ length: block.count - 1 }, (_, index) => index + 1).flatMap((copy) =>
      own.map(({ element, row }) => {
        const clone = documentOf(element).importNode(element, true);
        data.insertBefore(clone, next);
        return { element: clone, row, copy };
      }),
    );
  });
  const all = [...rows, ...copies];
  for (const { element, row, copy } of all) {
    const to = moves.to(row, copy);
    if (to === row) continue;
    element.setAttribute('r', String(to));
    nameCells(element, to);
  }
  return all;
}

/** The cell of a column (from 1) in a row; made where it is not there. */
export function cellIn({ element }: SheetRow, column: number): Element {
  const cells = childElements(element, 'c');
  const found = cells.find((cell) => columnOf(cell) === column);
  if (found) return found;
  const made = createLike(element, 'c');
  made.setAttribute('r', `${columnLetters(column)}${element.getAttribute('r') ?? ''}`);
  element.insertBefore(made, cells.find((cell) => columnOf(cell) > column) ?? null);
  return made;
}

/** Column (from 1) of a cell. */
export function columnOf(cell: Element): number {
  return columnNumber(/^[A-Za-z]+/.exec(cell.getAttribute('r') ?? '')?.[0] ?? '');
}

/** Gives the cells of a row addresses in a row of this number. */
function nameCells(row: Element, number: number): void {
  let last = 0;
  for (const cell of childElements(row, 'c')) {
    const column = cell.hasAttribute('r') ? columnOf(cell) : last + 1;
    last = column;
    const address = `${columnLetters(column)}${number}`;
    if (cell.getAttribute('r') !== address) cell.setAttribute('r', address);
  }
}
