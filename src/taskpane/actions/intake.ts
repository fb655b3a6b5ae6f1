/** Takes forms in: first a trial run that writes nothing, then, if the user wants it, the register and the log. */
import { CHECK_TEXTS } from '../../text/pane-check';
import { FORMS_TEXTS } from '../../text/pane-forms';
import type { RunOptions } from '../../workbook/port';
import { planAccept, planAcceptSheets, type AcceptPlan } from '../../workflows/open/accept';
import { planProtocol } from '../../workflows/open/protocol';
import type { PaneContext } from '../context';
import { NOTHING_CHANGED, runTask, stopIfAsked } from '../run';
import { patchPart, type Intake, type Message } from '../state';
import { carryOut } from './carry-out';
import { freshDesk } from './department';

/** The trial run of files that the user chose or dropped. */
export function takeFiles(context: PaneContext, chosen: readonly File[]): Promise<void> {
  return runTask(context, FORMS_TEXTS.readingFiles, async (run) => {
    if (chosen.length === 0) return null;
    return trial(context, { kind: 'files', files: chosen }, run);
  });
}

/** The trial run of the forms that stand in this workbook. */
export function takeSheets(context: PaneContext): Promise<void> {
  return runTask(context, FORMS_TEXTS.judging, (run) => trial(context, { kind: 'sheets' }, run));
}

/** Writes register, log and completeness; the plan is made anew, for the workbook may have changed since the trial. */
export function accept(context: PaneContext): Promise<void> {
  return runTask(context, FORMS_TEXTS.accepting, async (run) => {
    const { intake } = context.store.get().forms;
    if (!intake) return null;
    const plan = await planOf(context, intake.source, run);
    const count = plan.received.files.filter(({ result }) => result === 'accepted').length;
    const message = await carryOut(context, plan, run, FORMS_TEXTS.accepted(count), FORMS_TEXTS.acceptedText);
    if (message !== NOTHING_CHANGED) patchPart(context.store, 'forms', { intake: null });
    return message;
  });
}

/** The findings of the trial run as a sheet. */
export function intakeProtocol(context: PaneContext): Promise<void> {
  return runTask(context, CHECK_TEXTS.writingProtocol, async (run) => {
    const { intake } = context.store.get().forms;
    if (!intake) return null;
    const { state } = await freshDesk(context);
    const plan = planProtocol(intake.files, state, context.today());
    return carryOut(context, plan, run, CHECK_TEXTS.protocolDone, CHECK_TEXTS.protocolText);
  });
}

async function trial(
  context: PaneContext,
  source: Intake['source'],
  run: RunOptions,
): Promise<Message | null> {
  const { received } = await planOf(context, source, run);
  if (received.files.length === 0) {
    return { tone: 'info', title: FORMS_TEXTS.nothingToTake, text: FORMS_TEXTS.nothingToTakeText };
  }
  const { files, changed } = received;
  patchPart(context.store, 'forms', { intake: { source, files, changed } });
  return null;
}

async function planOf(context: PaneContext, source: Intake['source'], run: RunOptions): Promise<AcceptPlan> {
  const { state, desk, forms } = await freshDesk(context);
  const { department } = desk;
  if (source.kind === 'sheets') return planAcceptSheets(forms, department, state, context.today());
  const { programme } = department;
  const today = context.today();
  const read = await context.readForms(source.files, { programme, today }, (done, all) => {
    stopIfAsked(run);
    run.onProgress?.(done, all);
  });
  return planAccept(read, department, state, today);
}
