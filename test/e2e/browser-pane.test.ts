/** The pane in an ordinary browser, without Excel: an official's whole work, a school's form, and the files that come out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { civilDate } from '../../src/calendar/civil-date';
import type { Submission } from '../../src/monitoring/submission';
import { readWorkbookFile } from '../../src/workbook/file/read-workbook';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { issueForms } from '../../src/workflows/issue-forms';
import { readForm } from '../../src/workflows/read-form';
import { accessibilityProblems } from '../host/client/axe';
import { launchChromium, type SavedFile, type Theme } from '../host/client/chromium';
import { dropFiles, pressKeys, sidewaysOverflow, type GivenFile } from '../host/client/page-actions';
import { createEmulatedHost, type EmulatedHost } from '../host/emulated-host';
import { openXlsx } from '../host/open-xlsx';
import { saveXlsx } from '../host/save-xlsx';
import { IVANOVO } from '../programme/programmes';
import { editWithLibreOffice, type HandEdit } from '../setup/edit-with-libreoffice';
import { validateOpenXml } from '../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith } from '../setup/programs';
import * as inExcel from '../taskpane/open-pane';
import {
  TITLE,
  cell,
  expectOwnQuiet,
  figureAddress,
  messageText,
  openBrowserPage,
  openFile,
  openNew,
  openWithoutOffice,
  picture,
  press,
  save,
  settled,
  showSheet,
  showTab,
  shownCells,
  typeFacts,
  typeTitle,
  viewText,
} from './browser-user';
import {
  calculate,
  figureAddress as excelAddress,
  openBuiltPane,
  sheetNamed,
  titleAddress,
  typeFacts as excelFacts,
  typeTitle as excelTitle,
  type Facts,
} from './pane-user';
import { freshFolder } from './run-cli';
import { cellsOf } from './workbooks';

const TYPED: Facts = { '1': 200, '2': 210, '3.1': 0, '3.2': 0, '4.1': 1, '4.2': 2 };
const TODAY = civilDate(2021, 10, 8);
const QUARTER = { year: 2021, number: 3 } as const;

async function schoolForm(): Promise<GivenFile> {
  const [issued] = issueForms({ programme: IVANOVO, register: [] }, QUARTER, TODAY);
  if (!issued) throw new Error('No form.');
  return { name: issued.name, bytes: await writeWorkbookFile(issued.workbook) };
}

/** What the Department reads of a returned form. */
function submissionOf(bytes: Uint8Array): Submission {
  const reading = readWorkbookFile(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  const { whole, findings } = readForm(reading.grid, 'form.xlsx', { programme: IVANOVO, today: TODAY });
  if (!whole) throw new Error(JSON.stringify(findings));
  return whole.submission;
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

/** The same work in the pane beside the emulated Excel; the files that it hands over. */
async function throughExcel(browser: Browser, folder: string): Promise<readonly SavedFile[]> {
  const pane = await openBuiltPane(browser);
  const { host } = pane;
  const { press: click, showTab: show } = inExcel;
  await click(pane, 'Создать книгу');
  await click(pane, 'Выдать формы: III кв. 2021');
  await click(pane, 'Создать листы в этой книге');
  excelTitle(host, sheetNamed(host, 'Титул'));
  excelFacts(host, sheetNamed(host, 'Форма '), TYPED);
  await calculate(host, folder);
  await show(pane, 'Формы');
  await click(pane, 'Взять листы этой книги');
  await click(pane, 'Принять 1 форму');
  await show(pane, 'Отчёт');
  await click(pane, 'Построить отчёт');
  await click(pane, 'Скачать .xlsx');
  await click(pane, 'Скачать CSV');
  const files = await pane.downloads();
  await pane.close();
  return files;
}

describeWith('chromium', 'the pane without Excel', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    browser = await launchChromium();
    folder = freshFolder();
  });
  afterAll(() => browser.close());

  const put = ({ name, bytes }: GivenFile): string => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  describe('a school fills its form', () => {
    let form: GivenFile;
    beforeAll(async () => {
      form = await schoolForm();
    });

    it('with the keyboard; checks run as it types, and nothing else in the file changes', async () => {
      const desk = await openBrowserPage(browser);
      const { page } = desk;
      await openFile(desk, form);
      expect(await viewText(desk)).toContain('Как заполнить форму');
      await showSheet(desk, 'Титул');
      await typeTitle(desk);
      await showSheet(desk, 'Форма');
      const fact = (await figureAddress(desk, '2', 'Факт за квартал')) ?? '';
      await cell(desk, fact).click();
      // Typing begins with the first letter, whatever the layout of the keyboard.
      await page.evaluate(() =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true })),
      );
      await page.keyboard.type('х');
      await pressKeys(page, 'Enter');
      // Enter leads down, and the wrong value is found without a click.
      await page.locator('.side').getByText('исправьте, иначе форму не примут').waitFor();
      await showTab(desk, 'Проверка');
      const finding = page
        .locator('.side button.item')
        .filter({ hasText: `, ${fact}` })
        .first();
      await finding.click();
      expect(await page.locator('.paper td.here').getAttribute('data-cell')).toBe(fact);

      // Escape leaves what stood there.
      await cell(desk, fact).click();
      await pressKeys(page, 'F2', 'Backspace', 'Escape');
      expect((await shownCells(desk))[fact]).toBe('2х');
      await typeFacts(desk, TYPED);
      await page.locator('.side').getByText('Ошибки ·').waitFor({ state: 'detached' });
      expect(await page.locator('#file-state').innerText()).toBe('Есть несохранённые изменения');

      const saved = await save(desk);
      expect(saved.name).toBe(form.name);
      const file = put({ ...saved, name: 'filled-in-browser.xlsx' });
      expect(await validateOpenXml(file)).toEqual([]);
      expect(submissionOf(saved.bytes).rows.find(({ row }) => row === '2')?.fact).toEqual({
        kind: 'number',
        number: 210,
      });
      expectOwnQuiet(desk);
      await desk.close();
    }, 240_000);

    it('takes a block pasted from Excel, leaves locked cells alone, and takes it back', async () => {
      const desk = await openBrowserPage(browser);
      const { page } = desk;
      await openFile(desk, form);
      await showSheet(desk, 'Форма');
      const before = await shownCells(desk);
      const first = (await figureAddress(desk, '1', 'Факт за квартал')) ?? '';
      await cell(desk, first).click();
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/plain', '123\tx\r\n4,5\r\n');
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
        );
      });
      const after = await shownCells(desk);
      expect(after[first]).toBe('123');
      const changes = Object.keys(after).filter((address) => after[address] !== before[address]);
      for (const address of changes) {
        const isInput = (await cell(desk, address).getAttribute('aria-readonly')) === 'false';
        // Other cells only lose results of formulas.
        expect([address, isInput || after[address] === '']).toEqual([address, true]);
      }
      await pressKeys(page, 'Control+z');
      expect(await shownCells(desk)).toEqual(before);
      const locked = Object.keys(before).find((address) => before[address] === 'Код строки') ?? '';
      await cell(desk, locked).click();
      await page.keyboard.type('7');
      expect(await shownCells(desk)).toEqual(before);
      expect(await page.locator('.cell-line').innerText()).toContain('только для просмотра');
      await settled(desk);
      expectOwnQuiet(desk);
      await desk.close();
    }, 180_000);

    it('and leaves no page behind with work that is not saved', async () => {
      const desk = await openBrowserPage(browser);
      const { page } = desk;
      await openFile(desk, form);
      await showSheet(desk, 'Титул');
      await typeTitle(desk);
      await page.locator('fluent-button', { hasText: 'Открыть другой файл' }).click();
      await page.getByRole('alertdialog').getByText('Закрыть без сохранения?').waitFor();
      await page.locator('#question-no').click();
      expect(await page.locator('.paper').count()).toBe(1);
      const asked = page.waitForEvent('dialog').then(async (dialog) => {
        const kind = dialog.type();
        await dialog.accept();
        return kind;
      });
      await page.close({ runBeforeUnload: true });
      expect(await asked).toBe('beforeunload');
      await desk.close();
    }, 120_000);

    describeWith('soffice', 'in LibreOffice and in the emulated Excel with the same values', () => {
      it('and all three are read to one submission', async () => {
        const desk = await openBrowserPage(browser);
        await openFile(desk, form);
        await showSheet(desk, 'Титул');
        await typeTitle(desk);
        await showSheet(desk, 'Форма');
        await typeFacts(desk, TYPED);
        const inBrowser = await save(desk);
        await desk.close();

        const host: EmulatedHost = createEmulatedHost({ workbook: openXlsx(form.bytes) });
        const [title, rows] = [sheetNamed(host, 'Титул'), sheetNamed(host, 'Форма')];
        const edits: HandEdit[] = [
          ...Object.entries(TITLE).map(([label, content]): HandEdit => ({
            do: 'type',
            sheet: title.name,
            cell: titleAddress(title, label),
            content,
          })),
          ...Object.entries(TYPED).flatMap(([code, content]) =>
            ['Факт за квартал', 'Нарастающий итог с начала года'].flatMap((heading): HandEdit[] => {
              const address = excelAddress(rows, code, heading);
              return address === null ? [] : [{ do: 'type', sheet: rows.name, cell: address, content }];
            }),
          ),
        ];
        excelTitle(host, title);
        excelFacts(host, rows, TYPED);
        const file = put({ ...form, name: 'to-fill.xlsx' });
        const out = join(folder, 'filled-in-libreoffice.xlsx');
        editWithLibreOffice([{ file, out, edits }]);

        const submission = submissionOf(inBrowser.bytes);
        expect(submission.rows.map(({ fact }) => fact)).toEqual(
          expect.arrayContaining(Object.values(TYPED).map((number) => ({ kind: 'number', number }))),
        );
        expect(submissionOf(await saveXlsx(host.workbook))).toEqual(submission);
        expect(submissionOf(bytesOf(out))).toEqual(submission);
      }, 240_000);
    });
  });

  describeWith('python3-openpyxl', 'read with openpyxl', () => {
    describeWith('soffice', 'and LibreOffice', () => {
      it('an official’s whole work: files equal those made through the emulated Excel', async () => {
        const desk = await openBrowserPage(browser);
        const { page } = desk;
        await openNew(desk);
        await press(desk, 'Создать книгу');
        expect(await messageText(desk)).toContain('Рабочая книга создана');
        await press(desk, 'Выдать формы: III кв. 2021');
        await press(desk, 'Создать листы в этой книге');
        expect(await messageText(desk)).toContain('Создана 1 форма');

        await showSheet(desk, 'Титул');
        await typeTitle(desk);
        const sheet = await showSheet(desk, 'Форма ');
        // More trained teachers than there are teachers; and one cell forgotten.
        await typeFacts(desk, { ...TYPED, '4.1': 3 });
        const forgotten = (await figureAddress(desk, '1', 'Факт за квартал')) ?? '';
        await cell(desk, forgotten).click();
        await pressKeys(page, 'Delete');
        await showTab(desk, 'Проверка');
        await press(desk, 'Проверить');
        expect(await viewText(desk)).toMatch(/Ошибки · \d/);
        await showSheet(desk, 'Титул');
        await page
          .locator('.side button.item')
          .filter({ hasText: `${sheet}, ${forgotten}` })
          .first()
          .click();
        await page.getByRole('grid', { name: sheet }).waitFor();
        expect(await page.locator('.paper td.here').getAttribute('data-cell')).toBe(forgotten);
        await press(desk, 'Отметить в ячейках');
        expect(await page.locator('.paper td.bad').count()).toBeGreaterThan(0);
        await picture(desk, 'marks');

        await typeFacts(desk, TYPED);
        await page.locator('.side').getByText('Ошибки ·').waitFor({ state: 'detached' });
        await showTab(desk, 'Формы');
        await press(desk, 'Взять листы этой книги');
        expect(await viewText(desk)).toContain('Будет принята 1 из 1');
        await press(desk, 'Принять 1 форму');
        expect(await messageText(desk)).toContain('Принята 1 форма');
        await showTab(desk, 'Отчёт');
        await press(desk, 'Построить отчёт');
        expect(await messageText(desk)).toContain('Отчёт построен');
        await page.getByRole('grid', { name: 'Отчёт' }).waitFor();
        expect(await accessibilityProblems(page)).toEqual([]);
        await picture(desk, 'report');
        await press(desk, 'Скачать .xlsx');
        await press(desk, 'Скачать CSV');
        const files = await desk.downloads();
        const book = await save(desk);
        expectOwnQuiet(desk);
        await desk.close();

        const made = await throughExcel(browser, folder);
        expect(files.map(({ name }) => name)).toEqual(made.map(({ name }) => name));
        const texts = ({ name, bytes }: SavedFile): unknown =>
          name.endsWith('.xlsx')
            ? cellsOf([put({ name: `compared-${name}`, bytes })], false)
            : new TextDecoder().decode(bytes).split('\n');
        expect(files.map(texts)).toEqual(made.map(texts));
        const asHex = ({ bytes }: SavedFile): string => Buffer.from(bytes).toString('hex');
        expect(files.map(asHex)).toEqual(made.map(asHex));
        const file = put({ ...book, name: 'workbook.xlsx' });
        expect(await validateOpenXml(file)).toEqual([]);
        convertWithLibreOffice(file, 'pdf', join(folder, 'printed'));
        const [cells] = cellsOf([file], true);
        expect(Object.values(cells?.['Реестр'] ?? {})).toEqual(expect.arrayContaining(Object.values(TYPED)));
        expect(JSON.stringify(cells)).not.toMatch(/#REF!|#NAME\?|\[object|undefined|NaN/);
      }, 420_000);
    });
  });

  it.each<Theme>(['light', 'dark', 'contrast'])(
    'has no barriers in the %s theme',
    async (theme) => {
      const desk = await openBrowserPage(browser, { theme });
      expect(await accessibilityProblems(desk.page)).toEqual([]);
      await openFile(desk, await schoolForm());
      for (const sheet of ['Титул', 'Форма', 'Проверка', 'Инструкция']) {
        await showSheet(desk, sheet);
        expect([sheet, await accessibilityProblems(desk.page)]).toEqual([sheet, []]);
        await picture(desk, `${sheet}-${theme}`);
      }
      expect(await sidewaysOverflow(desk.page)).toBe(0);
      expectOwnQuiet(desk);
      await desk.close();
    },
    180_000,
  );

  it('fits a narrow window, and opens a file that is dropped anywhere', async () => {
    const desk = await openBrowserPage(browser, { width: 360, height: 760 });
    await dropFiles(desk.page, '.first', [await schoolForm()]);
    await desk.page.locator('.side #view h2').first().waitFor();
    expect(await sidewaysOverflow(desk.page)).toBe(0);
    expect(await accessibilityProblems(desk.page)).toEqual([]);
    await picture(desk, 'narrow');
    await desk.close();
  }, 120_000);

  it('says of a file that is no workbook why it was not opened', async () => {
    const desk = await openBrowserPage(browser);
    const bytes = new TextEncoder().encode('<b>нет</b>');
    await dropFiles(desk.page, '.first', [{ name: '<i>письмо</i>.xlsx', bytes }]);
    await desk.page.getByText('Файл «<i>письмо</i>.xlsx» не прочитан: это не книга Excel.').waitFor();
    expect(await accessibilityProblems(desk.page)).toEqual([]);
    expectOwnQuiet(desk);
    await desk.close();
  });

  it('is offered where Office can’t be reached', async () => {
    const opened = await openWithoutOffice(browser);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    await opened.page.locator('fluent-button', { hasText: 'Работать с файлом без Excel' }).click();
    await opened.page.getByRole('heading', { name: 'Работа без Excel' }).waitFor();
    expectOwnQuiet(opened);
    await opened.close();
  });
});
