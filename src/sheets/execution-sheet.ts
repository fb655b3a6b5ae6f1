/** «Исполнение»: a row per checkpoint of the roadmap; the date of the day stands in a cell, statuses are formulas over it. */
import { isCivilDate, type CivilDate } from '../calendar/civil-date';
import {
  NOTHING_DONE,
  SOON_DAYS,
  executionStatus,
  type ExecutionLine,
  type ExecutionRecord,
  type ExecutionStatus,
} from '../monitoring/execution';
import type { Checkpoint } from '../programme/checkpoints';
import { cellAddress, type GridSheet, type GridValue } from '../workbook/grid';
import type { SheetSpec, SpecValue } from '../workbook/spec';
import { fixedAddress, sheetBuilder, workingPrint } from './builder';
import { dateCell } from './codecs';
import { EXECUTION_WORDS } from '../text/execution';
import { COLUMN_NEEDS } from '../text/intake';
import { findHeader, lookup, type SheetLookup } from './lookup';
import type { WrongCell } from './table-sheet';

export { EXECUTION_WORDS };

export const EXECUTION_SHEET = 'Исполнение';

const COLUMNS = [
  { key: 'point', title: 'Контрольная точка', width: 12 },
  { key: 'measure', title: 'Мероприятие', width: 50 },
  { key: 'responsible', title: 'Ответственный', width: 28 },
  { key: 'deadline', title: 'Срок по дорожной карте', width: 18 },
  { key: 'date', title: 'Плановая дата', width: 12 },
  { key: 'workingDay', title: 'Ближайший рабочий день', width: 13 },
  { key: 'actual', title: 'Фактическая дата', width: 13 },
  { key: 'status', title: 'Статус', width: 15 },
  { key: 'document', title: 'Документ: вид, дата, номер', width: 30 },
  { key: 'reason', title: 'Причина отклонения', width: 30 },
  // Last, so that older sheets are renewed without a column of people's moving.
  { key: 'sign', title: 'Знак', width: 7 },
] as const;
const SIGN_COLUMN = COLUMNS.length;

/** Which sign a status has; the others have none. */
const SIGNS: Partial<Readonly<Record<ExecutionStatus, number>>> = {
  done: 2,
  'done-late': 1,
  soon: 1,
  overdue: 0,
};

const DAY_ROW = 3;
const DAY_COLUMN = 3;
const DAY_CELL = fixedAddress(DAY_ROW, DAY_COLUMN);
/** The cell with that day. */
export const EXECUTION_DAY = cellAddress(DAY_ROW, DAY_COLUMN);
const HEADER_ROW = 5;

