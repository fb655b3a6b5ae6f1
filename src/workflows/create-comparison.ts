/** The comparison of two quarters as a document of its own. */
import type { CivilDate } from '../calendar/civil-date';
import type { Quarter } from '../calendar/quarter';
import { compareTwoQuarters } from '../report/compare-quarters';
import { comparisonSpec } from '../sheets/comparison-sheet';
import { metaSpec } from '../sheets/meta-sheet';
import { COMPARISON_SHEET } from '../text/comparison';
import type { WorkbookSpec } from '../workbook/spec';
import type { Department } from './department-workbook';

export function createComparison(
  department: Department,
  first: Quarter,
  second: Quarter,
  today: CivilDate,
): WorkbookSpec {
  return {
    title: COMPARISON_SHEET,
    date: today,
    sheets: [
      comparisonSpec(compareTwoQuarters(department, first, second), today),
      metaSpec('comparison', { programme: department.programme.code }),
    ],
  };
}
