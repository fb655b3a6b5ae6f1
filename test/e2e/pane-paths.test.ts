/** The official's core work in little room and by keyboard alone; a school's own form; another person's edits meanwhile. */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../host/client/chromium';
import { expectQuiet, focusedName, pressKeys, sidewaysOverflow } from '../host/client/page-actions';
import { openXlsx } from '../host/open-xlsx';
import { describeWith } from '../setup/programs';
import { press, settled, showTab, type OpenedPane } from '../taskpane/open-pane';
import { cutTexts } from './pane-sight';
import {
  contentsOf,
  figureAddress,
  giveShare,
  messageText,
  openBuiltPane,
  sheetNamed,
  titleAddress,
  typeFacts,
  typeTitle,
  viewText,
} from './pane-user';

const FACTS = { '1': 200, '2': 210, '3.1': 0, '3.2': 0, '4.1': 1, '4.2': 2 };
const MOST_TABS = 60;
/** Longer than the pane waits for the end of typing before it checks again. */
const PAUSE_MS = 1500;
/** Kinds of actions on the wire. */
const METHOD = 3;
const SET_PROPERTY = 4;
const PRESSABLE = ':is(fluent-button, button):focus';

/** How somebody reaches what they want to press. */
interface Hand {
  readonly press: (pane: OpenedPane, label: string) => Promise<void>;
  readonly tab: (pane: OpenedPane, label: string) => Promise<void>;
}

const MOUSE: Hand = { press, tab: showTab };

const KEYBOARD: Hand = {
  press: async (pane, label) => {
    await tabTo(pane, label);
    await pressKeys(pane.page, 'Enter');
    await pane.page.waitForTimeout(100);
    await settled(pane);
  },
  tab: async (pane, label) => {
    // One tab is in the order of Tab; arrows lead to the others.
    for (let tried = 0; tried < MOST_TABS; tried += 1) {
      await pressKeys(pane.page, 'Tab');
      if ((await pane.page.locator('[role=tab]:focus').count()) === 1) break;
    }
    for (let tried = 0; tried < 6 && (await focusedName(pane.page)) !== label; tried += 1) {
      await pressKeys(pane.page, 'ArrowRight');
    }
    expect(await focusedName(pane.page)).toBe(label);
    await settled(pane);
  },
};

async function tabTo(pane: OpenedPane, label: string): Promise<void> {
  const passed: string[] = [];
  for (let tried = 0; tried < MOST_TABS; tried += 1) {
    const name = await focusedName(pane.page);
    if (name.includes(label) && (await pane.page.locator(PRESSABLE).count()) > 0) return;
    passed.push(name);
    await pressKeys(pane.page, 'Tab');
  }
  throw new Error(`«${label}» is not reached by Tab; on the way: ${[...new Set(passed)].join(' | ')}`);
}

