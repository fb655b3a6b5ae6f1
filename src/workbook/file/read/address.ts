/** Addresses and areas as files write them («B7», «A1:C3», «A:C», «2:5»), within the limits of a sheet. */
import { ReadFailure } from './failure';
import { sliceText, type TextSlice } from './xml-handler';

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const DOLLAR = 0x24;
const COLON = 0x3a;
const [CAPITAL_A, CAPITAL_Z, ZERO, NINE] = [0x41, 0x5a, 0x30, 0x39];
/** Tells small letters from capitals. */
const SMALL = 0x20;
const MOST_LETTERS = 3;
const MOST_DIGITS = 7;

/** One end of an area; 0 where the column or the row is left out. */
interface Corner {
  readonly column: number;
  readonly row: number;
  /** The byte after it. */
  readonly end: number;
}

function readCorner(bytes: Uint8Array, from: number, to: number): Corner {
  let at = from;
  at += bytes[at] === DOLLAR && at < to ? 1 : 0;
  let column = 0;
  for (const most = Math.min(to, at + MOST_LETTERS); at < most; at += 1) {
    const letter = (bytes[at] ?? 0) & ~SMALL;
    if (letter < CAPITAL_A || letter > CAPITAL_Z) break;
    column = column * 26 + letter - CAPITAL_A + 1;
  }
  at += bytes[at] === DOLLAR && at < to ? 1 : 0;
  let row = 0;
  for (const most = Math.min(to, at + MOST_DIGITS); at < most; at += 1) {
    const digit = bytes[at] ?? 0;
    if (digit < ZERO || digit > NINE) break;
    row = row * 10 + digit - ZERO;
  }
  return { column, row, end: at };
}

/**
 * The cell of an address. One that is malformed or beyond XFD1048576 throws «unreadable-part»: no spreadsheet program
 * writes it, and to skip the cell would be to lose a value in silence.
 */
export function readAddress(
  address: TextSlice,
  part: string,
): { readonly row: number; readonly column: number } {
  const corner = readCorner(address.bytes, address.from, address.to);
  const { row, column, end } = corner;
  if (end === address.to && row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN) {
    return corner;
  }
  throw new ReadFailure(
    'unreadable-part',
    `${part}: no cell has the address ${sliceText(address).slice(0, 40)}`,
  );
}

/** An area, or undefined for a text that is none: areas only leave cells out or add links, so a wrong one does no harm. */
export function readArea({ bytes, from, to }: TextSlice): Area | undefined {
  const first = readCorner(bytes, from, to);
  const hasLast = bytes[first.end] === COLON && first.end < to;
  const last = hasLast ? readCorner(bytes, first.end + 1, to) : first;
  const isWhole = last.end === to && [first, last].every(({ column, row }) => column > 0 || row > 0);
  return isWhole
    ? {
        top: first.row || 1,
        left: first.column || 1,
        bottom: last.row || MAX_ROW,
        right: last.column || MAX_COLUMN,
      }
    : undefined;
}
