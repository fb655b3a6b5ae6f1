/** Opens the pane on its workbook: the first reading, and the watch for edits. */
import { SHELL_TEXTS } from '../../text/pane';
import { HELP_TEXTS } from '../../text/pane-help';
import type { CellPlace } from '../../workbook/port';
import type { PaneContext } from '../context';
import { failure, runTask } from '../run';
import { initialState } from '../state';
import { readBook } from './read';
import { watchEdits } from './watch';

export async function openBook(context: PaneContext): Promise<void> {
  await refresh(context);
  await watchEdits(context);
}

export function refresh(context: PaneContext): Promise<void> {
  return runTask(context, SHELL_TEXTS.reading, async () => {
    await readBook(context);
    return null;
  });
}

/** Forgets what the user chose and what was found; that cells are marked is not forgotten, so that they can be unmarked. */
export function reset(context: PaneContext): Promise<void> {
  return runTask(context, SHELL_TEXTS.reading, async () => {
    const { store } = context;
    const { book, view, busy, check } = store.get();
    const fresh = initialState();
    store.set({ ...fresh, book, view, busy, check: { ...fresh.check, marksShown: check.marksShown } });
    await readBook(context);
    return { tone: 'success', title: HELP_TEXTS.resetDone, text: HELP_TEXTS.resetText };
  });
}

/** Shows a cell in Excel. Not a run of its own: a second click on another cell must not be lost. */
export async function select({ store, workbook }: PaneContext, place: CellPlace): Promise<void> {
  try {
    await workbook.select(place);
  } catch (error) {
    store.set({ message: failure(error) });
  }
}
