/** Puts findings on control and takes them off: on the sheet «На контроле» of the workbook. */
import type { Finding } from '../../controls/finding';
import type { FindingSubject } from '../../monitoring/watch';
import { WATCH_TEXTS } from '../../text/watch';
import type { RunOptions } from '../../workbook/port';
import { putOnControl, releaseFromControl, type WatchStep } from '../../workflows/open/watch';
import type { PaneContext } from '../context';
import { NOTHING_CHANGED, runTask } from '../run';
import type { Message } from '../state';
import { carryOut, readAfter } from './carry-out';
import { freshDesk } from './department';
import { readBook } from './read';

/** Writes the line of the finding that is being noted. */
export function saveWatch(context: PaneContext): Promise<void> {
  return runTask(context, WATCH_TEXTS.busy, async (run) => {
    const { watch } = context.store.get();
    if (!watch) return null;
    const { state, desk } = await freshDesk(context);
    const { subject, finding, text } = watch;
    const request = { ...subject, finding, note: text };
    const step = putOnControl(desk.department, state, request, context.today());
    const message = await taken(context, run, step, {
      done: [WATCH_TEXTS.done, WATCH_TEXTS.doneText],
      nothing: [WATCH_TEXTS.alreadyTitle, WATCH_TEXTS.alreadyText],
    });
    // What was typed stays where it could not be written.
    if (step.kind !== 'refused' && message !== NOTHING_CHANGED) context.store.set({ watch: null });
    return message;
  });
}

export function release(
  context: PaneContext,
  subject: FindingSubject,
  finding: Pick<Finding, 'code' | 'row' | 'cell'>,
): Promise<void> {
  return runTask(context, WATCH_TEXTS.busy, async (run) => {
    const { state, desk } = await freshDesk(context);
    const step = releaseFromControl(desk.department, state, subject, finding, context.today());
    return taken(context, run, step, {
      done: [WATCH_TEXTS.released, WATCH_TEXTS.releasedText],
      nothing: [WATCH_TEXTS.goneTitle, WATCH_TEXTS.goneText],
    });
  });
}

type Words = readonly [title: string, text: string];

async function taken(
  context: PaneContext,
  run: RunOptions,
  step: WatchStep,
  { done, nothing }: { readonly done: Words; readonly nothing: Words },
): Promise<Message> {
  switch (step.kind) {
    case 'plan':
      // The official stays with the finding, and is not led to the sheet.
      return carryOut(context, step.plan, run, ...done, false);
    case 'enter':
      await context.workbook.enter(step.entries);
      return readAfter(() => readBook(context), { tone: 'success', title: done[0], text: done[1] });
    case 'nothing':
      return { tone: 'info', title: nothing[0], text: nothing[1] };
    case 'refused':
      return { tone: 'warning', title: WATCH_TEXTS.notWritten, text: step.text };
  }
}
