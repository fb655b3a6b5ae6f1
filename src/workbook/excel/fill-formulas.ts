/** Formulas after rows were repeated: Excel moves most of them itself, these are the ones that it would leave behind. */
import type { FillRemark } from '../fill';
import { cellAddress, type GridSheet } from '../grid';
import { moveReferences, type FormulaPlace } from '../move-references';
import type { RowMoves } from '../row-moves';
import { areaStep, type Step } from './step';

export type MovesOf = (sheet: string) => RowMoves | undefined;

/**
 * Steps that write the formulas of a sheet that differ from what Excel makes of them, and all in copied rows. `closed`:
 * the sheet is not written to; a formula that should have changed becomes a remark, as does one that names a part of a
 * repeated block.
 */
export function movedFormulas(
  { name, cells }: GridSheet,
  movesOf: MovesOf,
  closed: boolean,
  remarks: FillRemark[],
): readonly Step[] {
  const own = movesOf(name);
  return cells.flatMap(({ row, column, formula }) => {
    if (formula === undefined || formula === '') return [];
    const copies = own?.blockOf(row)?.count ?? 1;
    return Array.from({ length: copies }, (_, copy) => copy).flatMap((copy): readonly Step[] => {
      const place = { sheet: name, cell: { row, copy } };
      const [toRow, address] = [own?.to(row, copy) ?? row, cellAddress(own?.to(row, copy) ?? row, column)];
      const remark = (): unknown => remarks.push({ sheet: name, cell: address });
      const moved = moveReferences(formula, place, movesOf, remark);
      if (copy === 0 && moved === leftAlone(formula, place, movesOf)) return [];
      if (closed) {
        remark();
        return [];
      }
      const area = { top: toRow, left: column, bottom: toRow, right: column };
      return [areaStep(area, 1, (range) => (range.formulas = [[`=${moved}`]]), moved)];
    });
  });
}

/** What Excel makes of a formula when rows are put in below a block: ranges that end with the block stay as long as they are. */
export function leftAlone(formula: string, place: FormulaPlace, movesOf: MovesOf): string {
  const inserted = (sheet: string): RowMoves | undefined => {
    const moves = movesOf(sheet);
    return (
      moves && {
        ...moves,
        grown: ({ top, bottom }) => ({ top: moves.to(top), bottom: moves.to(bottom), whole: true }),
      }
    );
  };
  return moveReferences(formula, place, inserted, () => undefined);
}
