/** Writing: never over what exists without --force, never half a file. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CLI_TEXTS } from '../text/cli';
import {
  discardFiles,
  placeFiles,
  removeStale,
  stageFile,
  type Content,
  type StagedFile,
} from './atomic-files';
import { CliError } from './cli-error';

export interface OutputFile {
  readonly path: string;
  readonly bytes: Content;
}

/**
 * Writes all the files or, where one of them may not be written, none. `inputs`: what the command has read; no output
 * falls on one of them, whatever `force` says.
 */
export function writeOutputs(
  files: readonly OutputFile[],
  force: boolean,
  inputs: readonly string[] = [],
): void {
  const taken = new Set(inputs.map(realPath));
  for (const { path } of files) {
    if (taken.has(realPath(path))) throw new CliError(CLI_TEXTS.outputTaken(path));
    taken.add(realPath(path));
  }
  if (!force) {
    const existing = files.find(({ path }) => existsSync(path));
    if (existing) throw new CliError(CLI_TEXTS.outputExists(existing.path));
  }
  const staged: StagedFile[] = [];
  const cleaned = new Set<string>();
  for (const { path, bytes } of files) {
    const target = realPath(path);
    const folder = dirname(target);
    try {
      mkdirSync(folder, { recursive: true });
      if (!cleaned.has(folder)) removeStale(folder);
      cleaned.add(folder);
      staged.push(stageFile(target, bytes));
    } catch (error) {
      discardFiles(staged);
      throw new CliError(CLI_TEXTS.cannotWrite(path, systemReason(error)));
    }
  }
  try {
    placeFiles(staged);
  } catch (error) {
    const path = files.find((_, index) => staged[index]?.target === failedTarget(error))?.path;
    throw new CliError(CLI_TEXTS.cannotWrite(path ?? files[0]?.path ?? '', systemReason(error)));
  }
}

/** What a system's error says of where something was to be put. */
function failedTarget(error: unknown): string {
  return error instanceof Error && 'dest' in error ? String(error.dest) : '';
}

/** Where a path leads, through links; a file that is not there yet stands where it is named. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The reason in Russian, by the system's error code. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CLI_TEXTS.systemErrors[code] ?? CLI_TEXTS.systemErrorUnknown(code);
}
