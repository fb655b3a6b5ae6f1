/**
 * Chromium with the built pages and Microsoft's real client library. Pages are served at the manifest's address from
 * disk, the library at its own; any other request is refused and written down. What goes wrong on a page without
 * anybody seeing it (console, exceptions, policy, requests) is written down too, and `expectQuiet` fails on it.
 */

import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findProgram } from '../../setup/programs';
import { DEFAULT_MATRIX, type HostSettings, type RichEvent, type Seam } from '../external';
import { COMPLETED, REQUEST, SEAM, seamScript, VIOLATION, WATCH_POLICY } from './browser-seam';
import { BUILT_PAGES, manifestOrigin } from './built-pages';
import { createJournal, serve, watch, type LibraryAnswer } from './page-journal';

export type Theme = 'light' | 'dark' | 'contrast';

/** The host behind a page. */
export interface PageHost {
  readonly seam: Seam;
  readonly matrix?: Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
  readonly documentUrl?: string;
  /** Called once with what brings events to the page. */
  readonly onEvents?: (emit: (events: readonly RichEvent[]) => Promise<void>) => void;
}

export interface PageOptions {
  /** Null: the page is opened in a browser, with no host behind it. */
  readonly host: PageHost | null;
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
  emit(events: readonly RichEvent[]): Promise<void>;
  /** A click on a ribbon button that runs a function. */
  runCommand(buttonId: string, functionName: string): Promise<void>;
  /** Files that the page gave to be saved so far. */
  downloads(): Promise<readonly SavedFile[]>;
  close(): Promise<void>;
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
    host.onEvents?.((events) => callSeam(page, 'emit', [events]));
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
    emit: (events) => callSeam(page, 'emit', [events]),
    runCommand: (buttonId, functionName) => callSeam(page, 'runCommand', [buttonId, functionName]),
    downloads: () =>
      Promise.all(
        journal.downloads.map(async ({ name, path }) => ({
          name,
          bytes: new Uint8Array(await readFile(await path)),
        })),
      ),
    close: () => context.close(),
  };
}

async function putHost(page: Page, host: PageHost, theme: Theme, completed: unknown[]): Promise<void> {
  const settings: HostSettings = {
    matrix: host.matrix ?? DEFAULT_MATRIX,
    locale: 'ru-RU',
    documentUrl: host.documentUrl ?? 'C:\\Мониторинг\\Книга1.xlsx',
    readOnly: host.readOnly ?? false,
    theme: theme === 'light' ? 'light' : 'dark',
  };
  await page.exposeFunction(REQUEST, async (body: string) => JSON.stringify(await host.seam.request(body)));
  await page.exposeFunction(COMPLETED, (parameters: string) => {
    const read: unknown = JSON.parse(parameters);
    completed.push(read);
    host.seam.commandCompleted(read);
  });
  await page.addInitScript(seamScript(settings));
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
  await page.evaluate(`window.${SEAM}.${name}(...${JSON.stringify(parameters)})`);
}
