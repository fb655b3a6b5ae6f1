/** The built pane while the host fails: at each request in turn, with an error, or with no answer at all. */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../host/client/chromium';
import { expectQuiet } from '../host/client/page-actions';
import type { Fault } from '../host/faults';
import { addSheet, createWorkbook } from '../host/model/create';
import { cellKey } from '../host/model/cells';
import type { Workbook } from '../host/model/workbook';
import { describeWith } from '../setup/programs';
import { press, settled, showTab, type OpenedPane } from '../taskpane/open-pane';
import {
  contentsOf,
  giveShare,
  messageText,
  openBuiltPane,
  sheetNamed,
  sheetNames,
  typeFacts,
  typeTitle,
  viewText,
} from './pane-user';

const NOTES = "Заметки «Кинешма» o'k № 8";
const FACTS = { '1': 200, '2': 210, '3.1': 0, '3.2': 0, '4.1': 1, '4.2': 2 };
/** Beyond the limit that the product gives the host for one answer. */
const TOO_LONG_MS = 61_000;
/** Till the page has nothing to do but wait. */
const SILENCE_MS = 100;
const MOST_REQUESTS = 40;
/** Actions of a request that are done before the fault: sheets stand by then, and are not finished. */
const HALF_WAY = 300;

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['an error at once', { kind: 'error', code: 'GeneralException' }],
  ['an error half-way', { kind: 'error', code: 'GeneralException', atAction: HALF_WAY }],
  ['no answer, though it is done', { kind: 'silence', done: true }],
  ['no answer, and it is not done', { kind: 'silence', done: false }],
];

interface Act {
  readonly button: string;
  readonly workbook: 'empty' | 'department' | 'forms';
  readonly before?: (pane: OpenedPane) => Promise<void>;
  /** What the workbook holds afterwards is the same as after a run without faults. */
  readonly writes: boolean;
  /** Its requests are short. */
  readonly short?: boolean;
}

const ACTS: readonly Act[] = [
  { button: 'Создать книгу', workbook: 'empty', writes: true },
  {
    button: 'Создать листы в этой книге',
    workbook: 'department',
    before: (pane) => showTab(pane, 'Формы'),
    writes: true,
  },
  {
    button: 'Обновить дорожную карту',
    workbook: 'department',
    before: (pane) => showTab(pane, 'Дорожная карта'),
    writes: true,
  },
  {
    button: 'Проверить',
    workbook: 'forms',
    before: (pane) => showTab(pane, 'Проверка'),
    writes: false,
    short: true,
  },
  {
    button: 'Отметить в ячейках',
    workbook: 'forms',
    before: async (pane) => {
      await showTab(pane, 'Проверка');
      await press(pane, 'Проверить');
    },
    writes: true,
    short: true,
  },
  {
    button: 'Принять 1 форму',
    workbook: 'forms',
    before: async (pane) => {
      await showTab(pane, 'Формы');
      await press(pane, 'Взять листы этой книги');
    },
    writes: true,
  },
  { button: 'Построить отчёт', workbook: 'forms', before: (pane) => showTab(pane, 'Отчёт'), writes: true },
];

/** Clicks, and lets the host's limit pass where no answer comes. True: the request with the fault was reached. */
async function clickWith(
  { host, page }: OpenedPane,
  label: string,
  at: number,
  fault: Fault,
): Promise<boolean> {
  // What a request without an answer raised is told now.
  host.deliver();
  await host.idle();
  host.faults.reset();
  host.faults.at(at, fault);
  await page.locator('fluent-button').filter({ hasText: label }).first().click();
  const running = page.locator('.progress');
  for (let waited = 0; host.faults.count < at && waited < 15_000; waited += 20) {
    await page.waitForTimeout(20);
    // Every act asks the host at least once; before that it has not begun.
    if (host.faults.count > 0 && waited > 200 && (await running.count()) === 0) break;
  }
  const reached = host.faults.count >= at;
  if (reached && fault.kind === 'silence') {
    await page.waitForTimeout(SILENCE_MS);
    await page.clock.fastForward(TOO_LONG_MS);
  }
  await settled({ page });
  return reached;
}

