import { isCivilDate, type CivilDate } from '../../src/calendar/civil-date';

/** The date that a test writes down; a misprint fails the test. */
export function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`«${text}» is no date`);
  return text;
}
