/** «Полнота», «Реестр» and «Журнал приёма» as the product wrote them into a workbook. */
import type { CivilDate } from '../../calendar/civil-date';
import { COMPLETENESS_SHEET } from '../../sheets/completeness-sheet';
import { shownDay } from '../../sheets/shown-day';
import type { Grid } from '../../workbook/grid';
import type { SheetSpec } from '../../workbook/spec';
import { registerSheets, sheetOf, type Department } from '../department-workbook';

/** The specs under the names that stand; for the day that «Полнота» shows. */
export function registerBefore(department: Department, grid: Grid): readonly SheetSpec[] {
  const board = sheetOf(grid, COMPLETENESS_SHEET);
  const day: CivilDate | undefined = board && shownDay(board.sheet);
  return day === undefined ? [] : registerSheets(department, day, grid);
}
