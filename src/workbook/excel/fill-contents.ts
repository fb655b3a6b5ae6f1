/** Contents of the cells that are filled: texts, numbers, dates as each cell's own format asks. */
import { isDateFormat } from '../date-format';
import { dateSerial } from '../date-serial';
import { replacePieces, type CellFilling, type SheetFilling } from '../fill';
import { cellAddress, type Grid } from '../grid';
import { hundredth, showsPercent } from '../percent-format';
import type { RowMoves } from '../row-moves';
import { typedText } from './enter-values';
import type { Sync } from './host-requests';
import { lower } from './standing';
import { areaStep, type Step } from './step';

export interface CellFormat {
  readonly format: string;
  readonly locked: boolean;
}

/** Of the cells that are filled, at their places before rows were added. */
export type CellFormats = (sheet: string, row: number, column: number) => CellFormat;

const UNKNOWN: CellFormat = { format: 'General', locked: true };

/** One request. */
export async function formatsOf(
  { worksheets }: Excel.Workbook,
  fillings: readonly SheetFilling[],
  sync: Sync,
): Promise<CellFormats> {
  const key = (sheet: string, address: string): string => `${lower(sheet)}!${address}`;
  const asked = new Map<string, { range: Excel.Range; protection: Excel.FormatProtection }>();
  for (const { sheet, cells } of fillings) {
    const target = worksheets.getItem(sheet);
    for (const { row, column, copy } of cells) {
      if (copy > 0) continue;
      const address = cellAddress(row, column);
      const range = target.getRange(address).load('numberFormat');
      asked.set(key(sheet, address), { range, protection: range.format.protection.load('locked') });
    }
  }
  if (asked.size > 0) await sync();
  return (sheet, row, column) => {
    const found = asked.get(key(sheet, cellAddress(row, column)));
    if (found === undefined) return UNKNOWN;
    const format: unknown = found.range.numberFormat[0]?.[0];
    // Null, of a merged area with both kinds of cells, is no leave to write.
    const locked: unknown = found.protection.locked;
    return { format: typeof format === 'string' ? format : UNKNOWN.format, locked: locked !== false };
  };
}

/** One step a row; cells between the filled ones are left alone. */
export function fillingSteps(
  { sheet, cells }: SheetFilling,
  moves: RowMoves | undefined,
  grid: Grid,
  formats: CellFormats,
  daysOff: number,
): readonly Step[] {
  const texts = new Map(
    (grid.sheets.find(({ name }) => lower(name) === lower(sheet))?.cells ?? []).map(
      ({ row, column, value }) => [cellAddress(row, column), value?.kind === 'text' ? value.text : ''],
    ),
  );
  const rows = new Map<number, Map<number, Content>>();
  for (const cell of cells) {
    const row = moves?.to(cell.row, cell.copy) ?? cell.row;
    const line = rows.get(row) ?? new Map<number, Content>();
    rows.set(row, line);
    const { format } = formats(sheet, cell.row, cell.column);
    const text = texts.get(cellAddress(cell.row, cell.column)) ?? '';
    const value = contentOf(cell, text, format, daysOff);
    line.set(cell.column, { value, isText: format === TEXT });
  }
  return [...rows].map(([row, line]) => rowStep(row, line));
}

interface Content {
  readonly value: string | number | boolean;
  /** The cell takes whatever is put into it for a text. */
  readonly isText: boolean;
}

const TEXT = '@';

/** Null leaves a cell as it is. A number stays one in a cell of text format, as it does in a file. */
function rowStep(row: number, line: ReadonlyMap<number, Content>): Step {
  const columns = [...line.keys()];
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const each = Array.from({ length: right - left + 1 }, (_, index) => line.get(left + index));
  const values = each.map((content) => content?.value ?? null);
  const numbers = each.map((content) => content?.isText === true && typeof content.value !== 'string');
  const formatted = (format: string): (string | null)[] =>
    numbers.map((isNumber) => (isNumber ? format : null));
  return areaStep(
    { top: row, left, bottom: row, right },
    3,
    (range) => {
      const hasNumbers = numbers.includes(true);
      if (hasNumbers) range.numberFormat = [formatted('General')];
      range.values = [values];
      if (hasNumbers) range.numberFormat = [formatted(TEXT)];
    },
    values,
  );
}

function contentOf(
  { filling }: CellFilling,
  text: string,
  format: string,
  daysOff: number,
): string | number | boolean {
  if (filling.kind === 'pieces') return typedText(replacePieces(text, filling.pieces), format);
  const { value, asText, percent } = filling;
  if (typeof value === 'object') {
    return isDateFormat(format) ? dateSerial(value.date) - daysOff : typedText(asText, format);
  }
  return typeof value === 'number' && percent && showsPercent(format) ? hundredth(value) : value;
}
