/** Addresses and areas as files write them («B7», «A1:C3», «A:C», «2:5»), within the limits of a sheet. */
import { ReadFailure } from './failure';
import { sliceText, wholeNumber, type TextSlice } from './xml-handler';

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const WHOLE = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?$/;

const DOLLAR = 0x24;

/**
 * The place of an address in one number, row × 16,384 + column less one. One that is malformed or beyond XFD1048576 throws «unreadable-part»: no spreadsheet program
 * writes it, and to skip the cell would be to lose a value in silence.
 */
export function readAddress(address: TextSlice, part: string): number {
  const { bytes, to } = address;
  let at = address.from;
  at += bytes[at] === DOLLAR ? 1 : 0;
  const letters = at;
  let column = 0;
  for (; at < to && at - letters < 4; at += 1) {
    const letter = (bytes[at] ?? 0) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) {
      break;
    }
    column = column * 26 + letter - 0x40;
  }
  at += bytes[at] === DOLLAR ? 1 : 0;
  const row = wholeNumber(bytes, at, to);
  if (row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN) {
    return row * MAX_COLUMN + column - 1;
  }
  throw new ReadFailure(
    'unreadable-part',
    `${part}: no cell has the address ${sliceText(address).slice(0, 40)}`,
  );
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
