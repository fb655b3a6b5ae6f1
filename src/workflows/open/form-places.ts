/** A form's sheet as it is to be written against the one that stands: what is where it was issued, and what was entered. */
import { lookup, valueText } from '../../sheets/lookup';
import { STYLES } from '../../workbook/styles';
import { cellAddress, type GridSheet } from '../../workbook/grid';
import type { CellSpec, SheetSpec } from '../../workbook/spec';
import { gridContents, specContent } from './content';

/** Labels, row codes and the table's header: the texts by which a form is read. */
const LABEL_STYLES = new Set<CellSpec['style']>(['label', 'head']);

/**
 * Whether every label, title of a column and code of a row stands where it was issued. Elsewhere than there a renewal
 * would write over what was entered.
 */
export function isAtItsPlace(spec: SheetSpec, sheet: GridSheet): boolean {
  const at = lookup(sheet);
  return spec.cells.every(({ row, column, value, style }) => {
    const isLabel = LABEL_STYLES.has(style) || (column === 1 && style === 'form-center');
    return !isLabel || typeof value !== 'string' || valueText(at.value(row, column)) === value;
  });
}

/**
 * The sheet without values for inputs in which something else stands, so that it stays: a formula, a date, a word.
 * `but`: the address of an input that is written all the same.
 */
export function leavingInputs(spec: SheetSpec, sheet: GridSheet, but?: string): SheetSpec {
  const standing = gridContents(sheet);
  const cells = spec.cells.map((cell): CellSpec => {
    const address = cellAddress(cell.row, cell.column);
    const content = standing.get(address);
    if (
      address === but ||
      !STYLES[cell.style].unlocked ||
      content === undefined ||
      content === specContent(cell)
    )
      return cell;
    const { row, column, style, format } = cell;
    return { row, column, style, ...(format === undefined ? {} : { format }) };
  });
  return { ...spec, cells };
}
