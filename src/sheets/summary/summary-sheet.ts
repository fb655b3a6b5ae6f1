/** «Сводный отчёт»: all regions together. Totals are live formulas over annex 1, with their results cached. */
import { formatRussian, type CivilDate } from '../../calendar/civil-date';
import { quarterTitle } from '../../calendar/quarter';
import type { Summary, SummaryLine } from '../../report/summary';
import { REPORT_TEXTS } from '../../text/report';
import { SUMMARY_TEXTS } from '../../text/summary';
import type { SheetSpec } from '../../workbook/spec';
import { sheetBuilder, type SheetBuilder } from '../builder';
import { blockSum, putFigures, putHead, putIndicator, reportPage } from '../report/indicator-lines';
import type { RegionsAnnex } from './regions-annex';
import { REGIONS_ANNEX, SUMMARY_SHEET, regionColumn } from './summary-columns';

const COLUMNS = [
  { title: 'Наименование показателя', width: 60 },
  { title: 'Единица измерения', width: 12 },
  { title: 'Код по ОКЕИ', width: 8 },
  { title: 'Код строки', width: 8 },
  { title: 'Плановое значение', width: 14 },
  { title: 'Факт за квартал', width: 14 },
  { title: 'Достигнуто на отчётную дату', width: 15 },
  { title: 'Выполнение плана, %', width: 13 },
  { title: 'Отклонение', width: 14 },
  { title: 'Школ со значением', width: 14 },
] as const;
const LAST = COLUMNS.length;

/** `today`: the day on which the registers were read. */
export function summarySpec(summary: Summary, annex: RegionsAnnex, today: CivilDate): SheetSpec {
  const sheet = sheetBuilder(
    SUMMARY_SHEET,
    COLUMNS.map(({ width }) => width),
    11,
  );
  let row = 1;
  if (summary.draft) {
    const incomplete = summary.regions.filter(({ draft }) => draft).map(({ region }) => region);
    sheet.span(row, 1, LAST, SUMMARY_TEXTS.draft, 'doc-draft');
    sheet.span(row + 1, 1, LAST, SUMMARY_TEXTS.draftReasons(incomplete, summary.leftOut), 'doc-center');
    row += 3;
  }
  for (const line of SUMMARY_TEXTS.title(quarterTitle(summary.quarter)).split('\n')) {
    sheet.span(row, 1, LAST, line, 'doc-title');
    row += 1;
  }
  sheet.span(row, 1, LAST, `${REPORT_TEXTS.date}: ${formatRussian(today)}`, 'doc-right');
  const headerRow = row + 2;
  putHead(sheet, headerRow, COLUMNS);
  const firstLine = headerRow + 2;
  const rowOf = new Map(summary.lines.map(({ indicator }, index) => [indicator.code, firstLine + index]));
  for (const line of summary.lines) putLine(sheet, line, rowOf, annex, summary.expected);
  row = firstLine + summary.lines.length + 1;
  for (const note of notesOf(summary)) {
    sheet.span(row, 1, LAST, note, 'doc-small');
    row += 1;
  }
  return sheet.build(reportPage(headerRow));
}

function putLine(
  sheet: SheetBuilder,
  line: SummaryLine,
  rowOf: ReadonlyMap<string, number>,
  annex: RegionsAnnex,
  expected: number,
): void {
  const { indicator } = line;
  const row = rowOf.get(indicator.code) ?? 0;
  putIndicator(sheet, row, indicator, LAST);
  if (indicator.kind === 'heading') return;
  sheet.put(row, LAST, SUMMARY_TEXTS.ofAll(line.reported, expected), 'doc-cell-center');
  putFigures(
    sheet,
    row,
    line,
    {
      sum: (key) => blockSum(REGIONS_ANNEX, annex.block(indicator.code), regionColumn(key)),
      planIsWhole: indicator.kind === 'percent',
      rowOf,
    },
    line.answers > 0 ? SUMMARY_TEXTS.yes(line.yes, line.answers) : 'х',
  );
}

function notesOf({ regions, accepted, expected }: Summary): readonly string[] {
  const incomplete = regions.filter(({ draft }) => draft).map(({ region }) => region);
  const notOpen = regions.filter((region) => region.expected === 0).map(({ region }) => region);
  return [
    SUMMARY_TEXTS.counts(regions.length, accepted, expected),
    ...(incomplete.length > 0 ? [SUMMARY_TEXTS.incomplete(incomplete)] : []),
    ...(notOpen.length > 0 ? [SUMMARY_TEXTS.notOpen(notOpen)] : []),
    ...SUMMARY_TEXTS.notes,
  ];
}
