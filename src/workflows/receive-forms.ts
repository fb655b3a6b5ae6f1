/**
 * Takes in returned files: accepts what passes, logs all, changes nothing that was accepted before but by a revision.
 * The same files give the same register and log in whatever order they come, and given again they change nothing.
 */
import { formatRussian } from '../calendar/civil-date';
import { formatQuarter } from '../calendar/quarter';
import { hasErrors } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import {
  compareText,
  formKey,
  type IntakeResult,
  type LogEntry,
  type Register,
} from '../monitoring/register';
import { sameValues, type Submission } from '../monitoring/submission';
import { judgeForm, type CheckSource, type FormCheck } from './check-form';
import type { ReadFile } from './read-form';

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

/** The files must have been read with the same source. */
export function receiveForms(read: readonly ReadFile[], source: ReceiveSource): Received {
  let { register } = source;
  const received: ReceivedFile[] = [];
  for (const group of groupsInOrder(withoutCopies(read))) {
    const judged = group.map((item) => judge(item, { ...source, register }));
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
function withoutCopies(read: readonly ReadFile[]): readonly ReadFile[] {
  const byDigest = new Map<string, ReadFile>();
  for (const item of read) {
    const known = byDigest.get(item.sha256);
    if (!known || compareText(item.reading.file, known.reading.file) < 0) byDigest.set(item.sha256, item);
  }
  return [...byDigest.values()];
}

/** Files of one site, quarter and revision together; a quarter after the one before it, a revision after the form it corrects. */
function groupsInOrder(items: readonly ReadFile[]): readonly (readonly ReadFile[])[] {
  const groups = new Map<string, ReadFile[]>();
  for (const item of items) {
    const { quarter, site, revision } = item.reading;
    const period = quarter === null ? '' : formatQuarter(quarter);
    const key = `${period} ${site ?? ''} ${String(revision ?? 0).padStart(2, '0')}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => group.sort((a, b) => compareText(a.sha256, b.sha256)));
}

/** One file against the register as it stands when its turn comes. */
function judge({ reading, sha256 }: ReadFile, source: ReceiveSource): ReceivedFile {
  const submission = reading.whole?.submission;
  // Also a copy in other bytes of a form that a revision has replaced since.
  const before = source.register.find(
    (form) => form.sha256 === sha256 || (submission && sameForm(form.submission, submission)),
  );
  if (before) {
    const known = formFinding(
      'alreadyAccepted',
      { day: formatRussian(before.receivedOn) },
      { file: reading.file },
    );
    const { whole, ...check } = reading;
    return {
      ...check,
      ...(whole ? { submission: whole.submission } : {}),
      findings: [known],
      sha256,
      result: 'repeated',
    };
  }
  const judged = judgeForm(reading, source);
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
