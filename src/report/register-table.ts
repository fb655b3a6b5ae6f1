/** The register as a table for analysts: a row per accepted value, corrected ones included. */
import type { Quarter } from '../calendar/quarter';
import { formatQuarter } from '../calendar/quarter';
import { compareForms, currentForm, type AcceptedForm, type Register } from '../monitoring/register';
import type { Entry } from '../monitoring/submission';
import { millionths, type DataCell, type DataColumn, type DataTable } from './data-table';

/** What a value is; that a school has not submitted stands in the table `forms`. */
export const ENTRY_STATES = {
  number: 'number',
  text: 'text',
  empty: 'empty',
  'not-applicable': 'not_applicable',
} as const satisfies Readonly<Record<Entry['kind'], string>>;

const COLUMNS: readonly DataColumn[] = [
  { name: 'programme', type: 'text' },
  { name: 'edition', type: 'text' },
  { name: 'site', type: 'text' },
  { name: 'row_code', type: 'text' },
  { name: 'fact_state', type: 'text' },
  { name: 'fact', type: 'decimal', optional: true },
  { name: 'fact_text', type: 'text', optional: true },
  { name: 'total_state', type: 'text' },
  { name: 'total', type: 'decimal', optional: true },
  { name: 'total_text', type: 'text', optional: true },
  { name: 'reason', type: 'text', optional: true },
  { name: 'evidence', type: 'text', optional: true },
  { name: 'revision', type: 'integer' },
  { name: 'is_current', type: 'yesno' },
  { name: 'received_on', type: 'date' },
  { name: 'source_file', type: 'text' },
  { name: 'source_sha256', type: 'text' },
];

/** The values of one quarter, in the register's order. Throws `NotExactError`. */
export function registerTable(register: Register, quarter: Quarter): DataTable {
  const period = formatQuarter(quarter);
  const forms = register
    .filter(({ submission }) => formatQuarter(submission.quarter) === period)
    .sort(compareForms);
  return { name: 'register', columns: COLUMNS, rows: forms.flatMap((form) => rowsOf(form, register)) };
}

function rowsOf(form: AcceptedForm, register: Register): DataCell[][] {
  const { submission, receivedOn, file, sha256 } = form;
  const { programme, edition, site, quarter, revision } = submission;
  const isCurrent = currentForm(register, site, quarter) === form;
  return submission.rows.map(({ row, fact, total, reason, evidence }) => {
    const place = `${site}, ${formatQuarter(quarter)}, ${row}`;
    return [
      programme,
      edition,
      site,
      row,
      ...entryCells(fact, place),
      ...entryCells(total, place),
      reason || null,
      evidence || null,
      revision,
      isCurrent,
      receivedOn,
      file,
      sha256,
    ];
  });
}

function entryCells(entry: Entry, place: string): DataCell[] {
  return [
    ENTRY_STATES[entry.kind],
    entry.kind === 'number' ? millionths(entry.number, place) : null,
    entry.kind === 'text' ? entry.text : null,
  ];
}
