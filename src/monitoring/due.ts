/** When a quarter is due: the Department's date, and the school's before it. */
import { addDays, type CivilDate } from '../calendar/civil-date';
import { formatQuarter, lastDay, quarterClosedBy, type Quarter } from '../calendar/quarter';
import { workingDaysBefore } from '../calendar/working-days';
import { reportingDates } from '../programme/checkpoints';
import type { Programme } from '../programme/schema';

/** The roadmap's date that closes the quarter; for a quarter that the programme does not report, the day after its end. */
export function reportingDate(programme: Programme, quarter: Quarter): CivilDate {
  const closes = reportingDates(programme).find(
    (date) => formatQuarter(quarterClosedBy(date)) === formatQuarter(quarter),
  );
  return closes ?? addDays(lastDay(quarter), 1);
}

/** The day by which a school hands in its form: by the setting, so many working days before the Department's date. */
export function schoolDue(programme: Programme, quarter: Quarter): CivilDate {
  const { settings } = programme;
  return workingDaysBefore(reportingDate(programme, quarter), settings.schoolDaysBefore, settings);
}
