/** Annex 2: the roadmap's checkpoints as they stand on the day of the report. */
import { formatRussian, type CivilDate } from '../../calendar/civil-date';
import { executionStatus, type ExecutionLine } from '../../monitoring/execution';
import type { SheetSpec } from '../../workbook/spec';
import { sheetBuilder, workingPrint } from '../builder';
import { EXECUTION_WORDS } from '../../text/execution';
import { measureTitle } from '../execution-sheet';
import { ROADMAP_ANNEX } from './report-columns';

const COLUMNS = [
  { title: 'Контрольная точка', width: 12 },
  { title: 'Мероприятие', width: 54 },
  { title: 'Плановая дата', width: 12 },
  { title: 'Фактическая дата', width: 13 },
  { title: 'Статус', width: 16 },
  { title: 'Документ', width: 32 },
  { title: 'Причина отклонения', width: 34 },
] as const;

/** Checkpoints that are due by the day, done, or have no date; later ones are left out. */
export function roadmapAnnex(lines: readonly ExecutionLine[], today: CivilDate): SheetSpec {
  const sheet = sheetBuilder(
    ROADMAP_ANNEX,
    COLUMNS.map(({ width }) => width),
    10,
  );
  const last = COLUMNS.length;
  sheet.span(1, 1, last, 'Приложение 2', 'doc-right');
  sheet.span(2, 1, last, `Исполнение дорожной карты на ${formatRussian(today)}`, 'doc-title');
  COLUMNS.forEach(({ title }, index) => sheet.put(4, index + 1, title, 'doc-head'));
  const due = lines.filter(
    ({ checkpoint, actual }) => actual !== null || checkpoint.date === null || checkpoint.date <= today,
  );
  due.forEach(({ checkpoint, actual, document, reason }, index) => {
    const row = 5 + index;
    sheet.put(row, 1, checkpoint.code, 'doc-cell-center');
    sheet.put(row, 2, measureTitle(checkpoint), 'doc-cell');
    sheet.put(
      row,
      3,
      checkpoint.date ? { date: checkpoint.date } : checkpoint.measure.deadline,
      checkpoint.date ? 'doc-date' : 'doc-cell-center',
    );
    sheet.put(row, 4, actual && { date: actual }, 'doc-date');
    sheet.put(row, 5, EXECUTION_WORDS[executionStatus(checkpoint, actual, today)], 'doc-cell-center');
    sheet.put(row, 6, document || null, 'doc-cell');
    sheet.put(row, 7, reason || null, 'doc-cell');
  });
  return sheet.build({
    print: workingPrint('landscape', 4),
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: 4, columns: 0 },
    tab: 'document',
  });
}