/** `today`: the day the statuses are shown for; an official may set another in its cell. */
export function executionSpec(lines: readonly ExecutionLine[], today: CivilDate): SheetSpec {
  const sheet = sheetBuilder(
    EXECUTION_SHEET,
    COLUMNS.map(({ width }) => width),
  );
  const last = COLUMNS.length;
  sheet.span(1, 1, last, 'Исполнение дорожной карты', 'title-wrap');
  sheet.span(DAY_ROW, 1, 2, 'Статусы на дату (можно изменить):', 'label');
  sheet.put(DAY_ROW, DAY_COLUMN, { date: today }, 'edit-date');
  COLUMNS.forEach(({ title }, index) => sheet.put(HEADER_ROW, index + 1, title, 'head'));
  lines.forEach((line, index) => {
    const { checkpoint, actual, document, reason } = line;
    const row = HEADER_ROW + 1 + index;
    const status = executionStatus(checkpoint, actual, today);
    const values: readonly (SpecValue | null)[] = [
      checkpoint.code,
      measureTitle(checkpoint),
      checkpoint.measure.responsible,
      checkpoint.measure.deadline,
      checkpoint.date && { date: checkpoint.date },
      checkpoint.nextWorkingDay && { date: checkpoint.nextWorkingDay },
      actual && { date: actual },
      EXECUTION_WORDS[status],
      document || null,
      reason || null,
    ];
    const styles = [
      'center',
      'cell',
      'cell',
      'center',
      'date',
      'date',
      'edit-date',
      'calc',
      'edit-text',
      'edit-text',
    ] as const;
    values.forEach((value, column) =>
      sheet.put(
        row,
        column + 1,
        value,
        styles[column] ?? 'cell',
        column === 7 ? { formula: statusFormula(row) } : {},
      ),
    );
    sheet.put(row, SIGN_COLUMN, SIGNS[status] ?? '', 'calc', { formula: signFormula(row) });
  });
  const bottom = HEADER_ROW + Math.max(lines.length, 1);
  sheet.validate({
    area: { top: HEADER_ROW + 1, left: 7, bottom, right: 7 },
    rule: { kind: 'date', min: '2000-01-01', max: '2099-12-31' },
    blank: true,
    level: 'stop',
    title: 'Дата',
    message: 'Введите дату: дд.мм.гггг.',
  });
  const area = { top: HEADER_ROW + 1, left: 8, bottom, right: 8 };
  const status = `$H${HEADER_ROW + 1}`;
  const looks = { overdue: 'bad', 'done-late': 'warn', soon: 'warn', done: 'good' } as const;
  for (const [key, look] of Object.entries(looks)) {
    sheet.highlight({ area, formula: `${status}="${EXECUTION_WORDS[key as keyof typeof looks]}"`, look });
  }
  const signs = { top: HEADER_ROW + 1, left: SIGN_COLUMN, bottom, right: SIGN_COLUMN };
  sheet.picture({ kind: 'icons', area: signs, middle: 1, high: 2 });
  return sheet.build({
    print: workingPrint('landscape', HEADER_ROW),
    protection: { allow: ['formatColumns', 'formatRows', 'autoFilter', 'sort'] },
    freeze: { rows: HEADER_ROW, columns: 2 },
    tab: 'input',
  });
}

/** «9. Ежеквартальный мониторинг…», with the opening year where the deadline depends on it. */
export function measureTitle({ measure, openingYear }: Checkpoint): string {
  const year = openingYear === null ? '' : ` (открытие в ${openingYear} году)`;
  return `${measure.number}. ${measure.text}${year}`;
}

/** The rule of `executionStatus` as a formula; a test holds the two against each other. */
function statusFormula(row: number): string {
  const [date, workingDay, actual] = [5, 6, 7].map((column) => cellAddress(row, column));
  const last = `IF(${workingDay ?? ''}="",${date ?? ''},${workingDay ?? ''})`;
  const open = [
    `IF(${date ?? ''}="","${EXECUTION_WORDS.undated}"`,
    `IF(${DAY_CELL}>${last},"${EXECUTION_WORDS.overdue}"`,
    `IF(${last}-${DAY_CELL}<=${SOON_DAYS},"${EXECUTION_WORDS.soon}","${EXECUTION_WORDS.awaited}")))`,
  ].join(',');
  const done = `IF(AND(${date ?? ''}<>"",${actual ?? ''}>${last}),"${EXECUTION_WORDS['done-late']}","${EXECUTION_WORDS.done}")`;
  return `IF(${actual ?? ''}<>"",${done},${open})`;
}

/** The sign that the status beside it has. */
function signFormula(row: number): string {
  return Object.entries(SIGNS).reduceRight(
    (rest, [key, sign]) =>
      `IF(${cellAddress(row, 8)}="${EXECUTION_WORDS[key as ExecutionStatus]}",${sign},${rest})`,
    '""',
  );
}

/** The last column that the product wrote in the sheet, which may be of an older product. */
export function executionWidth(gridSheet: GridSheet): number {
  return tableOf(gridSheet).column('sign') > 0 ? SIGN_COLUMN : SIGN_COLUMN - 1;
}

/** The checkpoints with what the sheet says of each, by their codes; where it says nothing, nothing is done. */
export function readExecution(
  gridSheet: GridSheet | undefined,
  checkpoints: readonly Checkpoint[],
): readonly ExecutionLine[] {
  const records = gridSheet ? recordsOf(gridSheet) : new Map<string, ExecutionRecord>();
  return checkpoints.map((checkpoint) => ({ checkpoint, ...(records.get(checkpoint.code) ?? NOTHING_DONE) }));
}

