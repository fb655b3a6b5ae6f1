/** «Дорожная карта» and «Исполнение» brought up to date where they stand. */
import type { CivilDate } from '../../calendar/civil-date';
import { executionSpec } from '../../sheets/execution-sheet';
import { roadmapSpec } from '../../sheets/roadmap-sheet';
import type { OpenState } from '../../workbook/port';
import type { Department } from '../department-workbook';
import { planSheets, type Plan } from './plan';

export function planRoadmap(department: Department, state: OpenState, today: CivilDate): Plan {
  const specs = [roadmapSpec(department.programme), executionSpec(department.execution, today)];
  return planSheets(specs, state, specs);
}
