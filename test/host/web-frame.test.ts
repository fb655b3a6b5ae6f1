import type { Browser } from 'playwright-core';
import { describeWith } from '../setup/programs';
import { launchChromium } from './client/chromium';
import { openWebFrame, type WebFrame } from './client/web-frame';
import { createEmulatedHost } from './emulated-host';
import { cellAt } from './model/cells';

const TRIAL = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Проба</title>
  <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><body></body></html>`;

let browser: Browser;
let opened: WebFrame | undefined;

describeWith('chromium', 'A frame of Excel on the web before the emulated Excel', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  afterAll(() => browser.close());

  it('starts the library as on the web, and works on the workbook', async () => {
    const host = createEmulatedHost({ matrix: { ExcelApi: '1.9' } });
    opened = await openWebFrame(browser, {
      host,
      page: 'trial.html',
      extra: new Map([['/trial.html', TRIAL]]),
    });
    const seen = await opened.frame.evaluate(async () => {
      const { host: name, platform } = await Office.onReady();
      const { requirements } = Office.context;
      return Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange('B2').values = [['привет']];
        sheet.onChanged.add((event) => {
          document.title = event.address;
          return Promise.resolve();
        });
        const used = sheet.getUsedRange().load('address');
        await context.sync();
        return {
          name,
          platform,
          address: used.address,
          sets: ['1.9', '1.10'].map((version) => requirements.isSetSupported('ExcelApi', version)),
        };
      });
    });
    const [sheet] = host.workbook.sheets;

    expect(seen).toEqual({
      name: 'Excel',
      platform: 'OfficeOnline',
      address: 'Лист1!B2',
      sets: [true, false],
    });
    expect(sheet && cellAt(sheet, 2, 2)?.value).toBe('привет');

    host.user.type('Лист1', 'C3', '5');
    await opened.frame.waitForFunction(() => document.title === 'C3');
    expect(opened.problems).toEqual([]);
    expect(opened.foreign).toEqual([]);
  });

  it('brings the host’s errors to the page by their codes', async () => {
    const host = createEmulatedHost();
    opened = await openWebFrame(browser, {
      host,
      page: 'trial.html',
      extra: new Map([['/trial.html', TRIAL]]),
    });
    const code = await opened.frame.evaluate(async () => {
      await Office.onReady();
      return Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Нет такого').activate();
        await context.sync();
        return 'done';
      }).catch((error: unknown) => (error instanceof OfficeExtension.Error ? error.code : String(error)));
    });
    expect(code).toBe('ItemNotFound');
  });
});