/** The day for which the statuses are shown; undefined where the sheet does not say. */
export function executionDay(gridSheet: GridSheet): CivilDate | undefined {
  return civilDateOf(lookup(gridSheet).value(DAY_ROW, DAY_COLUMN)) ?? undefined;
}

/** The codes of the sheet's lines, by row. */
export function executionCodes(gridSheet: GridSheet): ReadonlyMap<number, string> {
  const { sheet, rows, column } = tableOf(gridSheet);
  return new Map(rows.map((row) => [row, sheet.text(row, column('point'))]));
}

/** The row of the first line in a sheet as it is made. */
export const EXECUTION_FIRST_ROW = HEADER_ROW + 1;

/** Lines about checkpoints that the roadmap no longer has, where somebody has entered something. */
export function strayLines(
  gridSheet: GridSheet,
  checkpoints: readonly Checkpoint[],
): readonly ExecutionLine[] {
  const { sheet, column } = tableOf(gridSheet);
  const known = new Set(checkpoints.map(({ code }) => code));
  const records = recordsOf(gridSheet);
  const rows = new Map([...executionCodes(gridSheet)].reverse().map(([row, code]) => [code, row]));
  return [...records].flatMap(([code, record]): ExecutionLine[] => {
    const isEmpty = record.actual === null && record.document === '' && record.reason === '';
    if (known.has(code) || isEmpty) return [];
    const row = rows.get(code) ?? 0;
    const number = Number(/^\d+/.exec(code)?.[0] ?? 0);
    const text = sheet.text(row, column('measure')).replace(/^\d+\.\s*/, '');
    const measure = {
      number,
      text,
      responsible: sheet.text(row, column('responsible')),
      outcome: '',
      deadline: sheet.text(row, column('deadline')),
    };
    const date = civilDateOf(sheet.value(row, column('date')));
    const nextWorkingDay = civilDateOf(sheet.value(row, column('workingDay')));
    return [{ checkpoint: { code, measure, date, nextWorkingDay, openingYear: null }, ...record }];
  });
}

/** Actual dates that are none; a date that can't be read must not pass for «not done». */
export function executionProblems(gridSheet: GridSheet): readonly WrongCell[] {
  const { sheet, rows, column } = tableOf(gridSheet);
  const problems: WrongCell[] = [];
  for (const row of rows) {
    const value = sheet.text(row, column('actual'));
    if (value === '' || civilDateOf(sheet.value(row, column('actual'))) !== null) continue;
    const { title } = COLUMNS.find(({ key }) => key === 'actual') ?? COLUMNS[0];
    problems.push({
      cell: cellAddress(row, column('actual')),
      column: title,
      value,
      expected: COLUMN_NEEDS.date,
    });
  }
  return problems;
}

function tableOf(gridSheet: GridSheet): {
  readonly sheet: SheetLookup;
  /** Those below the header that hold anything. */
  readonly rows: readonly number[];
  readonly column: (key: (typeof COLUMNS)[number]['key']) => number;
} {
  const sheet = lookup(gridSheet);
  const titles = COLUMNS.map(({ title }) => title);
  const header = findHeader(sheet, titles[0] ?? '', titles);
  return {
    sheet,
    rows: header ? sheet.rows.filter((row) => row > header.row) : [],
    column: (key) =>
      header?.columns.get(COLUMNS.find((candidate) => candidate.key === key)?.title ?? '') ?? 0,
  };
}

function recordsOf(gridSheet: GridSheet): Map<string, ExecutionRecord> {
  const { sheet, rows, column } = tableOf(gridSheet);
  const records = new Map<string, ExecutionRecord>();
  for (const row of rows) {
    const code = sheet.text(row, column('point'));
    if (code === '' || records.has(code)) continue;
    records.set(code, {
      actual: civilDateOf(sheet.value(row, column('actual'))),
      document: sheet.text(row, column('document')),
      reason: sheet.text(row, column('reason')),
    });
  }
  return records;
}

function civilDateOf(value: GridValue | undefined): CivilDate | null {
  const text = dateCell.read(value);
  return typeof text === 'string' && isCivilDate(text) ? text : null;
}
