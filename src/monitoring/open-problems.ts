/** Files that were refused and that nothing has replaced yet. */
import { formatQuarter, type Quarter } from '../calendar/quarter';
import type { LogEntry } from './register';

/** Open refusals and conflicts of a quarter: no form of that school was accepted since, with the same revision or a later one. */
export function openProblems(log: readonly LogEntry[], quarter: Quarter): readonly LogEntry[] {
  const ofQuarter = log.filter(
    (entry) => entry.quarter !== null && formatQuarter(entry.quarter) === formatQuarter(quarter),
  );
  const accepted = new Map<string | null, LogEntry[]>();
  for (const entry of ofQuarter) {
    if (entry.result !== 'accepted') continue;
    const ofSite = accepted.get(entry.site);
    if (ofSite) ofSite.push(entry);
    else accepted.set(entry.site, [entry]);
  }
  return ofQuarter.filter(
    (entry) =>
      (entry.result === 'refused' || entry.result === 'conflict') &&
      !accepted
        .get(entry.site)
        ?.some(
          (later) => (later.revision ?? 0) >= (entry.revision ?? 0) && later.receivedOn >= entry.receivedOn,
        ),
  );
}
