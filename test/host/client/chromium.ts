/**
 * Chromium with the built pages and Microsoft's real client library. Pages are served at the manifest's address from
 * disk, the library at its own; any other request is refused and written down. What goes wrong on a page without
 * anybody seeing it (console, exceptions, policy, requests) is written down too, and `expectQuiet` fails on it.
 */

import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findProgram } from '../../setup/programs';
import type { EmulatedHost } from '../emulated-host';
import type { HostSettings, WireRequest } from '../external';
import { reflectObjectModel, type ObjectModel } from '../reflect-om';
import { COMPLETED, REQUEST, SEAM, seamScript, VIOLATION, WATCH_POLICY } from './browser-seam';
import { BUILT_PAGES, manifestOrigin } from './built-pages';
import { startEmulatedExcel } from './main-realm';
import { createJournal, serve, watch, type LibraryAnswer } from './page-journal';

export type Theme = HostSettings['theme'];

export interface PageOptions {
  /** Null: the page is opened in a browser, with no host behind it. */
  readonly host: EmulatedHost | null;
  /** Such as «taskpane.html». */
  readonly page?: string;
  /** Width of the window in pixels of the screen; 350 as Excel opens a pane. */
  readonly width?: number;
  readonly height?: number;
  /** 2 is 200 %: everything is twice as large, so that the window holds half as much. */
  readonly zoom?: number;
  readonly theme?: Theme;
  /** The day that the page takes for today, such as «2021-10-08». */
  readonly today?: string;
  readonly library?: LibraryAnswer;
  /** Where the built pages are, if not in `dist/pages`. */
  readonly folder?: string;
  /** Pages of a test's own, by their paths. */
  readonly extra?: ReadonlyMap<string, string>;
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenPage {
  readonly page: Page;
  /** Addresses of requests to anywhere but the pages and Office.js. */
  readonly foreign: readonly string[];
  /** Errors and warnings of the console, exceptions, violations of the policy, files that are not there. */
  readonly problems: readonly string[];
  /** What ribbon commands handed back when they were done. */
  readonly completed: readonly unknown[];
  /** A click on a ribbon button that runs a function. */
  readonly runCommand: (buttonId: string, functionName: string) => Promise<void>;
  /** Files that the page gave to be saved so far. */
  readonly downloads: () => Promise<readonly SavedFile[]>;
  readonly close: () => Promise<void>;
}

/** What Chromium would ask of its makers is switched off, and no name leads anywhere. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];
const WIDTH = 350;
const HEIGHT = 800;

/** One for a suite; close it in `afterAll`. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findProgram('chromium');
  if (executablePath === undefined) {
    throw new Error("This machine has no Chromium; wrap the suite in describeWith('chromium', …).");
  }
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** Opens a page in a browser without memories, and comes back when its scripts have been loaded. */
export async function openPage(browser: Browser, options: PageOptions): Promise<OpenPage> {
  const { host, theme = 'light', zoom = 1, width = WIDTH, height = HEIGHT, library = 'minified' } = options;
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    colorScheme: theme === 'light' ? 'light' : 'dark',
    forcedColors: theme === 'contrast' ? 'active' : 'none',
    serviceWorkers: 'block',
  });
  const journal = createJournal();
  const completed: unknown[] = [];
  const { folder = BUILT_PAGES, extra = new Map<string, string>() } = options;
  await serve(context, { folder, library, extra }, journal);
  const page = await context.newPage();
  watch(page, journal, library);
  await page.exposeFunction(VIOLATION, (violation: string) => {
    journal.problems.push(`policy: ${violation}`);
  });
  await page.addInitScript(WATCH_POLICY);
  if (options.today !== undefined) {
    await page.clock.setFixedTime(`${options.today}T12:00:00+03:00`);
  }
  if (host !== null) {
    await putHost(page, host, theme, completed);
  }
  await page.goto(`${manifestOrigin()}/${options.page ?? 'taskpane.html'}`, {
    // A script that never comes is waited for until it does.
    waitUntil: library === 'silent' ? 'commit' : 'load',
  });
  return {
    page,
    foreign: journal.foreign,
    problems: journal.problems,
    completed,
    runCommand: (buttonId, functionName) => callSeam(page, 'runCommand', [buttonId, functionName]),
    downloads: () =>
      Promise.all(
        journal.downloads.map(async ({ name, path }) => ({
          name,
          bytes: new Uint8Array(await readFile(await path)),
        })),
      ),
    close: async () => {
      host?.onEvents(() => undefined);
      await context.close();
    },
  };
}

async function putHost(page: Page, host: EmulatedHost, theme: Theme, completed: unknown[]): Promise<void> {
  host.setObjectModel(await libraryModel());
  await page.exposeFunction(REQUEST, async (request: WireRequest) =>
    JSON.stringify(await host.request(request)),
  );
  await page.exposeFunction(COMPLETED, (parameters: string) => {
    completed.push(JSON.parse(parameters));
  });
  await page.addInitScript(seamScript({ ...host.settings, theme }));
  host.onEvents((events) => void callSeam(page, 'emit', [events]));
}

let known: ObjectModel | undefined;

/** The library's classes can be read in its debug build only, and that needs no browser. */
export async function libraryModel(): Promise<ObjectModel> {
  if (known === undefined) {
    const excel = await startEmulatedExcel();
    known = reflectObjectModel(Excel);
    await excel.close();
  }
  return known;
}

/** Calls what the page keeps of its seam. A page that is closed meanwhile hears nothing. */
async function callSeam(
  page: Page,
  name: 'emit' | 'runCommand',
  parameters: readonly unknown[],
): Promise<void> {
  if (page.isClosed()) {
    return;
  }
  try {
    await page.evaluate(`window.${SEAM}.${name}(...${JSON.stringify(parameters)})`);
  } catch (error) {
    if (!page.isClosed()) {
      throw error;
    }
  }
}
