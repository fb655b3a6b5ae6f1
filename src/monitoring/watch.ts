/** Findings that an official keeps «на контроле», with a note; they are known again after the next check. */
import type { CivilDate } from '../calendar/civil-date';
import { formatQuarter, type Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';

export interface WatchedFinding {
  /** The school's code; null where the line names no school of the programme. */
  readonly site: string | null;
  readonly quarter: Quarter | null;
  /** The form or file in which it was found. */
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  /** Row code of the form such as «2.1»; the empty text for a finding that belongs to no row. */
  readonly row: string;
  /** Code of the control. */
  readonly code: string;
  readonly what: string;
  readonly note: string;
  readonly since: CivilDate | null;
  /** Null: still on control. */
  readonly closed: CivilDate | null;
}

/** Whose form a finding was made in. */
export interface FindingSubject {
  readonly site: string;
  readonly quarter: Quarter;
}

export function isWatched({ closed }: WatchedFinding): boolean {
  return closed === null;
}

/**
 * The open line of a finding; undefined where it is not on control. Known by school, quarter, control and row, for files
 * and cells change with every form that comes in. What belongs to no row is told apart by its cell.
 */
export function watchOf<Line extends WatchedFinding>(
  lines: readonly Line[],
  subject: FindingSubject,
  finding: Pick<Finding, 'code' | 'row' | 'cell'>,
): Line | undefined {
  return watchedOf(lines, subject.site, subject.quarter).find(
    (line) =>
      line.code === finding.code &&
      line.row === (finding.row ?? '') &&
      (finding.row !== null || line.cell === (finding.cell ?? '')),
  );
}

/** What is on control for a school; of one quarter, where it is given. */
export function watchedOf<Line extends WatchedFinding>(
  lines: readonly Line[],
  site: string,
  quarter?: Quarter,
): readonly Line[] {
  return lines.filter(
    (line) =>
      isWatched(line) &&
      line.site === site &&
      (quarter === undefined ||
        (line.quarter !== null && formatQuarter(line.quarter) === formatQuarter(quarter))),
  );
}
