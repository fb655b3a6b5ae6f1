/** The Department's workbook with sheets renewed; why it can't be is told like any other refusal. */
import { ReplaceSheetsError } from '../workbook/file/target-package';
import type { SheetSpec } from '../workbook/spec';
import { WORKBOOK_FILES } from './files';
import { refusedWorkbook } from './load';

/** `path`: of the workbook whose bytes these are. */
export async function renewed(
  path: string,
  bytes: Uint8Array,
  sheets: readonly SheetSpec[],
): Promise<Uint8Array> {
  try {
    return await WORKBOOK_FILES.replaceSheets(bytes, sheets);
  } catch (error) {
    if (error instanceof ReplaceSheetsError) throw refusedWorkbook(path, [error.message]);
    throw error;
  }
}
