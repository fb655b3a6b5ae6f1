/** Addresses of areas, as files write them. */

import { cellAddress, columnLetters, quoteSheetName } from './grid';
import type { AreaSpec } from './spec';

/** «A1:C5», or «A1» for one cell. */
export function areaAddress({ top, left, bottom, right }: AreaSpec): string {
  const first = cellAddress(top, left);
  const last = cellAddress(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

/** «'Лист'!$A$1:$C$5». */
export function absoluteArea(sheet: string, { top, left, bottom, right }: AreaSpec): string {
  const first = `$${columnLetters(left)}$${top}`;
  const last = `$${columnLetters(right)}$${bottom}`;
  return `${quoteSheetName(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
