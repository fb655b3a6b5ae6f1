/** The one place where a page looks at the clock. */
import { civilDate, type CivilDate } from '../calendar/civil-date';

/** The user's own day. */
export function today(): CivilDate {
  const now = new Date();
  return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
