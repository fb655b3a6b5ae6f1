/** «Школы»: what is looked for, and the comparison of two quarters as a sheet. */
import { COMPARISON_TEXTS } from '../../text/comparison';
import { planComparison } from '../../workflows/open/comparison';
import type { PaneContext } from '../context';
import { runTask } from '../run';
import type { SchoolsChoice } from '../state';
import { carryOut } from './carry-out';
import { freshDesk } from './department';
import { shownSchools } from './schools-shown';

export function changeSchools({ store }: PaneContext, values: Partial<SchoolsChoice>): void {
  const { book, schools } = store.get();
  if (book?.desk) store.set({ schools: shownSchools({ ...schools, ...values }, book.desk) });
}

export function putComparison(context: PaneContext): Promise<void> {
  return runTask(context, COMPARISON_TEXTS.busy, async (run) => {
    const { state, desk } = await freshDesk(context);
    const { first, second } = context.store.get().schools;
    if (!first || !second) return null;
    const plan = planComparison(desk.department, first, second, state, context.today());
    return carryOut(context, plan, run, COMPARISON_TEXTS.done, COMPARISON_TEXTS.doneText);
  });
}
