/** Carries a plan out: asks where something would be lost, writes, reads the workbook anew, says what was done. */
import type { RunOptions } from '../../workbook/port';
import type { Plan } from '../../workflows/open/plan';
import type { PaneContext } from '../context';
import { NOTHING_CHANGED, planMessage, putPlan } from '../run';
import type { Message } from '../state';
import { readBook } from './read';

/** `title` and `text`: the message of its success. */
export async function carryOut(
  context: PaneContext,
  plan: Pick<Plan, 'changes' | 'lost' | 'notes'>,
  run: RunOptions,
  title: string,
  text: string,
): Promise<Message> {
  if (!(await putPlan(context, plan, run))) return NOTHING_CHANGED;
  await readBook(context);
  return planMessage(plan, title, text);
}
