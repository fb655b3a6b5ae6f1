/** The letter to a school that a reminder calls for, as plain text. */
import { formatRussian } from '../../calendar/civil-date';
import { quarterTitle } from '../../calendar/quarter';
import type { CodeFound, ProblemFile, Reminder } from '../../monitoring/reminders';
import type { Programme } from '../../programme/schema';
import { LETTER_TEXTS } from '../../text/letters';

/** Nobody is addressed by name: the programme knows no names of a school's people. */
export function letterText({ act, monitoringMeasure, coordinator }: Programme, reminder: Reminder): string {
  const { site, quarter, due, nextWorkingDay, reporting, daysBefore, daysLeft, kind } = reminder;
  const isLate = daysLeft < 0;
  const asked = LETTER_TEXTS.asked[kind];
  return LETTER_TEXTS.letter({
    school: site.name,
    quarter: quarterTitle(quarter),
    act: LETTER_TEXTS.act(act.kind, formatRussian(act.date), act.number, act.title),
    measure: monitoringMeasure,
    due: formatRussian(due),
    nextWorkingDay: nextWorkingDay && formatRussian(nextWorkingDay),
    reporting: formatRussian(reporting),
    daysBefore,
    isLate: isLate && (kind === 'missing' || kind === 'refused'),
    missing: missingLines(reminder),
    asked: typeof asked === 'string' ? asked : asked(isLate),
    coordinator,
  });
}

/** All letters in one text, for a person who sends them one after another. */
export function allLetters(letters: readonly string[]): string {
  return letters.join(LETTER_TEXTS.divider);
}

function missingLines({ kind, quarter, revision, problems, watched, warnings }: Reminder): readonly string[] {
  return [
    LETTER_TEXTS.missing[kind](quarterTitle(quarter), revision ?? 0),
    ...problems.flatMap(fileLines),
    ...(watched.length > 0 ? [LETTER_TEXTS.watchedHead] : []),
    ...watched.map(({ row, what, note }) => LETTER_TEXTS.watched(row, what, note)),
    ...(warnings.length > 0 ? [LETTER_TEXTS.warningsHead] : []),
    ...warnings.map(foundLine),
  ];
}

function fileLines({ entry, found }: ProblemFile): readonly string[] {
  const day = formatRussian(entry.receivedOn);
  if (entry.result === 'conflict') return [LETTER_TEXTS.conflictFile(entry.file, day)];
  return [LETTER_TEXTS.refusedFile(entry.file, day), ...found.map(foundLine)];
}

function foundLine({ code, demand, times }: CodeFound): string {
  return LETTER_TEXTS.found(code, demand, times);
}
