/** A sheet as it stands, taken for the product's own: for what is written again elsewhere on the same sheet. */
import { specValue } from '../../sheets/codecs';
import type { GridCell, GridSheet } from '../../workbook/grid';
import type { CellSpec, SheetSpec } from '../../workbook/spec';

/** The spec's sheet with what stands now in the spec's columns of these places; all other cells are a person's. */
export function asWritten(
  spec: SheetSpec,
  sheet: GridSheet,
  isOurs: (row: number, column: number) => boolean,
): SheetSpec {
  return withCells(
    spec,
    sheet.cells.filter(({ row, column }) => column <= spec.columns.length && isOurs(row, column)),
  );
}

/** The spec's sheet with nothing but these cells. */
export function withCells(spec: SheetSpec, cells: readonly GridCell[]): SheetSpec {
  return {
    ...spec,
    cells: cells.map(({ row, column, value, formula }): CellSpec => {
      const shown = value && specValue(value);
      return {
        row,
        column,
        style: 'meta',
        ...(shown === undefined ? {} : { value: shown }),
        ...(formula === undefined || formula === '' ? {} : { formula }),
      };
    }),
  };
}
