/** How the roadmap is being carried out: its checkpoints with what was done, and when. */
import { addDays, type CivilDate } from '../calendar/civil-date';
import type { Checkpoint } from '../programme/checkpoints';

export type ExecutionStatus = 'done' | 'done-late' | 'overdue' | 'soon' | 'awaited' | 'undated';

/** What a person enters for a checkpoint. */
export interface ExecutionRecord {
  readonly actual: CivilDate | null;
  /** Kind, date and number of the document. */
  readonly document: string;
  readonly reason: string;
}

export interface ExecutionLine extends ExecutionRecord {
  readonly checkpoint: Checkpoint;
}

export const NOTHING_DONE: ExecutionRecord = { actual: null, document: '', reason: '' };

/** A checkpoint is «soon» this many days before its date. */
export const SOON_DAYS = 14;

/** The status on a day. A date that falls on a non-working day is met on the next working one. */
export function executionStatus(
  { date, nextWorkingDay }: Pick<Checkpoint, 'date' | 'nextWorkingDay'>,
  actual: CivilDate | null,
  today: CivilDate,
): ExecutionStatus {
  const last = nextWorkingDay ?? date;
  if (actual !== null) return last !== null && actual > last ? 'done-late' : 'done';
  if (last === null) return 'undated';
  if (today > last) return 'overdue';
  return last <= addDays(today, SOON_DAYS) ? 'soon' : 'awaited';
}
