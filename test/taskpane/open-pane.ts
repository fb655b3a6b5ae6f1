/** The built pane in Chromium, before an emulated Excel; what a user of it does and sees. */
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { openPage, type OpenPage, type PageOptions } from '../host/client/chromium';
import { createEmulatedHost, type EmulatedHost, type HostOptions } from '../host/emulated-host';

export interface OpenedPane extends OpenPage {
  readonly host: EmulatedHost;
}

/** The pane as it stands after its first reading. */
export async function openPane(
  browser: Browser,
  excel: HostOptions = {},
  options: Omit<PageOptions, 'host'> = {},
): Promise<OpenedPane> {
  const host = createEmulatedHost(excel);
  const opened = await openPage(browser, { today: '2021-10-08', ...options, host });
  await opened.page.locator('#view h2').first().waitFor();
  await settled(opened);
  return { ...opened, host };
}

/** Waits until nothing runs in the pane. */
export async function settled({ page }: Pick<OpenPage, 'page'>): Promise<void> {
  await page.locator('.progress').waitFor({ state: 'detached', timeout: 60_000 });
}

/** Presses what has this label, as a mouse would, and waits until the pane has done with it. */
export async function press(pane: OpenedPane, label: string): Promise<void> {
  const { page } = pane;
  await page.locator('fluent-button, button').filter({ hasText: label }).first().click();
  await page.waitForTimeout(SETTLING_MS);
  await settled(pane);
}

/** Shows a tab of the pane. */
export async function showTab(pane: OpenedPane, label: string): Promise<void> {
  await pane.page.getByRole('tab', { name: label }).click();
  await settled(pane);
}

/** Waits until it is so; what the host does after a click comes in its own time. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 300) throw new Error('It never came to be so.');
    await setTimeout(100);
  }
}

/** From a click to the first sign of what it started. */
const SETTLING_MS = 100;
