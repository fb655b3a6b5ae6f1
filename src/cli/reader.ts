/** Reading alone, as the command line does it: with Node's own means, and without what writing needs. */
import { NODE_BYTES } from '../workbook/file/node-bytes';
import { readWorkbookFile } from '../workbook/file/read-workbook';
import type { WorkbookFiles } from '../workbook/port';

export const READER: Pick<WorkbookFiles, 'read'> = {
  read: (bytes, formulas) => readWorkbookFile(bytes, undefined, NODE_BYTES, formulas),
};
