/**
 * Cells and shared strings in the words that nearly all programs write: `<c r="B7" s="3" t="s"><f>…</f><v>…</v></c>`,
 * `<si><t>…</t></si>`, and the same with less. Of a workbook's bytes nearly all are such elements, and to read them as what
 * they are costs a third of what it costs as any XML. Whatever is written in another way is left to the scanner.
 */
import { MAX_COLUMN, MAX_ROW } from './address';
import { isExpected } from './said-before';
import { BLANK, EQUALS, GREATER, LESS, QUOTE, SLASH } from './xml-chars';
import { isAt, textEnd } from './xml-pieces';

export interface UsualCell {
  row: number;
  column: number;
  style: number;
  /** Attribute `t`; where it is absent, «n». */
  type: string;
  /** Where the text of `f` begins and ends; `NONE` where there is none. */
  formulaFrom: number;
  formulaTo: number;
  /** The same of `v`. */
  valueFrom: number;
  valueTo: number;
}

export const NONE = -1;

/** To be filled by `readUsualCell`, one after another. */
export function usualCell(): UsualCell {
  return {
    row: 0,
    column: 0,
    style: 0,
    type: 'n',
    formulaFrom: NONE,
    formulaTo: NONE,
    valueFrom: NONE,
    valueTo: NONE,
  };
}

const [C, F, R, S, T, V] = [0x63, 0x66, 0x72, 0x73, 0x74, 0x76];
const [CAPITAL_A, CAPITAL_Z, ZERO, NINE] = [0x41, 0x5a, 0x30, 0x39];
const MOST_STYLE = 0xffffff;
const TYPES = ['str', 'b', 'e', 'n'];
/** Lengths of ` r="`, `<f>` and `</f>`. */
const [ATTRIBUTE, START, END] = [4, 3, 4];

/**
 * Reads the cell whose «<» is at `from`: the byte after it, or `from` where it is not written in the usual way or a text of
 * it is longer than `mostText` bytes.
 */
export function readUsualCell(bytes: Uint8Array, from: number, mostText: number, cell: UsualCell): number {
  if (bytes[from + 1] !== C || !isAttribute(bytes, from + 2, R)) {
    return from;
  }
  let at = from + 2 + ATTRIBUTE;
  let column = 0;
  for (let byte = bytes[at] ?? 0; byte >= CAPITAL_A && byte <= CAPITAL_Z; byte = bytes[at] ?? 0) {
    column = column * 26 + byte - CAPITAL_A + 1;
    at += 1;
  }
  let row = 0;
  for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
    row = row * 10 + byte - ZERO;
    at += 1;
  }
  if (bytes[at] !== QUOTE || column < 1 || column > MAX_COLUMN || row < 1 || row > MAX_ROW) {
    return from;
  }
  at += 1;
  let style = 0;
  if (isAttribute(bytes, at, S)) {
    at += ATTRIBUTE;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
      style = style * 10 + byte - ZERO;
      at += 1;
    }
    if (bytes[at] !== QUOTE || bytes[at - 1] === QUOTE || style > MOST_STYLE) {
      return from;
    }
    at += 1;
  }
  let type = 'n';
  if (isAttribute(bytes, at, T)) {
    at += ATTRIBUTE;
    type =
      bytes[at] === S && bytes[at + 1] === QUOTE ? 's' : (TYPES.find((word) => isAt(bytes, at, word)) ?? '');
    at += type.length;
    if (type === '' || bytes[at] !== QUOTE) {
      return from;
    }
    at += 1;
  }
  cell.row = row;
  cell.column = column;
  cell.style = style;
  cell.type = type;
  cell.formulaFrom = cell.valueFrom = NONE;
  if (bytes[at] === SLASH && bytes[at + 1] === GREATER) {
    return at + 2;
  }
  if (bytes[at] !== GREATER) {
    return from;
  }
  at += 1;
  if (isStart(bytes, at, F)) {
    cell.formulaFrom = at + START;
    cell.formulaTo = at = textEnd(bytes, cell.formulaFrom);
    if (!isEnd(bytes, at, F) || at - cell.formulaFrom > mostText) {
      return from;
    }
    at += END;
  }
  if (isStart(bytes, at, V)) {
    cell.valueFrom = at + START;
    cell.valueTo = at = textEnd(bytes, cell.valueFrom);
    if (!isEnd(bytes, at, V) || at - cell.valueFrom > mostText) {
      return from;
    }
    at += END;
  }
  return isEnd(bytes, at, C) ? at + END : from;
}

/** To be filled by `readUsualString`. */
export interface UsualString {
  from: number;
  to: number;
  /** Where it is made already. */
  text: string | undefined;
}

/** `found`: where its text stands, and the text itself where it was the one expected. Else as `readUsualCell`. */
export function readUsualString(
  bytes: Uint8Array,
  from: number,
  mostText: number,
  found: UsualString,
): number {
  if (!isAt(bytes, from, '<si><t')) {
    return from;
  }
  const start = ['>', ' xml:space="preserve">'].find((rest) => isAt(bytes, from + '<si><t'.length, rest));
  if (start === undefined) {
    return from;
  }
  found.from = from + '<si><t'.length + start.length;
  found.text = undefined;
  if (!isExpected(bytes, found.from, found)) {
    found.to = textEnd(bytes, found.from);
  }
  const isWhole = found.to - found.from <= mostText && isAt(bytes, found.to, '</t></si>');
  return isWhole ? found.to + '</t></si>'.length : from;
}

/** ` r="` */
function isAttribute(bytes: Uint8Array, at: number, name: number): boolean {
  return bytes[at] === BLANK && bytes[at + 1] === name && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE;
}

/** `<f>` */
function isStart(bytes: Uint8Array, at: number, name: number): boolean {
  return bytes[at] === LESS && bytes[at + 1] === name && bytes[at + 2] === GREATER;
}

/** `</f>` */
function isEnd(bytes: Uint8Array, at: number, name: number): boolean {
  return bytes[at] === LESS && bytes[at + 1] === SLASH && bytes[at + 2] === name && bytes[at + 3] === GREATER;
}
