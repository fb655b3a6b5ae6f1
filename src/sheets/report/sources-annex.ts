/** Annex 4: the accepted forms that the figures come from, each with the digest of its file. */
import type { OperatorReport } from '../../report/build-report';
import type { SheetSpec } from '../../workbook/spec';
import { sheetBuilder, workingPrint } from '../builder';
import { SOURCES_ANNEX } from './report-columns';

const COLUMNS = [
  { title: 'Школа', width: 28 },
  { title: 'Редакция', width: 12 },
  { title: '№ корректировки', width: 15 },
  { title: 'Принято', width: 13 },
  { title: 'Файл', width: 42 },
  { title: 'SHA-256 файла', width: 68 },
] as const;

export function sourcesAnnex({ forms, programme }: OperatorReport): SheetSpec {
  const sheet = sheetBuilder(
    SOURCES_ANNEX,
    COLUMNS.map(({ width }) => width),
    10,
  );
  const last = COLUMNS.length;
  sheet.span(1, 1, last, 'Приложение 4', 'doc-right');
  sheet.span(2, 1, last, 'Формы, по которым построен отчёт', 'doc-title');
  COLUMNS.forEach(({ title }, index) => sheet.put(4, index + 1, title, 'doc-head'));
  forms.forEach(({ submission, sha256, file, receivedOn }, index) => {
    const row = 5 + index;
    const site = programme.sites.find(({ code }) => code === submission.site);
    sheet.put(row, 1, site?.shortName ?? submission.site, 'doc-cell');
    sheet.put(row, 2, submission.edition, 'doc-cell-center');
    sheet.put(row, 3, String(submission.revision), 'doc-cell-center');
    sheet.put(row, 4, { date: receivedOn }, 'doc-date');
    sheet.put(row, 5, file, 'doc-cell');
    sheet.put(row, 6, sha256, 'doc-cell');
  });
  return sheet.build({
    print: workingPrint('landscape', 4),
    protection: { allow: ['formatColumns', 'formatRows'] },
    tab: 'document',
  });
}
