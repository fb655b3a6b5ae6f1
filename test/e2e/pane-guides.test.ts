/** Help in the pane leads to the guides that stand beside it, from every view. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { issueForms } from '../../src/workflows/issue-forms';
import { exampleDepartment } from '../../src/workflows/example/example-department';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { launchChromium } from '../host/client/chromium';
import { expectQuiet } from '../host/client/page-actions';
import { createWorkbook } from '../host/model/create';
import { openXlsx } from '../host/open-xlsx';
import { PAGES } from '../manifest/built-pages';
import { describeWith } from '../setup/programs';
import { press, showTab, type OpenedPane } from '../taskpane/open-pane';
import { PROGRAMME, TODAY } from '../workflows/template/template-world';
import { openBuiltPane } from './pane-user';

/** Of the links that the view shows: the chapter, and whether it is there. */
async function linksOf({ page }: OpenedPane): Promise<readonly string[]> {
  const hrefs = await page
    .locator('a[href^="guide/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.map((href) => {
    const [path = '', anchor] = href.split('#');
    const file = join(PAGES, path);
    const isThere =
      existsSync(file) &&
      (anchor === undefined || readFileSync(file, 'utf8').replaceAll('"', '').includes(` id=${anchor}`));
    return isThere ? href : `${href} is not there`;
  });
}

describeWith('chromium', 'help in the pane', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('leads from every view to the chapter that is about it', async () => {
    const workbook = createWorkbook();
    const pane = await openBuiltPane(browser, { workbook }, { today: TODAY });
    expect(await linksOf(pane)).toEqual(['guide/official.html#1-создать-книгу']);
    await press(pane, 'Открыть пример');
    const found: Record<string, readonly string[]> = {};
    for (const tab of ['Обзор', 'Дорожная карта', 'Формы', 'Проверка', 'Отчёт', 'Справка']) {
      await showTab(pane, tab);
      found[tab] = await linksOf(pane);
    }
    expect(found).toEqual({
      Обзор: ['guide/official.html'],
      'Дорожная карта': ['guide/official.html#3-дорожная-карта'],
      Формы: ['guide/official.html#4-выдать-формы'],
      Проверка: ['guide/official.html#6-проверить-формы-общей-книги'],
      Отчёт: ['guide/operator-form.html#поля', 'guide/official.html#7-построить-отчёт'],
      Справка: [
        'guide/official.html',
        'guide/official.html#вопросы',
        'guide/operator-form.html',
        'guide/school.html',
        'guide/analyst.html',
        'guide/administrator.html',
        'guide/administrator.html#если-не-работает',
        'guide/official.html',
      ],
    });
    expectQuiet(pane);
    await pane.close();
  }, 60_000);

  it('leads a school to its own guide, in a window of its own', async () => {
    const department = exampleDepartment(PROGRAMME, TODAY);
    const [issued] = issueForms(department, { year: 2022, number: 3 }, TODAY);
    if (!issued) throw new Error('no form');
    const workbook = openXlsx(await writeWorkbookFile(issued.workbook), issued.name);
    const pane = await openBuiltPane(browser, { workbook }, { today: TODAY });
    expect(await linksOf(pane)).toEqual(['guide/school.html']);
    const [guide] = await Promise.all([
      pane.page.context().waitForEvent('page'),
      pane.page.locator('a[href="guide/school.html"]').click(),
    ]);
    await guide.waitForLoadState('load');
    expect(await guide.locator('h1').innerText()).toBe('Школе: форма за квартал');
    expect(new URL(guide.url()).pathname).toBe('/guide/school.html');
    await pane.close();
  }, 60_000);
});
