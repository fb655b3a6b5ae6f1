/** Carries a plan out: asks where something would be lost, writes, reads the workbook anew, says what was done. */
import { HOST_PROBLEMS } from '../../text/host-problems';
import { SHELL_TEXTS } from '../../text/pane';
import { HostError } from '../../workbook/host-error';
import type { RunOptions } from '../../workbook/port';
import type { Plan } from '../../workflows/open/plan';
import type { PaneContext } from '../context';
import { NOTHING_CHANGED, planMessage, putPlan } from '../run';
import type { Message } from '../state';
import { readBook } from './read';

/** `title` and `text`: the message of its success; `show`: the plan's first sheet is shown. */
export async function carryOut(
  context: PaneContext,
  plan: Pick<Plan, 'changes' | 'lost' | 'notes'>,
  run: RunOptions,
  title: string,
  text: string,
  show = true,
): Promise<Message> {
  if (!(await putPlan(context, plan, run, show))) return NOTHING_CHANGED;
  return readAfter(() => readBook(context), planMessage(plan, title, text));
}

/**
 * Reads the workbook after something was written. What was written stands even where the host refuses to be read: then
 * the message says both, and not that the work has to be done again.
 */
export async function readAfter(read: () => Promise<unknown>, message: Message): Promise<Message> {
  try {
    await read();
    return message;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { what } = HOST_PROBLEMS[error.problem];
    return { ...message, tone: 'warning', text: `${message.text} ${SHELL_TEXTS.notReadText(what)}` };
  }
}
