/** The register: accepted forms only, each with the file it came from; corrected ones stay readable. */
import { formatQuarter, type Quarter } from '../calendar/quarter';
import type { CivilDate } from '../calendar/civil-date';
import type { Submission } from './submission';

export interface AcceptedForm {
  readonly submission: Submission;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly file: string;
  readonly receivedOn: CivilDate;
}

export type Register = readonly AcceptedForm[];

/** One line of the intake log: a file that was given, and what became of it. */
export interface LogEntry {
  readonly receivedOn: CivilDate;
  readonly file: string;
  readonly sha256: string;
  /** Null where the file did not say. */
  readonly site: string | null;
  readonly quarter: Quarter | null;
  readonly revision: number | null;
  readonly edition: string | null;
  readonly result: IntakeResult;
  readonly errors: number;
  readonly warnings: number;
  readonly deviations: number;
  readonly executor: string;
  readonly phone: string;
  /** The findings in a line, codes first. */
  readonly summary: string;
}

export type IntakeResult = 'accepted' | 'refused' | 'repeated' | 'conflict';

/** The accepted form in force for a site and a quarter: the one with the highest revision. */
export function currentForm(register: Register, site: string, quarter: Quarter): AcceptedForm | undefined {
  const period = formatQuarter(quarter);
  return formsOfSite(register, site)
    .filter(({ submission }) => formatQuarter(submission.quarter) === period)
    .reduce<AcceptedForm | undefined>(
      (best, form) => (best && best.submission.revision > form.submission.revision ? best : form),
      undefined,
    );
}

const bySite = new WeakMap<Register, ReadonlyMap<string, Register>>();
const NONE: Register = [];

/** The accepted forms of a site, in the register's order. Found once for each register, since it is asked for every value. */
export function formsOfSite(register: Register, site: string): Register {
  const known = bySite.get(register) ?? groupBySite(register);
  bySite.set(register, known);
  return known.get(site) ?? NONE;
}

function groupBySite(register: Register): ReadonlyMap<string, Register> {
  const groups = new Map<string, AcceptedForm[]>();
  for (const form of register) {
    const { site } = form.submission;
    const group = groups.get(site);
    if (group) group.push(form);
    else groups.set(site, [form]);
  }
  return groups;
}

/** Order in the register: by quarter, site, revision; the same whatever order the files came in. */
export function compareForms(a: AcceptedForm, b: AcceptedForm): number {
  return (
    compareText(formatQuarter(a.submission.quarter), formatQuarter(b.submission.quarter)) ||
    compareText(a.submission.site, b.submission.site) ||
    a.submission.revision - b.submission.revision
  );
}

/** Order in the log: by day, quarter, site, revision, then by the file's digest. */
export function compareLogEntries(a: LogEntry, b: LogEntry): number {
  return (
    compareText(a.receivedOn, b.receivedOn) ||
    compareText(
      a.quarter === null ? '' : formatQuarter(a.quarter),
      b.quarter === null ? '' : formatQuarter(b.quarter),
    ) ||
    compareText(a.site ?? '', b.site ?? '') ||
    (a.revision ?? 0) - (b.revision ?? 0) ||
    compareText(a.sha256, b.sha256) ||
    compareText(a.result, b.result)
  );
}

/** By code units, so that no locale changes an order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function formKey(site: string, quarter: Quarter): string {
  return `${site} ${formatQuarter(quarter)}`;
}
