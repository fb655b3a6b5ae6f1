/** The file adapter as the pane hands it to workflows; in a chunk of its own, for exceljs is large. */
import { readWorkbookFile } from '../workbook/file/read-workbook';
import { replaceSheets } from '../workbook/file/replace-sheets';
import { writeWorkbookFile } from '../workbook/file/write-workbook';
import type { WorkbookFiles } from '../workbook/port';

export const FILES: WorkbookFiles = {
  read: (bytes) => readWorkbookFile(bytes),
  write: writeWorkbookFile,
  replaceSheets,
};
