/** Judges a form that was read: by the controls of its edition, and against the register where there is one. */
import { checkControls, checkReasons } from '../monitoring/check-controls';
import { checkPrefilled } from '../monitoring/check-prefilled';
import { checkRevision } from '../monitoring/check-revision';
import { checkShares } from '../monitoring/check-shares';
import { checkTimeliness } from '../monitoring/check-timeliness';
import { controlContext, formHistory, registerHistory } from '../monitoring/context';
import { issueForm } from '../monitoring/issue-form';
import { currentForm, type Register } from '../monitoring/register';
import type { Submission } from '../monitoring/submission';
import { editionView } from '../programme/edition';
import { columnTitle } from '../sheets/form/form-columns';
import { placeIn } from '../sheets/form/read-rows';
import type { CheckedFile } from '../sheets/protocol-sheet';
import type { Grid } from '../workbook/grid';
import type { WorkbookFiles } from '../workbook/port';
import { readFile, readForm, type FormReading, type GivenFile, type ReadingSource } from './read-form';

export interface CheckSource extends ReadingSource {
  /** Null: there is no Department's workbook; earlier quarters are taken from what the form shows. */
  readonly register: Register | null;
}

export interface FormCheck extends Omit<FormReading, 'whole'> {
  /** What the form reports; absent where it could not be read that far. */
  readonly submission?: Submission;
}

/** Checks a file's bytes; never throws for what they hold. */
export function checkFile(
  files: Pick<WorkbookFiles, 'read'>,
  given: GivenFile,
  source: CheckSource,
): FormCheck {
  return judgeForm(readFile(files, given, source), source);
}

/** Checks a workbook that was read already. */
export function checkForm(grid: Grid, file: string, source: CheckSource): FormCheck {
  return judgeForm(readForm(grid, file, source), source);
}

/** The findings of all stages; the reading must be of the same programme, day and quarter. */
export function judgeForm({ whole, ...check }: FormReading, source: CheckSource): FormCheck {
  const { programme, register, today } = source;
  if (!whole) return check;
  const { submission, rows, prefilled, known, places } = whole;
  const { quarter } = submission;
  const site = programme.sites.find(({ code }) => code === submission.site);
  if (!site) throw new Error(`The reading is of another programme: it has no site ${submission.site}.`);
  const view = editionView(programme, submission.edition);
  const place = placeIn(places);
  const history = register
    ? registerHistory(register, { programme, view, site, quarter })
    : formHistory({ rows: prefilled, ...known });
  const context = controlContext({ programme, view, site, quarter, rows, history });
  const controls = checkControls(view, quarter, context, place);
  const found = [
    ...check.findings,
    ...checkShares(view, submission.rows, place),
    ...controls,
    ...checkReasons(controls, rows, programme.settings, place),
  ];
  if (register) {
    const issued = issueForm(programme, register, site, quarter, today);
    found.push(
      ...checkPrefilled(issued, prefilled, columnTitle, place),
      ...checkRevision(register, submission, place),
    );
  }
  // What was accepted has its day in the register; it is not late because it is looked at again.
  if (!register || !currentForm(register, site.code, quarter)) {
    found.push(...checkTimeliness(programme, quarter, submission.revision, today, check.file));
  }
  return { ...check, submission, findings: found };
}

/** What the protocol says of a form: its values are not kept. */
export function checkedFile({ file, subject, edition, findings }: CheckedFile): CheckedFile {
  return { file, subject, edition, findings };
}
