/** D1: a form that comes after its day is accepted, and the delay is named. */
import { daysBetween, formatRussian, type CivilDate } from '../calendar/civil-date';
import type { Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import type { Programme } from '../programme/schema';
import { plural } from '../text/plural';
import { lastTimelyDay } from './completeness';
import { schoolDue } from './due';

/** `receivedOn` is passed in; a correction (`revision` > 0) is not late. */
export function checkTimeliness(
  programme: Programme,
  quarter: Quarter,
  revision: number,
  receivedOn: CivilDate,
  file: string,
): readonly Finding[] {
  const due = schoolDue(programme, quarter);
  const last = lastTimelyDay(programme, due);
  if (revision > 0 || receivedOn <= last) return [];
  const days = daysBetween(last, receivedOn);
  const args = { due: formatRussian(due), days: `${days} ${plural(days, 'день', 'дня', 'дней')}` };
  return [formFinding('late', args, { file, left: receivedOn, right: last, difference: days })];
}
