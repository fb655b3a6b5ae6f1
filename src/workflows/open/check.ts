/** Checks the forms that stand in the open workbook. */
import type { CivilDate } from '../../calendar/civil-date';
import { formatQuarter, type Quarter } from '../../calendar/quarter';
import { formFinding } from '../../controls/form-finding';
import { sheetNames, type FormSheets } from '../../sheets/form/find-forms';
import type { OpenState } from '../../workbook/port';
import { judgeForm, type CheckSource, type FormCheck } from '../check-form';
import { unread } from '../read-form';
import type { Situation } from './inspect';
import { formLabel, readOpenForm, readUnstamped } from './read-open-forms';

export type CheckScope =
  /** The form whose sheet is in view. */
  | { readonly kind: 'active' }
  | { readonly kind: 'quarter'; readonly quarter: Quarter }
  | { readonly kind: 'all' };

/**
 * One check for every form in scope, in the order in which the forms stand in the workbook; `file` names the form's
 * sheet. A school's own form is checked by the programme that it carries. Empty where there is no form in scope.
 */
export function checkOpenForms(
  state: OpenState,
  situation: Situation,
  scope: CheckScope,
  today: CivilDate,
): readonly FormCheck[] {
  if (situation.kind === 'form') {
    const { programme, sheets } = situation;
    if (!programme) return [withoutProgramme(sheets)];
    return [checked(state, sheets, { programme, register: null, today })];
  }
  if (situation.kind !== 'department') return [];
  const { programme, register } = situation.department;
  const source = { programme, register, today };
  const checks = formsInScope(state, situation.forms, scope).map((sheets) => checked(state, sheets, source));
  const lost = scope.kind === 'active' ? [] : readUnstamped(state.grid, source);
  return [...checks, ...lost.map((reading) => judgeForm(reading, source))];
}

/** The forms that a check of this scope looks at. */
export function formsInScope(
  { active }: Pick<OpenState, 'active'>,
  forms: readonly FormSheets[],
  scope: CheckScope,
): readonly FormSheets[] {
  switch (scope.kind) {
    case 'active':
      return forms.filter((form) => sheetNames(form).includes(active.sheet));
    case 'quarter':
      return forms.filter(({ stamp }) => formatQuarter(stamp.quarter) === formatQuarter(scope.quarter));
    case 'all':
      return forms;
  }
}

function checked({ grid }: OpenState, sheets: FormSheets, source: CheckSource): FormCheck {
  return judgeForm(readOpenForm(grid, sheets, source), source);
}

/** A form of an older product does not carry what it is checked by; its «Проверка» still works. */
function withoutProgramme(sheets: FormSheets): FormCheck {
  const file = formLabel(sheets);
  const { site, quarter, edition } = sheets.stamp;
  const finding = formFinding('programmeNotCarried', {}, { file, sheet: sheets.check });
  return { ...unread(file, [finding]), site, quarter, edition };
}
