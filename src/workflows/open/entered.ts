/** What a school has entered into a form, as one text: whatever was entered alike has the same. */
import { formatStamp } from '../../sheets/stamp';
import { lookup } from '../../sheets/lookup';
import { columnTitle, formHeader, type FormColumnKey } from '../../sheets/form/form-columns';
import type { FormSheets } from '../../sheets/form/find-forms';
import { titleCell } from '../../sheets/form/title-sheet';
import type { Grid } from '../../workbook/grid';

const ENTERED_COLUMNS = ['fact', 'total', 'reason', 'evidence'] as const;
const ENTERED_FIELDS = ['revision', 'head', 'executor', 'phone', 'email', 'filled'] as const;

/**
 * `shares`: codes of rows that are calculated from others; their formulas are not part of it.
 *
 * A JSON array: the stamp; the title's fields; the form's rows, each with its code, fact, total, reason and evidence as
 * they are shown. What the form was issued with is not part of it, so that a form made again counts as the same.
 */
export function enteredText(
  grid: Grid,
  { stamp, title, form }: FormSheets,
  shares: ReadonlySet<string>,
): string {
  const titleSheet = grid.sheets.find(({ name }) => name === title);
  const fields = ENTERED_FIELDS.map((field) =>
    titleSheet ? (titleCell(lookup(titleSheet), field)?.text ?? '') : '',
  );
  return JSON.stringify([formatStamp(stamp), fields, rowsOf(grid, form, shares)]);
}

function rowsOf(
  grid: Grid,
  name: string | null,
  shares: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const sheet = grid.sheets.find((candidate) => candidate.name === name);
  if (!sheet) return [];
  const at = lookup(sheet);
  const header = formHeader(at);
  if (!header) return [];
  const column = (key: FormColumnKey): number => header.columns.get(columnTitle(key)) ?? 0;
  const rows: string[][] = [];
  for (const row of at.rows.filter((number) => number > header.row)) {
    const code = at.text(row, column('row'));
    const isCalculated = (of: number): boolean => shares.has(code) && at.cell(row, of)?.formula !== undefined;
    const entered = ENTERED_COLUMNS.map(column).map((of) => (isCalculated(of) ? '' : at.text(row, of)));
    if (code !== '') rows.push([code, ...entered]);
  }
  return rows;
}
