/** What a cell holds, as one text that can be compared: of a sheet as it is to be written, and as it was read. */
import { cellAddress, type GridCell, type GridSheet, type GridValue } from '../../workbook/grid';
import type { CellSpec, SheetSpec, SpecValue } from '../../workbook/spec';

/** Contents of a sheet's cells by address; empty cells are not there. */
export type Contents = ReadonlyMap<string, string>;

export function specContents({ cells }: SheetSpec): Contents {
  return new Map(
    cells.flatMap((cell) => {
      const content = specContent(cell);
      return content === null ? [] : [[cellAddress(cell.row, cell.column), content] as const];
    }),
  );
}

export function gridContents({ cells }: Pick<GridSheet, 'cells'>): Contents {
  return new Map(
    cells.flatMap((cell) => {
      const content = gridContent(cell);
      return content === null ? [] : [[cellAddress(cell.row, cell.column), content] as const];
    }),
  );
}

/** Null where the cell is to be empty. */
export function specContent({ value, formula }: CellSpec): string | null {
  if (formula !== undefined) return formulaContent(formula);
  return value === undefined ? null : valueContent(value);
}

function gridContent({ value, formula }: GridCell): string | null {
  if (formula !== undefined && formula !== '') return formulaContent(formula);
  return value === undefined ? null : gridValueContent(value);
}

function valueContent(value: SpecValue): string | null {
  if (typeof value === 'string') return textContent(value);
  // Excel makes texts of numbers in cells of text format; what is shown is the same.
  if (typeof value === 'number') return textContent(String(value));
  return typeof value === 'boolean' ? `b${String(value)}` : `d${value.date}`;
}

function gridValueContent(value: GridValue): string | null {
  switch (value.kind) {
    case 'text':
      return textContent(value.text);
    case 'number':
      return textContent(String(value.number));
    case 'boolean':
      return `b${String(value.boolean)}`;
    case 'date':
      return `d${value.iso}`;
    case 'error':
      return `e${value.error}`;
  }
}

function textContent(text: string): string | null {
  const plain = text.replaceAll(/\r\n?/g, '\n');
  return plain === '' ? null : `t${plain}`;
}

/** Excel writes formulas its own way: without quotes and spaces that are not needed. Texts in them stay as they are. */
function formulaContent(formula: string): string {
  const plain = formula.replaceAll(/("(?:[^"]|"")*")|['\s]/g, (_, text: string | undefined) => text ?? '');
  return `f${plain}`;
}
