/** What a form's placeholders are filled from, and the kinds of values that come of it. */
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import type { ExecutionLine } from '../monitoring/execution';
import type { Site } from '../programme/schema';
import { formatNumber } from '../text/numbers';
import { TEMPLATE_WORDS } from '../text/template';
import type { OperatorReport } from './build-report';
import type { Signature } from './signature';

export interface TemplateSource {
  readonly report: OperatorReport;
  readonly execution: readonly ExecutionLine[];
  readonly signature: Signature;
  /** The roadmap's date for the quarter. */
  readonly reportDate: CivilDate;
  readonly today: CivilDate;
  /** Status of a checkpoint on that day, as it is printed. */
  readonly statusOf: (line: ExecutionLine) => string;
}

/** The school that a repeated row is for; `number`: its place in the list, from 1. Null: the list is empty. */
export interface RepeatedSchool {
  readonly site: Site;
  readonly number: number;
}

export type TemplateValue =
  /** `percent`: 66.7 stands for 66.7 %. */
  | { readonly kind: 'number'; readonly number: number; readonly percent: boolean }
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** «х»: the school is not open yet. */
  | { readonly kind: 'not-open' };

export const MISSING: TemplateValue = { kind: 'missing' };

export function textValue(text: string | null | undefined): TemplateValue {
  return text === null || text === undefined || text === '' ? MISSING : { kind: 'text', text };
}

export function numberValue(number: number | null | undefined, percent = false): TemplateValue {
  return number === null || number === undefined ? MISSING : { kind: 'number', number, percent };
}

export function dateValue(date: CivilDate | null): TemplateValue {
  return date === null ? MISSING : { kind: 'date', date };
}

/** A value as text within a sentence: decimal comma, «01.10.2021»; null where there is none. */
export function valueText(value: TemplateValue): string | null {
  switch (value.kind) {
    case 'number':
      return formatNumber(value.number);
    case 'date':
      return formatRussian(value.date);
    case 'text':
      return value.text;
    case 'not-open':
      return TEMPLATE_WORDS.notOpen;
    case 'missing':
      return null;
  }
}
