/**
 * Makes the pictures of the pane for the README, from the built pages on the emulated Excel with the example:
 * `npm run build && npx jest --testMatch '**''/taskpane/pictures.ts'`.
 */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium, type Theme } from '../host/client/chromium';
import { expectQuiet } from '../host/client/page-actions';
import { openPane, press, settled, showTab, type OpenedPane } from './open-pane';

const FOLDER = join(__dirname, '../../docs/pictures');
const HEIGHT = 760;

/** Every view with what makes it worth a picture, in the order of the work. */
const STEPS: readonly (readonly [name: string, make: (pane: OpenedPane) => Promise<void>])[] = [
  ['first-steps', () => Promise.resolve()],
  [
    'overview',
    async (pane) => {
      await press(pane, 'Открыть пример');
      await pane.page.getByRole('button', { name: 'Закрыть сообщение' }).click();
    },
  ],
  ['roadmap', (pane) => showTab(pane, 'Дорожная карта')],
  ['forms', (pane) => showTab(pane, 'Формы')],
  [
    'intake',
    async (pane) => {
      await press(pane, 'Создать листы в этой книге');
      await press(pane, 'Взять листы этой книги');
    },
  ],
  [
    'check',
    async (pane) => {
      await showTab(pane, 'Проверка');
      await press(pane, 'Проверить');
    },
  ],
  [
    'report',
    async (pane) => {
      await showTab(pane, 'Отчёт');
      await pane.page.locator('button.item').first().click();
    },
  ],
  [
    'schools',
    async (pane) => {
      await showTab(pane, 'Школы');
      await pane.page.locator('button.item').first().click();
      await pane.page.getByLabel('Показатель').selectOption('1');
    },
  ],
  ['comparison', (pane) => press(pane, 'Сравнение')],
  ['help', (pane) => showTab(pane, 'Справка')],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it.each<Theme>(['light', 'dark'])('pictures of the pane (%s)', async (theme) => {
  const pane = await openPane(browser, {}, { theme, height: HEIGHT, today: '2022-10-08' });
  for (const [name, make] of STEPS) {
    await make(pane);
    await settled(pane);
    expect(await pane.page.locator('.notice.error').count()).toBe(0);
    await pane.page.mouse.move(0, 0);
    await pane.page.evaluate('document.activeElement?.blur(); window.scrollTo(0, 0)');
    await pane.page.screenshot({ path: join(FOLDER, `pane-${name}-${theme}.png`) });
  }
  expectQuiet(pane);
  await pane.close();
});
