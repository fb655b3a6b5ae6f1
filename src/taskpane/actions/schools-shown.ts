/** What «Школы» shows of the workbook for what was asked for. */
import { compareQuarters } from '../../calendar/quarter';
import { figureHistory } from '../../monitoring/figure-history';
import { compareTwoQuarters } from '../../report/compare-quarters';
import { findSchools, schoolCard } from '../../workflows/open/schools';
import type { Desk, SchoolsChoice, SchoolsState } from '../state';

/** A school that left the programme has no card; quarters that were not chosen are the last two up to the one at work. */
export function shownSchools(choice: SchoolsChoice, desk: Desk): SchoolsState {
  const { department, board, periods, overview } = desk;
  const { programme, register } = department;
  const site = programme.sites.find(({ code }) => code === choice.site);
  const card = site ? schoolCard(department, board, site) : null;
  const row = card?.indicators.some(({ code }) => code === choice.row) ? choice.row : null;
  const { quarter: atWork } = overview;
  const past = periods
    .map(({ quarter }) => quarter)
    .filter((quarter) => atWork && compareQuarters(quarter, atWork) <= 0);
  const second = choice.second ?? past.at(-1) ?? null;
  const first = choice.first ?? past.at(-2) ?? null;
  const isDue = choice.mode === 'compare' && first && second && compareQuarters(first, second) !== 0;
  return {
    ...choice,
    site: site?.code ?? null,
    row,
    first,
    second,
    found: findSchools(programme.sites, choice.search),
    card,
    history: site && row !== null ? figureHistory(register, site.code, row) : null,
    comparison: isDue ? compareTwoQuarters(department, first, second) : null,
  };
}
