/** The value of a cell from what its element says (18.3.1.4). */
import type { GridValue } from '../../grid';
import { ReadFailure } from './failure';
import { datedSerial, parseIsoDate } from '../../serial-date';
import type { DateStyles } from './styles-part';
import { decodeEscapes } from './xml-text';

/** The value of all cells that name one shared string; its text is put in when the strings are read. */
export interface SharedText {
  readonly kind: 'text';
  text: string;
}

/** What a cell's text means in its workbook. */
export interface ValueContext {
  readonly date1904: boolean;
  readonly dateStyles: DateStyles;
  /** The value of the cells that name the shared string of this index. */
  readonly sharedText: (index: number) => SharedText;
}

export interface RawCell {
  /** Attribute `t`; absent, a number. */
  readonly type: string;
  /** Text of `v`, absent where the element is. */
  readonly value: string | undefined;
  /** Text of `is`, decoded. */
  readonly inline: string | undefined;
  /** Attribute `s`; absent, the first. */
  readonly style: number;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/;

/**
 * The value, or undefined for an empty cell. A text where a number or a date should stand is kept as text: nothing is
 * lost, and nothing is taken for a number that is not written as one. What has no reading at all (a shared string
 * without a number, a type that nobody knows) throws «unreadable-part».
 */
export function cellValue(raw: RawCell, context: ValueContext, part: string): GridValue | undefined {
  if (raw.inline !== undefined && raw.value === undefined) {
    return { kind: 'text', text: raw.inline };
  }
  if (raw.value === undefined) {
    return undefined;
  }
  if (raw.type === 'str' || raw.type === 'inlineStr') {
    return { kind: 'text', text: decodeEscapes(raw.value) };
  }
  const value = raw.value.trim();
  if (value === '') {
    return undefined;
  }
  const read = typedValue(raw, value, context);
  if (read === undefined && raw.type !== 'n' && raw.type !== 'd') {
    throw new ReadFailure(
      'unreadable-part',
      `${part}: a cell of type ${raw.type.slice(0, 20)} holds ${value.slice(0, 40)}`,
    );
  }
  return read ?? { kind: 'text', text: raw.value };
}

/** The value of a cell of type `n` or `s` whose text is a whole number. */
export function wholeValue(type: string, whole: number, style: number, context: ValueContext): GridValue {
  return type === 's' ? context.sharedText(whole) : asDate(whole, style, context);
}

function typedValue(raw: RawCell, value: string, context: ValueContext): GridValue | undefined {
  switch (raw.type) {
    case 's':
      return /^\d{1,10}$/.test(value) ? context.sharedText(Number(value)) : undefined;
    case 'b':
      return booleanValue(value);
    case 'e':
      return { kind: 'error', error: value };
    case 'd': {
      const date = parseIsoDate(value);
      return date === undefined ? undefined : { kind: 'date', ...date };
    }
    case 'n':
      return numberValue(value, raw.style, context);
    default:
      return undefined;
  }
}

function booleanValue(value: string): GridValue | undefined {
  const boolean = value === '1' || value === 'true';
  return boolean || value === '0' || value === 'false' ? { kind: 'boolean', boolean } : undefined;
}

function numberValue(value: string, style: number, context: ValueContext): GridValue | undefined {
  const number = NUMBER.test(value) ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? asDate(number, style, context) : undefined;
}

function asDate(number: number, style: number, { dateStyles, date1904 }: ValueContext): GridValue {
  const date = dateStyles[style] ? datedSerial(number, date1904) : undefined;
  return date === undefined ? { kind: 'number', number } : { kind: 'date', ...date };
}
