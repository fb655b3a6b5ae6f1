/** An issued form as its controls see it: what it was filled with beforehand, and what the school enters. */
import type { ControlContext, Value } from '../controls/values';
import { entryAsValue, quartersSum } from './context';
import type { FormRow, IssuedForm } from './issue-form';
import { withShares } from './shares';
import { EMPTY, NOT_APPLICABLE, numberEntry, type Entry, type SubmissionRow } from './submission';

/** `entries`: what stands in the form's inputs; none in a form as it is issued. */
export function formContext(form: IssuedForm, entries: readonly SubmissionRow[]): ControlContext {
  const indicators = form.rows.map(({ indicator }) => indicator);
  const entered = new Map(withShares(entries, indicators).map((row) => [row.row, row]));
  const issued = new Map(form.rows.map((row) => [row.indicator.code, row]));
  const known =
    (key: 'plan' | 'minimum' | 'previous' | 'previousTotal' | 'lastYear' | 'lastYearTotal') =>
    (row: string): Value =>
      entryAsValue(issued.get(row)?.[key] ?? EMPTY);
  const fact = (row: string): Entry => entered.get(row)?.fact ?? EMPTY;
  const total = (row: string): Entry =>
    issued.get(row)?.hasTotal === false ? NOT_APPLICABLE : (entered.get(row)?.total ?? EMPTY);
  return {
    fact: (row) => entryAsValue(fact(row)),
    total: (row) => entryAsValue(isHeading(issued.get(row)) ? EMPTY : total(row)),
    plan: known('plan'),
    minimum: known('minimum'),
    previousFact: known('previous'),
    previousTotal: known('previousTotal'),
    lastYearFact: known('lastYear'),
    lastYearTotal: known('lastYearTotal'),
    quarters: (row) => quartersSum(issued.get(row)?.earlierQuarters ?? EMPTY, fact(row)),
    site: (attribute) => entryAsValue(numberEntry(form.site.attributes[attribute] ?? null)),
  };
}

function isHeading(row: FormRow | undefined): boolean {
  return row?.indicator.kind === 'heading';
}
