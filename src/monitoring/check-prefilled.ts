/** P4: what the form shows as known beforehand, held against the register. */
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { formatNumber } from '../text/numbers';
import type { IssuedForm } from './issue-form';
import { entryText, type Entry } from './submission';

const COLUMNS = ['planYear', 'plan', 'lastYear', 'previous', 'previousTotal'] as const;
type Column = (typeof COLUMNS)[number];

/** `issued`: the form as it would be issued now; `shown`: what the school's file shows. */
export function checkPrefilled(
  issued: IssuedForm,
  shown: ReadonlyMap<string, Readonly<Record<Column, Entry>>>,
  titleOf: (column: Column) => string,
  place: (row: string, column: Column) => Partial<Finding>,
): readonly Finding[] {
  return issued.rows.flatMap((row) => {
    const { code } = row.indicator;
    const inForm = shown.get(code);
    if (!inForm) return [];
    return COLUMNS.filter((column) => JSON.stringify(inForm[column]) !== JSON.stringify(row[column])).map(
      (column) =>
        formFinding(
          'prefilledDiffers',
          { column: titleOf(column), found: text(inForm[column]), accepted: text(row[column]) },
          place(code, column),
        ),
    );
  });
}

function text(entry: Entry): string {
  return entry.kind === 'number' ? formatNumber(entry.number) : entryText(entry) || 'пусто';
}
