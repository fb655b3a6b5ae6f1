/** The built pane (`npm run build`) in Chromium on the emulated Excel: what a user of it sees, by mouse and by keyboard. */
import type { Browser } from 'playwright-core';
import { accessibilityProblems } from '../host/client/axe';
import { launchChromium, type Theme } from '../host/client/chromium';
import {
  dropFiles,
  expectQuiet,
  focusedName,
  pressKeys,
  sidewaysOverflow,
} from '../host/client/page-actions';
import { createDepartment } from '../../src/taskpane/actions/first-steps';
import { openExcelWorkbook } from '../../src/workbook/excel/open-excel-workbook';
import { issueForms } from '../../src/workflows/issue-forms';
import { memoryWorkbook } from '../fixtures/memory-open-workbook';
import { startEmulatedExcel } from '../host/client/main-realm';
import { createWorkbook } from '../host/model/create';
import type { Workbook } from '../host/model/workbook';
import { describeWith } from '../setup/programs';
import { opened } from '../workflows/open/work';
import { day, deskWith } from './work';
import { openPane, press, settled, showTab, until, type OpenedPane } from './open-pane';

const VIEWS = ['Обзор', 'Дорожная карта', 'Формы', 'Проверка', 'Отчёт', 'Школы', 'Справка'] as const;

const text = ({ page }: OpenedPane): Promise<string> => page.locator('#view').innerText();
const message = ({ page }: OpenedPane): Promise<string> => page.locator('#message').innerText();

/** A workbook as the Department sends it to a school, put into the emulated Excel by the product's own writer. */
async function schoolForm(): Promise<Workbook> {
  const excel = await startEmulatedExcel();
  const desk = deskWith(memoryWorkbook());
  await createDepartment(desk.context);
  const { department } = opened(desk.book, day('2021-10-08'));
  const [issued] = issueForms(department, { year: 2021, number: 3 }, day('2021-10-01'));
  if (!issued) throw new Error('No form was issued.');
  const changes = issued.workbook.sheets.map((spec) => ({ spec, existing: null }));
  await openExcelWorkbook().put(changes, true);
  excel.user.deleteSheet('Лист1');
  const { workbook } = excel;
  await excel.close();
  return workbook;
}

