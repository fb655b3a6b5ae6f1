/** «Дорожная карта», «Исполнение» and what «Сводка» says of them, brought up to date where they stand. */
import type { CivilDate } from '../../calendar/civil-date';
import type { ExecutionLine } from '../../monitoring/execution';
import { progress } from '../../report/progress';
import { DASHBOARD_SHEET, dashboardDay, dashboardSpec } from '../../sheets/dashboard/dashboard-sheet';
import {
  EXECUTION_DAY,
  EXECUTION_FIRST_ROW,
  EXECUTION_SHEET,
  executionCodes,
  executionDay,
  executionSpec,
  executionWidth,
  strayLines,
} from '../../sheets/execution-sheet';
import { renameSheets } from '../../sheets/rename-sheets';
import { roadmapSpec } from '../../sheets/roadmap-sheet';
import { OPEN_TEXTS } from '../../text/open';
import type { GridSheet } from '../../workbook/grid';
import type { OpenState } from '../../workbook/port';
import type { SheetSpec } from '../../workbook/spec';
import { sheetOf, type Department } from '../department-workbook';
import { leavingInputs } from './form-places';
import { digestOf, memoryOf } from './memory';
import { asWritten } from './as-written';
import { planSheets, type Plan } from './plan';

/**
 * What officials wrote into the roadmap was read with the programme and is written again. Lines of «Исполнение» keep
 * their rows, new ones follow; where that is not possible, dates, documents and reasons go with their checkpoint. Marks
 * of a checkpoint that the roadmap no longer has stay at the bottom, with a note.
 */
export function planRoadmap(department: Department, state: OpenState, today: CivilDate): Plan {
  const { programme, execution, names = new Map<string, string>() } = department;
  const roadmap = roadmapSpec(programme);
  const dashboard = dashboardSpec(progress(department, today));
  const others = dashboardBefore(department, state);
  const standing = sheetOf(state.grid, EXECUTION_SHEET)?.sheet;
  if (!standing)
    return planSheets(
      [roadmap, executionSpec(execution, today), dashboard],
      state,
      named([roadmap, ...others], names),
    );

  const codes = executionCodes(standing);
  const stray = strayLines(
    standing,
    execution.map(({ checkpoint }) => checkpoint),
  );
  const lines = [...inOrderOf([...codes.values()], execution), ...stray];
  const shown = executionDay(standing);
  const spec = executionSpec(lines, dayFor(standing, state, shown, today));
  const rowOf = (index: number): number => EXECUTION_FIRST_ROW + index;
  const width = executionWidth(standing);
  const isOurs = (row: number, column: number): boolean =>
    column <= width && (row < EXECUTION_FIRST_ROW || isCheckpointCode(codes.get(row) ?? ''));
  const isInPlace =
    lines.every(({ checkpoint }, index) => codes.get(rowOf(index)) === checkpoint.code) &&
    ![...codes].some(([row, code]) => row >= rowOf(lines.length) && isCheckpointCode(code));
  const before = isInPlace ? executionSpec(lines, shown ?? today) : asWritten(spec, standing, isOurs);
  const plan = planSheets(
    [roadmap, isInPlace ? leavingInputs(spec, standing, EXECUTION_DAY) : spec, dashboard],
    state,
    named([roadmap, before, ...others], names),
  );
  const notes = stray.map(({ checkpoint }) => OPEN_TEXTS.checkpointLost(checkpoint.code));
  return { ...plan, notes: [...plan.notes, ...notes] };
}

/** «Сводка» as it was written for the day that it shows. */
function dashboardBefore(department: Department, { grid }: OpenState): readonly SheetSpec[] {
  const standing = sheetOf(grid, department.names?.get(DASHBOARD_SHEET) ?? DASHBOARD_SHEET);
  const day = standing && dashboardDay(standing.sheet);
  return day === undefined ? [] : [dashboardSpec(progress(department, day))];
}

/** «3» or «9/01.10.2021»: a line that the product wrote. */
function isCheckpointCode(code: string): boolean {
  return /^\d+(\/\d{2}\.\d{2}\.\d{4})?$/.test(code);
}

/** The sheet's own order first, then what it does not have yet. */
function inOrderOf(codes: readonly string[], lines: readonly ExecutionLine[]): readonly ExecutionLine[] {
  const place = ({ checkpoint }: ExecutionLine): number => {
    const index = codes.indexOf(checkpoint.code);
    return index < 0 ? codes.length : index;
  };
  return [...lines].sort((a, b) => place(a) - place(b));
}

/** Today, unless an official has set the day: then theirs. */
function dayFor(
  standing: GridSheet,
  { grid }: OpenState,
  shown: CivilDate | undefined,
  today: CivilDate,
): CivilDate {
  const written = memoryOf(grid).get(standing.name)?.cells.get(EXECUTION_DAY);
  return shown === undefined || written === digestOf(`d${shown}`) ? today : shown;
}

function named(specs: readonly SheetSpec[], names: ReadonlyMap<string, string>): readonly SheetSpec[] {
  return renameSheets(specs, { sheets: names });
}
