/** What the user chose in «Формы» and «Проверка», or what is taken until something is chosen. */
import { formatQuarter, type Quarter } from '../calendar/quarter';
import type { Site } from '../programme/schema';
import type { Desk, PaneState } from './state';

/** The quarter that the user chose, else the one that «Обзор» is about; null where none is reported. */
export function chosenQuarter({ forms }: PaneState, { overview }: Desk): Quarter | null {
  return forms.quarter ?? overview.quarter;
}

/** The quarter that «Проверка» is about: chosen there, else the one of «Формы». */
export function checkedQuarter(state: PaneState, desk: Desk): Quarter | null {
  return state.check.quarter ?? chosenQuarter(state, desk);
}

export function sitesOf({ periods }: Desk, quarter: Quarter): readonly Site[] {
  const key = formatQuarter(quarter);
  return periods.find((period) => formatQuarter(period.quarter) === key)?.sites ?? [];
}

/** Codes of the chosen schools; all of the quarter's until the user has chosen. */
export function chosenSites({ forms }: PaneState, sites: readonly Site[]): ReadonlySet<string> {
  return new Set(sites.map(({ code }) => code).filter((code) => forms.sites?.has(code) ?? true));
}
