/** Steps of an official's work in an open workbook, as a face takes them: read, plan, put. */
import type { CivilDate } from '../../../src/calendar/civil-date';
import type { Quarter } from '../../../src/calendar/quarter';
import { issueForm } from '../../../src/monitoring/issue-form';
import { formInputs } from '../../../src/sheets/form/form-layout';
import type { FormSheets } from '../../../src/sheets/form/find-forms';
import { TITLE_FIELDS, type TitleField } from '../../../src/sheets/form/title-sheet';
import { FORM_COLUMN } from '../../../src/sheets/form/form-columns';
import { columnLetters } from '../../../src/workbook/grid';
import { inspectWorkbook, type Situation } from '../../../src/workflows/open/inspect';
import type { Plan } from '../../../src/workflows/open/plan';
import type { Department } from '../../../src/workflows/department-workbook';
import { addressOf, placeOf, sheetOf } from '../../fixtures/edit-grid';
import type { MemoryWorkbook } from '../../fixtures/memory-open-workbook';

export async function put<Made extends Plan>(book: MemoryWorkbook, plan: Made): Promise<Made> {
  await book.put(plan.changes, true);
  return plan;
}

type Opened = Extract<Situation, { kind: 'department' }>;

export function opened(book: MemoryWorkbook, today: CivilDate): Opened {
  const situation = inspectWorkbook(book.state(), today);
  if (situation.kind !== 'department') throw new Error(`The workbook is ${JSON.stringify(situation)}`);
  return situation;
}

export function formOf({ forms }: Opened, site: string, quarter: Quarter): FormSheets {
  const found = forms.find(
    ({ stamp }) =>
      stamp.site === site && stamp.quarter.year === quarter.year && stamp.quarter.number === quarter.number,
  );
  if (!found) throw new Error(`No form of ${site}`);
  return found;
}

/** Address of a row's cell in the standing form. */
export function cellOf(
  book: MemoryWorkbook,
  form: FormSheets,
  row: string,
  key: 'fact' | 'total' | 'reason' | 'evidence',
): string {
  const code = addressOf(sheetOf(book.state().grid, form.form ?? ''), row);
  return `${columnLetters(FORM_COLUMN[key])}${placeOf(code).row}`;
}

export function titleAddress(book: MemoryWorkbook, form: FormSheets, field: TitleField): string {
  const label = addressOf(sheetOf(book.state().grid, form.title ?? ''), TITLE_FIELDS[field]);
  return `B${placeOf(label).row}`;
}

/** Types a whole form as a school would: small numbers that no control refuses, and the people's names. */
export function fill(
  book: MemoryWorkbook,
  { programme, register }: Department,
  form: FormSheets,
  today: CivilDate,
): void {
  const site = programme.sites.find(({ code }) => code === form.stamp.site);
  if (!site) throw new Error(`No site ${form.stamp.site}`);
  const issued = issueForm(programme, register, site, form.stamp.quarter, today);
  for (const { indicator, key } of formInputs(issued)) {
    if (indicator.kind === 'percent') continue;
    const formRow = issued.rows.find((row) => row.indicator === indicator);
    const before = formRow?.previousTotal.kind === 'number' ? formRow.previousTotal.number : 0;
    const value = indicator.kind === 'yesno' ? 'да' : indicator.kind === 'text' ? 'проекты' : 10;
    const typed = key === 'total' && typeof value === 'number' ? before + value : value;
    book.type(form.form ?? '', { [cellOf(book, form, indicator.code, key)]: typed });
  }
  book.type(form.title ?? '', {
    [titleAddress(book, form, 'head')]: 'Петров П.П.',
    [titleAddress(book, form, 'executor')]: 'Иванова И.И.',
    [titleAddress(book, form, 'phone')]: '(4932) 00-00-00',
  });
}
