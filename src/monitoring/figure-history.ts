/** How one figure of one school came to be what it is: its value in every form that was accepted, and what changed. */
import { compareQuarters, formatQuarter, type Quarter } from '../calendar/quarter';
import { formsOfSite, type AcceptedForm, type Register } from './register';
import { EMPTY, entryText, type Entry, type SubmissionRow } from './submission';

/** Parts of a row that a correction may change. */
export type FigurePart = 'fact' | 'total' | 'reason' | 'evidence';
const PARTS = ['fact', 'total', 'reason', 'evidence'] as const satisfies readonly FigurePart[];

export interface FigureVersion {
  readonly form: AcceptedForm;
  readonly fact: Entry;
  readonly total: Entry;
  readonly reason: string;
  readonly evidence: string;
  /** What differs from the version before; null for the first. */
  readonly changed: readonly FigurePart[] | null;
  /** The version that counts. */
  readonly isCurrent: boolean;
}

export interface FigureHistory {
  readonly quarter: Quarter;
  /** By number of correction; of two forms with one number, as the register has them. */
  readonly versions: readonly FigureVersion[];
}

/** The figure's history, quarter by quarter; quarters without an accepted form are not there. `row`: its code. */
export function figureHistory(register: Register, site: string, row: string): readonly FigureHistory[] {
  const byQuarter = new Map<string, AcceptedForm[]>();
  for (const form of formsOfSite(register, site)) {
    const key = formatQuarter(form.submission.quarter);
    byQuarter.set(key, [...(byQuarter.get(key) ?? []), form]);
  }
  return [...byQuarter.values()]
    .flatMap((forms): FigureHistory[] => {
      const [first] = forms;
      return first ? [{ quarter: first.submission.quarter, versions: versionsOf(forms, row) }] : [];
    })
    .sort((a, b) => compareQuarters(a.quarter, b.quarter));
}

function versionsOf(forms: readonly AcceptedForm[], row: string): readonly FigureVersion[] {
  const sorted = [...forms].sort((a, b) => a.submission.revision - b.submission.revision);
  return sorted.map((form, index): FigureVersion => {
    const [now, before] = [form, sorted[index - 1]].map((one) => one && valuesOf(one, row));
    return {
      form,
      ...(now ?? NOTHING),
      changed: now && before ? PARTS.filter((part) => textOf(now[part]) !== textOf(before[part])) : null,
      isCurrent: index === sorted.length - 1,
    };
  });
}

type Values = Pick<SubmissionRow, FigurePart>;
const NOTHING: Values = { fact: EMPTY, total: EMPTY, reason: '', evidence: '' };

/** An edition without the row has nothing there. */
function valuesOf({ submission }: AcceptedForm, row: string): Values {
  const { fact, total, reason, evidence } = submission.rows.find((one) => one.row === row) ?? NOTHING;
  return { fact, total, reason, evidence };
}

/** An empty cell and «х» are no number, and differ from each other. */
function textOf(value: Entry | string): string {
  return typeof value === 'string' ? value : `${value.kind} ${entryText(value)}`;
}
