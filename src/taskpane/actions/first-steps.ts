/** Makes the Department's workbook in an empty one: from the built-in programme, or with an example's values. */
import builtIn from '../../programme/ivanovo-2021-2023.json';
import { describeProblem, parseProgramme } from '../../programme/load-programme';
import type { Programme } from '../../programme/schema';
import { START_TEXTS } from '../../text/pane-start';
import type { OpenState } from '../../workbook/port';
import { planDepartment } from '../../workflows/open/department';
import { planExample } from '../../workflows/open/example';
import type { Plan } from '../../workflows/open/plan';
import type { PaneContext } from '../context';
import { NOTHING_CHANGED, planMessage, putPlan, runTask } from '../run';
import { readBook } from './read';

export function createDepartment(context: PaneContext): Promise<void> {
  return make(context, START_TEXTS.create, (state) => planDepartment(programme(), state, context.today()));
}

/** The same workbook with targets and accepted forms that are made up, and say so. */
export function createExample(context: PaneContext): Promise<void> {
  return make(context, START_TEXTS.example, (state) => planExample(programme(), state, context.today()));
}

function make(
  context: PaneContext,
  { busy, done, next }: { readonly busy: string; readonly done: string; readonly next: string },
  planOf: (state: OpenState) => Plan,
): Promise<void> {
  return runTask(context, busy, async (run) => {
    const { state } = await readBook(context);
    const plan = planOf(state);
    if (!(await putPlan(context, plan, true, run))) return NOTHING_CHANGED;
    await readBook(context);
    return planMessage(plan, done, next);
  });
}

/** The built-in programme; a fault in it is a fault of the product's. */
function programme(): Programme {
  const parsed = parseProgramme(builtIn);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return parsed.programme;
}
