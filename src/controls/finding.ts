/** What a check has to say about one place. Data only; the sentences come from `text/`. */
import type { ControlLevel } from '../programme/schema';

/** A side of a comparison as it is shown: a number, a text, or the reason why there is none. */
export type FindingSide = number | string | null;

export interface Finding {
  /** A control's code (`L1.4`), or one of the built-in kinds (`T1`, `F2`, `FILE` …). */
  readonly code: string;
  readonly level: ControlLevel;
  readonly file: string | null;
  readonly sheet: string | null;
  /** Address such as «H7». */
  readonly cell: string | null;
  /** Row code such as «2.1». */
  readonly row: string | null;
  readonly left: FindingSide;
  readonly right: FindingSide;
  readonly difference: number | null;
  /** The act, edition or rule that asks for it. */
  readonly norm: string | null;
  readonly message: string;
  readonly action: string;
}

/** A finding's place and sides before anything is known of them. */
export const UNPLACED = {
  file: null,
  sheet: null,
  cell: null,
  row: null,
  left: null,
  right: null,
  difference: null,
  norm: null,
} as const satisfies Partial<Finding>;

/** Worst first. */
export const FINDING_LEVELS = [
  'error',
  'warning',
  'deviation',
  'info',
] as const satisfies readonly ControlLevel[];

/** The same findings, worst first; those of one level keep their order. */
export function byLevel(findings: readonly Finding[]): readonly Finding[] {
  return FINDING_LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'error');
}

/** The code of findings that say that a reason is missing. */
const MISSING_REASON = 'C1';

/** Whether a reason can be given for it: one is missing, or the value itself calls for one; and its cell is known. */
export function asksReason(
  finding: Finding,
): finding is Finding & { readonly row: string; readonly cell: string } {
  const { code, level, row, cell } = finding;
  const asks = code === MISSING_REASON || level === 'deviation' || level === 'warning';
  return asks && row !== null && cell !== null;
}
