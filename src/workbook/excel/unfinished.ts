/**
 * Marks of sheets that are being written: hidden names of the workbook, put there with the first change of a sheet and
 * removed with its last. What an interrupted run leaves is so recognised by the next.
 */

import { quoteSheetName } from '../grid';
import { sheetOfReference } from './references';

const PREFIX = '_kvantorium_unfinished_';

export interface UnfinishedMark {
  /** Undefined: the sheet is gone. */
  readonly sheet: string | undefined;
}

/** Name of the mark with a number; numbers make marks of one workbook differ. */
export function markName(number: number): string {
  return `${PREFIX}${number}`;
}

/** The mark as a formula: a reference, so that it follows the sheet's name and breaks when the sheet is deleted. */
export function markFormula(sheet: string): string {
  return `=${quoteSheetName(sheet)}!$A$1`;
}

/** The mark that a name of the workbook with such a formula is; undefined for all other names. */
export function unfinishedMark(name: string, formula: string): UnfinishedMark | undefined {
  return name.startsWith(PREFIX) ? { sheet: sheetOfReference(formula) } : undefined;
}
