/**
 * What Excel makes of a text that is put into a cell, by a person or through the object model: text that looks like
 * something else becomes that, unless the cell has the text format or the text begins with an apostrophe.
 *
 * Where Excel's reading depends on its settings, both readings count as «something else» here: whoever wants a text to
 * stay text must not rely on the one of them that would leave it alone.
 */

import type { CellValue } from './workbook';

export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'formula'; readonly formula: string }
  | {
      readonly kind: 'value';
      readonly value: CellValue;
      /** What a cell without a format of its own takes on. */
      readonly format?: string;
      readonly quotePrefix?: true;
    };

const TEXT_FORMAT = '@';
const ERRORS: Readonly<Record<string, string>> = {
  '#N/A': '#N/A',
  '#Н/Д': '#N/A',
  '#REF!': '#REF!',
  '#ССЫЛКА!': '#REF!',
  '#DIV/0!': '#DIV/0!',
  '#ДЕЛ/0!': '#DIV/0!',
  '#VALUE!': '#VALUE!',
  '#ЗНАЧ!': '#VALUE!',
  '#NAME?': '#NAME?',
  '#ИМЯ?': '#NAME?',
  '#NUM!': '#NUM!',
  '#ЧИСЛО!': '#NUM!',
  '#NULL!': '#NULL!',
  '#ПУСТО!': '#NULL!',
};

const DATE_FORMAT = 'm/d/yyyy';
const DAY_MS = 86_400_000;
const EPOCH_DAYS = 25_569;
const DAYS_BETWEEN_SYSTEMS = 1462;

export interface EntryPlace {
  /** The cell's number format. */
  readonly format: string;
  readonly date1904: boolean;
  /** For dates without a year. */
  readonly year: number;
}

export function readEntry(text: string, place: EntryPlace): Entry {
  if (text === '') {
    return { kind: 'empty' };
  }
  if (text.startsWith("'")) {
    return { kind: 'value', value: text.slice(1), quotePrefix: true };
  }
  if (place.format === TEXT_FORMAT) {
    return { kind: 'value', value: text };
  }
  if (text.startsWith('=') && text.length > 1) {
    return { kind: 'formula', formula: text.slice(1) };
  }
  const plain = text.trim();
  return (
    readBoolean(plain) ??
    readError(plain) ??
    readNumber(plain) ??
    readDate(plain, place) ??
    readTime(plain) ??
    readSigned(plain) ?? { kind: 'value', value: text }
  );
}

function readBoolean(text: string): Entry | null {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'ИСТИНА') {
    return { kind: 'value', value: true };
  }
  return upper === 'FALSE' || upper === 'ЛОЖЬ' ? { kind: 'value', value: false } : null;
}

function readError(text: string): Entry | null {
  const error = ERRORS[text.toUpperCase()];
  return error === undefined ? null : { kind: 'value', value: { error } };
}

/** «5», «-1,5», «1 000», «(5)», «12%», «1e3», «0 1/2». */
function readNumber(text: string): Entry | null {
  const fraction = /^([+-]?)(\d+) (\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) {
    const [, sign = '', whole, above, below] = fraction;
    const value = Number(whole) + Number(above) / Number(below);
    return Number.isFinite(value)
      ? { kind: 'value', value: sign === '-' ? -value : value, format: '# ?/?' }
      : null;
  }
  const bracketed = /^\((.+)\)$/.exec(text);
  const body = (bracketed?.[1] ?? text).replaceAll(/(?<=\d)[ \u{a0}\u{202f}](?=\d{3}(?!\d))/gu, '');
  const match = /^([+-]?)(\d+(?:[.,]\d*)?|[.,]\d+)(e[+-]?\d+)?(%?)$/i.exec(body);
  if (match === null) {
    return null;
  }
  const [, sign = '', digits = '', power = '', percent = ''] = match;
  const size = Number(digits.replace(',', '.') + power);
  const negative = sign === '-' || bracketed !== null;
  const value = (negative ? -size : size) / (percent === '%' ? 100 : 1);
  if (!Number.isFinite(value)) {
    return null;
  }
  if (percent === '%') {
    return { kind: 'value', value, format: /[.,]/.test(digits) ? '0.00%' : '0%' };
  }
  return power === '' ? { kind: 'value', value } : { kind: 'value', value, format: '0.00E+00' };
}

/** «07.12.2020», «7.12.20», «2.1.1», «2020-12-07», «7/12/2020», «1/2», «2-1». */
function readDate(text: string, place: EntryPlace): Entry | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) {
    return dateEntry(Number(iso[1]), Number(iso[2]), Number(iso[3]), place);
  }
  const dated = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{1,2}))?$/.exec(text);
  if (dated === null) {
    return null;
  }
  const [, day = '', , month = '', year] = dated;
  return dateEntry(fullYear(year, place.year), Number(month), Number(day), place);
}

function fullYear(year: string | undefined, otherwise: number): number {
  if (year === undefined) {
    return otherwise;
  }
  const short = Number(year);
  return year.length === 4 ? short : short + (short < 30 ? 2000 : 1900);
}

function dateEntry(year: number, month: number, day: number, { date1904 }: EntryPlace): Entry | null {
  const ms = Date.UTC(year, month - 1, day);
  const made = new Date(ms);
  const real =
    made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  if (!real || year < 1900) {
    return null;
  }
  const serial = ms / DAY_MS + EPOCH_DAYS - (date1904 ? DAYS_BETWEEN_SYSTEMS : 0);
  return { kind: 'value', value: serial, format: DATE_FORMAT };
}

function readTime(text: string): Entry | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) {
    return null;
  }
  const [, hours, minutes, seconds = '0'] = match;
  const value = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return { kind: 'value', value, format: 'h:mm' };
}

/** «+A1», «-нет», «@SUM(A1)» are taken for formulas. */
function readSigned(text: string): Entry | null {
  if (/^[+-]./.test(text)) {
    return { kind: 'formula', formula: text };
  }
  return /^@./.test(text) ? { kind: 'formula', formula: text.slice(1) } : null;
}