describeWith('chromium', 'the core work in the pane', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each<readonly [string, Hand, { readonly width: number; readonly zoom?: number }]>([
    ['by mouse, 320 px wide', MOUSE, { width: 320 }],
    ['by mouse, 350 px wide at 200 %', MOUSE, { width: 350, zoom: 2 }],
    ['by keyboard alone', KEYBOARD, { width: 350 }],
  ])(
    '%s',
    async (_, hand, room) => {
      const pane = await openBuiltPane(browser, {}, room);
      const { host, page } = pane;
      const whole = async (where: string): Promise<void> => {
        const sideways = await sidewaysOverflow(page);
        expect({ where, sideways, cut: await cutTexts(page) }).toEqual({ where, sideways: 0, cut: [] });
      };
      await whole('start');
      await hand.press(pane, 'Создать книгу');
      expect(await messageText(pane)).toContain('Рабочая книга создана');
      await whole('overview');
      await hand.tab(pane, 'Формы');
      await hand.press(pane, 'Создать листы в этой книге');
      expect(await messageText(pane)).toContain('Создана 1 форма');
      await whole('forms');
      const [title, form] = [sheetNamed(host, 'Титул'), sheetNamed(host, 'Форма ')];
      typeTitle(host, title);
      typeFacts(host, form, FACTS);
      giveShare(host, form, '4', 50);
      host.user.clear(title.name, titleAddress(title, 'Телефон'));

      await hand.tab(pane, 'Проверка');
      await hand.press(pane, 'Проверить');
      await whole('findings');
      await hand.press(pane, 'Телефон');
      await host.idle();
      expect(host.workbook.selection.sheet.name).toBe(title.name);
      typeTitle(host, title);
      await page.getByText('Телефон исполнителя').waitFor({ state: 'detached' });
      await settled(pane);

      await hand.tab(pane, 'Формы');
      await hand.press(pane, 'Взять листы этой книги');
      await whole('trial');
      await hand.press(pane, 'Принять 1 форму');
      expect(await messageText(pane)).toContain('Принята 1 форма');
      await hand.tab(pane, 'Отчёт');
      await hand.press(pane, 'Построить отчёт');
      expect(await messageText(pane)).toContain('Отчёт построен');
      await whole('report');
      await hand.press(pane, 'Скачать .xlsx');
      expect((await pane.downloads()).map(({ name }) => name)).toEqual(['report-2021-Q3.xlsx']);
      expectQuiet(pane);
      await pane.close();
    },
    120_000,
  );

  it('another person edits after a check: it is out of date, and nothing is asked or written', async () => {
    const pane = await formsPane(browser);
    const { host, page } = pane;
    await showTab(pane, 'Проверка');
    await press(pane, 'Проверить');
    // One's own edits before it may be told late.
    await page.waitForTimeout(PAUSE_MS);
    await host.idle();
    const form = sheetNamed(host, 'Форма ');
    const address = figureAddress(form, '1', 'Факт за квартал') ?? '';
    host.traffic.clear();
    host.user.typeRemotely(form.name, address, 123);
    const before = contentsOf(host.workbook);
    await page.getByText('Результат устарел').waitFor();
    expect(await viewText(pane)).toContain('устарело');
    await page.waitForTimeout(PAUSE_MS);
    await host.idle();
    // At most the sheet's name is asked for: no method is called and no property set.
    expect(host.traffic.syncs.length).toBeLessThanOrEqual(1);
    const kinds = host.traffic.syncs.flatMap(({ actions }) => actions.map(({ ActionType }) => ActionType));
    expect(kinds.filter((kind) => kind === METHOD || kind === SET_PROPERTY)).toEqual([]);
    expect(contentsOf(host.workbook)).toEqual(before);
    expect(await viewText(pane)).toContain('Результат устарел');

    // One's own edit: only reading follows it.
    host.traffic.clear();
    host.user.select(form.name, address);
    host.user.type(form.name, address, 124);
    const mine = contentsOf(host.workbook);
    await page.getByText('Результат устарел').waitFor({ state: 'detached' });
    await host.idle();
    expect(contentsOf(host.workbook)).toEqual(mine);
    expectQuiet(pane);
    await pane.close();
  });

  it('another person edits while a check is under way: its result is out of date, and nothing is written', async () => {
    const pane = await formsPane(browser);
    const { host, page } = pane;
    await showTab(pane, 'Проверка');
    await press(pane, 'Проверить');
    await host.idle();
    const form = sheetNamed(host, 'Форма ');
    const address = figureAddress(form, '1', 'Факт за квартал') ?? '';
    host.faults.reset();
    const last = await countRequests(pane, 'Проверить снова');
    for (let at = 2; at <= last; at += 1) {
      host.faults.reset();
      host.faults.at(at, {
        kind: 'meanwhile',
        happens: () => {
          host.user.typeRemotely(form.name, address, 300 + at);
        },
      });
      await press(pane, 'Проверить снова');
      const before = contentsOf(host.workbook);
      await page.getByText('Результат устарел').waitFor();
      await host.idle();
      expect(contentsOf(host.workbook)).toEqual(before);
    }
    expectQuiet(pane);
    await pane.close();
  });

  it('a school sees its form and its check, and the check follows its edits', async () => {
    const official = await openBuiltPane(browser);
    await press(official, 'Создать книгу');
    await showTab(official, 'Формы');
    await press(official, 'Скачать файл формы');
    const [file] = await official.downloads();
    if (!file) throw new Error('No form was saved.');
    await official.close();

    const pane = await openBuiltPane(browser, { workbook: openXlsx(file.bytes, file.name) });
    const { host, page } = pane;
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Форма', 'Проверка']);
    expect(await viewText(pane)).toContain('Школа № 8');
    await press(pane, 'Проверить форму');
    expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toBe('Проверка');
    expect(await viewText(pane)).toContain('Не заполнено поле «Руководитель');
    const title = sheetNamed(host, 'Титул');
    host.user.select(title.name, titleAddress(title, 'Руководитель'));
    typeTitle(host, title);
    await page.getByText('Не заполнено поле «Руководитель').waitFor({ state: 'detached' });
    const form = sheetNamed(host, 'Форма');
    host.user.select(form.name, 'A1');
    typeFacts(host, form, FACTS);
    giveShare(host, form, '4', 50);
    host.user.type(form.name, figureAddress(form, '4.2', 'Факт за квартал') ?? '', 2);
    await page.getByText(/Ошибки · \d/).waitFor({ state: 'detached' });
    await showTab(pane, 'Форма');
    expect(await viewText(pane)).toContain('Ошибок нет');
    expectQuiet(pane);
    await pane.close();
  });
});

/** Requests of a click that nothing disturbs. */
async function countRequests(pane: OpenedPane, label: string): Promise<number> {
  await press(pane, label);
  await pane.host.idle();
  return pane.host.faults.count;
}

/** The Department's workbook with a form that is filled without mistakes. */
async function formsPane(browser: Browser): Promise<OpenedPane> {
  const pane = await openBuiltPane(browser);
  const { host } = pane;
  await press(pane, 'Создать книгу');
  await showTab(pane, 'Формы');
  await press(pane, 'Создать листы в этой книге');
  typeTitle(host, sheetNamed(host, 'Титул'));
  typeFacts(host, sheetNamed(host, 'Форма '), FACTS);
  giveShare(host, sheetNamed(host, 'Форма '), '4', 50);
  return pane;
}
