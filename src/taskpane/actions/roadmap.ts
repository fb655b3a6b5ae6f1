/** Brings «Дорожная карта» and «Исполнение» up to date. */
import { ROADMAP_TEXTS } from '../../text/pane-roadmap';
import { planRoadmap } from '../../workflows/open/roadmap';
import type { PaneContext } from '../context';
import { runTask } from '../run';
import { carryOut } from './carry-out';
import { freshDesk } from './department';

export function updateRoadmap(context: PaneContext): Promise<void> {
  return runTask(context, ROADMAP_TEXTS.busy, async (run) => {
    const { state, desk } = await freshDesk(context);
    const plan = planRoadmap(desk.department, state, context.today());
    return carryOut(context, plan, run, ROADMAP_TEXTS.done, ROADMAP_TEXTS.doneText);
  });
}
