/** Where the rows and inputs of a form stand as it is issued; «Проверка» and the form's own formats refer to them. */
import type { IssuedForm } from '../../monitoring/issue-form';
import type { Indicator } from '../../programme/schema';
import { FORM_COLUMN } from './form-columns';

export const FORM_SHEET = 'Форма';
export const CHECK_SHEET = 'Проверка';
export const FORM_HEADER_ROW = 6;

/** Name of the range on «Проверка» that says of each input whether it is concerned by an error or a warning. */
export const MARKS_NAME = 'form_marks';
export const MARK = { error: 2, warning: 1, none: 0 } as const;

/** A fact or a running total that a form reports. */
export interface FormInput {
  readonly indicator: Indicator;
  readonly key: 'fact' | 'total';
  readonly row: number;
  readonly column: number;
}

/** All reported values of a form in its order, calculated shares included; the marks stand in this order. */
export function formInputs({ rows }: Pick<IssuedForm, 'rows'>): readonly FormInput[] {
  return rows.flatMap(({ indicator, hasTotal }, index) => {
    if (indicator.kind === 'heading') return [];
    const keys = hasTotal ? (['fact', 'total'] as const) : (['fact'] as const);
    const row = FORM_HEADER_ROW + 1 + index;
    return keys.map((key) => ({ indicator, key, row, column: FORM_COLUMN[key] }));
  });
}

/** The row numbers of the indicators, by code. */
export function formRowNumbers({ rows }: Pick<IssuedForm, 'rows'>): ReadonlyMap<string, number> {
  return new Map(rows.map(({ indicator }, index) => [indicator.code, FORM_HEADER_ROW + 1 + index]));
}
