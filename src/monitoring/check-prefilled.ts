/** P4: what the form shows as known beforehand, held against the register. */
import { previousQuarter, quarterTitle, sameQuarterLastYear } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import type { IssuedForm } from './issue-form';
import { shownEntry, type Entry } from './submission';

const COLUMNS = ['planYear', 'plan', 'lastYear', 'previous', 'previousTotal'] as const;
type Column = (typeof COLUMNS)[number];

/** Columns that come from earlier forms, with the quarter each is about. */
const HISTORY = {
  lastYear: sameQuarterLastYear,
  previous: previousQuarter,
  previousTotal: previousQuarter,
} as const;

/** `issued`: the form as it would be issued now; `shown`: what the school's file shows. */
export function checkPrefilled(
  issued: IssuedForm,
  shown: ReadonlyMap<string, Readonly<Record<Column, Entry>>>,
  titleOf: (column: Column) => string,
  place: (row: string, column: Column) => Partial<Finding>,
): readonly Finding[] {
  const unknown = new Set<string>();
  const differs = issued.rows.flatMap((row) => {
    const { code } = row.indicator;
    const inForm = shown.get(code);
    if (!inForm) return [];
    return COLUMNS.filter((column) => JSON.stringify(inForm[column]) !== JSON.stringify(row[column])).flatMap(
      (column) => {
        // A quarter that the register does not know can't be held against the form: said once for the whole quarter.
        if (row[column].kind === 'empty' && isHistory(column)) {
          unknown.add(quarterTitle(HISTORY[column](issued.quarter)));
          return [];
        }
        const args = {
          column: titleOf(column),
          found: shownEntry(inForm[column], 'пусто'),
          accepted: shownEntry(row[column], 'пусто'),
        };
        return [formFinding('prefilledDiffers', args, place(code, column))];
      },
    );
  });
  const { file = null } = place('', 'plan');
  return [
    ...differs,
    ...[...unknown].map((quarter) => formFinding('previousMissing', { quarter }, { file })),
  ];
}

function isHistory(column: Column): column is keyof typeof HISTORY {
  return column in HISTORY;
}
