/** What a workflow asks of whoever reads and writes workbooks; the adapters in `file/` and `excel/` give it. */
import type { Grid } from './grid';
import type { SheetSpec, WorkbookSpec } from './spec';

export type ReadResult =
  | { readonly ok: true; readonly grid: Grid }
  /** `reason` is a key of the texts in `text/file-problems.ts`; `detail` says where, for the curious. */
  | { readonly ok: false; readonly reason: FileProblem; readonly detail: string };

export type FileProblem =
  | 'empty'
  | 'not-a-workbook'
  | 'old-or-encrypted'
  | 'binary-workbook'
  | 'opendocument'
  | 'damaged'
  | 'too-large'
  | 'unreadable-part';

export interface WorkbookFiles {
  /** Never throws for what a file holds: a file that can't be read is a result. */
  read(bytes: Uint8Array): ReadResult;
  write(spec: WorkbookSpec): Promise<Uint8Array>;
  /** The workbook with the named sheets put in place of those of the same name (or added); all else as it was. */
  replaceSheets(bytes: Uint8Array, sheets: readonly SheetSpec[]): Promise<Uint8Array>;
}
