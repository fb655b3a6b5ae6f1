/** Runs what a click starts: one thing at a time, with progress, a way to stop it, and every failure put in words. */
import { HOST_PROBLEMS } from '../text/host-problems';
import { LOST_TEXTS, SHELL_TEXTS } from '../text/pane';
import { HostError } from '../workbook/host-error';
import type { RunOptions } from '../workbook/port';
import type { Plan } from '../workflows/open/plan';
import type { PaneContext } from './context';
import type { Message, PaneState, Question } from './state';
import type { Store } from './store';

/** What stops the run that is under way. */
const stops = new WeakMap<Store<PaneState>, AbortController>();

/** The task gives the message of its success; null: nothing to say. A second click while something runs does nothing. */
export async function runTask(
  { store }: PaneContext,
  title: string,
  task: (run: RunOptions) => Promise<Message | null>,
): Promise<void> {
  if (store.get().busy || store.get().question) return;
  const stop = new AbortController();
  stops.set(store, stop);
  store.set({ busy: { title, progress: null, cancelling: false }, message: null });
  const onProgress = (done: number, all: number): void => {
    const { busy } = store.get();
    if (busy) store.set({ busy: { ...busy, progress: { done, all } } });
  };
  try {
    const message = await task({ signal: stop.signal, onProgress });
    store.set({ busy: null, message });
  } catch (error) {
    store.set({ busy: null, question: null, message: failure(error) });
  }
}

/** Asks the run that is under way to stop at its next safe point. */
export function cancelTask({ store }: PaneContext): void {
  const { busy } = store.get();
  if (!busy) return;
  store.set({ busy: { ...busy, cancelling: true } });
  stops.get(store)?.abort();
}

/** At a safe point of a run: ends it, if the user asked for that. */
export function stopIfAsked({ signal }: RunOptions): void {
  if (signal?.aborted) throw new HostError('cancelled', 'pane');
}

/** Shows a question in the pane and waits for the answer; the run's progress is out of sight meanwhile. */
export function ask({ store }: PaneContext, question: Omit<Question, 'answer'>): Promise<boolean> {
  const { busy } = store.get();
  return new Promise((resolve) => {
    const answer = (yes: boolean): void => {
      store.set({ question: null, busy });
      resolve(yes);
    };
    store.set({ question: { ...question, answer }, busy: null });
  });
}

/**
 * Writes a plan into the workbook, and shows its first sheet if `show`; asks first where a person's cells would be written
 * over. False: the user chose to leave everything as it was.
 */
export async function putPlan(
  context: PaneContext,
  { changes, lost }: Pick<Plan, 'changes' | 'lost'>,
  run: RunOptions,
  show: boolean,
): Promise<boolean> {
  if (lost.length > 0) {
    const yes = await ask(context, {
      title: LOST_TEXTS.title,
      text: LOST_TEXTS.text(lost.length),
      lines: lost.map(({ sheet, cell, text }) => LOST_TEXTS.line(sheet, cell, text)),
      yes: LOST_TEXTS.yes,
      no: LOST_TEXTS.no,
    });
    if (!yes) return false;
  }
  if (changes.length > 0) await context.workbook.put(changes, show, run);
  finish(context, changes);
  return true;
}

/** What an earlier run left half made and is written now is not unfinished any more, whether or not it can be read. */
function finish({ store }: PaneContext, changes: Plan['changes']): void {
  const { book } = store.get();
  if (!book) return;
  const written = new Set(changes.map(({ spec }) => spec.name));
  const unfinished = book.state.unfinished.filter((name) => !written.has(name));
  store.set({ book: { ...book, state: { ...book.state, unfinished } } });
}

/** The message of a plan that was put: its notes come first, and a plan without changes is no success. */
export function planMessage(
  { changes, notes }: Pick<Plan, 'changes' | 'notes'>,
  title: string,
  text: string,
): Message {
  if (changes.length === 0) return { ...NOTHING_CHANGED, text: notes.join(' ') || LOST_TEXTS.keptText };
  return { tone: notes.length > 0 ? 'warning' : 'success', title, text: [...notes, text].join(' ') };
}

export const NOTHING_CHANGED: Message = {
  tone: 'info',
  title: LOST_TEXTS.keptTitle,
  text: LOST_TEXTS.keptText,
};

/** The message of a failure: what happened, why, what next. */
export function failure(error: unknown): Message {
  if (error instanceof HostError) {
    const { what, why, next } = HOST_PROBLEMS[error.problem];
    const tone = error.problem === 'cancelled' ? 'info' : 'error';
    const detail = error.problem === 'unknown' ? ` (${error.detail})` : '';
    return { tone, title: what, text: `${why} ${next}${detail}` };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { tone: 'error', title: SHELL_TEXTS.faultTitle, text: SHELL_TEXTS.faultText(detail) };
}
