/** Forms of a quarter as sheets of the open workbook. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Quarter } from '../../calendar/quarter';
import type { OpenState } from '../../workbook/port';
import type { Department } from '../department-workbook';
import { issueForms } from '../issue-forms';
import { planSheets, type Plan } from './plan';

/** `siteCodes`: the schools chosen; those that do not report the quarter are left out, and a note says so. */
export function planFormSheets(
  department: Department,
  quarter: Quarter,
  siteCodes: readonly string[],
  state: OpenState,
  today: CivilDate,
): Plan {
  const issued = issueForms(department, quarter, today).filter(({ form }) =>
    siteCodes.includes(form.site.code),
  );
  return planSheets(
    issued.flatMap(({ workbook }) => workbook.sheets.slice(0, 3)),
    state,
  );
}
