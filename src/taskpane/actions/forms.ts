/** Gives forms out: as sheets of this workbook, or as files. */
import { zipSync } from 'fflate';
import { formatQuarter, quarterTitle, type Quarter } from '../../calendar/quarter';
import { FORMS_TEXTS } from '../../text/pane-forms';
import { issueForms } from '../../workflows/issue-forms';
import { planFormSheets } from '../../workflows/open/form-sheets';
import type { PaneContext } from '../context';
import { runTask, stopIfAsked } from '../run';
import { chosenQuarter, chosenSites, sitesOf } from '../choices';
import type { Desk } from '../state';
import { carryOut } from './carry-out';
import { freshDesk } from './department';

export function makeForms(context: PaneContext): Promise<void> {
  return runTask(context, FORMS_TEXTS.making, async (run) => {
    const { state, desk } = await freshDesk(context);
    const chosen = choiceOf(context, desk);
    if (!chosen) return null;
    const { quarter, sites } = chosen;
    const plan = planFormSheets(desk.department, quarter, [...sites], state, context.today());
    return carryOut(context, plan, run, FORMS_TEXTS.made(sites.size), FORMS_TEXTS.madeText);
  });
}

/** One file for one school, an archive for several. */
export function downloadForms(context: PaneContext): Promise<void> {
  return runTask(context, FORMS_TEXTS.writing, async (run) => {
    const { desk } = await freshDesk(context);
    const chosen = choiceOf(context, desk);
    if (!chosen) return null;
    const issued = issueForms(desk.department, chosen.quarter, context.today()).filter(({ form }) =>
      chosen.sites.has(form.site.code),
    );
    const written: Record<string, Uint8Array> = {};
    for (const [index, { name, workbook }] of issued.entries()) {
      stopIfAsked(run);
      run.onProgress?.(index, issued.length);
      written[name] = await context.write(workbook);
    }
    const [first] = issued;
    const one = first && written[first.name];
    if (!one) return null;
    if (issued.length === 1) context.save(first.name, one);
    else {
      context.save(
        FORMS_TEXTS.archive(formatQuarter(chosen.quarter)),
        // Workbooks are compressed already.
        zipSync(written, { level: 0, mtime: ARCHIVE_TIME }),
      );
    }
    return {
      tone: 'success',
      title: FORMS_TEXTS.written(issued.length),
      text: `${quarterTitle(chosen.quarter)}. ${FORMS_TEXTS.writtenText}`,
    };
  });
}

/** The same forms give the same archive: no clock gets into it. */
const ARCHIVE_TIME = '2020-01-01T00:00:00';

function choiceOf(
  { store }: PaneContext,
  desk: Desk,
): { readonly quarter: Quarter; readonly sites: ReadonlySet<string> } | null {
  const state = store.get();
  const quarter = chosenQuarter(state, desk);
  const sites = quarter && chosenSites(state, sitesOf(desk, quarter));
  return quarter && sites && sites.size > 0 ? { quarter, sites } : null;
}
