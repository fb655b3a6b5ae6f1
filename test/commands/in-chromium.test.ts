/** The built page of the commands in Chromium, under its policy, with the real client library before the emulated Excel. */
import type { Browser } from 'playwright-core';
import { launchChromium, openPage } from '../host/client/chromium';
import { createEmulatedHost } from '../host/emulated-host';
import { describeWith } from '../setup/programs';

const TODAY = '2021-10-02';

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describeWith('chromium', 'the page of the commands in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  it('makes roadmap, forms, protocol and report, and lets each button go', async () => {
    const host = createEmulatedHost();
    const opened = await openPage(browser, { host, page: 'commands.html', today: TODAY });
    const shown: string[] = [];
    for (const name of ['makeRoadmap', 'makeForms', 'checkForms', 'makeReport']) {
      await opened.runCommand(name, name);
      await until(() => opened.completed.length > shown.length);
      shown.push(host.workbook.selection.sheet.name);
    }
    expect(shown.map((name) => name.split(' ')[0])).toEqual(['Дорожная', 'Титул', 'Протокол', 'Отчёт']);
    expect([opened.problems, opened.foreign]).toEqual([[], []]);
    await opened.close();
  });
});
