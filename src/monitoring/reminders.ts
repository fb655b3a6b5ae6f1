/** Whom to remind of a quarter's form, and of what: school by school, what is missing. */
import { addDays, daysBetween, type CivilDate } from '../calendar/civil-date';
import { compareQuarters, type Quarter } from '../calendar/quarter';
import { describeControl } from '../controls/describe';
import { compiledControls } from '../controls/parse';
import { editionForQuarter, editionView } from '../programme/edition';
import type { Programme, Site } from '../programme/schema';
import { kindTitle } from '../text/kinds';
import { AGENDA_DAYS } from './agenda';
import { lastTimelyDay, ofQuarter, type CompletenessCell } from './completeness';
import { reportingDate, schoolDue } from './due';
import { lastOver, reportedQuarters } from './expected';
import { openProblems } from './open-problems';
import { compareText, currentForm, type LogEntry, type Register } from './register';
import { watchedOf, type WatchedFinding } from './watch';

export type ReminderKind =
  /** Nothing has come that could be read as this school's form. */
  | 'missing'
  /** What came was refused, or two files contradict each other; nothing is accepted. */
  | 'refused'
  /** A form is accepted, and a correction of it was refused. */
  | 'correction'
  /** A form is accepted, and something in it is on control. */
  | 'watched'
  /** A form is accepted with warnings. */
  | 'warnings';

/** One thing that a check found, by its control. */
export interface CodeFound {
  readonly code: string;
  readonly times: number;
  /** What the control demands, in words. */
  readonly demand: string;
}

export interface ProblemFile {
  readonly entry: LogEntry;
  readonly found: readonly CodeFound[];
}

export interface Reminder {
  readonly kind: ReminderKind;
  readonly site: Site;
  readonly quarter: Quarter;
  /** The day by which the school hands in, and the Department's date that it is counted from. */
  readonly due: CivilDate;
  readonly reporting: CivilDate;
  /** Working days between the two, by the programme's setting. */
  readonly daysBefore: number;
  readonly nextWorkingDay: CivilDate | null;
  /** Until the last day on which a form is not late; negative: late. */
  readonly daysLeft: number;
  /** Refused files that nothing has replaced yet, the latest first. */
  readonly problems: readonly ProblemFile[];
  readonly watched: readonly WatchedFinding[];
  /** Warnings of the accepted form. */
  readonly warnings: readonly CodeFound[];
  /** Of the accepted form; null while there is none. */
  readonly revision: number | null;
}

export interface ReminderSource {
  readonly programme: Programme;
  readonly register: Register;
  readonly log: readonly LogEntry[];
  readonly watched: readonly WatchedFinding[];
}

/** The quarters that are reminded of: the last one that is over, and those whose schools' day is near. */
export function remindedQuarters(programme: Programme, today: CivilDate): readonly Quarter[] {
  const last = lastOver(programme, today);
  const isLast = (quarter: Quarter): boolean => last !== undefined && compareQuarters(quarter, last) === 0;
  const isNear = (quarter: Quarter): boolean => {
    const due = schoolDue(programme, quarter);
    return due >= today && due <= addDays(today, AGENDA_DAYS);
  };
  return reportedQuarters(programme).filter((quarter) => isLast(quarter) || isNear(quarter));
}

/** Reminders of the quarters, in the programme's order of schools; a school of which nothing is asked is not there. */
export function reminders(
  source: ReminderSource,
  board: readonly CompletenessCell[],
  today: CivilDate,
): readonly Reminder[] {
  return remindedQuarters(source.programme, today).flatMap((quarter) => {
    const problems = openProblems(source.log, quarter);
    return ofQuarter(board, quarter).flatMap(
      ({ site }) => reminderOf(source, site, quarter, problems, today) ?? [],
    );
  });
}

function reminderOf(
  { programme, register, log, watched }: ReminderSource,
  site: Site,
  quarter: Quarter,
  problems: readonly LogEntry[],
  today: CivilDate,
): Reminder | null {
  const current = currentForm(register, site.code, quarter);
  const demands = demandsOf(programme, quarter);
  const ofSite = problems.filter((entry) => entry.site === site.code);
  const onControl = watchedOf(watched, site.code, quarter);
  const accepted =
    current && log.find(({ sha256, result }) => sha256 === current.sha256 && result === 'accepted');
  const warnings = (accepted ? foundIn(accepted, demands) : []).filter(({ code }) => demands.warns(code));
  const kind = kindOf(current !== undefined, ofSite.length, onControl.length, warnings.length);
  if (!kind) return null;
  const due = schoolDue(programme, quarter);
  const last = lastTimelyDay(programme, due);
  return {
    kind,
    site,
    quarter,
    due,
    reporting: reportingDate(programme, quarter),
    daysBefore: programme.settings.schoolDaysBefore,
    nextWorkingDay: last === due ? null : last,
    daysLeft: daysBetween(today, last),
    problems: latestFirst(ofSite).map((entry) => problemFile(programme, quarter, entry)),
    watched: onControl,
    warnings,
    revision: current?.submission.revision ?? null,
  };
}

function kindOf(
  isAccepted: boolean,
  problems: number,
  watched: number,
  warnings: number,
): ReminderKind | null {
  if (!isAccepted) return problems > 0 ? 'refused' : 'missing';
  if (problems > 0) return 'correction';
  return watched > 0 ? 'watched' : warnings > 0 ? 'warnings' : null;
}

interface Demands {
  readonly of: (code: string) => string;
  readonly warns: (code: string) => boolean;
}

/** What the controls of the quarter's edition demand; of a built-in check, the title of its kind. */
function demandsOf(programme: Programme, quarter: Quarter): Demands {
  const { controls } = editionView(programme, editionForQuarter(programme, quarter).code);
  const compiled = new Map(compiledControls(controls).map((one) => [one.control.code, one]));
  return {
    of: (code) => {
      const known = compiled.get(code);
      return known ? (known.control.message ?? describeControl(known)) : kindTitle(code);
    },
    warns: (code) => compiled.get(code)?.control.level === 'warning',
  };
}

/** A file that was refused, with what its checks demand by the quarter's edition. */
export function problemFile(programme: Programme, quarter: Quarter, entry: LogEntry): ProblemFile {
  return { entry, found: foundIn(entry, demandsOf(programme, quarter)) };
}

/** The codes that a line of the log names, «L1.4, P1.1 × 2»; the log keeps no more than them. */
function foundIn({ summary }: LogEntry, demands: Demands): readonly CodeFound[] {
  return summary
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [code = '', times = '1'] = part.split('×').map((half) => half.trim());
      return { code, times: Number(times), demand: demands.of(code) };
    });
}

function latestFirst(entries: readonly LogEntry[]): readonly LogEntry[] {
  return [...entries].reverse().sort((a, b) => compareText(b.receivedOn, a.receivedOn));
}
