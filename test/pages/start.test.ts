/** How the built pane starts where it can't: no Office.js, no host, an old browser, files that are gone. */
import type { Browser } from 'playwright-core';
import { PAGES, pageScripts } from '../manifest/built-pages';
import { describeWith } from '../setup/programs';
import { launchBrowser, openPage, type OpenedPage, type OpenOptions } from './browse';

/** The ten seconds, and some for the browser itself. */
const TEN_SECONDS_MS = 11_500;

describeWith('chromium', 'the pane where it can not start', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  const paneWith = (options: OpenOptions): Promise<OpenedPage> =>
    openPage(browser, PAGES, 'taskpane.html', options);

  /** The text of what the page announces as an alert. */
  async function alertOf({ page }: OpenedPage, timeout = 5000): Promise<string> {
    return (await page.waitForSelector('[role=alert]', { timeout })).innerText();
  }

  const bundle = pageScripts('taskpane.html').find((name) => name.startsWith('taskpane')) ?? '';

  it('says in Russian at once that Office.js is refused', async () => {
    const opened = await paneWith({ office: 'refused' });
    expect(await alertOf(opened)).toMatch(/appsforoffice\.microsoft\.com/);
    expect(opened.refused).toEqual([]);
  });

  it('says so within ten seconds where nobody answers', async () => {
    const opened = await paneWith({ office: 'silent' });
    expect(await alertOf(opened, TEN_SECONDS_MS)).toMatch(/Не удалось загрузить Office\.js/);
  });

  it('offers work on a file when opened in a browser, and asks for nothing foreign', async () => {
    const opened = await paneWith({ office: 'served' });
    await opened.page.getByRole('heading', { name: 'Работа без Excel' }).waitFor({ timeout: TEN_SECONDS_MS });
    expect(await opened.page.locator('body').innerText()).toMatch(
      /Выбрать файл[^]*удобнее открыть панель в нём/,
    );
    expect(opened.foreign).toEqual([]);
  });

  it('says which Excel is needed in a browser without what the scripts ask for', async () => {
    const opened = await paneWith({ office: 'served', before: 'delete Promise.allSettled;' });
    expect(await alertOf(opened)).toMatch(/слишком старая[^]*Excel 2021/);
  });

  it('says so in a browser that can not read the scripts', async () => {
    const opened = await paneWith({
      office: 'served',
      instead: { [bundle]: 'const 1 = syntax of tomorrow;' },
    });
    expect(await alertOf(opened)).toMatch(/слишком старая[^]*Excel 2021/);
  });

  it('says that files of the pane are gone', async () => {
    const opened = await paneWith({ office: 'served', instead: { [bundle]: null } });
    expect(await alertOf(opened)).toMatch(/Не удалось загрузить файлы надстройки/);
  });

  it('says in the small window what the workbook refused, and never what its address makes up', async () => {
    const named = await openPage(browser, PAGES, 'problem.html?problem=read-only', { office: 'served' });
    await named.page.waitForSelector('h1');
    expect(await named.page.innerText('main')).toMatch(/только для чтения[^]*Сохранить как/);
    const madeUp = await openPage(browser, PAGES, 'problem.html?problem=<b>чужое</b>', { office: 'served' });
    await madeUp.page.waitForSelector('h1');
    expect(await madeUp.page.innerText('main')).toMatch(/Excel сообщил об ошибке/);
    expect(await madeUp.page.innerText('main')).not.toContain('чужое');
  });

  it('shows the help page without any script', async () => {
    const opened = await openPage(browser, PAGES, 'help.html', { office: 'refused' });
    await opened.page.waitForLoadState('load');
    expect(await opened.page.innerText('main')).toMatch(/Какой Excel нужен/);
    expect([opened.foreign, opened.refused, await opened.page.locator('script').count()]).toEqual([
      [],
      [],
      0,
    ]);
  });
});
