/** Print set-up of a sheet drawn with exceljs; its print area and repeated rows are names, which `names.ts` writes. */

import type { Worksheet } from 'exceljs';
import { footerText, marginInches, PAGE_NUMBER } from '../print-text';
import type { PrintSpec } from '../spec';

const A4 = 9;

export function drawPrint(sheet: Worksheet, print: PrintSpec): void {
  sheet.pageSetup = {
    orientation: print.orientation,
    margins: marginInches(print),
    ...(print.fit === 'width' && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
  };
  // exceljs has an enumeration of papers in its types only.
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  for (const row of [...(print.breaks ?? [])].sort((a, b) => a - b)) sheet.getRow(row).addPageBreak();
  const footer = print.footer === undefined ? undefined : `&L${footerText(print.footer)}`;
  sheet.headerFooter = {
    ...(print.pageNumber && { differentFirst: true, oddHeader: `&C${PAGE_NUMBER}` }),
    ...(footer !== undefined && { oddFooter: footer }),
    ...(footer !== undefined && print.pageNumber && { firstFooter: footer }),
  };
}
