/** Checks the forms of the open workbook, and does with the findings what the user asks for. */
import { CHECK_TEXTS } from '../../text/pane-check';
import type { Finding } from '../../controls/finding';
import { checkOpenForms, type CheckScope } from '../../workflows/open/check';
import { marksOf } from '../../workflows/open/marks';
import { planProtocol } from '../../workflows/open/protocol';
import { reasonEntries, reasonPlace } from '../../workflows/open/reason';
import { checkedQuarter } from '../choices';
import type { PaneContext } from '../context';
import { runTask } from '../run';
import { patchPart, type OpenBook } from '../state';
import { carryOut, readAfter } from './carry-out';
import { readBook } from './read';

export function check(context: PaneContext): Promise<void> {
  return runTask(context, CHECK_TEXTS.busy, () => checkAll(context));
}

/** Reads the workbook and checks what the user chose; findings of an earlier check go. */
async function checkAll(context: PaneContext): Promise<null> {
  const book = await readBook(context);
  const checks = checkOpenForms(book.state, book.situation, scopeOf(context, book), context.today());
  patchPart(context.store, 'check', { checks, stale: new Set(), reason: null });
  return null;
}

/** The form in view, checked again after an edit of it; the other results stay as they are. Nothing is written. */
export async function checkActive(context: PaneContext): Promise<void> {
  const { store } = context;
  const book = await readBook(context);
  const fresh = checkOpenForms(book.state, book.situation, { kind: 'active' }, context.today());
  const { checks, stale } = store.get().check;
  if (!checks) return;
  const renewed = new Map(fresh.map((one) => [one.file, one]));
  patchPart(context.store, 'check', {
    checks: checks.map((one) => renewed.get(one.file) ?? one),
    stale: new Set([...stale].filter((file) => !renewed.has(file))),
  });
}

export function toggleMarks(context: PaneContext): Promise<void> {
  const { marksShown, checks } = context.store.get().check;
  if (marksShown) {
    return runTask(context, CHECK_TEXTS.unmarking, async () => {
      await context.workbook.mark([]);
      patchPart(context.store, 'check', { marksShown: false });
      return { tone: 'success', title: CHECK_TEXTS.unmarked, text: CHECK_TEXTS.unmarkedText };
    });
  }
  return runTask(context, CHECK_TEXTS.marking, async () => {
    const marks = marksOf(checks ?? []);
    await context.workbook.mark(marks);
    patchPart(context.store, 'check', { marksShown: true });
    return { tone: 'success', title: CHECK_TEXTS.marked(marks.length), text: CHECK_TEXTS.markedText };
  });
}

export function protocol(context: PaneContext): Promise<void> {
  return runTask(context, CHECK_TEXTS.writingProtocol, async (run) => {
    const { state } = await readBook(context);
    const plan = planProtocol(context.store.get().check.checks ?? [], state, context.today());
    return carryOut(context, plan, run, CHECK_TEXTS.protocolDone, CHECK_TEXTS.protocolText);
  });
}

/** Opens the entry of a reason, with what stands in the form already. */
export function startReason(context: PaneContext, finding: Finding): void {
  const { book } = context.store.get();
  const place = book && reasonPlace(finding, book.state);
  if (place) patchPart(context.store, 'check', { reason: { finding, text: place.text } });
  else {
    context.store.set({
      message: { tone: 'warning', title: CHECK_TEXTS.noReasonPlace, text: CHECK_TEXTS.noReasonPlaceText },
    });
  }
}

/** Writes the typed reason into the form's own column, and checks again. */
export function saveReason(context: PaneContext): Promise<void> {
  const { reason } = context.store.get().check;
  return runTask(context, CHECK_TEXTS.reasonBusy, async () => {
    if (!reason) return null;
    const { state } = await readBook(context);
    await context.workbook.enter(reasonEntries(reason.finding, reason.text.trim(), state));
    return readAfter(() => checkAll(context), {
      tone: 'success',
      title: CHECK_TEXTS.reasonDone,
      text: CHECK_TEXTS.reasonDoneText,
    });
  });
}

function scopeOf({ store }: PaneContext, { desk }: OpenBook): CheckScope {
  const state = store.get();
  // A school's form has nothing but itself.
  if (!desk) return { kind: 'all' };
  const { scope } = state.check;
  const quarter = checkedQuarter(state, desk);
  return scope === 'quarter' && quarter
    ? { kind: 'quarter', quarter }
    : { kind: scope === 'active' ? 'active' : 'all' };
}
