/** The Department's workbook: made from a programme, and read back into programme, register, log and execution. */
import type { CivilDate } from '../calendar/civil-date';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { checkProgrammeControls } from '../controls/check-programme';
import { completeness } from '../monitoring/completeness';
import { NOTHING_DONE, type ExecutionLine } from '../monitoring/execution';
import type { LogEntry, Register } from '../monitoring/register';
import { programmeCheckpoints } from '../programme/checkpoints';
import { parseProgramme } from '../programme/load-programme';
import { cellProblem } from '../sheets/cell-problem';
import type { ProgrammeProblem } from '../programme/problem';
import type { Programme } from '../programme/schema';
import { progress } from '../report/progress';
import { COMPLETENESS_SHEET, completenessSpec } from '../sheets/completeness-sheet';
import { DASHBOARD_SHEET, dashboardSpec, isDashboard } from '../sheets/dashboard/dashboard-sheet';
import { EXECUTION_SHEET, executionProblems, executionSpec, readExecution } from '../sheets/execution-sheet';
import { fieldOf, type Json } from '../sheets/fields';
import { LOG_SHEET, logProblems, logSpec, readLog } from '../sheets/log-sheet';
import { findSheet, type SheetLookup } from '../sheets/lookup';
import { isDepartmentWorkbook, metaSpec, standingNames } from '../sheets/meta-sheet';
import {
  CONTROLS_TABLE,
  EDITIONS_TABLE,
  INDICATORS_TABLE,
  RESPONSIBLES_TABLE,
  SITES_TABLE,
  TARGETS_TABLE,
} from '../sheets/programme-tables';
import { renameSheets } from '../sheets/rename-sheets';
import { REGISTER_SHEET, readRegister, registerProblems, registerSpec } from '../sheets/register-sheet';
import { ROADMAP_SHEET, readRoadmap, roadmapSpec } from '../sheets/roadmap-sheet';
import { SETTINGS_SHEET, readSettings, settingsSpec } from '../sheets/settings-sheet';
import { readWatch, type WatchLine } from '../sheets/watch-sheet';
import {
  readTable,
  tableSpec,
  type TableReading,
  type TableSheet,
  type WrongCell,
} from '../sheets/table-sheet';
import { WATCH_SHEET } from '../text/watch';
import type { Grid, GridSheet } from '../workbook/grid';
import { freeSheetName, isNameFor } from '../workbook/sheet-name';
import type { SheetSpec, WorkbookSpec } from '../workbook/spec';

export interface Department {
  readonly programme: Programme;
  readonly register: Register;
  readonly log: readonly LogEntry[];
  readonly execution: readonly ExecutionLine[];
  /** «На контроле», where the workbook has that sheet. */
  readonly watched?: Watched;
  /** Under which names the sheets stand, where they are not the product's own (`standingNames`). */
  readonly names?: ReadonlyMap<string, string>;
}

/** What an official keeps on control. */
export interface Watched {
  readonly lines: readonly WatchLine[];
  /** Cells that were not understood; their lines are there as far as they go, and nothing else stops. */
  readonly problems: readonly Finding[];
}

type ListName = 'sites' | 'editions' | 'indicators' | 'targets' | 'controls' | 'responsibles';

const TABLES: readonly (readonly [ListName, TableSheet])[] = [
  ['sites', SITES_TABLE],
  ['indicators', INDICATORS_TABLE],
  ['targets', TARGETS_TABLE],
  ['controls', CONTROLS_TABLE],
  ['editions', EDITIONS_TABLE],
  ['responsibles', RESPONSIBLES_TABLE],
];

/** A new workbook: the programme's sheets filled, register and log empty. */
export function createDepartmentWorkbook(programme: Programme, today: CivilDate): WorkbookSpec {
  const execution = programmeCheckpoints(programme).checkpoints.map((checkpoint) => ({
    checkpoint,
    ...NOTHING_DONE,
  }));
  return {
    title: programme.act.title,
    date: today,
    sheets: [
      roadmapSpec(programme),
      executionSpec(execution, today),
      ...registerSheets({ programme, register: [], log: [], execution }, today),
      ...TABLES.map(([list, table]) => tableSpec(table, programme[list])),
      settingsSpec(programme),
      metaSpec('department', { programme: programme.code, created: today }),
    ],
  };
}

/**
 * The sheets that intake renews: «Полнота», «Сводка», «Реестр», «Журнал приёма». `standing`: the workbook in which they are
 * renewed where they stand, so that every line keeps its row.
 */
export function registerSheets(source: Department, today: CivilDate, standing?: Grid): readonly SheetSpec[] {
  const register = standing && sheetOf(standing, REGISTER_SHEET)?.sheet;
  const specs = [
    completenessSpec(completeness(source, today), today, COMPLETENESS_SHEET),
    dashboardSpec(progress(source, today)),
    registerSpec(source.register, source.programme, register),
    logSpec(source.log, standing ? 'given' : 'sorted'),
  ];
  return renameSheets(specs, { sheets: source.names ?? new Map<string, string>() });
}

/** A sheet of the Department's workbook by what the product calls it, whatever name it stands under. */
export function sheetOf(grid: Grid, role: string): SheetLookup | undefined {
  return findSheet(grid, standingNames(grid).get(role) ?? role);
}

