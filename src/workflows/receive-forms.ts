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
  formsOfSite,
  type AcceptedForm,
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
  const register = [...source.register];
  const byDigest = new Map([...register].reverse().map((form) => [form.sha256, form]));
  // A form is judged by what its own site has reported; what others send makes no difference to it.
  const ofSites = new Map<string, Register>();
  const ofSite = (site: string): Register => ofSites.get(site) ?? formsOfSite(source.register, site);
  const received: ReceivedFile[] = [];
  for (const group of groupsInOrder(withoutCopies(read))) {
    const judged = group.map((item) => {
      const ofItem = ofSite(item.reading.whole?.submission.site ?? '');
      return judge(item, { ...source, register: ofItem }, byDigest.get(item.sha256));
    });
    for (const item of settle(judged)) {
      received.push(item);
      if (item.result !== 'accepted' || !item.submission) continue;
      const { sha256, submission } = item;
      const form = { submission, sha256, file: baseName(item.file), receivedOn: source.today };
      register.push(form);
      byDigest.set(sha256, form);
      ofSites.set(submission.site, [...ofSite(submission.site), form]);
    }
  }
  const logged = resultsByDigest(source.log);
  const added = received.flatMap((item) =>
    item.result === 'ignored' || isLogged(logged.get(item.sha256), item.result)
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
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => group.sort((a, b) => compareText(a.sha256, b.sha256)));
}

/** One file against its site's register as it stands when its turn comes; `sameBytes`: the form accepted from such a file. */
function judge(
  { reading, sha256 }: ReadFile,
  source: ReceiveSource,
  sameBytes: AcceptedForm | undefined,
): ReceivedFile {
  const submission = reading.whole?.submission;
  // Also a copy in other bytes of a form that a revision has replaced since.
  const before =
    sameBytes ?? source.register.find((form) => submission && sameForm(form.submission, submission));
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
function isLogged(before: ReadonlySet<IntakeResult> | undefined, result: IntakeResult): boolean {
  return before?.has(result) === true || (result === 'repeated' && before?.has('accepted') === true);
}

function resultsByDigest(log: readonly LogEntry[]): ReadonlyMap<string, ReadonlySet<IntakeResult>> {
  const results = new Map<string, Set<IntakeResult>>();
  for (const { sha256, result } of log) {
    results.set(sha256, (results.get(sha256) ?? new Set<IntakeResult>()).add(result));
  }
  return results;
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
