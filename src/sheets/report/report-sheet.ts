/** «Отчёт»: what is signed and sent to the federal operator. Totals are live formulas over annex 1, with their results cached. */
import { formatRussian, type CivilDate } from '../../calendar/civil-date';
import { quarterTitle } from '../../calendar/quarter';
import { comparability } from '../../report/comparability';
import type { OperatorReport, ReportLine } from '../../report/build-report';
import { REPORT_TEXTS } from '../../text/report';
import type { GridCell, GridSheet } from '../../workbook/grid';
import type { SheetSpec } from '../../workbook/spec';
import type { StyleName } from '../../workbook/styles';
import { sheetBuilder, type SheetBuilder } from '../builder';
import { lookup, valueText } from '../lookup';
import { blockSum, putFigures, putHead, putIndicator, reportPage } from './indicator-lines';
import { REPORT_SHEET, SCHOOLS_ANNEX, schoolsColumn } from './report-columns';
import type { SchoolsAnnex } from './schools-annex';

const COLUMNS = [
  { title: 'Наименование показателя', width: 46 },
  { title: 'Единица измерения', width: 12 },
  { title: 'Код по ОКЕИ', width: 8 },
  { title: 'Код строки', width: 8 },
  { title: 'Плановое значение', width: 12 },
  { title: 'Факт за квартал', width: 11 },
  { title: 'Достигнуто на отчётную дату', width: 14 },
  { title: 'Выполнение плана, %', width: 13 },
  { title: 'Отклонение', width: 13 },
  { title: 'Причина отклонения', width: 38 },
] as const;
const LAST = COLUMNS.length;

/** Codes that the Department fills in; empty ones are not known. */
export interface ReportCodes {
  readonly consolidated: string;
  readonly inn: string;
}

const NO_CODES: ReportCodes = { consolidated: '', inn: '' };
const CODE_COLUMN = 10;

/** `reportDate`: the Department's date for this quarter; `codes`: those that were entered into an earlier report. */
export function reportSpec(
  report: OperatorReport,
  annex: SchoolsAnnex,
  reportDate: CivilDate,
  codes = NO_CODES,
): SheetSpec {
  const sheet = sheetBuilder(
    REPORT_SHEET,
    COLUMNS.map(({ width }) => width),
    11,
  );
  let row = 1;
  if (report.draft) {
    sheet.span(row, 1, LAST, REPORT_TEXTS.draft, 'doc-draft');
    const missing = report.missing.map(({ shortName }) => shortName);
    sheet.span(row + 1, 1, LAST, REPORT_TEXTS.draftReasons(missing, report.problems.length), 'doc-center');
    row += 3;
  }
  for (const line of REPORT_TEXTS.title(quarterTitle(report.quarter)).split('\n')) {
    sheet.span(row, 1, LAST, line, 'doc-title');
    row += 1;
  }
  row = putRequisites(sheet, report, row + 1, reportDate, codes) + 1;

  const headerRow = row;
  putHead(sheet, headerRow, COLUMNS);
  const firstLine = headerRow + 2;
  const rowOf = new Map(report.lines.map(({ indicator }, index) => [indicator.code, firstLine + index]));
  for (const line of report.lines) putLine(sheet, line, rowOf, annex);
  row = firstLine + report.lines.length + 1;

  for (const note of [
    ...completenessNotes(report),
    ...planNotes(report),
    ...REPORT_TEXTS.notes,
    REPORT_TEXTS.digest(report.digest),
  ]) {
    sheet.span(row, 1, LAST, note, 'doc-small');
    row += 1;
  }
  putSignatures(sheet, row + 1);
  return sheet.build(reportPage(headerRow));
}

/** The codes that stand in a report, and their cells. */
export function readReportCodes(gridSheet: GridSheet): {
  readonly codes: ReportCodes;
  readonly cells: readonly GridCell[];
} {
  const at = lookup(gridSheet);
  const cellBeside = (label: string): GridCell | undefined => {
    const found = gridSheet.cells.find(({ value }) => value?.kind === 'text' && value.text === label);
    return found && at.cell(found.row, CODE_COLUMN);
  };
  const cells = [cellBeside(REPORT_TEXTS.consolidated), cellBeside(REPORT_TEXTS.inn)];
  const [consolidated, inn] = cells.map((cell) => valueText(cell?.value));
  return {
    codes: { consolidated: consolidated ?? '', inn: inn ?? '' },
    cells: cells.filter((cell) => cell !== undefined),
  };
}

