import type { Browser } from 'playwright-core';
import { describeWith } from '../setup/programs';
import { accessibilityProblems } from './client/axe';
import { manifestOrigin } from './client/built-pages';
import { launchChromium, openPage, type OpenPage, type PageOptions } from './client/chromium';
import { dropFiles, expectQuiet, focusedName, pressKeys, sidewaysOverflow } from './client/page-actions';
import { createEmulatedHost } from './emulated-host';
import { cellAt } from './model/cells';

const HEAD = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Проба</title>
  <meta http-equiv="Content-Security-Policy"
    content="default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; connect-src *; img-src *">
  <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>`;
const PLAIN = `${HEAD}<body><main><h1>Проба</h1><button>Первая</button><button aria-label="Вторая: 2">2</button></main></body></html>`;

let browser: Browser;
const opened: OpenPage[] = [];

async function open(body: string, options: Partial<PageOptions> = {}): Promise<OpenPage> {
  const page = await openPage(browser, {
    host: createEmulatedHost(),
    page: 'trial.html',
    extra: new Map([['/trial.html', body]]),
    ...options,
  });
  opened.push(page);
  return page;
}

describeWith('chromium', 'Chromium before the emulated Excel', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((page) => page.close()));
  });
  afterAll(() => browser.close());

  it.each(['minified', 'debug'] as const)(
    'runs the %s library: writes, reads, hears of edits',
    async (library) => {
      const host = createEmulatedHost();
      const { page, problems, foreign } = await open(PLAIN, { host, library });
      const read = await page.evaluate(async () => {
        const { host: name } = await Office.onReady();
        return Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add('Проба');
          sheet.getRange('A1:B2').values = [
            [1, 'два'],
            [true, 4.5],
          ];
          sheet.onChanged.add((event) => {
            document.title = `${event.address} ${event.source}`;
            return Promise.resolve();
          });
          const used = sheet.getUsedRange();
          used.load('values,address');
          await context.sync();
          return { name, address: used.address, values: used.values };
        });
      });
      const sheet = host.workbook.sheets.find(({ name }) => name === 'Проба');

      expect(read.name).toBe('Excel');
      expect(read.address).toBe('Проба!A1:B2');
      expect(read.values).toEqual([
        [1, 'два'],
        [true, 4.5],
      ]);
      expect(sheet && cellAt(sheet, 2, 2)?.value).toBe(4.5);

      host.user.type('Проба', 'B2', '7');
      await page.waitForFunction(() => document.title === 'B2 Local');
      expect({ problems, foreign }).toEqual({ problems: [], foreign: [] });
    },
  );

  it('gives the host’s requirement sets, language and theme to the page', async () => {
    const host = createEmulatedHost({ matrix: { ExcelApi: '1.9' } });
    const { page } = await open(PLAIN, { host, theme: 'dark' });
    const seen = await page.evaluate(async () => {
      await Office.onReady();
      const { requirements, officeTheme, displayLanguage } = Office.context;
      return {
        floor: requirements.isSetSupported('ExcelApi', '1.9'),
        above: requirements.isSetSupported('ExcelApi', '1.10'),
        background: officeTheme.bodyBackgroundColor,
        language: displayLanguage,
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
      };
    });
    expect(seen).toMatchObject({ floor: true, above: false, language: 'ru-RU', dark: true });
    expect(seen.background.toLowerCase()).toBe('#262626');
  });

  it('shows high contrast as the system does', async () => {
    const { page } = await open(PLAIN, { theme: 'contrast' });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  });

  it('knows no host in a plain browser', async () => {
    const { page } = await open(PLAIN, { host: null });
    expect(await page.evaluate(async () => (await Office.onReady()).host)).toBeNull();
  });

  it('leaves the page without a library where its address is closed', async () => {
    const opening = await open(PLAIN, { library: 'refused' });
    expect(await opening.page.evaluate(() => 'Office' in window)).toBe(false);
    expectQuiet(opening);
  });

  it('does not wait for a library that never answers', async () => {
    const { page } = await open(PLAIN.replace('<script', '<script async'), { library: 'silent' });
    expect(await page.textContent('h1')).toBe('Проба');
    expect(await page.evaluate(() => 'Office' in window)).toBe(false);
  });

  it('sets the day and the room that the page has', async () => {
    const { page } = await open(PLAIN, { today: '2021-10-08', zoom: 2, width: 350 });
    const seen = await page.evaluate(() => ({ day: new Date().getDate(), width: innerWidth }));
    expect(seen).toEqual({ day: 8, width: 175 });
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.evaluate(() => {
      // Through the object model: the page's policy refuses styles in its text.
      document.body.style.width = '200px';
    });
    expect(await sidewaysOverflow(page)).toBeGreaterThan(20);
  });

  it('writes down requests to strangers, errors, exceptions, missing files and what the policy refuses', async () => {
    const { page, problems, foreign } = await open(PLAIN);
    await page.evaluate(async () => {
      console.error('беда');
      setTimeout(() => {
        throw new Error('авария');
      }, 0);
      await fetch('https://stranger.example/').catch(() => null);
      await fetch('/absent.json');
      document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(foreign).toEqual(['https://stranger.example/']);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error: беда/),
        expect.stringMatching(/^exception: Error: авария/),
        'no file: /absent.json',
        expect.stringMatching(/^policy: script-src-elem inline/),
      ]),
    );
    expect(() => {
      expectQuiet({ problems, foreign });
    }).toThrow();
  });

  it('keeps what the page gives to be saved', async () => {
    const { page, downloads } = await open(PLAIN);
    await Promise.all([
      page.waitForEvent('download'),
      page.evaluate(() => {
        const href = URL.createObjectURL(new Blob(['а;б']));
        Object.assign(document.createElement('a'), { href, download: 'Отчёт № 1.csv' }).click();
      }),
    ]);
    const [file] = await downloads();
    expect(file?.name).toBe('Отчёт № 1.csv');
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('а;б');
  });

  it('drops files and presses keys', async () => {
    const { page } = await open(PLAIN);
    await page.evaluate(() => {
      document.body.addEventListener('drop', (event) => {
        const file = event.dataTransfer?.files[0];
        void file?.text().then((text) => (document.title = `${file.name}: ${text}`));
      });
    });
    await dropFiles(page, 'body', [{ name: 'Форма.xlsx', bytes: Buffer.from('содержимое') }]);
    await page.waitForFunction(() => document.title !== 'Проба');
    expect(await page.title()).toBe('Форма.xlsx: содержимое');
    await pressKeys(page, 'Tab');
    expect(await focusedName(page)).toBe('Первая');
    await pressKeys(page, 'Tab');
    expect(await focusedName(page)).toBe('Вторая: 2');
  });

  it('runs a function of the ribbon and sees its event completed', async () => {
    const { page, runCommand, completed } = await open(PLAIN);
    await page.evaluate(async () => {
      await Office.onReady();
      Office.actions.associate('probe', (event: Office.AddinCommands.Event) => {
        document.title = event.source.id;
        event.completed();
      });
    });
    await runCommand('Probe.Button', 'probe');
    await page.waitForFunction(() => document.title === 'Probe.Button');
    await page.waitForTimeout(50);
    expect(completed).toHaveLength(1);
  });

  it('finds what hinders people, and nothing where nothing does', async () => {
    const { page } = await open(PLAIN);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setContent(
      '<html lang="ru"><title>Проба</title><main><h1>Проба</h1><button></button></main></html>',
    );
    expect(await accessibilityProblems(page)).toEqual([expect.stringMatching(/^button-name: button/)]);
  });

  it('serves the address of the manifest', () => {
    expect(manifestOrigin()).toBe('https://localhost:3000');
  });
});
