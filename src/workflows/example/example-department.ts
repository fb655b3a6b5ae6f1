/** A Department's workbook at work: the built-in programme with sample targets and accepted sample forms, all marked «пример». */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { CivilDate } from '../../calendar/civil-date';
import { formatQuarter, lastDay, type Quarter } from '../../calendar/quarter';
import { checkControls } from '../../monitoring/check-controls';
import { controlContext, registerHistory } from '../../monitoring/context';
import { reportingDate, schoolDue } from '../../monitoring/due';
import { NOTHING_DONE, type ExecutionLine } from '../../monitoring/execution';
import { expectedSites, reportedQuarters } from '../../monitoring/expected';
import { issueForm, type IssuedForm } from '../../monitoring/issue-form';
import type { AcceptedForm, LogEntry, Register } from '../../monitoring/register';
import { withShares } from '../../monitoring/shares';
import type { Submission } from '../../monitoring/submission';
import { programmeCheckpoints, type Checkpoint } from '../../programme/checkpoints';
import { editionView } from '../../programme/edition';
import type { Programme } from '../../programme/schema';
import { EXAMPLE_TEXTS } from '../../text/example';
import type { Department } from '../department-workbook';
import { fillForm } from './fill-form';
import { sampleProgramme } from './sample-programme';

/**
 * Forms of all quarters that are over on the day are accepted. Where several schools report the last of them, the last
 * school is still awaited: so there is something left to do.
 */
export function exampleDepartment(builtIn: Programme, today: CivilDate): Department {
  const programme = sampleProgramme(builtIn);
  const quarters = reportedQuarters(programme).filter((quarter) => lastDay(quarter) < today);
  let register: Register = [];
  for (const [index, quarter] of quarters.entries()) {
    const sites = expectedSites(programme, quarter);
    const isLast = index === quarters.length - 1;
    const reporting = isLast && sites.length > 1 ? sites.slice(0, -1) : sites;
    const issued = reporting.map((site) =>
      issueForm(programme, register, site, quarter, schoolDue(programme, quarter)),
    );
    register = [...register, ...issued.map((form) => accepted(form, register, quarter))];
  }
  const { checkpoints } = programmeCheckpoints(programme);
  return {
    programme,
    register,
    log: register.map(logEntry),
    execution: checkpoints.map((checkpoint) => executionLine(checkpoint, today)),
  };
}

/** What fell due before the day was done on its date. */
function executionLine(checkpoint: Checkpoint, today: CivilDate): ExecutionLine {
  const { date } = checkpoint;
  const isDone = date !== null && date < today;
  return {
    checkpoint,
    ...NOTHING_DONE,
    ...(isDone ? { actual: date, document: EXAMPLE_TEXTS.document } : {}),
  };
}

function accepted(form: IssuedForm, register: Register, quarter: Quarter): AcceptedForm {
  const { programme, stamp, site } = form;
  const receivedOn = reportingDate(programme, quarter);
  const view = editionView(programme, stamp.edition);
  const rowsWith = (reasons: ReadonlySet<string>): Submission['rows'] =>
    withShares(fillForm(form, receivedOn, 0, reasons).rows, view.indicators);
  const plain = rowsWith(new Set());
  const history = registerHistory(register, { programme, view, site, quarter });
  const context = controlContext({ programme, view, site, quarter, rows: plain, history });
  const findings = checkControls(view, quarter, context, (row) => ({
    file: null,
    sheet: null,
    cell: null,
    row,
  }));
  const submission: Submission = {
    ...stamp,
    revision: 0,
    rows: rowsWith(new Set(findings.flatMap(({ row }) => row ?? []))),
  };
  return {
    submission,
    sha256: bytesToHex(sha256(utf8ToBytes(JSON.stringify(submission)))),
    file: EXAMPLE_TEXTS.file(formatQuarter(quarter), site.code),
    receivedOn,
  };
}

function logEntry({ submission, file, sha256: digest, receivedOn }: AcceptedForm): LogEntry {
  const { site, quarter, revision, edition } = submission;
  return {
    receivedOn,
    file,
    sha256: digest,
    site,
    quarter,
    revision,
    edition,
    result: 'accepted',
    errors: 0,
    warnings: 0,
    deviations: 0,
    executor: EXAMPLE_TEXTS.executor,
    phone: '',
    summary: EXAMPLE_TEXTS.summary,
  };
}
