/** Puts a finding on control, and takes it off again: one line of «На контроле», everything else stays as it is. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Finding } from '../../controls/finding';
import { watchOf, type FindingSubject, type WatchedFinding } from '../../monitoring/watch';
import { standingNames } from '../../sheets/meta-sheet';
import {
  readWatch,
  watchSpec,
  watchSpecWith,
  watchValues,
  type WatchReading,
} from '../../sheets/watch-sheet';
import { WATCH_COLUMNS, WATCH_SHEET, WATCH_TEXTS } from '../../text/watch';
import { cellAddress, type GridSheet } from '../../workbook/grid';
import type { CellEntry, OpenState } from '../../workbook/port';
import type { SpecValue } from '../../workbook/spec';
import { sheetOf, type Department } from '../department-workbook';
import { asWritten } from './as-written';
import { planSheets, type Plan } from './plan';

/** How a line is written. */
export type WatchStep =
  /** The sheet is made, or gets further rows. */
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** Into free cells of the sheet as it stands. */
  | { readonly kind: 'enter'; readonly entries: readonly CellEntry[] }
  /** The finding is on control already, or is not any more. */
  | { readonly kind: 'nothing' }
  /** Why the sheet can't take the line, as a Russian sentence. */
  | { readonly kind: 'refused'; readonly text: string };

/** A finding of somebody's form, and what the official notes beside it. */
export interface WatchRequest extends FindingSubject {
  readonly finding: Finding;
  readonly note: string;
}

/** The step that puts a finding on control. */
export function putOnControl(
  { programme }: Pick<Department, 'programme'>,
  state: OpenState,
  request: WatchRequest,
  today: CivilDate,
): WatchStep {
  const line = lineOf(request, today);
  const standing = sheetOf(state.grid, WATCH_SHEET)?.sheet;
  const reading = readWatch(standing, programme);
  if (!standing || reading.columns.size === 0) {
    // A stranger's sheet of this name stays; one that was ours has lost its header.
    if (standing && standingNames(state.grid).has(WATCH_SHEET))
      return { kind: 'refused', text: WATCH_TEXTS.noTable };
    return { kind: 'plan', plan: planSheets([watchSpec([line], programme)], state) };
  }
  if (watchOf(reading.lines, request, request.finding)) return { kind: 'nothing' };
  if (reading.isFull) {
    const spec = watchSpecWith(standing, reading, line, programme);
    const before = { ...asWritten(spec, standing, () => true), name: standing.name };
    return { kind: 'plan', plan: planSheets([spec], state, [before]) };
  }
  return entered(standing, reading, reading.free, [
    ...watchValues(line, programme),
    // Nothing is written there yet, but the column is needed once the finding is taken off.
    [WATCH_COLUMNS.closed, null],
  ]);
}

/** The step that takes a finding off; its line stays, with the day in «Снято». */
export function releaseFromControl(
  { programme }: Pick<Department, 'programme'>,
  state: OpenState,
  subject: FindingSubject,
  finding: Pick<Finding, 'code' | 'row' | 'cell'>,
  today: CivilDate,
): WatchStep {
  const standing = sheetOf(state.grid, WATCH_SHEET)?.sheet;
  const reading = readWatch(standing, programme);
  const line = watchOf(reading.lines, subject, finding);
  if (!standing || !line) return { kind: 'nothing' };
  return entered(standing, reading, line.line, [[WATCH_COLUMNS.closed, { date: today }]]);
}

function entered(
  { name }: GridSheet,
  { columns }: WatchReading,
  row: number,
  values: readonly (readonly [title: string, value: SpecValue | null])[],
): WatchStep {
  const lost = values.map(([title]) => title).filter((title) => !columns.has(title));
  if (lost.length > 0)
    return { kind: 'refused', text: WATCH_TEXTS.noColumn(lost.map((title) => `«${title}»`).join(', ')) };
  return {
    kind: 'enter',
    entries: values.flatMap(([title, value]): CellEntry[] =>
      value === null ? [] : [{ sheet: name, cell: cellAddress(row, columns.get(title) ?? 1), value }],
    ),
  };
}

function lineOf({ site, quarter, finding, note }: WatchRequest, today: CivilDate): WatchedFinding {
  const { file, sheet, cell, row, code, message } = finding;
  return {
    site,
    quarter,
    file: file ?? '',
    sheet: sheet ?? '',
    cell: cell ?? '',
    row: row ?? '',
    code,
    what: message,
    note: note.trim().slice(0, NOTE_LIMIT),
    since: today,
    closed: null,
  };
}

/** Longest note, in characters. */
const NOTE_LIMIT = 1000;
