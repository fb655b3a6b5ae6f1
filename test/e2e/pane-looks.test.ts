/** Every view of the built pane in three themes and two widths: no barriers, nothing cut, nothing English, no markup. */
import type { Browser } from 'playwright-core';
import { accessibilityProblems } from '../host/client/axe';
import { launchChromium, type Theme } from '../host/client/chromium';
import { expectQuiet, sidewaysOverflow } from '../host/client/page-actions';
import { describeWith } from '../setup/programs';
import { cutTexts, latinWords } from './pane-sight';
import { MARKUP, walkDepartment, walkOthers, type Look } from './pane-walk';

describeWith('chromium', 'every view of the pane', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each<readonly [Theme, { readonly width: number; readonly zoom?: number }]>([
    ['light', { width: 320 }],
    ['dark', { width: 350 }],
    ['contrast', { width: 350, zoom: 2 }],
  ])(
    'is without barriers and whole (%s, %j)',
    async (theme, room) => {
      const wrong: Record<string, unknown> = {};
      const seen: string[] = [];
      const look: Look = async (name, pane) => {
        const { page } = pane;
        const words = await page.locator('body').innerText();
        seen.push(name);
        const found = {
          barriers: await accessibilityProblems(page),
          sideways: await sidewaysOverflow(page),
          cut: await cutTexts(page),
          latin: latinWords(words),
          broken: words.match(/undefined|null|NaN|\[object|нет данных (?:человек|ед\.|%)/g) ?? [],
          // No element comes from the text of a cell, and nothing of it runs.
          markup: await page.locator('b:not(.figure b), img:not(.logo)').count(),
          title: (await page.title()) === '1',
        };
        if (JSON.stringify(found) !== CLEAN) wrong[name] = found;
        if (name === 'question') expect(words).toContain(MARKUP);
        expectQuiet(pane);
      };
      const files = await walkDepartment(browser, { theme, ...room }, look);
      await walkOthers(browser, { theme, ...room }, files, look);
      expect(wrong).toEqual({});
      expect(new Set(seen).size).toBeGreaterThan(20);
    },
    240_000,
  );
});

const CLEAN = JSON.stringify({
  barriers: [],
  sideways: 0,
  cut: [],
  latin: [],
  broken: [],
  markup: 0,
  title: false,
});
