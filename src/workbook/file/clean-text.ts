/** Text as a workbook file may hold it. */

import { cleanText, LONGEST_CELL } from '../clean-text';

/**
 * Text of a cell: line breaks are LF, what XML 1.0 can't hold is dropped, `_x0041_` is kept from being read as an
 * escaped «A», and what is longer than a cell can be ends in «…».
 */
export function cellText(text: string): string {
  return limitedText(text, LONGEST_CELL);
}

/** The same, with a limit in characters (UTF-16 units, as Excel counts); escaping comes on top of it. */
export function limitedText(text: string, limit: number): string {
  return cleanText(text, limit).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
