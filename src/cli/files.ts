/** The file adapter of workbooks, as the command line hands it to workflows. */
import { NODE_BYTES } from '../workbook/file/node-bytes';
import { readWorkbookFile } from '../workbook/file/read-workbook';
import { replaceSheets } from '../workbook/file/replace-sheets';
import { writeWorkbookFile } from '../workbook/file/write-workbook';
import type { WorkbookFiles } from '../workbook/port';

export const WORKBOOK_FILES: WorkbookFiles = {
  read: (bytes) => readWorkbookFile(bytes, {}, NODE_BYTES),
  write: writeWorkbookFile,
  replaceSheets,
};