/** Addressee and subject on the left, «КОДЫ» on the right; returns the row after them. */
function putRequisites(
  sheet: SheetBuilder,
  report: OperatorReport,
  top: number,
  reportDate: CivilDate,
  entered: ReportCodes,
): number {
  const { programme, edition, revision } = report;
  const { act } = programme;
  const source = edition.source;
  const number = source.number === null ? '' : ` № ${source.number}`;
  const left: readonly (readonly [string, string])[] = [
    [REPORT_TEXTS.to, programme.operator],
    [REPORT_TEXTS.from, programme.coordinator],
    [REPORT_TEXTS.region, programme.region],
    [
      REPORT_TEXTS.basis,
      `${act.kind} от ${formatRussian(act.date)} № ${act.number}, мероприятие ${programme.monitoringMeasure}`,
    ],
    [
      REPORT_TEXTS.edition,
      `${edition.title}${source.date === null ? '' : ` (${source.act} от ${formatRussian(source.date)}${number})`}`,
    ],
  ];
  left.forEach(([label, text], index) => {
    sheet.put(top + index, 1, label, 'doc-text');
    sheet.span(top + index, 2, 7, text, 'doc-line');
  });
  sheet.put(top, 10, REPORT_TEXTS.codes, 'doc-head');
  const codes: readonly (readonly [string, string, StyleName])[] = [
    [REPORT_TEXTS.date, formatRussian(reportDate), 'doc-cell-center'],
    [REPORT_TEXTS.consolidated, entered.consolidated, 'doc-input'],
    [REPORT_TEXTS.inn, entered.inn, 'doc-input'],
  ];
  codes.forEach(([label, value, style], index) => {
    sheet.span(top + 1 + index, 8, 9, label, 'doc-right');
    sheet.put(top + 1 + index, CODE_COLUMN, value === '' ? null : value, style);
  });
  const kindRow = top + left.length;
  sheet.span(kindRow, 1, 9, REPORT_TEXTS.kind, 'doc-right');
  sheet.put(kindRow, 10, String(revision), 'doc-cell-center');
  return kindRow + 1;
}

function putLine(
  sheet: SheetBuilder,
  line: ReportLine,
  rowOf: ReadonlyMap<string, number>,
  annex: SchoolsAnnex,
): void {
  const { indicator } = line;
  const row = rowOf.get(indicator.code) ?? 0;
  putIndicator(sheet, row, indicator, LAST);
  if (indicator.kind === 'heading') return;
  putFigures(
    sheet,
    row,
    line,
    {
      sum: (key) => blockSum(SCHOOLS_ANNEX, annex.block(indicator.code), schoolsColumn(key)),
      planIsWhole: line.planIsRegional,
      rowOf,
    },
    line.textual ?? 'см. приложение 1',
  );
  const reasons = line.reasons.map(({ site, text }) => `${site.shortName}: ${text}`).join('\n');
  sheet.put(row, LAST, reasons || null, 'doc-cell');
}

function completenessNotes({ expected, missing, forms, lines }: OperatorReport): string[] {
  const notOpen = [
    ...new Set(
      lines.flatMap(({ sites }) =>
        sites.filter(({ state }) => state === 'not-open').map(({ site }) => site.shortName),
      ),
    ),
  ];
  return [
    REPORT_TEXTS.completeness(forms.length, expected.length),
    ...(missing.length > 0 ? [REPORT_TEXTS.notSubmitted(missing.map(({ shortName }) => shortName))] : []),
    ...(notOpen.length > 0 ? [REPORT_TEXTS.notOpen(notOpen)] : []),
  ];
}

function planNotes({ planBases, programme, quarter }: OperatorReport): string[] {
  const compared = comparability(programme, quarter);
  return [
    ...(planBases.length > 0 ? [REPORT_TEXTS.planBases(planBases)] : []),
    ...(compared
      ? [
          REPORT_TEXTS.editions(
            compared.editions.map(({ title }) => title),
            compared.same,
            compared.changed,
          ),
        ]
      : []),
  ];
}

function putSignatures(sheet: SheetBuilder, top: number): void {
  const signature = (row: number, label: string, captions: readonly [string, string, string]): void => {
    sheet.put(row, 1, label, 'doc-text');
    const spans: readonly (readonly [number, number])[] = [
      [2, 5],
      [6, 8],
      [9, 10],
    ];
    spans.forEach(([left, right], index) => {
      sheet.span(row, left, right, null, 'doc-line');
      sheet.span(row + 1, left, right, captions[index] ?? '', 'doc-small-center');
    });
  };
  signature(top, REPORT_TEXTS.head, [REPORT_TEXTS.position, REPORT_TEXTS.signature, REPORT_TEXTS.fullName]);
  signature(top + 3, REPORT_TEXTS.executor, [
    REPORT_TEXTS.position,
    REPORT_TEXTS.phone,
    REPORT_TEXTS.fullName,
  ]);
  sheet.put(top + 6, 1, REPORT_TEXTS.day, 'doc-text');
}
