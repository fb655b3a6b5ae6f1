/** Reading: single files, and folders with all the workbooks in them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CLI_TEXTS } from '../text/cli';
import { CliError } from './cli-error';
import { systemReason } from './outputs';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Larger files are not read at all: a form has some 60 KB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

const WORKBOOKS = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods']);

export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CliError(CLI_TEXTS.cannotRead(path, systemReason(error)));
  }
}

/** Files as given, and for a folder every workbook in it and below; lock files of open workbooks («~$…») are left out. */
export function collectFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    try {
      return statSync(path).isDirectory() ? workbooksIn(path) : [path];
    } catch (error) {
      throw new CliError(CLI_TEXTS.cannotRead(path, systemReason(error)));
    }
  });
}

function workbooksIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return workbooksIn(path);
      return WORKBOOKS.has(extname(entry.name).toLowerCase()) && !entry.name.startsWith('~$') ? [path] : [];
    });
}

/** A school's file; one that can't be read, or is too large to be a form, is empty bytes with its reason told by the reader. */
export function readSchoolFile(path: string): InputFile {
  const { size } = statSync(path);
  return { name: path, bytes: size > MAX_FILE_BYTES ? readInput(path).subarray(0, 0) : readInput(path) };
}