/** Reads the workbook; where a sheet or a value is wrong, findings say where, and nothing is read. */
export function readDepartmentWorkbook(
  grid: Grid,
  file: string,
):
  | { readonly ok: true; readonly department: Department }
  | { readonly ok: false; readonly findings: readonly Finding[] } {
  const fail = (...findings: Finding[]): { ok: false; findings: Finding[] } => ({ ok: false, findings });
  if (!isDepartmentWorkbook(grid)) return fail(formFinding('notDepartment', {}, { file }));
  const read = readProgramme(grid, file);
  if (!read.ok) return fail(...read.findings);
  const { programme } = read;
  const registerSheet = sheetOf(grid, REGISTER_SHEET);
  const logSheet = sheetOf(grid, LOG_SHEET);
  const executionSheet = sheetOf(grid, EXECUTION_SHEET);
  const wrong = [
    ...named(registerSheet, (sheet) => registerProblems(sheet, programme), file),
    ...named(logSheet, logProblems, file),
    ...named(executionSheet, executionProblems, file),
  ];
  if (wrong.length > 0) return fail(...wrong);
  const register = registerSheet && readRegister(registerSheet.sheet, programme);
  const log = logSheet && readLog(logSheet.sheet);
  if (!register) return fail(formFinding('sheetMissing', { sheet: REGISTER_SHEET }, { file }));
  if (!log) return fail(formFinding('sheetMissing', { sheet: LOG_SHEET }, { file }));
  const { checkpoints } = programmeCheckpoints(programme);
  const execution = readExecution(executionSheet?.sheet, checkpoints);
  const watched = watchedIn(grid, programme, file);
  const department = { programme, register, log, execution, names: namesIn(grid) };
  return { ok: true, department: watched ? { ...department, watched } : department };
}

/**
 * «_meta» of a workbook that was made on the command line names no sheets, and one made by an older product has no
 * «Сводка»: it is known by what it shows, and a person's sheet of that name is left alone.
 */
function namesIn(grid: Grid): ReadonlyMap<string, string> {
  const names = standingNames(grid);
  if (names.has(DASHBOARD_SHEET)) return names;
  const own = grid.sheets.find((sheet) => isNameFor(DASHBOARD_SHEET, sheet.name) && isDashboard(sheet));
  const taken = grid.sheets.map(({ name }) => name);
  return new Map([...names, [DASHBOARD_SHEET, own?.name ?? freeSheetName(DASHBOARD_SHEET, taken)]]);
}

function watchedIn(grid: Grid, programme: Programme, file: string): Watched | undefined {
  const found = sheetOf(grid, WATCH_SHEET);
  const reading = found && readWatch(found.sheet, programme);
  if (!reading) return undefined;
  return { lines: reading.lines, problems: named(found, () => reading.wrong, file) };
}

function named(
  found: SheetLookup | undefined,
  problems: (sheet: GridSheet) => readonly WrongCell[],
  file: string,
): readonly Finding[] {
  return (found ? problems(found.sheet) : []).map(({ cell, ...args }) =>
    formFinding('cellWrong', args, { file, sheet: found?.name ?? null, cell, left: args.value }),
  );
}

/** The programme as the workbook's sheets hold it. */
export function readProgramme(
  grid: Grid,
  file: string,
):
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly findings: readonly Finding[] } {
  const missing = (sheet: string): { ok: false; findings: Finding[] } => ({
    ok: false,
    findings: [formFinding('sheetMissing', { sheet }, { file })],
  });
  const settings = sheetOf(grid, SETTINGS_SHEET);
  const settingsReading = settings && readSettings(settings.sheet);
  if (!settingsReading) return missing(SETTINGS_SHEET);
  const places = new Map<string, { readonly sheet: string; readonly reading: TableReading }>();
  const json: Record<string, unknown> = { schemaVersion: 1, ...settingsReading.json };
  for (const [list, table] of TABLES) {
    const sheet = sheetOf(grid, table.sheet);
    const reading = sheet && readTable(table, sheet.sheet);
    if (!reading) return missing(table.sheet);
    json[list] = reading.records;
    places.set(list, { sheet: sheet.name, reading });
  }
  const roadmap = sheetOf(grid, ROADMAP_SHEET);
  const measures = roadmap && readRoadmap(roadmap.sheet, headersOf(settingsReading.json));
  if (!measures) return missing(ROADMAP_SHEET);
  json['measures'] = measures.records;
  places.set('measures', { sheet: roadmap.name, reading: measures });

  const finding = (problem: ProgrammeProblem): Finding => {
    const [, list = '', index = '', key = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(problem.path) ?? [];
    const table = places.get(list);
    const path = problem.path.replace(/\[.*$/, '');
    const [field, value, place] = table
      ? [
          table.reading.field(key),
          fieldOf(table.reading.records[Number(index)] ?? {}, key),
          table.reading.place(Number(index), key),
        ]
      : [settingsReading.field(path), fieldOf(json, path), settingsReading.place(path)];
    const sheet = table?.sheet ?? settings.name;
    return formFinding(
      'programmeWrong',
      { problem: cellProblem(problem, field, value) },
      { file, sheet, cell: place, left: problem.value },
    );
  };
  const parsed = parseProgramme(json);
  const problems = parsed.ok ? checkProgrammeControls(parsed.programme) : parsed.problems;
  if (problems.length > 0 || !parsed.ok) return { ok: false, findings: problems.map(finding) };
  return { ok: true, programme: parsed.programme };
}

function headersOf(json: Json): readonly string[] {
  const roadmap = json['roadmap'] as { readonly headers?: unknown } | undefined;
  return Array.isArray(roadmap?.headers) ? roadmap.headers.map(String) : [];
}
