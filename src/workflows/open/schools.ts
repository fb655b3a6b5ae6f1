/** Schools found by what an official remembers of them, and all that the workbook knows of one. */
import { compareQuarters, formatQuarter } from '../../calendar/quarter';
import type { CompletenessCell } from '../../monitoring/completeness';
import { openProblems } from '../../monitoring/open-problems';
import { compareText, formsOfSite, type AcceptedForm } from '../../monitoring/register';
import { problemFile, type ProblemFile } from '../../monitoring/reminders';
import { watchedOf } from '../../monitoring/watch';
import { editionForQuarter, editionView } from '../../programme/edition';
import type { Indicator, Site } from '../../programme/schema';
import { normal } from '../../sheets/lookup';
import type { WatchLine } from '../../sheets/watch-sheet';
import type { Department } from '../department-workbook';

/** The schools whose name, municipality or code holds every word of the query, whatever the case; all for an empty one. */
export function findSchools(sites: readonly Site[], query: string): readonly Site[] {
  const words = normal(query)
    .split(' ')
    .filter((word) => word !== '');
  return sites.filter(({ name, shortName, municipality, code }) => {
    const known = normal([name, shortName, municipality, code].join(' '));
    return words.every((word) => known.includes(word));
  });
}

export interface SchoolQuarter {
  readonly cell: CompletenessCell;
  /** Accepted forms by number of correction, the one that counts last. */
  readonly forms: readonly AcceptedForm[];
  /** Files that were refused and that nothing has replaced yet. */
  readonly problems: readonly ProblemFile[];
}

export interface SchoolCard {
  readonly site: Site;
  /** Quarters that the school reports, the latest first. */
  readonly quarters: readonly SchoolQuarter[];
  readonly watched: readonly WatchLine[];
  /** Who filled the school's last form in, as that form's title says; empty where nothing came or said so. */
  readonly executor: string;
  readonly phone: string;
  /** Figures that have a history: those of the editions under which the school's forms were accepted. */
  readonly indicators: readonly Indicator[];
}

/** `board`: the completeness on the day of the card. */
export function schoolCard(
  { programme, register, log, watched }: Department,
  board: readonly CompletenessCell[],
  site: Site,
): SchoolCard {
  const accepted = formsOfSite(register, site.code);
  const [last] = log
    .filter((entry) => entry.site === site.code && entry.executor !== '')
    .sort((a, b) => compareText(b.receivedOn, a.receivedOn));
  return {
    site,
    quarters: board
      .filter((cell) => cell.site === site && cell.status !== 'not-open')
      .map((cell) => ({
        cell,
        forms: accepted
          .filter(({ submission }) => formatQuarter(submission.quarter) === formatQuarter(cell.quarter))
          .sort((a, b) => a.submission.revision - b.submission.revision),
        problems: openProblems(log, cell.quarter)
          .filter((entry) => entry.site === site.code)
          .map((entry) => problemFile(programme, cell.quarter, entry)),
      }))
      .sort((a, b) => compareQuarters(b.cell.quarter, a.cell.quarter)),
    watched: watchedOf(watched?.lines ?? [], site.code),
    executor: last?.executor ?? '',
    phone: last?.phone ?? '',
    indicators: indicatorsOf(programme, accepted),
  };
}

function indicatorsOf(
  programme: Department['programme'],
  accepted: readonly AcceptedForm[],
): readonly Indicator[] {
  const editions = new Set(
    accepted.map(({ submission }) => editionForQuarter(programme, submission.quarter).code),
  );
  const rows = [...editions].flatMap((code) => editionView(programme, code).indicators);
  // Of a row that several editions have, the latest wording; its history shows the forms themselves.
  return [...new Map(rows.map((row) => [row.code, row])).values()].filter(({ kind }) => kind !== 'heading');
}
