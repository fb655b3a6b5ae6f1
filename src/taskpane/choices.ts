/** What the user chose in «Формы», or what is taken until something is chosen. */
import { formatQuarter, type Quarter } from '../calendar/quarter';
import type { Site } from '../programme/schema';
import type { Desk, PaneState } from './state';

/** The quarter that the user chose, else the one that «Обзор» is about, else the first that is reported. */
export function chosenQuarter({ forms }: PaneState, { overview, periods }: Desk): Quarter | null {
  return forms.quarter ?? overview.quarter ?? periods[0]?.quarter ?? null;
}

export function sitesOf({ periods }: Desk, quarter: Quarter): readonly Site[] {
  const key = formatQuarter(quarter);
  return periods.find((period) => formatQuarter(period.quarter) === key)?.sites ?? [];
}

/** Codes of the chosen schools; all of the quarter's until the user has chosen. */
export function chosenSites({ forms }: PaneState, sites: readonly Site[]): ReadonlySet<string> {
  return new Set(sites.map(({ code }) => code).filter((code) => forms.sites?.has(code) ?? true));
}