describeWith('chromium', 'the pane', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('leads from an empty workbook to a downloaded report, by clicks', async () => {
    const pane = await openPane(browser);
    expect(await text(pane)).toContain('С чего начать');
    await press(pane, 'Создать книгу');
    expect(await message(pane)).toContain('Рабочая книга создана');
    expect(await text(pane)).toContain('Принято 0 из 1');

    await press(pane, 'Выдать формы');
    await press(pane, 'Создать листы в этой книге');
    expect(await message(pane)).toContain('Создана 1 форма');
    const title = pane.host.workbook.sheets.find(({ name }) => name.startsWith('Титул'));
    if (!title) throw new Error('The form has no title.');

    await showTab(pane, 'Проверка');
    await press(pane, 'Проверить');
    expect(await text(pane)).toContain('Не заполнено поле «Руководитель');
    await pane.page.locator('button.item').filter({ hasText: 'Руководитель' }).click();
    // A click has no end of its own to wait for: the selection shows that it has had its effect.
    const selected = (): readonly unknown[] => {
      const { sheet, areas } = pane.host.workbook.selection;
      return [sheet.name, areas[0]?.top];
    };
    await until(() => selected()[1] === 11);
    expect(selected()).toEqual([title.name, 11]);

    pane.host.user.type(title.name, 'B11', 'Петров <b>Пётр</b>');
    await pane.page.getByText('Не заполнено поле «Руководитель').waitFor({ state: 'detached' });

    await showTab(pane, 'Отчёт');
    expect(await text(pane)).toContain('Нет формы: Школа № 8, Кинешма');
    await press(pane, 'Построить отчёт');
    expect(await message(pane)).toContain('Построен проект отчёта');
    expect(pane.host.workbook.sheets.map(({ name }) => name)).toContain('Отчёт');
    await press(pane, 'Скачать .xlsx');
    const [report] = await pane.downloads();
    expect(report?.name).toBe('report-2021-Q3.xlsx');
    expect(report?.bytes.length).toBeGreaterThan(5000);
    expectQuiet(pane);
    await pane.close();
  });

  it.each<Theme>(['light', 'dark', 'contrast'])('has no barriers in any view (%s)', async (theme) => {
    const pane = await openPane(browser, {}, { theme, width: 320, today: '2022-10-08' });
    expect(await accessibilityProblems(pane.page)).toEqual([]);
    await press(pane, 'Открыть пример');
    for (const view of VIEWS) {
      await showTab(pane, view);
      if (view === 'Формы') await press(pane, 'Создать листы в этой книге');
      if (view === 'Проверка') await press(pane, 'Проверить');
      expect([view, await accessibilityProblems(pane.page)]).toEqual([view, []]);
      expect([view, await sidewaysOverflow(pane.page)]).toEqual([view, 0]);
      expect(await pane.page.locator('body').innerText()).not.toMatch(/undefined|null|NaN|\[object/);
    }
    expectQuiet(pane);
    await pane.close();
  });

  it('is worked by keyboard alone', async () => {
    const pane = await openPane(browser);
    await pane.page.locator('[role=tab]').first().focus();
    await pressKeys(pane.page, 'ArrowRight');
    expect(await focusedName(pane.page)).toBe('Справка');
    expect(await text(pane)).toContain('Квартал за пять шагов');
    await pressKeys(pane.page, 'Home');
    expect(await focusedName(pane.page)).toBe('Обзор');
    await pressKeys(pane.page, 'Tab');
    expect(await focusedName(pane.page)).toBe('Создать книгу');
    await pressKeys(pane.page, 'Enter');
    await settled(pane);
    await pane.page.getByText('Рабочая книга создана').waitFor();
    expect(await pane.page.locator('[role=tab]').count()).toBe(VIEWS.length);
    await pane.close();
  });

  it('asks inside the pane before a person’s cell is written over', async () => {
    const pane = await openPane(browser);
    await press(pane, 'Создать книгу');
    const execution = pane.host.workbook.sheets.find(({ name }) => name === 'Исполнение');
    if (!execution) throw new Error('There is no «Исполнение».');
    // Somebody took the sheet's protection off.
    execution.protection = null;
    pane.host.user.type('Исполнение', 'H6', '<img src=x onerror=alert(1)>');
    await showTab(pane, 'Дорожная карта');
    await pane.page.locator('fluent-button').filter({ hasText: 'Обновить дорожную карту' }).click();
    await pane.page.getByRole('alertdialog').waitFor();
    expect(await pane.page.getByRole('alertdialog').innerText()).toContain('<img src=x onerror=alert(1)>');
    await pane.page.waitForFunction(() => document.activeElement?.id === 'question-no');
    expect(await accessibilityProblems(pane.page)).toEqual([]);
    await pressKeys(pane.page, 'Enter');
    await pane.page.getByText('Ничего не изменено').waitFor();
    expectQuiet(pane);
    await pane.close();
  });

  it('shows what would become of dropped files before anything is written', async () => {
    const pane = await openPane(browser);
    await press(pane, 'Создать книгу');
    await showTab(pane, 'Формы');
    await press(pane, 'Скачать файл формы');
    const [form] = await pane.downloads();
    if (!form) throw new Error('No form was saved.');
    const stranger = { name: '<b>чужой</b>.xlsx', bytes: new TextEncoder().encode('не книга') };
    const threads: string[] = [];
    pane.page.on('worker', (thread) => threads.push(new URL(thread.url()).pathname));
    await dropFiles(pane.page, '.drop', [form, stranger]);
    await pane.page.getByText('Пробный приём').waitFor();
    const shown = await text(pane);
    expect(shown).toContain('Будет принято 0 из 2');
    expect(shown).toContain('<b>чужой</b>.xlsx');
    expect(shown).toContain('Файл не прочитан: это не книга Excel');
    await press(pane, 'Не принимать');
    expect(await text(pane)).toContain('Перетащите файлы сюда');
    expectQuiet(pane);
    await pane.close();
    // They were read beside the page, which never stalls.
    expect(threads).toEqual([expect.stringMatching(/^\/reading\.[0-9a-f]{8}\.js$/)]);
  });

  it('shows a school its own form and its check, and nothing else', async () => {
    const pane = await openPane(browser, { workbook: await schoolForm() });
    expect(await pane.page.locator('[role=tab]').allInnerTexts()).toEqual(['Форма', 'Проверка']);
    expect(await text(pane)).toContain('Школа № 8 г. Кинешмы');
    await press(pane, 'Проверить форму');
    expect(await text(pane)).toContain('Не заполнено поле «Руководитель');
    expect(await accessibilityProblems(pane.page)).toEqual([]);
    expectQuiet(pane);
    await pane.close();
  });

  it('says in which workbook it has no work', async () => {
    const foreign = createWorkbook(['Смета']);
    const pane = await openPane(browser, { workbook: foreign });
    pane.host.user.type('Смета', 'A1', 'Итого');
    await pane.page.getByRole('button', { name: 'Прочитать книгу заново' }).click();
    await pane.page.getByText('Это не книга «Кванториума»').waitFor();
    expect(await pane.page.locator('fluent-button').count()).toBe(0);
    await pane.close();
  });

  it('offers no writing in a workbook that can only be read', async () => {
    const workbook = createWorkbook();
    workbook.readOnly = true;
    const pane = await openPane(browser, { workbook });
    expect(await pane.page.locator('.notices').innerText()).toContain('Книга открыта только для чтения');
    await press(pane, 'Создать книгу');
    expect(pane.host.workbook.sheets).toHaveLength(1);
    expect(await message(pane)).toBe('');
    await pane.close();
  });

  it('tells what to do while a cell is being typed in, and works after it', async () => {
    const pane = await openPane(browser);
    pane.host.user.beginEntry();
    await press(pane, 'Создать книгу');
    expect(await message(pane)).toContain('Нажмите Enter');
    pane.host.user.endEntry();
    await press(pane, 'Создать книгу');
    expect(await message(pane)).toContain('Рабочая книга создана');
    await pane.close();
  });
});
