/** A person before the pane in an ordinary browser: what they open, type into the sheets, and see. */
import type { Browser, Locator } from 'playwright-core';
import { BUILT_PAGES } from '../host/client/built-pages';
import { openPage, type OpenPage, type PageOptions } from '../host/client/chromium';
import { chooseFiles, type GivenFile } from '../host/client/page-actions';
import type { Facts } from './pane-user';

const folder = process.env['PANE_PAGES'] ?? BUILT_PAGES;
const ANSWER_MS = 30_000;
/** From a click to the first sign of what it started. */
const SETTLING_MS = 150;

/** The page as it stands before a file is chosen. */
export async function openBrowserPage(
  browser: Browser,
  options: Omit<PageOptions, 'host' | 'folder'> = {},
): Promise<OpenPage> {
  const opened = await openPage(browser, {
    today: '2021-10-08',
    width: 1280,
    height: 900,
    folder,
    ...options,
    host: null,
  });
  opened.page.setDefaultTimeout(ANSWER_MS);
  await opened.page.getByRole('heading', { name: 'Работа без Excel' }).waitFor();
  return opened;
}

export async function openFile(desk: OpenPage, file: GivenFile): Promise<void> {
  await chooseFiles(desk.page, 'fluent-button:has-text("Выбрать файл")', [file]);
  await desk.page.locator('.side #view h2').first().waitFor();
  await settled(desk);
}

export async function openNew(desk: OpenPage): Promise<void> {
  await desk.page.locator('fluent-button', { hasText: 'Новая книга' }).click();
  await desk.page.locator('.side #view h2').first().waitFor();
  await settled(desk);
}

export async function settled({ page }: OpenPage): Promise<void> {
  await page.waitForTimeout(SETTLING_MS);
  await page.locator('.progress').waitFor({ state: 'detached', timeout: 60_000 });
}

export async function press(desk: OpenPage, label: string): Promise<void> {
  await desk.page
    .locator('.side')
    .locator('fluent-button, button')
    .filter({ hasText: label })
    .first()
    .click();
  await settled(desk);
}

export async function showTab(desk: OpenPage, label: string): Promise<void> {
  await desk.page.locator('.side').getByRole('tab', { name: label }).click();
  await settled(desk);
}

/** Shows the first sheet whose name begins so; its whole name. */
export async function showSheet({ page }: OpenPage, start: string): Promise<string> {
  const tab = page
    .locator('.sheet-tab')
    .filter({ hasText: new RegExp(`^\\s*${start}`) })
    .first();
  const name = (await tab.innerText()).trim();
  await tab.click();
  await page.getByRole('grid', { name }).waitFor();
  return name;
}

export function cell({ page }: OpenPage, address: string): Locator {
  return page.locator(`.paper td[data-cell="${address}"]`);
}

export async function type(desk: OpenPage, address: string, text: string): Promise<void> {
  const { page } = desk;
  await cell(desk, address).click();
  await page.keyboard.press('Delete');
  // Letters that no key of this keyboard has come as text, which needs a place to go to.
  await page.keyboard.press('F2');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Cells of the sheet that is shown, by address. */
export function shownCells({ page }: OpenPage): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll<HTMLElement>('.paper td'), (td) => [
        td.dataset['cell'] ?? '',
        td.textContent.trim(),
      ]),
    ),
  );
}

function addressOf(cells: Readonly<Record<string, string>>, start: string): string {
  const found = Object.entries(cells).find(([, text]) => text.startsWith(start));
  if (!found) throw new Error(`«${start}…» is not shown.`);
  return found[0];
}

const columnOf = (address: string): string => address.replace(/\d+/, '');
const rowOf = (address: string): number => Number(address.replace(/\D+/, ''));

export const TITLE = {
  Руководитель: 'Петров Пётр Петрович',
  Исполнитель: 'Иванова Анна Ивановна',
  Телефон: '(49331) 0-00-00',
};

export async function typeTitle(desk: OpenPage): Promise<void> {
  const cells = await shownCells(desk);
  for (const [label, text] of Object.entries(TITLE)) {
    await type(desk, `B${rowOf(addressOf(cells, label))}`, text);
  }
}

/** Address of a row's figure under a heading; null where people have nothing to enter. */
export async function figureAddress(desk: OpenPage, code: string, heading: string): Promise<string | null> {
  const cells = await shownCells(desk);
  const codes = addressOf(cells, 'Код строки');
  const row = Object.entries(cells).find(
    ([address, text]) =>
      columnOf(address) === columnOf(codes) && rowOf(address) > rowOf(codes) && text === code,
  );
  if (!row) throw new Error(`The form has no row ${code}.`);
  const address = `${columnOf(addressOf(cells, heading))}${rowOf(row[0])}`;
  return (await cell(desk, address).getAttribute('aria-readonly')) === 'false' ? address : null;
}

export async function typeFacts(desk: OpenPage, facts: Facts): Promise<void> {
  for (const [code, fact] of Object.entries(facts)) {
    for (const heading of ['Факт за квартал', 'Нарастающий итог с начала года']) {
      const address = await figureAddress(desk, code, heading);
      if (address !== null) await type(desk, address, String(fact).replace('.', ','));
    }
  }
}

/** Saves the book; its bytes. */
export async function save(desk: OpenPage): Promise<GivenFile> {
  const before = (await desk.downloads()).length;
  await desk.page.locator('#save-file').click();
  await desk.page.getByText('Изменений нет').waitFor();
  const saved = (await desk.downloads())[before];
  if (!saved) throw new Error('No file was saved.');
  return saved;
}

export const viewText = ({ page }: OpenPage): Promise<string> => page.locator('.side #view').innerText();
export const messageText = ({ page }: OpenPage): Promise<string> =>
  page.locator('.side #message').innerText();

/** The page where the address of Office.js is closed. */
export async function openWithoutOffice(browser: Browser): Promise<OpenPage> {
  const opened = await openPage(browser, { library: 'refused', width: 1280, folder, host: null });
  await opened.page.getByText('Нет связи с Office').waitFor();
  return opened;
}

/**
 * Fails on anything that went wrong unseen, but for what the library of Office itself tries outside Office: the page's
 * policy stops it.
 */
export function expectOwnQuiet({ problems, foreign }: OpenPage): void {
  const own = problems.filter((problem) => !/appsforoffice\.microsoft\.com|\.oaspapps\.com/.test(problem));
  expect({ own, foreign }).toEqual({ own: [], foreign: [] });
}

/** Leaves a picture where the environment names a folder for them. */
export async function picture({ page }: OpenPage, name: string): Promise<void> {
  const to = process.env['PANE_PICTURES'];
  if (to !== undefined) await page.screenshot({ path: `${to}/browser-${name}.png` });
}
