/** Runs axe-core on a page as it stands. */

import { source } from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules of WCAG 2.2, levels A and AA, and good practice; every violation as «rule: element – what is wrong». */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  // Through the debugger, not as a script of the page: the page's policy allows none but its own.
  await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const summary = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${target.flat().join(' ')} – ${summary === '' ? help : summary}`;
    }),
  );
}
