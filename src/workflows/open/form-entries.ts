/** What people have entered into a form that stands in the workbook, so that the form made again holds it. */
import { isCivilDate, type CivilDate } from '../../calendar/civil-date';
import { EMPTY, type Entry, type SubmissionRow } from '../../monitoring/submission';
import { columnTitle, formHeader, type FormColumnKey } from '../../sheets/form/form-columns';
import type { FormSheets } from '../../sheets/form/find-forms';
import { titleCell, type TitleField } from '../../sheets/form/title-sheet';
import { lookup, valueText } from '../../sheets/lookup';
import type { Grid, GridCell, GridSheet } from '../../workbook/grid';
import type { FormEntries } from '../issue-forms';

/** Only what an entry can hold: dates, formulas and errors in a value's cell are not here, and stay in their cells. */
export function readEntries(grid: Grid, { title, form }: FormSheets): FormEntries {
  const sheet = (name: string | null): GridSheet | undefined =>
    grid.sheets.find((candidate) => candidate.name === name);
  return { title: titleEntries(sheet(title)), rows: rowEntries(sheet(form)) };
}

function titleEntries(sheet: GridSheet | undefined): FormEntries['title'] {
  const cell = (field: TitleField): GridCell | undefined => sheet && titleCell(lookup(sheet), field)?.cell;
  const text = (field: TitleField): string => valueText(cell(field)?.value);
  const revision = text('revision').trim();
  return {
    revision: /^\d{1,2}$/.test(revision) ? Number(revision) : 0,
    head: text('head'),
    executor: text('executor'),
    phone: text('phone'),
    email: text('email'),
    filled: dateOf(cell('filled')),
  };
}

function dateOf(cell: GridCell | undefined): CivilDate | null {
  const { value } = cell ?? {};
  return value?.kind === 'date' && isCivilDate(value.iso) ? value.iso : null;
}

function rowEntries(sheet: GridSheet | undefined): readonly SubmissionRow[] {
  if (!sheet) return [];
  const at = lookup(sheet);
  const header = formHeader(at);
  if (!header) return [];
  const rows: SubmissionRow[] = [];
  for (const line of at.rows.filter((number) => number > header.row)) {
    const cell = (key: FormColumnKey): GridCell | undefined =>
      at.cell(line, header.columns.get(columnTitle(key)) ?? 0);
    const row = valueText(cell('row')?.value).trim();
    if (!/^\d/.test(row) || rows.some((known) => known.row === row)) continue;
    rows.push({
      row,
      fact: entryOf(cell('fact')),
      total: entryOf(cell('total')),
      reason: textOf(cell('reason')),
      evidence: textOf(cell('evidence')),
    });
  }
  return rows;
}

function entryOf(cell: GridCell | undefined): Entry {
  const { value, formula } = cell ?? {};
  if (formula !== undefined) return EMPTY;
  if (value?.kind === 'number') return { kind: 'number', number: value.number };
  return value?.kind === 'text' ? { kind: 'text', text: value.text } : EMPTY;
}

function textOf(cell: GridCell | undefined): string {
  return cell?.formula === undefined && cell?.value?.kind === 'text' ? cell.value.text : '';
}
