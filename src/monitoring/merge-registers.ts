/**
 * Joins what two officials took in separately. The join is commutative, idempotent and absorbing: merged again with
 * either of its sources it stays as it is. Forms that contradict each other stay out until a person decides.
 */
import { formatQuarter } from '../calendar/quarter';
import {
  compareForms,
  compareLogEntries,
  compareText,
  formKey,
  type AcceptedForm,
  type LogEntry,
  type Register,
} from './register';
import { sameValues } from './submission';

export interface Intake {
  readonly register: Register;
  readonly log: readonly LogEntry[];
}

export interface MergedIntake extends Intake {
  /** For each site, quarter and revision that stays undecided, the forms that contradict each other, by digest. */
  readonly conflicts: readonly (readonly AcceptedForm[])[];
}

/** Both must be of one programme. */
export function mergeRegisters(a: Intake, b: Intake): MergedIntake {
  const forms = new Map<string, AcceptedForm[]>();
  for (const form of [...a.register, ...b.register]) {
    const key = revisionKey(form);
    forms.set(key, [...(forms.get(key) ?? []), form]);
  }
  const register: AcceptedForm[] = [];
  const conflicts: AcceptedForm[][] = [];
  const sides = [a, b].map((side) => ({ own: new Set(side.register), conflicts: conflictKeys(side.log) }));
  for (const [key, given] of forms) {
    const knowing = sides.filter(({ conflicts: keys }) => keys.has(key));
    // Who knows of the conflict and has a form all the same has it by a person's decision.
    const candidates =
      knowing.length === 0 ? given : given.filter((form) => knowing.some(({ own }) => own.has(form)));
    const [first] = [...candidates].sort(compareSources);
    if (first && candidates.every((form) => sameValues(form.submission, first.submission))) {
      register.push(first);
    } else {
      conflicts.push([...given].sort((x, y) => compareText(x.sha256, y.sha256)));
    }
  }
  const log = [...a.log, ...b.log, ...conflicts.flatMap((group) => conflictEntries(group, [a, b]))];
  return {
    register: register.sort(compareForms),
    log: withoutRepeats(log),
    conflicts: conflicts.sort(([x], [y]) => (x && y ? compareForms(x, y) : 0)),
  };
}

function revisionKey({ submission }: AcceptedForm): string {
  return `${formKey(submission.site, submission.quarter)} ${submission.revision}`;
}

/** The revisions whose conflict a log tells of. */
function conflictKeys(log: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(
    log.flatMap(({ result, site, quarter, revision }) =>
      result === 'conflict' && site !== null && quarter !== null
        ? [`${formKey(site, quarter)} ${revision ?? 0}`]
        : [],
    ),
  );
}

/** Of forms that report the same, the one that came first counts. */
function compareSources(a: AcceptedForm, b: AcceptedForm): number {
  return (
    compareText(a.receivedOn, b.receivedOn) || compareText(a.sha256, b.sha256) || compareText(a.file, b.file)
  );
}

/** Lines for the forms whose conflict is not logged yet: as those by which they were accepted, on the later one's day. */
function conflictEntries(group: readonly AcceptedForm[], sides: readonly Intake[]): LogEntry[] {
  const lines = sides.flatMap(({ log }) => log);
  const isLogged = (form: AcceptedForm): boolean =>
    lines.some(({ sha256, result }) => sha256 === form.sha256 && result === 'conflict');
  const day = group.map(({ receivedOn }) => receivedOn).reduce((a, b) => (a > b ? a : b));
  return group
    .filter((form) => !isLogged(form))
    .map(({ submission, sha256, file }) => {
      const [accepted] = lines
        .filter((entry) => entry.sha256 === sha256 && entry.result === 'accepted')
        .sort(compareLines);
      const known = accepted ?? {
        errors: 0,
        warnings: 0,
        deviations: 0,
        executor: '',
        phone: '',
        summary: '',
      };
      const { site, quarter, revision, edition } = submission;
      return {
        ...known,
        receivedOn: day,
        file,
        sha256,
        site,
        quarter,
        revision,
        edition,
        result: 'conflict',
      };
    });
}

/** One line for a file and a result: the first of them. */
function withoutRepeats(log: readonly LogEntry[]): readonly LogEntry[] {
  const lines = new Map<string, LogEntry>();
  for (const entry of [...log].sort(compareLines)) {
    const quarter = entry.quarter === null ? '' : formatQuarter(entry.quarter);
    const key = [entry.sha256, entry.result, entry.site ?? '', quarter].join(' ');
    if (!lines.has(key)) lines.set(key, entry);
  }
  return [...lines.values()];
}

/** The log's order, and for lines that it holds equal an order all the same. */
function compareLines(a: LogEntry, b: LogEntry): number {
  return compareLogEntries(a, b) || compareText(JSON.stringify(a), JSON.stringify(b));
}
