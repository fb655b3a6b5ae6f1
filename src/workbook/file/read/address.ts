/** Addresses and areas as files write them («B7», «A1:C3», «A:C», «2:5»), within the limits of a sheet. */
import { ReadFailure } from './failure';

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const ADDRESS = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const WHOLE = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?$/;

/**
 * Row and column of an address. One that is malformed or beyond XFD1048576 throws «unreadable-part»: no spreadsheet
 * program writes it, and to skip the cell would be to lose a value in silence.
 */
export function parseAddress(text: string, part: string): { readonly row: number; readonly column: number } {
  const [, letters, digits] = ADDRESS.exec(text) ?? [];
  const row = Number(digits ?? 0);
  const column = columnNumber(letters ?? '');
  if (row < 1 || row > MAX_ROW || column < 1 || column > MAX_COLUMN) {
    throw new ReadFailure('unreadable-part', `${part}: no cell has the address ${text.slice(0, 40)}`);
  }
  return { row, column };
}

/** An area, or undefined for a text that is none: areas only leave cells out or add links, so a wrong one does no harm. */
export function parseArea(text: string): Area | undefined {
  const [from = '', to = from] = text.split(':');
  const [first, firstLetters, firstDigits] = WHOLE.exec(from) ?? [];
  const [last, lastLetters, lastDigits] = WHOLE.exec(to) ?? [];
  if (first === undefined || first === '' || last === undefined || last === '') {
    return undefined;
  }
  const left = firstLetters === undefined ? 1 : columnNumber(firstLetters);
  const right = lastLetters === undefined ? MAX_COLUMN : columnNumber(lastLetters);
  const top = Number(firstDigits ?? 1);
  const bottom = Number(lastDigits ?? MAX_ROW);
  return { top, left, bottom, right };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) {
    // Bit 5 tells small letters from capitals: «a» and «A» are both 1.
    column = column * 26 + (letters.charCodeAt(index) & 31);
  }
  return column;
}
