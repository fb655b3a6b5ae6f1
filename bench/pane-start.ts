/**
 * `npm run bench:pane`: how long the built pane takes to start in Chromium, with the real client library and the emulated
 * Excel behind it. Writes bench/results/pane-start.md. What is measured is the pane and the browser: the library comes
 * from disk, and the emulator answers from another process, through a bridge of its own.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { createEmulatedHost } from '../test/host/emulated-host';
import { launchChromium, openPage } from '../test/host/client/chromium';
import { PAGES, pageScripts } from '../test/manifest/built-pages';
import { START_TEXTS } from '../src/text/pane-start';

const ROUNDS = 21;
const GOAL_MS = 500;
const RESULTS = join(__dirname, 'results');

interface Start {
  /** The page's own scripts have run: the pane shows that it is starting. */
  readonly shown: number;
  /** The last file of Office.js is there. */
  readonly library: number;
  /** The workbook has been read, and the first button can be pressed. */
  readonly usable: number;
}

/** Milliseconds from the beginning of the navigation, by the page's own clock. */
async function startOnce(browser: Browser): Promise<Start> {
  const opened = await openPage(browser, { host: createEmulatedHost() });
  const { page } = opened;
  await page.getByText(START_TEXTS.create.action, { exact: true }).waitFor();
  const times = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const shown =
      navigation instanceof PerformanceNavigationTiming ? navigation.domContentLoadedEventEnd : NaN;
    const library = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith('https://appsforoffice.microsoft.com/'))
      .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.responseEnd : NaN));
    return { shown, library: Math.max(...library), usable: performance.now() };
  });
  await opened.close();
  return times;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function packed(page: string): number {
  const files = pageScripts(page).map((name) => join(PAGES, name.split('?')[0] ?? name));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

async function main(): Promise<void> {
  const browser = await launchChromium();
  const version = browser.version();
  await startOnce(browser);
  const starts: Start[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    starts.push(await startOnce(browser));
  }
  await browser.close();
  const row = (what: string, values: readonly number[]): string =>
    `| ${what} | ${median(values).toFixed(0)} | ${Math.min(...values).toFixed(0)} | ${Math.max(...values).toFixed(0)} |`;
  const usable = starts.map((start) => start.usable);
  const table = [
    '# Start of the pane',
    '',
    `Made by \`npm run bench:pane\` in Chromium ${version} on ${cpus()[0]?.model ?? '?'} (${cpus().length} cores, load ${(loadavg()[0] ?? NaN).toFixed(1)}), an empty workbook in the emulated Excel, ${ROUNDS} runs after one of warming up. Milliseconds from the beginning of the navigation.`,
    '',
    '| until | median | fastest | slowest |',
    '|---|---:|---:|---:|',
    row(
      'the pane shows that it is starting',
      starts.map(({ shown }) => shown),
    ),
    row(
      'the last file of Office.js is there (from disk)',
      starts.map(({ library }) => library),
    ),
    row('the workbook has been read and a button can be pressed', usable),
    '',
    `- Goal: usable within ${GOAL_MS} ms in the median. ${median(usable) <= GOAL_MS ? 'Reached' : `Missed by ${(median(usable) - GOAL_MS).toFixed(0)} ms`}.`,
    `- First JavaScript of the pane, packed: ${(packed('taskpane.html') / 1024).toFixed(1)} KB of 120 KB.`,
    '',
  ].join('\n');
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'pane-start.md'), table);
  console.log(table);
}

void main();
