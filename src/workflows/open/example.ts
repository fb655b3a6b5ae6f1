/** The example in an empty workbook: the Department's workbook at work, with values that nobody reported. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Programme } from '../../programme/schema';
import { executionSpec } from '../../sheets/execution-sheet';
import { META_SHEET } from '../../sheets/meta-sheet';
import type { OpenState } from '../../workbook/port';
import { createDepartmentWorkbook, registerSheets } from '../department-workbook';
import { exampleDepartment } from '../example/example-department';
import { planSheets, type Plan } from './plan';

/** `builtIn`: the programme that is filled with sample targets. For an empty workbook. */
export function planExample(builtIn: Programme, state: OpenState, today: CivilDate): Plan {
  const department = exampleDepartment(builtIn, today);
  const filled = new Map(
    [...registerSheets(department, today), executionSpec(department.execution, today)].map((spec) => [
      spec.name,
      spec,
    ]),
  );
  const specs = createDepartmentWorkbook(department.programme, today)
    .sheets.filter(({ name }) => name !== META_SHEET)
    .map((spec) => filled.get(spec.name) ?? spec);
  return planSheets(specs, state, [], {
    kind: 'department',
    facts: { programme: department.programme.code, created: today },
  });
}
