/** The built pane opens in every world that it may find itself in, and nothing goes wrong unseen. */
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { accessibilityProblems } from '../host/client/axe';
import {
  launchChromium,
  openPage,
  type OpenPage,
  type PageOptions,
  type Theme,
} from '../host/client/chromium';
import { expectQuiet, sidewaysOverflow } from '../host/client/page-actions';
import { openWebFrame } from '../host/client/web-frame';
import { createEmulatedHost } from '../host/emulated-host';
import { describeWith } from '../setup/programs';
import { START_TEXTS } from '../../src/text/pane-start';

const TODAY = '2021-10-08';

/** Fluent's buttons are announced as such by what the browser alone knows. */
function createButton(page: Page | Frame): Locator {
  return page.locator('fluent-button').filter({ hasText: START_TEXTS.create.action });
}

describeWith('chromium', 'the built pane, opened', () => {
  let browser: Browser;
  let opened: OpenPage | undefined;

  async function open(options: Partial<PageOptions> = {}): Promise<OpenPage> {
    const page = await openPage(browser, { host: createEmulatedHost(), today: TODAY, ...options });
    opened = page;
    return page;
  }

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  afterAll(() => browser.close());

  describe.each<Theme>(['light', 'dark', 'contrast'])('in an empty workbook, theme %s', (theme) => {
    it.each([320, 350])('shows the first steps, %i px wide, and hinders nobody', async (width) => {
      const pane = await open({ theme, width });
      await createButton(pane.page).waitFor();
      expect(await pane.page.getByRole('heading', { name: START_TEXTS.title }).isVisible()).toBe(true);
      expect(await pane.page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
      expect(await sidewaysOverflow(pane.page)).toBe(0);
      expect(await accessibilityProblems(pane.page)).toEqual([]);
      expectQuiet(pane);
    });
  });

  it('needs not to be scrolled sideways at 200 %', async () => {
    const pane = await open({ zoom: 2, width: 640 });
    await createButton(pane.page).waitFor();
    expect(await sidewaysOverflow(pane.page)).toBe(0);
    expectQuiet(pane);
  });

  it('leaves the workbook as it is', async () => {
    const host = createEmulatedHost();
    const pane = await open({ host });
    await createButton(pane.page).waitFor();
    await host.idle();
    expect(host.workbook.saved).toBe(true);
    expect(host.workbook.sheets.map(({ name, cells }) => [name, cells.size])).toEqual([['Лист1', 0]]);
  });

  it('says so where Office.js can’t be reached', async () => {
    const pane = await open({ library: 'refused' });
    await pane.page.getByText('Нет связи с Office').waitFor({ timeout: 10_000 });
    expect(await accessibilityProblems(pane.page)).toEqual([]);
    expectQuiet(pane);
  });

  it('says in a plain browser that it works better in Excel', async () => {
    const pane = await open({ host: null });
    await pane.page.getByText('Excel').first().waitFor();
    expect(await accessibilityProblems(pane.page)).toEqual([]);
    expectQuiet(pane);
  });

  it('names the Excel that is needed where this one is too old', async () => {
    const pane = await open({ host: createEmulatedHost({ matrix: { ExcelApi: '1.8' } }) });
    await pane.page.getByText('2021').first().waitFor();
    expect(await createButton(pane.page).count()).toBe(0);
    expect(await accessibilityProblems(pane.page)).toEqual([]);
    expectQuiet(pane);
  });

  it('opens in Excel on the web likewise', async () => {
    const host = createEmulatedHost();
    const web = await openWebFrame(browser, { host });
    await createButton(web.frame).waitFor();
    expect({ problems: web.problems, foreign: web.foreign }).toEqual({ problems: [], foreign: [] });
    await web.close();
  });
});
