/** The file adapter of workbooks, as the command line hands it to workflows. */
import { replaceSheets } from '../workbook/file/replace-sheets';
import { writeWorkbookFile } from '../workbook/file/write-workbook';
import type { WorkbookFiles } from '../workbook/port';
import { READER } from './reader';

export const WORKBOOK_FILES: WorkbookFiles = {
  ...READER,
  write: writeWorkbookFile,
  replaceSheets,
};
