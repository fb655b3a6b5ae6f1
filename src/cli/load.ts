/** Programmes and the Department's workbooks from files; what is wrong with them ends the command with its findings. */
import { quarterTitle, type Quarter } from '../calendar/quarter';
import { checkProgrammeControls } from '../controls/check-programme';
import { isReported } from '../monitoring/expected';
import { describeProblem, parseProgramme } from '../programme/load-programme';
import builtIn from '../programme/ivanovo-2021-2023.json';
import type { Programme } from '../programme/schema';
import { COMMAND_TEXTS } from '../text/cli';
import { FILE_PROBLEMS } from '../text/file-problems';
import type { Grid } from '../workbook/grid';
import { readDepartmentWorkbook, type Department } from '../workflows/department-workbook';
import { CliError } from './cli-error';
import { WORKBOOK_FILES } from './files';
import { findingLine } from './findings';
import { readInput } from './inputs';

/** The programme of a file, or the built-in one. */
export function loadProgramme(path: string | undefined): Programme {
  const parsed = parseProgramme(path === undefined ? builtIn : parseJson(path));
  const problems = parsed.ok ? checkProgrammeControls(parsed.programme) : parsed.problems;
  if (!parsed.ok || problems.length > 0) {
    throw new CliError(
      [COMMAND_TEXTS.programmeRefused(path ?? ''), ...problems.map(describeProblem)].join('\n'),
    );
  }
  return parsed.programme;
}

function parseJson(path: string): unknown {
  const text = new TextDecoder().decode(readInput(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new CliError(COMMAND_TEXTS.notJson(path, position === undefined ? null : Number(position) + 1));
  }
}

export interface LoadedDepartment extends Department {
  readonly bytes: Uint8Array;
  readonly grid: Grid;
}

export function loadDepartment(path: string): LoadedDepartment {
  return readDepartment(readInput(path), path);
}

/** `path`: for the message on what is wrong. */
export function readDepartment(bytes: Uint8Array, path = ''): LoadedDepartment {
  const reading = WORKBOOK_FILES.read(bytes);
  if (!reading.ok) throw refusedWorkbook(path, [FILE_PROBLEMS[reading.reason]]);
  const read = readDepartmentWorkbook(reading.grid, path);
  if (!read.ok) throw refusedWorkbook(path, read.findings.map(findingLine));
  return { ...read.department, bytes, grid: reading.grid };
}

/** «Книга … не принята», and why. */
export function refusedWorkbook(path: string, reasons: readonly string[]): CliError {
  return new CliError([COMMAND_TEXTS.workbookRefused(path), ...reasons].join('\n'));
}

/** The workbook for work on a quarter, which its programme must report. */
export function loadReporting(path: string, period: Quarter): LoadedDepartment {
  const department = loadDepartment(path);
  if (!isReported(department.programme, period)) {
    throw new CliError(COMMAND_TEXTS.notReported(quarterTitle(period)));
  }
  return department;
}
