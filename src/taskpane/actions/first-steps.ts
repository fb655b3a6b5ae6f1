/** Makes the Department's workbook in an empty one: from the built-in programme, or with an example's values. */
import { builtInProgramme } from '../../programme/built-in';
import { START_TEXTS } from '../../text/pane-start';
import type { OpenState } from '../../workbook/port';
import { planDepartment } from '../../workflows/open/department';
import { planExample } from '../../workflows/open/example';
import type { Plan } from '../../workflows/open/plan';
import type { PaneContext } from '../context';
import { runTask } from '../run';
import { carryOut } from './carry-out';
import { readBook } from './read';

export function createDepartment(context: PaneContext): Promise<void> {
  return make(context, START_TEXTS.create, (state) =>
    planDepartment(builtInProgramme(), state, context.today()),
  );
}

/** The same workbook with targets and accepted forms that are made up, and say so. */
export function createExample(context: PaneContext): Promise<void> {
  return make(context, START_TEXTS.example, (state) =>
    planExample(builtInProgramme(), state, context.today()),
  );
}

function make(
  context: PaneContext,
  { busy, done, next }: { readonly busy: string; readonly done: string; readonly next: string },
  planOf: (state: OpenState) => Plan,
): Promise<void> {
  return runTask(context, busy, async (run) => {
    const { state } = await readBook(context);
    const plan = planOf(state);
    return carryOut(context, plan, run, done, next);
  });
}
