/** Annex 2: how complete every region's data are, of which file they come, and which workbooks were left out and why. */
import { quarterTitle } from '../../calendar/quarter';
import type { Finding } from '../../controls/finding';
import type { RegionFigures, Summary } from '../../report/summary';
import { SUMMARY_TEXTS } from '../../text/summary';
import { cellAddress } from '../../workbook/grid';
import type { SheetSpec } from '../../workbook/spec';
import { sheetBuilder, workingPrint } from '../builder';
import { REGIONS_COMPLETENESS } from './summary-columns';

const COLUMNS = [
  { title: 'Регион', width: 34 },
  { title: 'Редакция показателей', width: 26 },
  { title: 'Школ отчитывается', width: 13 },
  { title: 'Принято форм', width: 11 },
  { title: 'Не сдали', width: 34 },
  { title: 'Файлов на доработке', width: 12 },
  { title: 'Данные', width: 12 },
  { title: 'Книга', width: 30 },
  { title: 'SHA-256 реестра', width: 36 },
] as const;
const FIRST_ROW = 5;

/** `findings`: of the workbooks that were read, those left out first. */
export function regionsCompleteness(summary: Summary, findings: readonly Finding[]): SheetSpec {
  const sheet = sheetBuilder(
    REGIONS_COMPLETENESS,
    COLUMNS.map(({ width }) => width),
    10,
  );
  const last = COLUMNS.length;
  sheet.span(1, 1, last, SUMMARY_TEXTS.annexes.completeness, 'doc-right');
  sheet.span(2, 1, last, SUMMARY_TEXTS.completenessTitle(quarterTitle(summary.quarter)), 'doc-title');
  COLUMNS.forEach(({ title }, index) => sheet.put(FIRST_ROW - 1, index + 1, title, 'doc-head'));
  summary.regions.forEach((region, index) => {
    const row = FIRST_ROW + index;
    sheet.put(row, 1, region.region, 'doc-cell');
    sheet.put(row, 2, region.edition, 'doc-cell');
    sheet.put(row, 3, region.expected, 'doc-number');
    sheet.put(row, 4, region.accepted, 'doc-number');
    sheet.put(row, 5, region.missing.join('; ') || null, 'doc-cell');
    sheet.put(row, 6, region.problems, 'doc-number');
    sheet.put(row, 7, stateOf(region), 'doc-cell-center');
    sheet.put(row, 8, region.file, 'doc-cell');
    sheet.put(row, 9, region.digest, 'doc-cell');
  });
  const totalRow = FIRST_ROW + summary.regions.length;
  const problems = summary.regions.reduce((sum, region) => sum + region.problems, 0);
  const totals = new Map([
    [3, summary.expected],
    [4, summary.accepted],
    [6, problems],
  ]);
  COLUMNS.forEach((_, index) => {
    const column = index + 1;
    const total = totals.get(column);
    if (total === undefined)
      sheet.put(totalRow, column, column === 1 ? SUMMARY_TEXTS.total : null, 'doc-cell-bold');
    else
      sheet.put(totalRow, column, total, 'doc-number', {
        formula: `SUM(${cellAddress(FIRST_ROW, column)}:${cellAddress(totalRow - 1, column)})`,
      });
  });
  let row = totalRow + 2;
  if (findings.length === 0) sheet.span(row, 1, last, SUMMARY_TEXTS.allLeftIn, 'doc-text');
  else {
    sheet.span(row, 1, last, SUMMARY_TEXTS.leftOutTitle, 'doc-title');
    for (const { file, message, action } of findings) {
      row += 1;
      sheet.span(row, 1, 2, file, 'doc-cell');
      sheet.span(row, 3, last, `${message} ${action}`, 'doc-cell');
    }
  }
  return sheet.build({
    print: workingPrint('landscape', FIRST_ROW - 1),
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: FIRST_ROW - 1, columns: 1 },
    tab: 'document',
  });
}

function stateOf({ expected, draft }: RegionFigures): string {
  if (expected === 0) return SUMMARY_TEXTS.states.notOpen;
  return draft ? SUMMARY_TEXTS.states.draft : SUMMARY_TEXTS.states.whole;
}
