/** Brings «Дорожная карта» and «Исполнение» up to date. */
import { ROADMAP_TEXTS } from '../../text/pane-roadmap';
import { planRoadmap } from '../../workflows/open/roadmap';
import type { PaneContext } from '../context';
import { NOTHING_CHANGED, planMessage, putPlan, runTask } from '../run';
import { freshDesk } from './department';
import { readBook } from './read';

export function updateRoadmap(context: PaneContext): Promise<void> {
  return runTask(context, ROADMAP_TEXTS.busy, async (run) => {
    const { state, desk } = await freshDesk(context);
    const plan = planRoadmap(desk.department, state, context.today());
    if (!(await putPlan(context, plan, true, run))) return NOTHING_CHANGED;
    await readBook(context);
    return planMessage(plan, ROADMAP_TEXTS.done, ROADMAP_TEXTS.doneText);
  });
}
