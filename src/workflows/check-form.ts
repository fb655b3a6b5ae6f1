/**
 * Checks one file, stage by stage: is it ours → whose, which quarter and edition → title → structure and formats →
 * controls. A form that fails a stage is not judged by the later ones, and the findings say so.
 */
import type { CivilDate } from '../calendar/civil-date';
import { quarterTitle, type Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { checkControls, checkReasons } from '../monitoring/check-controls';
import { checkIdentity } from '../monitoring/check-identity';
import { checkPrefilled } from '../monitoring/check-prefilled';
import { checkRevision } from '../monitoring/check-revision';
import { checkShares } from '../monitoring/check-shares';
import { checkTimeliness } from '../monitoring/check-timeliness';
import { controlContext, formHistory, registerHistory } from '../monitoring/context';
import { issueForm } from '../monitoring/issue-form';
import { currentForm, type Register } from '../monitoring/register';
import { withShares } from '../monitoring/shares';
import type { Submission } from '../monitoring/submission';
import type { Programme } from '../programme/schema';
import { columnTitle } from '../sheets/form/form-columns';
import { readKnownValues } from '../sheets/form/known-values';
import { locateForm } from '../sheets/form/locate-form';
import { readRows } from '../sheets/form/read-rows';
import { readTitle } from '../sheets/form/read-title';
import type { CheckedFile } from '../sheets/protocol-sheet';
import { FILE_PROBLEMS } from '../text/file-problems';
import type { Grid } from '../workbook/grid';
import type { WorkbookFiles } from '../workbook/port';

export interface GivenFile {
  /** As the user named it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the whole file, in lower-case hexadecimal. */
  readonly sha256: string;
}

export interface CheckSource {
  readonly programme: Programme;
  /** Null: there is no Department's workbook; earlier quarters are taken from what the form shows. */
  readonly register: Register | null;
  readonly today: CivilDate;
  /** The quarter asked for; absent: any that the programme reports. */
  readonly expectedQuarter?: Quarter;
}

export interface FormCheck extends CheckedFile {
  /** What the form reports; absent where it could not be read that far. */
  readonly submission?: Submission;
  readonly executor: string;
  readonly phone: string;
  /** Site and quarter by the stamp, known before the rest is. */
  readonly site: string | null;
  readonly quarter: Quarter | null;
  readonly revision: number | null;
}

const STAGES = ['реквизиты', 'состав формы', 'форматы', 'контроли'];

/** Checks a file's bytes; never throws for what they hold. */
export function checkFile(files: WorkbookFiles, { name, bytes }: GivenFile, source: CheckSource): FormCheck {
  const reading = files.read(bytes);
  if (reading.ok) return checkForm(reading.grid, name, source);
  const reason = FILE_PROBLEMS[reading.reason];
  return unknown(name, [formFinding('unreadable', { reason }, { file: name })]);
}

/** Checks a workbook that was read already. */
export function checkForm(grid: Grid, file: string, source: CheckSource): FormCheck {
  const { programme, register, today } = source;
  const { located, findings } = locateForm(grid, file);
  if (!located) return unknown(file, findings);
  const { stamp } = located;
  const { quarter } = stamp;
  const identified = checkIdentity(stamp, programme, today, source.expectedQuarter, {
    file,
    ...located.stampPlace,
  });
  const known = {
    file,
    site: stamp.site,
    quarter,
    edition: stamp.edition,
    executor: '',
    phone: '',
    revision: null,
  };
  if ('finding' in identified) {
    return {
      ...known,
      subject: subjectOf(stamp.site, quarter, null),
      findings: [...findings, identified.finding, skipped(0, file)],
    };
  }
  const { site, view } = identified.identity;

  const title = readTitle(located, site, file);
  const reading = readRows(located, view.indicators, file);
  const submission: Submission = {
    programme: programme.code,
    site: site.code,
    quarter,
    edition: view.edition.code,
    revision: title.revision,
    rows: withShares(reading.rows, view.indicators),
  };
  const check = {
    ...known,
    executor: title.executor,
    phone: title.phone,
    revision: title.revision,
    subject: subjectOf(site.shortName, quarter, title.revision),
  };
  const found = [...findings];
  for (const [stage, stageFindings] of [title.findings, reading.structure, reading.formats].entries()) {
    found.push(...stageFindings);
    if (hasErrors(stageFindings)) return { ...check, findings: [...found, skipped(stage + 1, file)] };
  }

  const place = reading.place;
  const history = register
    ? registerHistory(register, { programme, view, site, quarter })
    : formHistory({ rows: reading.prefilled, ...readKnownValues(grid) });
  const context = controlContext({ programme, view, site, quarter, rows: reading.rows, history });
  const controls = checkControls(view, quarter, context, place);
  found.push(
    ...checkShares(view, submission.rows, place),
    ...controls,
    ...checkReasons(controls, reading.rows, programme.settings, place),
  );
  if (register) {
    const issued = issueForm(programme, register, site, quarter, today);
    found.push(
      ...checkPrefilled(issued, reading.prefilled, columnTitle, place),
      ...checkRevision(register, submission, place),
    );
  }
  // What was accepted has its day in the register; it is not late because it is looked at again.
  if (!register || !currentForm(register, site.code, quarter)) {
    found.push(...checkTimeliness(programme, quarter, submission.revision, today, file));
  }
  return { ...check, submission, findings: found };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'error');
}

function unknown(file: string, findings: readonly Finding[]): FormCheck {
  return {
    file,
    subject: null,
    edition: null,
    findings,
    executor: '',
    phone: '',
    site: null,
    quarter: null,
    revision: null,
  };
}

function subjectOf(site: string, quarter: Quarter, revision: number | null): string {
  return `${site}, ${quarterTitle(quarter)}${revision === null ? '' : `, корректировка № ${revision}`}`;
}

/** Says which stages were not run after an error in the one before. */
function skipped(from: number, file: string): Finding {
  return formFinding('stageSkipped', { stages: STAGES.slice(from).join(', ') }, { file });
}
