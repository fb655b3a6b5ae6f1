/** One quarter of the demonstration. */
import { createHash } from 'node:crypto';
import { addDays, type CivilDate } from '../../calendar/civil-date';
import { formatQuarter, lastDay, previousQuarter, type Quarter } from '../../calendar/quarter';
import { reportingDate } from '../../monitoring/due';
import { issueForm, type IssuedForm } from '../../monitoring/issue-form';
import { expectedSites } from '../../monitoring/expected';
import { tidyTotals, tidyValues } from '../../report/tidy';
import { checkFile } from '../../workflows/check-form';
import { createReport } from '../../workflows/create-report';
import { registerSheets } from '../../workflows/department-workbook';
import { formWorkbook, issueForms, type FormEntries } from '../../workflows/issue-forms';
import { protocolWorkbook } from '../../workflows/protocol-workbook';
import { readFiles, type GivenFile } from '../../workflows/read-form';
import { receiveForms, type ReceivedFile } from '../../workflows/receive-forms';
import type { WorkbookFiles } from '../../workbook/port';
import { csvOf } from '../../report/csv';
import { readDepartment } from '../load';
import type { OutputFile } from '../outputs';
import { fillForm } from '../../workflows/example/fill-form';
import { MISTAKES, mistakeRows, type MistakeName } from './mistakes';

/** What happens in a quarter besides good forms; the first school is the one it happens to. */
export type Plot = MistakeName | 'wrongQuarter' | 'twice' | 'revision' | 'nothing';

export interface QuarterStory {
  readonly quarter: Quarter;
  readonly plot: Plot;
  /** Forms issued. */
  readonly forms: number;
  /** All files that came, and what became of them. */
  readonly received: readonly ReceivedFile[];
  /** The Department's workbook at the quarter's end. */
  readonly workbook: Uint8Array;
}

export type Emit = (file: OutputFile) => Promise<void>;

const DAYS_TO_ISSUE = 14;
const DAYS_TO_MEND = 5;

