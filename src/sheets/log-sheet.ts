/** «Журнал приёма»: every file that was given and what became of it. */
import { isCivilDate } from '../calendar/civil-date';
import { formatQuarter, parseQuarter } from '../calendar/quarter';
import { compareLogEntries, type LogEntry } from '../monitoring/register';
import { COLUMN_NEEDS, RESULT_WORDS } from '../text/intake';
import type { GridSheet } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import { choiceCell, codeCell, dateCell, numberCell, optionalCodeCell, textCell, type Codec } from './codecs';
import type { Json } from './fields';
import { readTable, tableSpec, wrongCells, type TableSheet, type WrongCell } from './table-sheet';

export const LOG_SHEET = 'Журнал приёма';

/** An empty cell is «not known», not zero. */
const optionalNumberCell: Codec = {
  ...numberCell,
  read: (value) => (value?.kind === 'number' ? value.number : null),
};

const TABLE: TableSheet = {
  sheet: LOG_SHEET,
  table: 'intake_log',
  note: 'Все присланные файлы. Ведёт программа.',
  spareRows: 0,
  locked: true,
  columns: [
    { key: 'receivedOn', title: 'Дата приёма', width: 12, codec: dateCell },
    { key: 'file', title: 'Файл', width: 30, codec: textCell },
    { key: 'quarter', title: 'Квартал', width: 10, codec: optionalCodeCell },
    { key: 'site', title: 'Код площадки', width: 16, codec: optionalCodeCell },
    { key: 'revision', title: '№ корректировки', width: 14, codec: optionalNumberCell },
    { key: 'edition', title: 'Редакция', width: 11, codec: optionalCodeCell },
    { key: 'result', title: 'Результат', width: 14, codec: choiceCell(RESULT_WORDS) },
    { key: 'errors', title: 'Ошибок', width: 9, codec: numberCell },
    { key: 'warnings', title: 'Предупреждений', width: 15, codec: numberCell },
    { key: 'deviations', title: 'Отклонений', width: 12, codec: numberCell },
    { key: 'executor', title: 'Исполнитель', width: 24, codec: textCell },
    { key: 'phone', title: 'Телефон', width: 16, codec: codeCell },
    { key: 'summary', title: 'Замечания', width: 44, codec: textCell },
    { key: 'sha256', title: 'SHA-256', width: 30, codec: textCell },
  ],
};

/** `order`: by day, quarter and site, or as given: as it was read, new entries behind. */
export function logSpec(log: readonly LogEntry[], order: 'sorted' | 'given' = 'sorted'): SheetSpec {
  const entries = order === 'given' ? log : [...log].sort(compareLogEntries);
  const records = entries.map((entry): Json => ({
    ...entry,
    quarter: entry.quarter === null ? null : formatQuarter(entry.quarter),
  }));
  return tableSpec(TABLE, records);
}

/** The log that a sheet holds; undefined where its table can't be found. */
export function readLog(gridSheet: GridSheet): readonly LogEntry[] | undefined {
  return readTable(TABLE, gridSheet)?.records.map((record) => {
    const line = record as unknown as Omit<LogEntry, 'quarter'> & { readonly quarter: string | null };
    return {
      ...line,
      receivedOn: line.receivedOn,
      quarter: line.quarter === null ? null : (parseQuarter(line.quarter) ?? null),
    };
  });
}

/** Cells that keep a sheet from being read as a log; none where there is no table. */
export function logProblems(gridSheet: GridSheet): readonly WrongCell[] {
  const reading = readTable(TABLE, gridSheet);
  if (!reading) return [];
  const count = [(value: unknown) => typeof value === 'number', COLUMN_NEEDS.count] as const;
  return wrongCells(TABLE, reading, {
    receivedOn: [(value) => typeof value === 'string' && isCivilDate(value), COLUMN_NEEDS.date],
    quarter: [
      (value) => value === null || (typeof value === 'string' && parseQuarter(value) !== undefined),
      COLUMN_NEEDS.quarter,
    ],
    result: [(value) => typeof value === 'string' && value in RESULT_WORDS, COLUMN_NEEDS.result],
    errors: count,
    warnings: count,
    deviations: count,
  });
}
