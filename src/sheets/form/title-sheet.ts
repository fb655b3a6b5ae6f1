/** «Титул»: who reports, for what, and the fields that the school fills. */
import { formatRussian, type CivilDate } from '../../calendar/civil-date';
import { quarterTitle } from '../../calendar/quarter';
import type { IssuedForm } from '../../monitoring/issue-form';
import { cellAddress, type GridCell } from '../../workbook/grid';
import type { SheetSpec } from '../../workbook/spec';
import { sheetBuilder, workingPrint } from '../builder';
import { sameWords, valueText, type SheetLookup } from '../lookup';
import { formatStamp } from '../stamp';
import { editionText } from './edition-text';

export const TITLE_SHEET = 'Титул';

export const TITLE_FIELDS = {
  site: 'Школа',
  municipality: 'Муниципальное образование',
  quarter: 'Отчётный период',
  edition: 'Редакция концепции',
  issued: 'Форма выдана',
  due: 'Срок сдачи',
  revision: 'Номер корректировки (0 – первичная форма)',
  head: 'Руководитель (фамилия, имя, отчество)',
  executor: 'Исполнитель (фамилия, имя, отчество)',
  phone: 'Телефон исполнителя',
  email: 'Электронная почта исполнителя',
  filled: 'Дата заполнения',
} as const;

export type TitleField = keyof typeof TITLE_FIELDS;

/** Without these a form is not accepted. */
export const REQUIRED_TITLE_FIELDS = ['head', 'executor', 'phone'] as const satisfies readonly TitleField[];

/** What the school fills in; empty texts stand as empty cells. */
export interface TitleEntries {
  readonly revision: number;
  readonly head: string;
  readonly executor: string;
  readonly phone: string;
  readonly email: string;
  readonly filled: CivilDate | null;
}

const FIRST_ROW = 4;

/** Where a field's value stands in a title as it is issued. */
export function titlePlace(field: TitleField): { readonly row: number; readonly column: number } {
  return { row: FIRST_ROW + Object.keys(TITLE_FIELDS).indexOf(field), column: 2 };
}

export function titleSpec(form: IssuedForm, entries?: TitleEntries): SheetSpec {
  const sheet = sheetBuilder(TITLE_SHEET, [44, 56]);
  sheet.span(1, 1, 2, 'Мониторинг показателей школьного «Кванториума»', 'title-wrap');
  sheet.span(2, 1, 2, form.programmeTitle, 'note');
  const fixed: Partial<Record<TitleField, string>> = {
    site: form.site.name,
    municipality: form.site.municipality,
    quarter: quarterTitle(form.quarter),
    edition: editionText(form.edition),
    issued: formatRussian(form.issuedOn),
    due: formatRussian(form.due),
  };
  (Object.keys(TITLE_FIELDS) as TitleField[]).forEach((field, index) => {
    const row = FIRST_ROW + index;
    sheet.put(row, 1, TITLE_FIELDS[field], 'label');
    const text = fixed[field];
    if (text !== undefined) sheet.put(row, 2, text, 'form-text');
    else if (field === 'filled')
      sheet.put(row, 2, entries?.filled ? { date: entries.filled } : null, 'edit-date');
    else if (field === 'revision') {
      sheet.put(row, 2, entries?.revision ?? 0, 'edit-number');
      sheet.validate({
        area: { top: row, left: 2, bottom: row, right: 2 },
        rule: { kind: 'whole', min: 0, max: 99 },
        blank: false,
        level: 'stop',
        title: 'Номер корректировки',
        message: 'Целое число: 0 – первичная форма, 1, 2, 3… – корректировки.',
      });
    } else sheet.put(row, 2, textOrNull(entries?.[field as 'head']), 'edit-text');
  });
  sheet.span(sheet.lastRow() + 2, 1, 2, formatStamp(form.stamp), 'note');
  return sheet.build({
    print: workingPrint('portrait'),
    protection: { allow: ['formatColumns', 'formatRows'] },
    tab: 'input',
  });
}

/** The cell beside a field's label; undefined where the label is not on the sheet. */
export function titleCell(
  sheet: SheetLookup,
  field: TitleField,
): { readonly address: string; readonly cell: GridCell | undefined; readonly text: string } | undefined {
  const label = sheet.sheet.cells.find(
    ({ value }) => value?.kind === 'text' && sameWords(value.text, TITLE_FIELDS[field]),
  );
  if (!label) return undefined;
  const cell = sheet.cell(label.row, label.column + 1);
  return { address: cellAddress(label.row, label.column + 1), cell, text: valueText(cell?.value).trim() };
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
