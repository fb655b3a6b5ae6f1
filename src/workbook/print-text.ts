/** What stands in the margins of printed pages, in Excel's own codes, and how wide those margins are. */

import { cleanText } from './clean-text';
import type { PrintSpec } from './spec';

const CM_PER_INCH = 2.54;
/** Header and footer stand in the middle of their margins, but not further than this from the edge. */
const FURTHEST_CM = 1;
/** Excel's limit for a header or footer with its codes. */
const LONGEST_FOOTER = 255;
const LEFT = '&L';

/** The page number, for the middle of the header. */
export const PAGE_NUMBER = '&12&"Times New Roman,Regular"&P';
/** The size comes first: a digit of the text right behind it would be read as part of it. */
const FOOTER_LOOK = '&8&"Arial,Regular"';

/** The left part of the footer. */
export function footerText(text: string): string {
  const room = LONGEST_FOOTER - LEFT.length - FOOTER_LOOK.length - (text.match(/&/g)?.length ?? 0);
  return FOOTER_LOOK + cleanText(text, room).replaceAll('&', '&&');
}

/** Margins of a page and of its header and footer, in inches, as files hold them. */
export function marginInches({ marginsCm }: PrintSpec) {
  const { top, bottom, left, right } = marginsCm;
  return {
    left: inches(left),
    right: inches(right),
    top: inches(top),
    bottom: inches(bottom),
    header: inches(Math.min(FURTHEST_CM, top / 2)),
    footer: inches(Math.min(FURTHEST_CM, bottom / 2)),
  };
}

function inches(cm: number): number {
  return Math.round((cm / CM_PER_INCH) * 10_000) / 10_000;
}
