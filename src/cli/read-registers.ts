/** Departments' workbooks read one after another: memory holds one of them at a time. */
import { relative } from 'node:path';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { COMMAND_TEXTS } from '../text/cli';
import { FILE_PROBLEMS } from '../text/file-problems';
import { readDepartmentWorkbook, type Department } from '../workflows/department-workbook';
import { WORKBOOK_FILES } from './files';
import { collectFiles, readSchoolFile } from './inputs';
import { progress } from './progress';

export type RegisterReading =
  | { readonly ok: true; readonly file: string; readonly department: Department }
  | { readonly ok: false; readonly file: string; readonly findings: readonly Finding[] };

/**
 * Every workbook as it is asked for; what can't be read comes with findings. `folder`: files are named from it on, since
 * the names are printed in reports, where the folders of a machine have no place.
 */
export function* readRegisters(paths: readonly string[], folder = ''): Generator<RegisterReading> {
  const report = progress(COMMAND_TEXTS.reading);
  for (const [index, path] of paths.entries()) {
    yield readRegister(path, folder === '' ? path : relative(folder, path));
    report(index + 1, paths.length);
  }
}

export const registerFiles = (folder: string): readonly string[] => collectFiles([folder]);

function readRegister(path: string, file: string): RegisterReading {
  const given = readSchoolFile(path);
  if (!('bytes' in given))
    return { ok: false, file, findings: given.findings.map((finding) => ({ ...finding, file })) };
  const reading = WORKBOOK_FILES.read(given.bytes);
  if (!reading.ok) {
    const finding = formFinding('unreadable', { reason: FILE_PROBLEMS[reading.reason] }, { file });
    return { ok: false, file, findings: [finding] };
  }
  const read = readDepartmentWorkbook(reading.grid, file);
  return read.ok
    ? { ok: true, file, department: read.department }
    : { ok: false, file, findings: read.findings };
}
