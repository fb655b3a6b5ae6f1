/** Names of a workbook, print areas and repeated rows among them. exceljs writes relative areas and loses quotes. */

import { quoteSheetName } from '../grid';
import type { SheetSpec } from '../spec';
import { absoluteArea } from '../area';
import { escapeXml } from './xml';

export interface DefinedName {
  readonly name: string;
  /** Index of the sheet that the name belongs to; absent: the whole workbook's. */
  readonly sheetIndex?: number;
  readonly reference: string;
}

/** Names of one sheet that stands at an index (from 0) of its workbook. */
export function sheetNames(sheet: SheetSpec, sheetIndex: number): DefinedName[] {
  const { area, titleRows } = sheet.print;
  const own = sheet.names.map(({ name, area }) => ({ name, reference: absoluteArea(sheet.name, area) }));
  if (sheet.visibility !== 'visible') {
    // LibreOffice prints a hidden sheet that has a print area.
    return own;
  }
  const print = { name: '_xlnm.Print_Area', sheetIndex, reference: absoluteArea(sheet.name, area) };
  if (titleRows === undefined) {
    return [...own, print];
  }
  const [first, last] = titleRows;
  const reference = `${quoteSheetName(sheet.name)}!$${first}:$${last}`;
  return [...own, print, { name: '_xlnm.Print_Titles', sheetIndex, reference }];
}

/** The `definedNames` element, or nothing. */
export function namesXml(names: readonly DefinedName[]): string {
  const items = names.map(({ name, sheetIndex, reference }) => {
    const local = sheetIndex === undefined ? '' : ` localSheetId="${sheetIndex}"`;
    return `<definedName name="${escapeXml(name)}"${local}>${escapeXml(reference)}</definedName>`;
  });
  return items.length === 0 ? '' : `<definedNames>${items.join('')}</definedNames>`;
}
