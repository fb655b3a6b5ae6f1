/** Which forms are expected: a site reports from the quarter in which it opens. */
import { compareQuarters, lastDay, quarterClosedBy, quarterOf, type Quarter } from '../calendar/quarter';
import type { CivilDate } from '../calendar/civil-date';
import { reportingDates } from '../programme/checkpoints';
import type { Programme, Site } from '../programme/schema';

/** The quarters that the programme reports, in order: those its reporting dates close. */
export function reportedQuarters(programme: Programme): readonly Quarter[] {
  const known = reported.get(programme);
  if (known) return known;
  const quarters = reportingDates(programme).map(quarterClosedBy);
  reported.set(programme, quarters);
  return quarters;
}

/** Found once for each programme: every form that comes in is held against them. */
const reported = new WeakMap<Programme, readonly Quarter[]>();

/** The last reported quarter that is over; undefined before any is. */
export function lastOver(programme: Programme, today: CivilDate): Quarter | undefined {
  return reportedQuarters(programme)
    .filter((quarter) => lastDay(quarter) < today)
    .at(-1);
}

/** The quarter that the Department works on: the last one that is over; before any is, the first; null where none is reported. */
export function quarterAtWork(programme: Programme, today: CivilDate): Quarter | null {
  return lastOver(programme, today) ?? reportedQuarters(programme)[0] ?? null;
}

export function isReported(programme: Programme, quarter: Quarter): boolean {
  return reportedQuarters(programme).some((each) => compareQuarters(each, quarter) === 0);
}

export function isExpected(programme: Programme, site: Site, quarter: Quarter): boolean {
  return isReported(programme, quarter) && compareQuarters(quarter, quarterOf(site.openedOn)) >= 0;
}

/** The sites that report a quarter, in the programme's order. */
export function expectedSites(programme: Programme, quarter: Quarter): readonly Site[] {
  return programme.sites.filter((site) => isExpected(programme, site, quarter));
}
