/** The operator's own form in the pane: as a file beside the Department's workbook, and open, in Excel and without it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openEmptyWorkbook } from '../../src/workbook/file/open-file-workbook';
import { fillTemplate, templateSource } from '../../src/workflows/fill-template';
import { planExample } from '../../src/workflows/open/example';
import { inspectWorkbook } from '../../src/workflows/open/inspect';
import { NOBODY_SIGNS } from '../../src/report/signature';
import { accessibilityProblems } from '../host/client/axe';
import { launchChromium } from '../host/client/chromium';
import { chooseFiles, expectQuiet, sidewaysOverflow, type GivenFile } from '../host/client/page-actions';
import { openXlsx } from '../host/open-xlsx';
import { describeWith } from '../setup/programs';
import { press, settled, showTab, type OpenedPane } from '../taskpane/open-pane';
import { FORM_FILES, makeForms, PROGRAMME, TODAY } from '../workflows/template/template-world';
import * as browserUser from './browser-user';
import { contentsOf, messageText, openBuiltPane, viewText } from './pane-user';
import { freshFolder } from './run-cli';

const QUARTER = { year: 2022, number: 3 } as const;
const DEPARTMENT_NAME = 'Мониторинг 2022.xlsx';
const choice = (label: string): string => `fluent-button:has-text("${label}")`;

describeWith('chromium', 'the operator’s form in the pane', () => {
  const folder = freshFolder();
  let browser: Browser;
  let department: GivenFile;
  const form = (name: string): GivenFile => ({
    name: `${name}.xlsx`,
    bytes: readFileSync(join(folder, `${name}.xlsx`)),
  });

  beforeAll(async () => {
    makeForms(folder);
    const book = await openEmptyWorkbook(DEPARTMENT_NAME, 'Лист1');
    await book.put(planExample(PROGRAMME, await book.read(), TODAY).changes, true);
    department = { name: DEPARTMENT_NAME, bytes: book.bytes() };
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** The form as the command line fills it from the same workbook. */
  function filledFile(name: string, position = ''): Uint8Array {
    const grid = FORM_FILES.read(department.bytes);
    if (!grid.ok) throw new Error(grid.reason);
    const state = {
      grid: grid.grid,
      name: '',
      readOnly: false,
      active: { sheet: '', cell: 'A1' },
      unfinished: [],
    };
    const situation = inspectWorkbook(state, TODAY);
    if (situation.kind !== 'department') throw new Error(situation.kind);
    const source = templateSource(situation.department, QUARTER, 0, { ...NOBODY_SIGNS, position }, TODAY);
    const filled = fillTemplate(FORM_FILES, form(name).bytes, source);
    if (!filled.ok || !filled.bytes) throw new Error('not filled');
    return filled.bytes;
  }

  const departmentPane = async (): Promise<OpenedPane> => {
    const workbook = openXlsx(department.bytes, DEPARTMENT_NAME);
    const pane = await openBuiltPane(browser, { workbook }, { today: TODAY });
    await showTab(pane, 'Отчёт');
    return pane;
  };

  async function look(pane: OpenedPane, name: string): Promise<void> {
    expect(await sidewaysOverflow(pane.page)).toBe(0);
    expect(await accessibilityProblems(pane.page)).toEqual([]);
    await browserUser.picture(pane, `operator-form-${name}`);
  }

  it('is filled as a file from the Department’s workbook, and what is unknown in it is named', async () => {
    const pane = await departmentPane();
    await chooseFiles(pane.page, choice('Выбрать файл формы'), [form('figures')]);
    await settled(pane);
    const said = await viewText(pane);
    expect(said).toContain('Поле {{перод}} неизвестно и оставлено как есть.');
    expect(said).toContain('ближайшее известное: {{период}}');
    expect(said).toMatch(/Можно заполнить: \d+ пол/);
    await press(pane, 'Скачать заполненную форму');
    expect(await messageText(pane)).toContain('Форма заполнена');
    const [saved] = await pane.downloads();
    expect(saved?.name).toBe('figures_2022-Q3.xlsx');
    expect(Buffer.from(saved?.bytes ?? []).equals(filledFile('figures'))).toBe(true);

    await press(pane, 'Скачать пример формы');
    await chooseFiles(pane.page, choice('Выбрать другой файл'), [form('quarterly')]);
    await settled(pane);
    await pane.page.getByText('Кто подписывает').click();
    await pane.page.locator('#sign-position').fill('Начальник отдела');
    await pane.page.locator('#sign-position').press('Tab');
    await settled(pane);
    await press(pane, 'Скачать заполненную форму');
    const files = await pane.downloads();
    expect(files.map(({ name }) => name)).toEqual([
      'figures_2022-Q3.xlsx',
      'Мониторинг готовности (пример формы).xlsx',
      'quarterly_2022-Q3.xlsx',
    ]);
    const signed = filledFile('quarterly', 'Начальник отдела');
    expect(Buffer.from(files[2]?.bytes ?? []).equals(signed)).toBe(true);
    await look(pane, 'filled');
    expectQuiet(pane);
    await pane.close();
  }, 120_000);

  it.each([
    ['пустой.xlsx', new Uint8Array(), 'он пуст'],
    ['текст.xlsx', new TextEncoder().encode('не книга'), 'это не книга Excel'],
    ['старый.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'старого формата'],
    ['обрыв.xlsx', null, 'повреждён'],
  ])('%s is no form, and it is said why', async (name, bytes, why) => {
    const pane = await departmentPane();
    const given = bytes ?? form('quarterly').bytes.slice(0, 3000);
    await chooseFiles(pane.page, choice('Выбрать файл формы'), [{ name, bytes: given }]);
    await settled(pane);
    expect(await messageText(pane)).toContain(`Файл «${name}» не подошёл`);
    expect(await messageText(pane)).toContain(why);
    expectQuiet(pane);
    await pane.close();
  });

  it('is filled in place in Excel, after a question, with nothing else changed', async () => {
    const workbook = openXlsx(form('quarterly').bytes, 'Форма оператора.xlsx');
    const pane = await openBuiltPane(browser, { workbook }, { today: TODAY });
    expect(await viewText(pane)).toMatch(/Это форма с полями[\s\S]*{{школа: название}}/);
    const before = contentsOf(workbook);

    await chooseFiles(pane.page, choice('Выбрать книгу координатора'), [form('figures')]);
    await settled(pane);
    expect(await messageText(pane)).toContain('Нужна рабочая книга координатора');

    await chooseFiles(pane.page, choice('Выбрать книгу координатора'), [department]);
    await settled(pane);
    expect(await viewText(pane)).toContain(`Значения из книги: ${DEPARTMENT_NAME}`);
    expect(contentsOf(workbook)).toEqual(before);
    await look(pane, 'open-form');

    await pane.page.locator(choice('Заполнить эту книгу')).click();
    await pane.page.getByRole('alertdialog').waitFor();
    expect(await pane.page.getByRole('alertdialog').innerText()).toContain('строка 5 повторится 3 раза');
    await pane.page.locator('#question-no').click();
    await settled(pane);
    expect(contentsOf(workbook)).toEqual(before);

    await pane.page.locator(choice('Заполнить эту книгу')).click();
    await pane.page.locator('#question-yes').click();
    await settled(pane);
    await pane.page.getByText('Форма заполнена').first().waitFor();
    expect(contentsOf(workbook)).toEqual(contentsOf(openXlsx(filledFile('quarterly'))));
    await look(pane, 'filled-in-place');
    expectQuiet(pane);
    await pane.close();
  }, 120_000);

  it('is filled in place without Excel, as the command line fills it', async () => {
    const desk = await browserUser.openBrowserPage(browser, { today: TODAY });
    await browserUser.openFile(desk, form('readiness'));
    await chooseFiles(desk.page, choice('Выбрать книгу координатора'), [department]);
    await browserUser.settled(desk);
    await desk.page.locator(choice('Заполнить эту книгу')).click();
    await desk.page.locator('#question-yes').click();
    await browserUser.settled(desk);
    await desk.page.getByText('Форма заполнена').first().waitFor();
    const saved = await browserUser.save(desk);
    expect(Buffer.from(saved.bytes).equals(filledFile('readiness'))).toBe(true);
    browserUser.expectOwnQuiet(desk);
    await desk.close();
  }, 120_000);
});
