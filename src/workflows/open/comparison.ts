/** The comparison of two quarters as a sheet of the open workbook, renewed where it stands. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Quarter } from '../../calendar/quarter';
import { compareTwoQuarters } from '../../report/compare-quarters';
import { comparisonSpec } from '../../sheets/comparison-sheet';
import type { OpenState } from '../../workbook/port';
import type { Department } from '../department-workbook';
import { planSheets, type Plan } from './plan';

export function planComparison(
  department: Department,
  first: Quarter,
  second: Quarter,
  state: OpenState,
  today: CivilDate,
): Plan {
  return planSheets([comparisonSpec(compareTwoQuarters(department, first, second), today)], state);
}
