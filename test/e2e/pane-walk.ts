/** A walk through every view and state of the built pane; whoever walks looks at each with `look`. */
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import type { PageOptions } from '../host/client/chromium';
import type { HostOptions } from '../host/emulated-host';
import { createWorkbook } from '../host/model/create';
import type { Workbook } from '../host/model/workbook';
import { openXlsx } from '../host/open-xlsx';
import { cellAddress } from '../../src/workbook/grid';
import { press, settled, showTab, type OpenedPane } from '../taskpane/open-pane';
import { openBuiltPane, placeOf, sheetNamed, titleAddress, typeFacts, typeTitle } from './pane-user';

/** Text that would be markup if a page took it for such. */
export const MARKUP = '<b>Пётр</b> <img src=x onerror="document.title=1">';

export type Look = (name: string, pane: OpenedPane) => Promise<void>;
type Options = Omit<PageOptions, 'host' | 'folder'>;

const TODAY = '2023-01-14';
const STATUS_COLUMN = 8;
const DEPARTMENT_NAME = 'Мониторинг «Кванториум» 2022.xlsx';

/** The Department's workbook: first steps, all views, a trial run, findings, a question, a refusal. */
export async function walkDepartment(browser: Browser, options: Options, look: Look): Promise<SchoolFiles> {
  const pane = await openBuiltPane(
    browser,
    { workbook: createWorkbook(['Лист1'], DEPARTMENT_NAME) },
    { today: TODAY, ...options },
  );
  const { host, page } = pane;
  await look('start', pane);
  await press(pane, 'Открыть пример');
  await look('example-made', pane);
  await showTab(pane, 'Дорожная карта');
  await look('roadmap', pane);
  await askBeforeLoss(pane, look);
  await showTab(pane, 'Обзор');
  await look('overview', pane);
  await showTab(pane, 'Формы');
  await look('forms', pane);
  await press(pane, 'Скачать файлы форм (.zip)');
  await press(pane, 'Создать листы в этой книге');
  await look('forms-made', pane);
  const [title, form] = [sheetNamed(host, 'Титул'), sheetNamed(host, 'Форма ')];
  typeTitle(host, title);
  host.user.type(title.name, titleAddress(title, 'Исполнитель'), MARKUP);
  typeFacts(host, form, { '1': 40, '2': 50, '3.1': 1, '3.2': 9, '4.1': 1, '4.2': 2 });
  await press(pane, 'Взять листы этой книги');
  await look('intake', pane);
  await press(pane, 'Не принимать');
  await showTab(pane, 'Проверка');
  await look('check-before', pane);
  await press(pane, 'Проверить');
  await look('check', pane);
  await press(pane, 'Указать причину');
  await look('reason', pane);
  await press(pane, 'Не записывать');
  await press(pane, 'Отметить в ячейках');
  host.user.typeRemotely(title.name, titleAddress(title, 'Телефон'), '');
  await page.getByText('Результат устарел').waitFor();
  await look('check-stale', pane);
  host.user.beginEntry();
  await press(pane, 'Убрать отметки');
  host.user.endEntry();
  await look('refused', pane);
  await showTab(pane, 'Отчёт');
  await page.locator('button.item').first().click();
  await look('report', pane);
  await press(pane, 'Построить отчёт');
  await press(pane, 'Скачать .xlsx');
  await look('report-saved', pane);
  await press(pane, 'История по корректировкам');
  await look('school-history', pane);
  await press(pane, 'К списку школ');
  await look('schools', pane);
  await press(pane, 'Сравнение');
  await look('comparison', pane);
  await press(pane, 'На контроле');
  await look('watch-list-empty', pane);
  await showTab(pane, 'Проверка');
  await press(pane, 'На контроль');
  await look('watch-note', pane);
  await press(pane, 'Поставить на контроль');
  await look('watched', pane);
  await showTab(pane, 'Обзор');
  for (const closed of await page.locator('#view summary').all()) await closed.click();
  await look('reminders', pane);
  await showTab(pane, 'Школы');
  await look('watch-list', pane);
  await showTab(pane, 'Справка');
  // The first chapter is open already.
  const chapters = await page.locator('summary').all();
  for (const chapter of chapters.slice(1)) await chapter.click();
  await look('help', pane);
  host.user.deleteSheet('Реестр');
  await page.getByRole('button', { name: 'Прочитать книгу заново' }).click();
  await settled(pane);
  await showTab(pane, 'Обзор');
  await look('broken', pane);
  const [archive, report] = await pane.downloads();
  if (!archive || !report) throw new Error('The pane saved nothing.');
  await pane.close();
  const [form0] = Object.values(unzipSync(archive.bytes));
  if (!form0) throw new Error('The archive is empty.');
  return { form: form0, report: report.bytes };
}

export interface SchoolFiles {
  readonly form: Uint8Array;
  readonly report: Uint8Array;
}

/** A school's form, a finished document, a stranger's workbook, one that can only be read. */
export async function walkOthers(
  browser: Browser,
  options: Options,
  files: SchoolFiles,
  look: Look,
): Promise<void> {
  const open = (workbook: Workbook, host: HostOptions = {}): Promise<OpenedPane> =>
    openBuiltPane(browser, { ...host, workbook }, { today: TODAY, ...options });
  const school = await open(openXlsx(files.form, '2022-Q4_kineshma-8.xlsx'));
  await look('school-form', school);
  await press(school, 'Проверить форму');
  await look('school-check', school);
  await school.close();

  const document = await open(openXlsx(files.report, 'report-2022-Q4.xlsx'));
  await look('document', document);
  await document.close();

  const stranger = createWorkbook(['Смета']);
  const foreign = await openBuiltPane(browser, { workbook: stranger }, { today: TODAY, ...options });
  foreign.host.user.type('Смета', 'A1', 'Итого');
  await foreign.page.getByRole('button', { name: 'Прочитать книгу заново' }).click();
  await foreign.page.getByText('Это не книга «Кванториума»').waitFor();
  await look('foreign', foreign);
  await foreign.close();

  const closed = createWorkbook(['Лист1'], 'Мониторинг.xlsx');
  closed.readOnly = true;
  const readOnly = await open(closed);
  await look('read-only', readOnly);
  await readOnly.close();
}

/** A person wrote where the product writes: the pane asks before it does. */
async function askBeforeLoss(pane: OpenedPane, look: Look): Promise<void> {
  const { host, page } = pane;
  const sheet = sheetNamed(host, 'Исполнение');
  // There is no password: a person takes the protection off.
  sheet.protection = null;
  const { row } = placeOf(sheet, 'Контрольная точка');
  host.user.type(sheet.name, cellAddress(row + 1, STATUS_COLUMN), MARKUP);
  await page.locator('fluent-button').filter({ hasText: 'Обновить дорожную карту' }).click();
  await page.getByRole('alertdialog').waitFor();
  await look('question', pane);
  await page.locator('#question-no').click();
  await settled(pane);
}