export async function playQuarter(
  files: WorkbookFiles,
  start: Uint8Array,
  quarter: Quarter,
  plot: Plot,
  emit: Emit,
): Promise<QuarterStory> {
  const folder = formatQuarter(quarter);
  const issuedOn = addDays(lastDay(quarter), -DAYS_TO_ISSUE);
  const receivedOn = reportingDate(readDepartment(start).programme, quarter);
  let workbook = start;
  const received: ReceivedFile[] = [];

  const issued = issueForms(readDepartment(workbook), quarter, issuedOn);
  for (const file of issued) {
    await emit({ path: `${folder}/forms/${file.name}`, bytes: await files.write(file.workbook) });
  }

  /** Writes what schools send, takes it in, and keeps the protocol and the renewed workbook. */
  const take = async (round: string, sent: readonly GivenFile[], today: CivilDate): Promise<void> => {
    for (const { name, bytes } of sent) await emit({ path: `${folder}/${round}/${name}`, bytes });
    const department = readDepartment(workbook);
    const source = { ...department, today, expectedQuarter: quarter };
    const result = receiveForms(readFiles(files, sent, source), source);
    received.push(...result.files);
    workbook = await files.replaceSheets(workbook, registerSheets({ ...department, ...result }, today));
    await emit({
      path: `${folder}/${round}/protocol.xlsx`,
      bytes: await files.write(protocolWorkbook(result.files, today)),
    });
  };
  const report = async (revision: number, today: CivilDate): Promise<void> => {
    const made = createReport(readDepartment(workbook), quarter, revision, today);
    const name = revision === 0 ? 'report' : `report-${revision}`;
    await emit({ path: `${folder}/${name}.xlsx`, bytes: await files.write(made.workbook) });
    await emit({ path: `${folder}/${name}/values.csv`, bytes: csvOf(tidyValues(made.report)) });
    await emit({ path: `${folder}/${name}/totals.csv`, bytes: csvOf(tidyTotals(made.report)) });
  };
  const good = (form: IssuedForm, revision: number, today: CivilDate): Promise<Filled> =>
    fillWell(files, form, revision, workbook, today);
  const send = async (form: IssuedForm, entries: FormEntries, name: string): Promise<GivenFile> =>
    given(name, await files.write(formWorkbook(form, entries)));

  const mendedOn = addDays(receivedOn, DAYS_TO_MEND);
  const [first, ...others] = issued;
  if (!first) return { quarter, plot, forms: 0, received, workbook };
  const sent: GivenFile[] = [];
  for (const { form, name } of others) sent.push((await good(form, 0, receivedOn)).file(name));
  const right = await good(first.form, 0, receivedOn);
  const mended = right.file(first.name.replace('.xlsx', '-mended.xlsx'));
  if (plot === 'wrongQuarter') {
    const department = readDepartment(workbook);
    const before = previousQuarter(quarter);
    const [site] = expectedSites(department.programme, before);
    const old = site && issueForm(department.programme, department.register, site, before, issuedOn);
    sent.push(
      old ? await send(old, right.entries, `${formatQuarter(before)}_again.xlsx`) : right.file(first.name),
    );
  } else if (plot === 'twice') {
    sent.push(right.file(first.name));
    sent.push(
      await send(
        first.form,
        otherValues(right.entries, first.form),
        first.name.replace('.xlsx', '-copy.xlsx'),
      ),
    );
  } else if (plot === 'nothing' || plot === 'revision') {
    sent.push(right.file(first.name));
  } else {
    const spoiled = MISTAKES[plot].spoil(right.entries, mistakeRows(first.form));
    sent.push(await send(first.form, spoiled, first.name));
  }
  await take('returned', sent, receivedOn);
  await report(0, receivedOn);

  if (plot === 'revision') {
    const corrected = otherValues((await good(first.form, 1, mendedOn)).entries, first.form);
    await take(
      'corrected',
      [await send(first.form, corrected, first.name.replace('.xlsx', '-revision-1.xlsx'))],
      mendedOn,
    );
    await report(1, mendedOn);
  } else if (plot !== 'nothing') {
    await take('corrected', [plot === 'twice' ? right.file(first.name) : mended], mendedOn);
    await report(1, mendedOn);
  }
  return { quarter, plot, forms: issued.length, received, workbook };
}

interface Filled {
  readonly entries: FormEntries;
  file(name: string): GivenFile;
}

/** A form without mistakes: filled, checked as the Department will, and with a reason wherever the check asks for one. */
async function fillWell(
  files: WorkbookFiles,
  form: IssuedForm,
  revision: number,
  workbook: Uint8Array,
  today: CivilDate,
): Promise<Filled> {
  const source = { ...readDepartment(workbook), today };
  const reasons = new Set<string>();
  for (;;) {
    const entries = fillForm(form, today, revision, reasons);
    const bytes = await files.write(formWorkbook(form, entries));
    const { findings } = checkFile(files, given('form.xlsx', bytes), source);
    const asked = findings.flatMap(({ code, row }) =>
      code === 'C1' && row !== null && !reasons.has(row) ? [row] : [],
    );
    if (asked.length === 0) return { entries, file: (name) => given(name, bytes) };
    for (const row of asked) reasons.add(row);
  }
}

function given(name: string, bytes: Uint8Array): GivenFile {
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The same form with one more child in the first row that has a running total. */
function otherValues(entries: FormEntries, form: IssuedForm): FormEntries {
  const { running } = mistakeRows(form);
  return {
    ...entries,
    rows: entries.rows.map((row) =>
      row.row === running && row.fact.kind === 'number' && row.total.kind === 'number'
        ? {
            ...row,
            fact: { kind: 'number', number: row.fact.number + 1 },
            total: { kind: 'number', number: row.total.number + 1 },
          }
        : row,
    ),
  };
}
