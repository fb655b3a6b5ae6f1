/** «Полнота»: the board school × quarter. Also an annex of the operator's report. */
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import { formatQuarter, quarterTitle, type Quarter } from '../calendar/quarter';
import { isAccepted, type CompletenessCell, type CompletenessStatus } from '../monitoring/completeness';
import { FORM_STATUS_WORDS } from '../text/form-status';
import type { SheetSpec } from '../workbook/spec';
import { sheetBuilder, workingPrint } from './builder';

export const COMPLETENESS_SHEET = 'Полнота';

/** The board's cells are narrow: of a school that is not open yet they say a letter, and the note what it means. */
const STATUS_WORDS: Readonly<Record<CompletenessStatus, string>> = { ...FORM_STATUS_WORDS, 'not-open': 'х' };

const HEADER_ROW = 4;

/** `cells`: of all sites and quarters, by site; `today`: the day for which the board holds. */
export function completenessSpec(
  cells: readonly CompletenessCell[],
  today: CivilDate,
  name = COMPLETENESS_SHEET,
): SheetSpec {
  const quarters = unique(cells.map(({ quarter }) => quarter));
  const sites = groups(cells, ({ site }) => site);
  const byQuarter = groups(cells, ({ quarter }) => formatQuarter(quarter));
  const sheet = sheetBuilder(name, [32, ...quarters.map(() => 14), 12]);
  const last = quarters.length + 2;
  sheet.span(1, 1, last, 'Полнота представления форм', 'title-wrap');
  sheet.span(
    2,
    1,
    last,
    `На ${formatRussian(today)}. «х» – школа ещё не открыта. В скобках – номер корректировки.`,
    'note',
  );
  sheet.put(HEADER_ROW, 1, 'Школа', 'head');
  quarters.forEach((quarter, index) => sheet.put(HEADER_ROW, index + 2, quarterTitle(quarter), 'head'));
  sheet.put(HEADER_ROW, last, 'Принято форм', 'head');
  [...sites].forEach(([site, ofSite], index) => {
    const row = HEADER_ROW + 1 + index;
    sheet.put(row, 1, `${site.shortName}, ${site.municipality}`, 'cell');
    ofSite.forEach((cell, column) => sheet.put(row, column + 2, statusText(cell), 'center'));
    sheet.put(row, last, share(ofSite), 'center');
  });
  const bottom = HEADER_ROW + sites.size;
  const totalRow = bottom + 1;
  sheet.put(totalRow, 1, 'Принято форм', 'label');
  quarters.forEach((quarter, index) => {
    sheet.put(totalRow, index + 2, share(byQuarter.get(formatQuarter(quarter)) ?? []), 'center');
  });
  sheet.put(totalRow, last, share(cells), 'center');
  if (sites.size > 0 && quarters.length > 0) {
    const area = { top: HEADER_ROW + 1, left: 2, bottom, right: quarters.length + 1 };
    const first = `B${HEADER_ROW + 1}`;
    const starts = (word: string): string => `LEFT(${first},${word.length})="${word}"`;
    sheet.highlight({ area, formula: starts(STATUS_WORDS.overdue), look: 'bad' });
    sheet.highlight({ area, formula: starts(STATUS_WORDS.rework), look: 'warn' });
    sheet.highlight({ area, formula: starts(STATUS_WORDS.accepted), look: 'good' });
    sheet.highlight({ area, formula: `${first}="${STATUS_WORDS['not-open']}"`, look: 'muted' });
  }
  return sheet.build({
    print: workingPrint('landscape', HEADER_ROW),
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: HEADER_ROW, columns: 1 },
    tab: 'document',
  });
}

function statusText({ status, revision }: CompletenessCell): string {
  return `${STATUS_WORDS[status]}${revision === null || revision === 0 ? '' : ` (${revision})`}`;
}

/** «2 из 3»: accepted of those that are expected. */
function share(cells: readonly CompletenessCell[]): string {
  const expected = cells.filter(({ status }) => status !== 'not-open');
  const accepted = expected.filter(isAccepted);
  return `${accepted.length} из ${expected.length}`;
}

function groups<Key>(
  cells: readonly CompletenessCell[],
  keyOf: (cell: CompletenessCell) => Key,
): ReadonlyMap<Key, readonly CompletenessCell[]> {
  const found = new Map<Key, CompletenessCell[]>();
  for (const cell of cells) {
    const group = found.get(keyOf(cell));
    if (group) group.push(cell);
    else found.set(keyOf(cell), [cell]);
  }
  return found;
}

function unique(quarters: readonly Quarter[]): Quarter[] {
  return [...new Map(quarters.map((quarter) => [formatQuarter(quarter), quarter])).values()];
}
