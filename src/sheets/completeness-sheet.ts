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
const SHARE_TITLE = 'Доля принятых';

/** `cells`: of all sites and quarters, by site; `today`: the day for which the board holds. */
export function completenessSpec(
  cells: readonly CompletenessCell[],
  today: CivilDate,
  name = COMPLETENESS_SHEET,
): SheetSpec {
  const quarters = unique(cells.map(({ quarter }) => quarter));
  const sites = groups(cells, ({ site }) => site);
  const byQuarter = groups(cells, ({ quarter }) => formatQuarter(quarter));
  const sheet = sheetBuilder(name, [32, ...quarters.map(() => 14), 12, 12]);
  const counts = quarters.length + 2;
  const last = counts + 1;
  const putShare = (row: number, column: number, of: readonly CompletenessCell[]): void =>
    sheet.put(row, column, shareOf(of), 'number', { format: '0%' });
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
  sheet.put(HEADER_ROW, counts, 'Принято форм', 'head');
  sheet.put(HEADER_ROW, last, SHARE_TITLE, 'head');
  [...sites].forEach(([site, ofSite], index) => {
    const row = HEADER_ROW + 1 + index;
    sheet.put(row, 1, `${site.shortName}, ${site.municipality}`, 'cell');
    ofSite.forEach((cell, column) => sheet.put(row, column + 2, statusText(cell), 'center'));
    sheet.put(row, counts, countText(ofSite), 'center');
    putShare(row, last, ofSite);
  });
  const bottom = HEADER_ROW + sites.size;
  const totalRow = bottom + 1;
  sheet.put(totalRow, 1, 'Принято форм', 'label');
  quarters.forEach((quarter, index) => {
    const ofQuarter = byQuarter.get(formatQuarter(quarter)) ?? [];
    sheet.put(totalRow, index + 2, countText(ofQuarter), 'center');
    putShare(totalRow + 1, index + 2, ofQuarter);
  });
  sheet.put(totalRow, counts, countText(cells), 'center');
  sheet.put(totalRow + 1, 1, SHARE_TITLE, 'label');
  putShare(totalRow, last, cells);
  if (sites.size > 0 && quarters.length > 0) {
    const area = { top: HEADER_ROW + 1, left: 2, bottom, right: quarters.length + 1 };
    const first = `B${HEADER_ROW + 1}`;
    const starts = (word: string): string => `LEFT(${first},${word.length})="${word}"`;
    sheet.highlight({ area, formula: starts(STATUS_WORDS.overdue), look: 'bad' });
    sheet.highlight({ area, formula: starts(STATUS_WORDS.rework), look: 'warn' });
    sheet.highlight({ area, formula: starts(STATUS_WORDS.accepted), look: 'good' });
    sheet.highlight({ area, formula: `${first}="${STATUS_WORDS['not-open']}"`, look: 'muted' });
    for (const bars of [
      { top: HEADER_ROW + 1, left: last, bottom: totalRow, right: last },
      { top: totalRow + 1, left: 2, bottom: totalRow + 1, right: quarters.length + 1 },
    ]) {
      sheet.picture({ kind: 'bar', area: bars, min: 0, max: 1, ink: 'plan' });
    }
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
function countText(cells: readonly CompletenessCell[]): string {
  const { accepted, expected } = counted(cells);
  return `${accepted} из ${expected}`;
}

/** The same as a number from 0 to 1; null where none is expected. */
function shareOf(cells: readonly CompletenessCell[]): number | null {
  const { accepted, expected } = counted(cells);
  return expected === 0 ? null : accepted / expected;
}

function counted(cells: readonly CompletenessCell[]): {
  readonly accepted: number;
  readonly expected: number;
} {
  const expected = cells.filter(({ status }) => status !== 'not-open');
  const accepted = expected.filter(isAccepted);
  return { accepted: accepted.length, expected: expected.length };
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
