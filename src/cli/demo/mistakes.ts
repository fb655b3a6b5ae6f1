/** Typical mistakes of schools: how each changes a good form. */
import type { IssuedForm } from '../../monitoring/issue-form';
import type { SubmissionRow } from '../../monitoring/submission';
import type { FormEntries } from '../../workflows/issue-forms';

interface Mistake {
  spoil(entries: FormEntries, rows: MistakeRows): FormEntries;
}

/** Codes of the rows in which the mistakes happen, by the form. */
export interface MistakeRows {
  /** The first row with a running total. */
  readonly running: string;
  /** The first numerator of a share. */
  readonly part: string;
}

export function mistakeRows({ rows }: IssuedForm): MistakeRows {
  return {
    running:
      rows.find(({ indicator, hasTotal }) => indicator.kind === 'count' && hasTotal)?.indicator.code ?? '',
    part: rows.find(({ indicator }) => indicator.kind === 'percent')?.indicator.numerator ?? '',
  };
}

const change = (
  entries: FormEntries,
  code: string,
  edit: (row: SubmissionRow) => Partial<SubmissionRow>,
): FormEntries => ({
  ...entries,
  rows: entries.rows.map((row) => (row.row === code ? { ...row, ...edit(row) } : row)),
});

export const MISTAKES = {
  textInNumber: {
    spoil: (entries, { running }) =>
      change(entries, running, ({ fact }) => ({
        fact: { kind: 'text', text: `${fact.kind === 'number' ? fact.number : 0} чел.` },
      })),
  },
  partOverWhole: {
    spoil: (entries, { part }) => change(entries, part, () => ({ fact: { kind: 'number', number: 40 } })),
  },
  fallingTotal: {
    spoil: (entries, { running }) =>
      change(entries, running, () => ({ total: { kind: 'number', number: 7 } })),
  },
  noReason: {
    spoil: (entries) => ({ ...entries, rows: entries.rows.map((row) => ({ ...row, reason: '' })) }),
  },
} as const satisfies Record<string, Mistake>;

export type MistakeName = keyof typeof MISTAKES;
