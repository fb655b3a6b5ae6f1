/** The small charts of the built pane in Chromium: what they say is what the workbook's own sheets have. */
import type { Browser } from 'playwright-core';
import { accessibilityProblems } from '../host/client/axe';
import { launchChromium } from '../host/client/chromium';
import { expectQuiet, sidewaysOverflow } from '../host/client/page-actions';
import { cellAt } from '../host/model/cells';
import type { Sheet } from '../host/model/workbook';
import { describeWith } from '../setup/programs';
import { cutTexts } from '../e2e/pane-sight';
import { openPane, press, showTab, type OpenedPane } from './open-pane';

const LAST_ROW = 200;
const FIRST_COLUMNS = 12;

/** Rows of the sheet whose cells begin with these texts and numbers, wherever they stand. */
function rowsOf(sheet: Sheet): readonly string[] {
  return Array.from({ length: LAST_ROW }, (_, row) =>
    Array.from({ length: FIRST_COLUMNS }, (__, column) => cellAt(sheet, row + 1, column + 1)?.value ?? '')
      .filter((value) => value !== '')
      .map(String)
      .join('|'),
  );
}

function sheetNamed({ host }: OpenedPane, name: string): Sheet {
  const sheet = host.workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** The table below the first chart of the view, row by row. */
async function chartTable({ page }: OpenedPane): Promise<readonly (readonly string[])[]> {
  await page.locator('figure.chart summary').first().click();
  const rows = await page.locator('figure.chart').first().locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

describeWith('chromium', 'charts in the pane', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('say what «Сводка» and the figures say, and are no barrier', async () => {
    const pane = await openPane(browser, {}, { width: 320, today: '2023-01-14' });
    await press(pane, 'Открыть пример');
    const { page } = pane;

    const schools = await chartTable(pane);
    expect(schools.length).toBeGreaterThan(1);
    const dashboard = rowsOf(sheetNamed(pane, 'Сводка')).join('\n');
    for (const row of schools) expect(dashboard).toContain(`|${row.join('|')}|`);
    const said = await page.getByRole('img', { name: /показателей с планом выполнила/ }).count();
    expect(said).toBe(1);

    await showTab(pane, 'Дорожная карта');
    const points = await chartTable(pane);
    // Every checkpoint of the list below stands in the table too, with its date.
    const listed = await page.locator('.list > li').count();
    expect(points).toHaveLength(listed);
    expect(await page.getByRole('img', { name: /сегодня 14\.01\.2023/ }).count()).toBe(1);

    await showTab(pane, 'Отчёт');
    await page.locator('button.item').first().click();
    const quarters = await chartTable(pane);
    const withFact = quarters.filter(([, , fact]) => fact !== 'нет данных');
    const withPlan = quarters.filter(([, plan]) => plan !== 'не установлен');
    // A missing value is no column: as many columns as the table has numbers.
    const plot = page.locator('figure.chart .plot');
    expect(await plot.locator('.ink-fact').count()).toBe(withFact.length);
    expect(await plot.locator('.ink-plan').count()).toBe(withPlan.length);
    expect(withFact.length).toBeGreaterThan(2);
    expect(withFact.length).toBeLessThan(quarters.length);
    // The figure of the quarter that is shown is the one of the list.
    const shown = await page.locator('button.item').first().innerText();
    expect(shown).toContain(`${withFact.at(-1)?.[2] ?? ''} `);

    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    expectQuiet(pane);
    await pane.close();
  });
});
