/**
 * Sheets that are being made carry a hidden name of the workbook, put in the first batch and deleted in the last. One
 * that is still there tells of a run that was interrupted.
 */

/** Followed by a number that nobody reads. */
export const UNFINISHED_PREFIX = '_kvantorium_unfinished_';

export interface WorkbookName {
  readonly name: string;
  /** With «=», such as `='Форма'!$A$1`. */
  readonly formula: unknown;
}

/** Sheets that such names refer to; a name whose sheet is gone refers to none. */
export function unfinishedSheets(names: readonly WorkbookName[]): string[] {
  const sheets = names
    .filter(({ name }) => name.toLowerCase().startsWith(UNFINISHED_PREFIX))
    .map(({ formula }) => sheetOfReference(typeof formula === 'string' ? formula : ''));
  return [...new Set(sheets.filter((sheet) => sheet !== ''))];
}

/** Name of the sheet in `='Форма'!$A$1` or «Форма!A1»; empty where there is none. */
export function sheetOfReference(reference: string): string {
  const [, quoted, plain] = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec(reference) ?? [];
  return quoted?.replaceAll("''", "'") ?? plain ?? '';
}
