/** What a person does with a page, and what must not have happened on it. */

import type { Page } from 'playwright-core';
import type { OpenPage } from './chromium';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Drops files from outside onto the element. */
export async function dropFiles(page: Page, selector: string, files: readonly GivenFile[]): Promise<void> {
  const packed = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given) {
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    return data;
  }, packed);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent(selector, type, { dataTransfer: transfer });
  }
  await transfer.dispose();
}

/** Chooses files as in the window that a click on `selector` opens. */
export async function chooseFiles(page: Page, selector: string, files: readonly GivenFile[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(selector)]);
  await chooser.setFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
}

/** Presses one key after another, as «Tab», «Enter», «ArrowDown». */
export async function pressKeys(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

/** The name by which a reader of the screen announces what has the focus: its label or its text. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
      active = active.shadowRoot.activeElement;
    }
    return (active?.getAttribute('aria-label') ?? active?.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
  });
}

/** How many pixels the page is wider than its window: zero where nothing has to be scrolled sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Fails unless nothing went wrong unseen: console, exceptions, policy, missing files, requests to strangers. */
export function expectQuiet({ problems, foreign }: Pick<OpenPage, 'problems' | 'foreign'>): void {
  expect({ problems, foreign }).toEqual({ problems: [], foreign: [] });
}
