/**
 * Marks of sheets that are being written: hidden names of the workbook, put there before the first change of a sheet and
 * removed with its last. What an interrupted run leaves is so recognised by the next.
 */

const PREFIX = '_kvantorium_unfinished_';

/** `new`: the run made the sheet, nothing on it is anybody's yet. `renewed`: the sheet was there before. */
export type Beginning = 'new' | 'renewed';

export interface UnfinishedMark {
  readonly sheet: string;
  readonly beginning: Beginning;
}

/** Name of the mark with a number; numbers make marks of one workbook differ. */
export function markName(beginning: Beginning, number: number): string {
  return `${PREFIX}${beginning}_${number}`;
}

/** The mark as a formula: a text, not a reference, so that it may be there before the sheet is. */
export function markFormula(sheet: string): string {
  return `="${sheet.replaceAll('"', '""')}"`;
}

/** The mark that a name of the workbook with such a formula is; undefined for all other names. */
export function unfinishedMark(name: string, formula: string): UnfinishedMark | undefined {
  const beginning = new RegExp(`^${PREFIX}(new|renewed)_\\d+$`).exec(name)?.[1];
  const quoted = /^="(.*)"$/s.exec(formula)?.[1];
  return beginning === undefined || quoted === undefined
    ? undefined
    : { sheet: quoted.replaceAll('""', '"'), beginning: beginning === 'new' ? 'new' : 'renewed' };
}
