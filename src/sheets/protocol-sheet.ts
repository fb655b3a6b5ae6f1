/** «Протокол проверки»: findings with their levels and counts, printable. */
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import { FINDING_LEVELS, byLevel, type Finding, type FindingSide } from '../controls/finding';
import { LEVEL_WORDS } from '../text/levels';
import { PRODUCT_NAME, PRODUCT_VERSION } from '../text/product';
import { PROTOCOL_TEXTS } from '../text/protocol';
import type { SheetSpec } from '../workbook/spec';
import type { StyleName } from '../workbook/styles';
import { sheetBuilder, workingPrint } from './builder';

export const PROTOCOL_SHEET = 'Протокол проверки';

/** One checked file: who it is for, and how the check ended. */
export interface CheckedFile {
  readonly file: string;
  /** «Школа № 8, III квартал 2021 года, корректировка № 0», or null where the file did not say. */
  readonly subject: string | null;
  /** Code of the edition by which it was checked. */
  readonly edition: string | null;
  readonly findings: readonly Finding[];
}

const COLUMNS: readonly { readonly title: string; readonly width: number }[] = [
  { title: 'Уровень', width: 16 },
  { title: 'Код', width: 15 },
  { title: 'Файл', width: 30 },
  { title: 'Лист', width: 10 },
  { title: 'Ячейка', width: 8 },
  { title: 'Строка', width: 8 },
  { title: 'Замечание', width: 54 },
  { title: 'Слева', width: 16 },
  { title: 'Справа', width: 16 },
  { title: 'Разница', width: 16 },
  { title: 'Основание', width: 28 },
  { title: 'Что сделать', width: 36 },
];

/** `checkedOn`: the day of the check, passed in. */
export function protocolSpec(files: readonly CheckedFile[], checkedOn: CivilDate): SheetSpec {
  const sheet = sheetBuilder(
    PROTOCOL_SHEET,
    COLUMNS.map(({ width }) => width),
  );
  const last = COLUMNS.length;
  sheet.span(1, 1, last, PROTOCOL_SHEET, 'title-wrap');
  sheet.span(
    2,
    1,
    last,
    PROTOCOL_TEXTS.subtitle(formatRussian(checkedOn), PRODUCT_NAME, PRODUCT_VERSION),
    'note',
  );

  let row = 4;
  ['Файл', 'Школа и период', 'Редакция', 'Ошибок', 'Предупреждений', 'Отклонений', 'Итог'].forEach(
    (title, index) =>
      SUMMARY_SPANS[index] &&
      sheet.span(row, SUMMARY_SPANS[index][0], SUMMARY_SPANS[index][1], title, 'head'),
  );
  for (const checked of files) {
    row += 1;
    const counts = FINDING_LEVELS.map(
      (level) => checked.findings.filter((finding) => finding.level === level).length,
    );
    const values = [
      checked.file,
      checked.subject ?? PROTOCOL_TEXTS.unknownSubject,
      checked.edition ?? '–',
      counts[0] ?? 0,
      counts[1] ?? 0,
      counts[2] ?? 0,
      verdictOf(checked),
    ];
    values.forEach((value, index) => {
      const [left, right] = SUMMARY_SPANS[index] ?? [1, 1];
      sheet.span(row, left, right, value, typeof value === 'number' ? 'number' : 'cell');
    });
  }

  row += 2;
  const headerRow = row;
  COLUMNS.forEach(({ title }, index) => sheet.put(row, index + 1, title, 'head'));
  const findings = files.flatMap((checked) => byLevel(checked.findings));
  for (const finding of findings) {
    row += 1;
    lineOf(finding).forEach(([value, style], index) => sheet.put(row, index + 1, value, style));
  }
  if (findings.length === 0) {
    row += 1;
    sheet.span(row, 1, last, PROTOCOL_TEXTS.noFindings, 'cell');
  } else {
    const area = { top: headerRow + 1, left: 1, bottom: row, right: 1 };
    sheet.highlight({ area, formula: `$A${headerRow + 1}="${LEVEL_WORDS.error}"`, look: 'bad' });
    sheet.highlight({ area, formula: `$A${headerRow + 1}="${LEVEL_WORDS.warning}"`, look: 'warn' });
  }
  return sheet.build({
    print: workingPrint('landscape', headerRow),
    protection: { allow: ['formatColumns', 'formatRows', 'autoFilter', 'sort'] },
    tab: 'document',
  });
}

/** How the check of a file ended, in words; a document of the product's own is passed over. */
export function verdictOf({ subject, findings }: CheckedFile): string {
  if (findings.some(({ level }) => level === 'error')) return PROTOCOL_TEXTS.refused;
  return subject === null ? PROTOCOL_TEXTS.ignored : PROTOCOL_TEXTS.passed;
}

/** Columns that each field of the summary covers. */
const SUMMARY_SPANS: readonly (readonly [number, number])[] = [
  [1, 3],
  [4, 7],
  [8, 8],
  [9, 9],
  [10, 10],
  [11, 11],
  [12, 12],
];

function lineOf(finding: Finding): readonly (readonly [string | number | null, StyleName])[] {
  return [
    [LEVEL_WORDS[finding.level], 'center'],
    [finding.code, 'center'],
    [finding.file, 'cell'],
    [finding.sheet, 'cell'],
    [finding.cell, 'center'],
    [finding.row, 'center'],
    [finding.message, 'cell'],
    sideCell(finding.left),
    sideCell(finding.right),
    sideCell(finding.difference),
    [finding.norm, 'cell'],
    [finding.action, 'cell'],
  ];
}

function sideCell(side: FindingSide): readonly [string | number | null, StyleName] {
  return [side, typeof side === 'number' ? 'number-any' : 'cell'];
}
