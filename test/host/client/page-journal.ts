/** Answers a browser's requests from disk, and writes down what a page asks for and what goes wrong on it unseen. */

import type { BrowserContext, Page, Route } from 'playwright-core';
import { libraryFile, LIBRARY_HOST, manifestOrigin, pageFile } from './built-pages';

export interface Download {
  readonly name: string;
  /** Empty where the page took it back. */
  readonly path: Promise<string>;
}

export interface Journal {
  readonly foreign: string[];
  readonly problems: string[];
  readonly downloads: Download[];
}

/** `refused`: its address can't be reached; `silent`: it never answers. */
export type LibraryAnswer = 'minified' | 'debug' | 'refused' | 'silent';

export interface Serving {
  readonly folder: string;
  readonly library: LibraryAnswer;
  /** Pages of a test's own, by their paths. */
  readonly extra: ReadonlyMap<string, string>;
}

export function createJournal(): Journal {
  return { foreign: [], problems: [], downloads: [] };
}

export async function serve(context: BrowserContext, serving: Serving, journal: Journal): Promise<void> {
  const origin = manifestOrigin();
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.host === LIBRARY_HOST) {
      await serveLibrary(route, url.pathname, serving.library);
      return;
    }
    if (url.origin !== origin) {
      journal.foreign.push(url.href);
      await route.abort();
      return;
    }
    const own = serving.extra.get(url.pathname);
    const file = pageFile(serving.folder, url.pathname);
    if (own !== undefined) {
      await route.fulfill({ body: own, contentType: 'text/html; charset=utf-8' });
    } else if (file !== null) {
      await route.fulfill({ ...file });
    } else if (url.pathname === '/favicon.ico') {
      // Asked for by the browser, not by the page.
      await route.fulfill({ status: 204 });
    } else {
      journal.problems.push(`no file: ${url.pathname}`);
      await route.fulfill({ status: 404, body: '' });
    }
  });
}

async function serveLibrary(route: Route, pathname: string, answer: LibraryAnswer): Promise<void> {
  if (answer === 'silent') {
    return;
  }
  const file = answer === 'refused' ? null : libraryFile(pathname, answer === 'debug');
  await (file === null ? route.abort() : route.fulfill({ ...file }));
}

/** Writes down the console's errors and warnings, exceptions and downloads of a page. */
export function watch(page: Page, journal: Journal, library: LibraryAnswer): void {
  page.on('console', (message) => {
    const missing = library === 'refused' && message.location().url.includes(LIBRARY_HOST);
    if (['error', 'warning'].includes(message.type()) && !missing) {
      journal.problems.push(`${message.type()}: ${message.text()} ${message.location().url}`);
    }
  });
  page.on('pageerror', (error) => {
    journal.problems.push(`exception: ${error.stack ?? error.message}`);
  });
  page.on('crash', () => {
    journal.problems.push('the page crashed');
  });
  page.on('download', (download) => {
    journal.downloads.push({ name: download.suggestedFilename(), path: download.path() });
  });
}
