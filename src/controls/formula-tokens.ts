/**
 * How a value stands in a helper cell: a number as itself; everything else as a text that can't be taken for another kind,
 * since LibreOffice holds a truth value for a number and an error value would spread over the sheet.
 */
import { settled } from './decimal';
import type { Value } from './values';

/** Cells hold these for values that are none, and for truth values. */
export const TOKEN = {
  wrongType: '#T',
  divisionByZero: '#D',
  notApplicable: '#X',
  missing: '#M',
  yes: '#Y',
  no: '#N',
} as const;

/** First character of a text, so that no text that a school types can look like a token. */
export const TEXT_MARK = '_';

/** What a helper cell holds for a value. */
export function token(value: Value): number | string {
  switch (value.kind) {
    case 'number':
      return settled(value.number).toNumber();
    case 'text':
      return `${TEXT_MARK}${value.text}`;
    case 'boolean':
      return value.boolean ? TOKEN.yes : TOKEN.no;
    case 'missing':
      return TOKEN.missing;
    case 'not-applicable':
      return TOKEN.notApplicable;
    case 'division-by-zero':
      return TOKEN.divisionByZero;
    case 'wrong-type':
      return TOKEN.wrongType;
  }
}

/** A text as a formula's literal. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