describeWith('chromium', 'the pane while the host fails', () => {
  let browser: Browser;
  const bases = new Map<Act['workbook'], Workbook>();
  const open = (kind: Act['workbook']): Promise<OpenedPane> =>
    openBuiltPane(browser, { workbook: structuredClone(bases.get(kind)) ?? createWorkbook() });

  beforeAll(async () => {
    browser = await launchChromium();
    bases.set('empty', createWorkbook(['Лист1'], "Книга «Шуя» № 9 o'k.xlsx"));
    const pane = await open('empty');
    const { host } = pane;
    await press(pane, 'Создать книгу');
    const notes = addSheet(host.workbook, NOTES);
    notes.cells.set(cellKey(1, 1), { value: 'Позвонить директору' });
    notes.cells.set(cellKey(2, 1), { value: 3 });
    notes.cells.set(cellKey(3, 1), { formula: 'A2*2', value: 6 });
    bases.set('department', structuredClone(host.workbook));
    await showTab(pane, 'Формы');
    await press(pane, 'Создать листы в этой книге');
    typeTitle(host, sheetNamed(host, 'Титул'));
    typeFacts(host, sheetNamed(host, 'Форма '), FACTS);
    giveShare(host, sheetNamed(host, 'Форма '), '4', 50);
    await host.idle();
    bases.set('forms', structuredClone(host.workbook));
    await pane.close();
  }, 120_000);
  afterAll(() => browser.close());

  /** What people wrote: their own sheet, and the inputs of the form. */
  const written = ({ host: { workbook } }: OpenedPane): unknown => {
    const contents = contentsOf(workbook);
    return Object.entries(contents).filter(([name]) => name === NOTES || /^(Титул|Форма) /.test(name));
  };

  describe.each(FAULTS)('%s', (_, fault) => {
    // A short request has no middle; and what is not done at all is the same for all, and tried with the short ones.
    const isFor = {
      error: 'atAction' in fault ? 'long' : 'all',
      silence: 'done' in fault && fault.done ? 'all' : 'short',
    };
    const kind = fault.kind === 'error' || fault.kind === 'silence' ? isFor[fault.kind] : 'all';
    const acts = ACTS.filter(({ short = false }) => kind === 'all' || (kind === 'short') === short);
    it.each(acts)('$button', async ({ button, workbook, before, writes }) => {
      const clean = await open(workbook);
      await before?.(clean);
      await press(clean, button);
      await clean.host.idle();
      const wanted = contentsOf(clean.host.workbook);
      await clean.close();

      let pane = await open(workbook);
      await before?.(pane);
      const mine = workbook === 'forms' ? written(pane) : null;
      const sheets = sheetNames(pane.host.workbook);
      let refused = 0;
      for (let at = 1; ; at += 1) {
        expect(at).toBeLessThan(MOST_REQUESTS);
        const reached = await clickWith(pane, button, at, fault);
        if (mine !== null) expect(written(pane)).toEqual(mine);
        expect(sheetNames(pane.host.workbook)).toEqual(expect.arrayContaining([...sheets]));
        const said = await messageText(pane);
        if (said.startsWith('Ошибка')) {
          expect([at, said]).toEqual([
            at,
            expect.stringMatching(/Excel (сообщил об ошибке|не ответил вовремя)[\s\S]*повторите действие/i),
          ]);
          refused += 1;
          if ((await viewText(pane)).includes(button)) continue;
          // The reading after the writing failed: the work is done, and the pane shows what can be done next.
          expect(writes).toBe(true);
        }
        // It is done: nothing that was begun before is left unexplained, and the result is that of a run without faults.
        if (writes) expect(contentsOf(pane.host.workbook)).toEqual(wanted);
        expect(await pane.page.locator('.notices').innerText()).not.toContain(
          'Прошлое действие было прервано',
        );
        expectQuiet(pane);
        await pane.close();
        if (!reached) break;
        // The fault hit a request without which the work goes on; the requests behind it are tried on a new workbook.
        pane = await open(workbook);
        await before?.(pane);
      }
      expect(refused).toBeGreaterThan(0);
    });
  });
});
