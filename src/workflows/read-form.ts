/**
 * Reads one file stage by stage, as far as that goes without the register: is it ours → whose, which quarter and edition
 * → title → structure and formats. A form that fails a stage is not judged by the later ones, and the findings say so.
 * What comes out is plain data: files can be read in other threads, and nothing of them is kept.
 */
import type { CivilDate } from '../calendar/civil-date';
import { quarterTitle, type Quarter } from '../calendar/quarter';
import { hasErrors, type Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { checkIdentity } from '../monitoring/check-identity';
import { withShares } from '../monitoring/shares';
import type { Submission, SubmissionRow } from '../monitoring/submission';
import type { Programme } from '../programme/schema';
import { readKnownValues, type KnownReading } from '../sheets/form/known-values';
import { locateForm } from '../sheets/form/locate-form';
import { readRows, type FormPlaces, type RowsReading } from '../sheets/form/read-rows';
import { readTitle } from '../sheets/form/read-title';
import type { CheckedFile } from '../sheets/protocol-sheet';
import { FILE_PROBLEMS } from '../text/file-problems';
import { FORM_FINDINGS } from '../text/form-findings';
import type { Grid } from '../workbook/grid';
import type { FormulaDetail, WorkbookFiles } from '../workbook/port';

export interface GivenFile {
  /** As the user named it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the whole file, in lower-case hexadecimal. */
  readonly sha256: string;
}

export interface ReadingSource {
  readonly programme: Programme;
  readonly today: CivilDate;
  /** The quarter asked for; absent: any that the programme reports. */
  readonly expectedQuarter?: Quarter;
}

export interface FormReading extends CheckedFile {
  readonly executor: string;
  readonly phone: string;
  /** Site and quarter by the stamp, known before the rest is. */
  readonly site: string | null;
  readonly quarter: Quarter | null;
  readonly revision: number | null;
  /** Absent: a stage found an error, or the file is no form. */
  readonly whole?: WholeForm;
}

/** What the controls need of a form that was read to its end. */
export interface WholeForm {
  readonly submission: Submission;
  /** The rows as they stand, shares included. */
  readonly rows: readonly SubmissionRow[];
  readonly prefilled: RowsReading['prefilled'];
  readonly known: KnownReading;
  readonly places: FormPlaces;
}

const STAGES = ['реквизиты', 'состав формы', 'форматы', 'контроли'];

/** The code of all findings that quote a formula. */
const QUOTES_FORMULA = FORM_FINDINGS.formulaInInput.code;

/**
 * Reads a file's bytes; never throws for what they hold. The texts of formulas, half of a form's bytes, are needed only
 * where one stands in place of an entry: such a file is read again with them.
 */
export function readFile(
  files: Pick<WorkbookFiles, 'read'>,
  given: GivenFile,
  source: ReadingSource,
): FormReading {
  const reading = readBytes(files, given, source, 'marks');
  const mayQuote = reading.findings.some(({ code }) => code === QUOTES_FORMULA);
  return mayQuote ? readBytes(files, given, source, 'texts') : reading;
}

function readBytes(
  files: Pick<WorkbookFiles, 'read'>,
  { name, bytes }: GivenFile,
  source: ReadingSource,
  formulas: FormulaDetail,
): FormReading {
  const reading = files.read(bytes, formulas);
  if (reading.ok) return readForm(reading.grid, name, source);
  const reason = FILE_PROBLEMS[reading.reason];
  return unread(name, [formFinding('unreadable', { reason }, { file: name })]);
}

/** A file that was read; `sha256` is its digest. */
export interface ReadFile {
  readonly reading: FormReading;
  readonly sha256: string;
}

/** Files whose bytes are in memory, read one after another. */
export function readFiles(
  files: WorkbookFiles,
  given: readonly GivenFile[],
  source: ReadingSource,
): readonly ReadFile[] {
  return given.map((file) => ({ reading: readFile(files, file, source), sha256: file.sha256 }));
}

/** Reads a workbook that is in memory already; `shared`: it was taken out of one that holds several forms. */
export function readForm(
  grid: Grid,
  file: string,
  { programme, today, expectedQuarter }: ReadingSource,
  shared = false,
): FormReading {
  const { located, findings } = locateForm(grid, file, shared);
  if (!located) return unread(file, findings);
  const { stamp } = located;
  const { quarter } = stamp;
  const identified = checkIdentity(stamp, programme, today, expectedQuarter, { file, ...located.stampPlace });
  const named = { ...unread(file, findings), site: stamp.site, quarter, edition: stamp.edition };
  if ('finding' in identified) {
    return {
      ...named,
      subject: subjectOf(stamp.site, quarter, null),
      findings: [...findings, identified.finding, skipped(0, file)],
    };
  }
  const { site, view } = identified.identity;

  const title = readTitle(located, site, file);
  const { executor, phone, revision } = title;
  const reading = readRows(located, view.indicators, file);
  const { rows, prefilled, places } = reading;
  const known = {
    ...named,
    executor,
    phone,
    revision,
    subject: subjectOf(site.shortName, quarter, revision),
  };
  const found = [...findings];
  for (const [stage, stageFindings] of [title.findings, reading.structure, reading.formats].entries()) {
    found.push(...stageFindings);
    if (hasErrors(stageFindings)) return { ...known, findings: [...found, skipped(stage + 1, file)] };
  }
  const submission: Submission = {
    programme: programme.code,
    site: site.code,
    quarter,
    edition: view.edition.code,
    revision,
    rows: withShares(rows, view.indicators),
  };
  return {
    ...known,
    findings: found,
    whole: { submission, rows, prefilled, places, known: readKnownValues(grid) },
  };
}

/** A file of which nothing is known but why it was not read. */
export function unread(file: string, findings: readonly Finding[]): FormReading {
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
