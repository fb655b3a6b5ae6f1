/** The built pane in workbooks that are not as it left them: closed, full of strangers' sheets, changed meanwhile. */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../host/client/chromium';
import { expectQuiet } from '../host/client/page-actions';
import { cellKey } from '../host/model/cells';
import { addSheet, createWorkbook } from '../host/model/create';
import type { Workbook } from '../host/model/workbook';
import { describeWith } from '../setup/programs';
import { press, showTab, type OpenedPane } from '../taskpane/open-pane';
import {
  contentsOf,
  contentsOfSheet,
  giveShare,
  messageText,
  openBuiltPane,
  sheetNamed,
  sheetNames,
  typeFacts,
  typeTitle,
  viewText,
} from './pane-user';

const FACTS = { '1': 200, '2': 210, '3.1': 0, '3.2': 0, '4.1': 1, '4.2': 2 };
const STRANGE = ["O'Нил «8» & Ко", 'Смета  2021', 'Лист “1”', 'План (копия)', '=ИТОГ', "Школа №8 'Кинешма"];

describeWith('chromium', 'the pane in workbooks that are not as it left them', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function formsPane(workbook: Workbook): Promise<OpenedPane> {
    const pane = await openBuiltPane(browser, { workbook });
    await press(pane, 'Создать книгу');
    await showTab(pane, 'Формы');
    await press(pane, 'Создать листы в этой книге');
    const { host } = pane;
    typeTitle(host, sheetNamed(host, 'Титул III'));
    typeFacts(host, sheetNamed(host, 'Форма III'), FACTS);
    giveShare(host, sheetNamed(host, 'Форма III'), '4', 50);
    return pane;
  }

  it('beside 30 sheets of a stranger, one of which is «Отчёт», and names with quotes: all of them stay as they were', async () => {
    const pane = await formsPane(createWorkbook(['Лист1'], "Книга 'Шуя' «№ 9» & Ко.xlsx"));
    const { host } = pane;
    const names = [...STRANGE, 'Отчёт', 'Протокол проверки', 'Форма'];
    names.push(...Array.from({ length: 30 - names.length }, (_, index) => `Чужой лист ${index + 1}`));
    names.forEach((name, index) => {
      const sheet = addSheet(host.workbook, name);
      sheet.cells.set(cellKey(1, 1), { value: `Итого по листу ${index}` });
      sheet.cells.set(cellKey(2, 1), { value: index });
      sheet.cells.set(cellKey(3, 2), { formula: 'A2*2', value: index * 2 });
      sheet.cells.set(cellKey(7, 11), { value: '<img src=x onerror=alert(1)>' });
    });
    const before = new Map(names.map((name) => [name, contentsOfSheet(sheetNamed(host, name))]));
    await pane.page.getByRole('button', { name: 'Прочитать книгу заново' }).click();
    await showTab(pane, 'Проверка');
    await press(pane, 'Проверить');
    expect(await viewText(pane)).not.toContain('Ошибки ·');
    await press(pane, 'Протокол на лист');
    expect(await messageText(pane)).toContain('новый лист назван «Протокол проверки (2)»');
    await showTab(pane, 'Формы');
    await press(pane, 'Взять листы этой книги');
    await press(pane, 'Принять 1 форму');
    await showTab(pane, 'Отчёт');
    await press(pane, 'Построить отчёт');
    expect(await messageText(pane)).toContain('новый лист назван «Отчёт (2)»');
    expect(JSON.stringify(contentsOfSheet(sheetNamed(host, 'Отчёт (2)')))).not.toContain("'Отчёт'!");
    // Once more: the second report is renewed, no third is made.
    await press(pane, 'Построить отчёт');
    expect(sheetNames(host.workbook).filter((name) => name.startsWith('Отчёт'))).toEqual([
      'Отчёт',
      'Отчёт (2)',
    ]);
    for (const [name, contents] of before) expect(contentsOfSheet(sheetNamed(host, name))).toEqual(contents);
    expectQuiet(pane);
    await pane.close();
  }, 120_000);

  it('with a protected structure nothing is changed, and it is said what to do', async () => {
    const workbook = createWorkbook();
    workbook.protection = {};
    const pane = await openBuiltPane(browser, { workbook });
    const before = contentsOf(workbook);
    await press(pane, 'Создать книгу');
    expect(await messageText(pane)).toMatch(/^Ошибка:[\s\S]*«Защитить книгу»/);
    expect(contentsOf(workbook)).toEqual(before);
    workbook.protection = null;
    await press(pane, 'Создать книгу');
    expect(await messageText(pane)).toContain('Рабочая книга создана');
    expectQuiet(pane);
    await pane.close();
  });

  it('a sheet protected with a password is left alone, and it is said what to do', async () => {
    const pane = await formsPane(createWorkbook());
    const { host } = pane;
    const roadmap = sheetNamed(host, 'Исполнение');
    if (!roadmap.protection) throw new Error('The sheet is not protected.');
    roadmap.protection = { ...roadmap.protection, password: 'тайна' };
    const before = contentsOf(host.workbook);
    await showTab(pane, 'Дорожная карта');
    await press(pane, 'Обновить дорожную карту');
    expect(await messageText(pane)).toMatch(/^Ошибка:[\s\S]*«Снять защиту листа»/);
    expect(contentsOf(host.workbook)).toEqual(before);
    expectQuiet(pane);
    await pane.close();
  });

  it('what can only be read is checked, and no button writes', async () => {
    const first = await formsPane(createWorkbook());
    const workbook = structuredClone(first.host.workbook);
    await first.close();
    workbook.readOnly = true;
    const pane = await openBuiltPane(browser, { workbook });
    const before = contentsOf(workbook);
    for (const [tab, buttons] of [
      ['Дорожная карта', ['Обновить дорожную карту']],
      ['Формы', ['Создать листы в этой книге', 'Взять листы этой книги', 'Принять 1 форму']],
      ['Проверка', ['Проверить', 'Отметить в ячейках', 'Протокол на лист']],
      ['Отчёт', ['Построить отчёт', 'Скачать .xlsx']],
    ] as const) {
      await showTab(pane, tab);
      for (const button of buttons) await press(pane, button);
    }
    expect(contentsOf(workbook)).toEqual(before);
    expect((await pane.downloads()).map(({ name }) => name)).toEqual(['report-2021-Q3.xlsx']);
    expect(await pane.page.locator('.notices').innerText()).toContain('Книга открыта только для чтения');
    expectQuiet(pane);
    await pane.close();
  });

  it('while a cell is being typed in nothing is done, and afterwards everything', async () => {
    const pane = await formsPane(createWorkbook());
    const { host } = pane;
    const before = contentsOf(host.workbook);
    host.user.beginEntry();
    for (const [tab, button] of [
      ['Отчёт', 'Построить отчёт'],
      ['Проверка', 'Проверить'],
      ['Формы', 'Взять листы этой книги'],
    ] as const) {
      await showTab(pane, tab);
      await press(pane, button);
      expect(await messageText(pane)).toMatch(/^Ошибка:[\s\S]*Нажмите Enter/);
    }
    expect(contentsOf(host.workbook)).toEqual(before);
    host.user.endEntry();
    await press(pane, 'Взять листы этой книги');
    expect(await viewText(pane)).toContain('Будет принята 1 из 1');
    expectQuiet(pane);
    await pane.close();
  });

  it('sheets that are renamed or deleted meanwhile are named or found again, whenever it happens', async () => {
    const base = await formsPane(createWorkbook());
    await base.host.idle();
    const standing = structuredClone(base.host.workbook);
    await base.close();
    const pane = await openBuiltPane(browser, { workbook: structuredClone(standing) });
    const { host } = pane;

    // Renamed: forms are known by their stamps.
    const form = sheetNamed(host, 'Форма III');
    await showTab(pane, 'Проверка');
    await press(pane, 'Проверить');
    host.user.renameSheet(form.name, "Моя 'форма' «8»");
    await press(pane, 'Проверить снова');
    expect(await viewText(pane)).toContain('Школа № 8, Кинешма');
    expect(await viewText(pane)).not.toContain('Ошибки ·');

    // Deleted between the plan and the writing, by another person.
    await showTab(pane, 'Дорожная карта');
    host.faults.reset();
    await press(pane, 'Обновить дорожную карту');
    const requests = host.faults.count;
    let refused = 0;
    for (let at = 2; at <= requests; at += 1) {
      const other = await openBuiltPane(browser, { workbook: structuredClone(standing) });
      await showTab(other, 'Дорожная карта');
      await other.host.idle();
      other.host.faults.reset();
      other.host.faults.at(at, {
        kind: 'meanwhile',
        happens: () => {
          if (sheetNames(other.host.workbook).includes('Исполнение')) {
            other.host.user.deleteSheetRemotely('Исполнение');
          }
        },
      });
      await press(other, 'Обновить дорожную карту');
      const said = await messageText(other);
      expect(said).toMatch(/^(Ошибка|Готово|Внимание):/);
      if (said.startsWith('Ошибка')) {
        expect(said).toMatch(/не найден|сообщил об ошибке/i);
        refused += 1;
      }
      other.host.faults.reset();
      await other.page.getByRole('button', { name: 'Прочитать книгу заново' }).click();
      await showTab(other, 'Дорожная карта');
      await press(other, 'Обновить дорожную карту');
      expect(await messageText(other)).toContain('Дорожная карта обновлена');
      expect(sheetNames(other.host.workbook)).toContain('Исполнение');
      await other.close();
    }
    expect(refused).toBeGreaterThan(0);
    expectQuiet(pane);
    await pane.close();
  }, 240_000);
});
