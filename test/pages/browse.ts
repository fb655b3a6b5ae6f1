/**
 * Opens built pages in Chromium at an address of their own, with everything but the pages' files and Office.js refused
 * and written down.
 */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { findProgram } from '../setup/programs';

export const ADDRESS = 'https://pages.test/';
const OFFICE_ADDRESS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OFFICE_FOLDER = join(__dirname, '../../node_modules/@microsoft/office-js/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** What becomes of the request for Office.js: served from the package, refused, or never answered. */
export type OfficeFate = 'served' | 'refused' | 'silent';

export interface OpenedPage {
  readonly page: Page;
  /** Addresses that were asked for and are neither a file of the pages nor Office.js. */
  readonly foreign: string[];
  /** What the browser's policy refused, as its console says. */
  readonly refused: string[];
}

export interface OpenOptions {
  readonly office: OfficeFate;
  /** Runs in the page before any of its scripts. */
  readonly before?: string;
  /** Texts served instead of what the folder holds, by path; null: the file is not there. */
  readonly instead?: Readonly<Record<string, string | null>>;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findProgram('chromium');
  if (executablePath === undefined) {
    throw new Error('This machine has no chromium.');
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
}

/** `path`: such as «taskpane.html», in `folder`. The page is closed with its browser. */
export async function openPage(
  browser: Browser,
  folder: string,
  path: string,
  { office, before, instead = {} }: OpenOptions,
): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width: 350, height: 640 }, ignoreHTTPSErrors: true });
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  await page.route('**/*', (route) => {
    const url = route.request().url().split(/[?#]/)[0] ?? '';
    if (url.startsWith(ADDRESS)) {
      return serve(route, folder, url.slice(ADDRESS.length), instead);
    }
    if (url.startsWith(OFFICE_ADDRESS)) {
      return answerOffice(route, url.slice(OFFICE_ADDRESS.length), office);
    }
    foreign.push(url);
    return route.abort();
  });
  if (before !== undefined) {
    await page.addInitScript(before);
  }
  await page.goto(`${ADDRESS}${path}`, { waitUntil: 'commit' });
  return { page, foreign, refused };
}

function serve(
  route: Route,
  folder: string,
  path: string,
  instead: Readonly<Record<string, string | null>>,
): Promise<void> {
  const replaced = instead[path];
  const file = join(folder, path);
  if (replaced === null || (replaced === undefined && !existsSync(file))) {
    return route.fulfill({ status: 404, body: '' });
  }
  const contentType = TYPES[extname(path)] ?? 'application/octet-stream';
  return route.fulfill({ contentType, body: replaced ?? readFileSync(file) });
}

function answerOffice(route: Route, path: string, fate: OfficeFate): Promise<void> {
  if (fate === 'silent') {
    return Promise.resolve();
  }
  const file = join(OFFICE_FOLDER, path);
  return fate === 'served' && existsSync(file)
    ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: readFileSync(file) })
    : route.abort();
}
