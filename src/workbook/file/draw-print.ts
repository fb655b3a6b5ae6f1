/** Print set-up of a sheet drawn with exceljs; its print area and repeated rows are names, which `names.ts` writes. */

import type { Worksheet } from 'exceljs';
import type { PrintSpec } from '../spec';
import { limitedText } from './clean-text';

const A4 = 9;
const CM_PER_INCH = 2.54;
/** Header and footer stand in the middle of their margins, but not further than this from the edge. */
const FURTHEST_CM = 1;
/** Excel's limit for a header or footer with its codes. */
const LONGEST_FOOTER = 255;

const PAGE_NUMBER = '&C&12&"Times New Roman,Regular"&P';
/** The size comes first: a digit of the text right behind it would be read as part of it. */
const FOOTER_LOOK = '&L&8&"Arial,Regular"';

export function drawPrint(sheet: Worksheet, print: PrintSpec): void {
  const { top, bottom, left, right } = print.marginsCm;
  sheet.pageSetup = {
    orientation: print.orientation,
    margins: {
      left: inches(left),
      right: inches(right),
      top: inches(top),
      bottom: inches(bottom),
      header: inches(Math.min(FURTHEST_CM, top / 2)),
      footer: inches(Math.min(FURTHEST_CM, bottom / 2)),
    },
    ...(print.fit === 'width' && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
  };
  // exceljs has an enumeration of papers in its types only.
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  const footer = print.footer === undefined ? undefined : footerText(print.footer);
  sheet.headerFooter = {
    ...(print.pageNumber && { differentFirst: true, oddHeader: PAGE_NUMBER }),
    ...(footer !== undefined && { oddFooter: footer }),
    ...(footer !== undefined && print.pageNumber && { firstFooter: footer }),
  };
}

function footerText(text: string): string {
  const room = LONGEST_FOOTER - FOOTER_LOOK.length - (text.match(/&/g)?.length ?? 0);
  return FOOTER_LOOK + limitedText(text, room).replaceAll('&', '&&');
}

function inches(cm: number): number {
  return Math.round((cm / CM_PER_INCH) * 10_000) / 10_000;
}
