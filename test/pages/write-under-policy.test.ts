/** Files are written in the browser while the pages' own policy is enforced: no functions made of texts, nothing inline. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { pageFile } from '../manifest/built-pages';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { describeWith } from '../setup/programs';
import { chartedWorkbook } from '../workbook/chart-sheet';
import { launchBrowser, openPage, type OpenedPage } from './browse';

const ROOT = join(__dirname, '../..');

/** A build takes long on a machine that does much else. */
const BUILD_MS = 300_000;

/** The pages' own build with one other entry. */
const BUILD = `
  const webpack = require('webpack');
  const pages = require('./webpack.config.js')({}, { mode: 'production' }).find(({ name }) => name === 'pages');
  const output = { ...pages.output, path: process.argv[1], filename: '[name].js', clean: false };
  const config = { ...pages, mode: 'production', output, entry: { probe: './test/pages/write-probe.ts' }, plugins: [], optimization: { minimize: false } };
  webpack(config, (error, stats) => {
    if (error || stats.hasErrors()) {
      console.error(error ?? stats.toString({ all: false, errors: true }));
      process.exitCode = 1;
    }
  });`;

function policy(): string {
  const html = new TextDecoder().decode(pageFile('taskpane.html'));
  const [, content] = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(html) ?? [];
  if (content === undefined) throw new Error('The pane has no policy.');
  return content;
}

describeWith('chromium', 'writing a workbook under the policy of the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-probe-'));
  let browser: Browser;
  let opened: OpenedPage;
  let refusal: string | undefined;
  let written: Uint8Array;

  beforeAll(async () => {
    execFileSync(process.execPath, ['-e', BUILD, folder], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy()}">`;
    writeFileSync(join(folder, 'probe.html'), `<!doctype html>${meta}<script defer src="probe.js"></script>`);
    browser = await launchBrowser();
    opened = await openPage(browser, folder, 'probe.html', { office: 'refused' });
    const handle = await opened.page.waitForFunction(() => window.probe);
    const probe = await handle.jsonValue();
    refusal = probe?.refusal;
    written = new Uint8Array(probe?.bytes ?? []);
  }, BUILD_MS);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('is held by the policy: a function made of a text is refused', () => {
    expect(refusal).toBe('EvalError');
  });

  it('gives the very bytes that the command line writes', async () => {
    expect(Buffer.from(written).equals(await writeWorkbookFile(chartedWorkbook))).toBe(true);
  });

  itWithValidator('gives a file that the Open XML validator accepts', async () => {
    const file = join(folder, 'written.xlsx');
    writeFileSync(file, written);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(await validateOpenXml(file)).toEqual([]);
  });

  it('asks for nothing but its own files', () => {
    expect(opened.foreign).toEqual([]);
  });
});
