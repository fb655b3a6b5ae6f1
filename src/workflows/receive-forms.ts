/**
 * Takes in returned files: accepts what passes, logs all, changes nothing that was accepted before but by a revision.
 * The same files give the same register and log in whatever order they come, and given again they change nothing.
 */
import { formatRussian } from '../calendar/civil-date';
import { formatQuarter } from '../calendar/quarter';
import { formFinding } from '../controls/form-finding';
import {
  compareText,
  formKey,
  type IntakeResult,
  type LogEntry,
  type Register,
} from '../monitoring/register';
import { sameValues, type Submission } from '../monitoring/submission';
import type { WorkbookFiles } from '../workbook/port';
import { checkFile, hasErrors, type CheckSource, type FormCheck, type GivenFile } from './check-form';

export interface ReceiveSource extends Omit<CheckSource, 'register'> {
  readonly register: Register;
  readonly log: readonly LogEntry[];
}

export interface ReceivedFile extends FormCheck {
  readonly sha256: string;
  /** `ignored`: a document of the product's own that is not a form; it is named, but not logged. */
  readonly result: IntakeResult | 'ignored';
}

export interface Received {
  /** By quarter, site, revision; files that could not be placed come first. */
  readonly files: readonly ReceivedFile[];
  readonly register: Register;
  readonly log: readonly LogEntry[];
  /** Whether register or log differ from what was there before. */
  readonly changed: boolean;
}

interface Digested {
  readonly file: GivenFile;
  readonly sha256: string;
  /** As far as the file can be judged without the register. */
  readonly check: FormCheck;
}

/** `onFile` is told how many files have been read, of how many. */
export function receiveForms(
  files: WorkbookFiles,
  given: readonly GivenFile[],
  source: ReceiveSource,
  onFile: (done: number, all: number) => void = () => undefined,
): Received {
  const digested = withoutCopies(given).map((file, index, all): Digested => {
    const check = checkFile(files, file, { ...source, register: null });
    onFile(index + 1, all.length);
    return { file, sha256: file.sha256, check };
  });

  let { register } = source;
  const received: ReceivedFile[] = [];
  for (const group of groupsInOrder(digested)) {
    const judged = group.map((item) => judge(files, item, { ...source, register }));
    for (const item of settle(judged)) {
      received.push(item);
      if (item.result !== 'accepted' || !item.submission) continue;
      const { sha256, submission } = item;
      register = [...register, { submission, sha256, file: baseName(item.file), receivedOn: source.today }];
    }
  }
  const added = received.flatMap((item) =>
    item.result === 'ignored' || isLogged(source.log, item.sha256, item.result)
      ? []
      : [logEntry(item, item.result, source)],
  );
  return { files: received, register, log: [...source.log, ...added], changed: added.length > 0 };
}

/** Of files with the same bytes, the one whose name comes first. */
function withoutCopies(given: readonly GivenFile[]): readonly GivenFile[] {
  const byDigest = new Map<string, GivenFile>();
  for (const file of given) {
    const known = byDigest.get(file.sha256);
    if (!known || compareText(file.name, known.name) < 0) byDigest.set(file.sha256, file);
  }
  return [...byDigest.values()];
}

/** Files of one site, quarter and revision together; a quarter after the one before it, a revision after the form it corrects. */
function groupsInOrder(items: readonly Digested[]): readonly (readonly Digested[])[] {
  const groups = new Map<string, Digested[]>();
  for (const item of items) {
    const { quarter, site, revision } = item.check;
    const period = quarter === null ? '' : formatQuarter(quarter);
    const key = `${period} ${site ?? ''} ${String(revision ?? 0).padStart(2, '0')}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => group.sort((a, b) => compareText(a.sha256, b.sha256)));
}

/** One file against the register as it stands when its turn comes. */
function judge(files: WorkbookFiles, { file, sha256, check }: Digested, source: ReceiveSource): ReceivedFile {
  const { submission } = check;
  // Also a copy in other bytes of a form that a revision has replaced since.
  const before = source.register.find(
    (form) => form.sha256 === sha256 || (submission && sameForm(form.submission, submission)),
  );
  if (before) {
    const known = formFinding(
      'alreadyAccepted',
      { day: formatRussian(before.receivedOn) },
      { file: file.name },
    );
    return { ...check, findings: [known], sha256, result: 'repeated' };
  }
  // Without a submission the register has no say: the file failed an earlier stage.
  const judged = submission ? checkFile(files, file, source) : check;
  const good = judged.submission ? 'accepted' : 'ignored';
  return { ...judged, sha256, result: hasErrors(judged.findings) ? 'refused' : good };
}

/** Of several good files of one revision only one can count: copies of it are repeats, different ones a conflict. */
function settle(group: readonly ReceivedFile[]): readonly ReceivedFile[] {
  const good = group.filter(({ result }) => result === 'accepted');
  const [first] = good;
  if (!first || good.length === 1) return group;
  const agree = good.every(
    ({ submission }) => submission && first.submission && sameForm(submission, first.submission),
  );
  return group.map((item) => {
    if (item.result !== 'accepted' || (agree && item === first)) return item;
    if (agree) return { ...item, result: 'repeated' };
    const other = good.find((candidate) => candidate !== item)?.file ?? '';
    const finding = formFinding('conflict', { other: baseName(other) }, { file: item.file });
    return { ...item, result: 'conflict', findings: [...item.findings, finding] };
  });
}

function sameForm(a: Submission, b: Submission): boolean {
  return (
    formKey(a.site, a.quarter) === formKey(b.site, b.quarter) && a.revision === b.revision && sameValues(a, b)
  );
}

/** A file that was accepted needs no second line; neither does one that ends as it did before. */
function isLogged(log: readonly LogEntry[], sha256: string, result: IntakeResult): boolean {
  return log.some(
    (entry) =>
      entry.sha256 === sha256 &&
      (entry.result === result || (entry.result === 'accepted' && result === 'repeated')),
  );
}

function logEntry(item: ReceivedFile, result: IntakeResult, { today }: ReceiveSource): LogEntry {
  const count = (level: string): number => item.findings.filter((finding) => finding.level === level).length;
  const { site, quarter, revision, edition, sha256, executor, phone } = item;
  const codes = new Map<string, number>();
  for (const { code, level } of item.findings)
    if (level !== 'info') codes.set(code, (codes.get(code) ?? 0) + 1);
  return {
    receivedOn: today,
    file: baseName(item.file),
    sha256,
    site,
    quarter,
    revision,
    edition,
    result,
    errors: count('error'),
    warnings: count('warning'),
    deviations: count('deviation'),
    executor,
    phone,
    summary: [...codes].map(([code, times]) => (times === 1 ? code : `${code} × ${times}`)).join(', '),
  };
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
