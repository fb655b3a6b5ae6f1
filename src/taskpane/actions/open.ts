/** Opens the pane on its workbook: the first reading, and the watch for edits. */
import { SHELL_TEXTS } from '../../text/pane';
import type { CellPlace } from '../../workbook/port';
import type { PaneContext } from '../context';
import { failure, runTask } from '../run';
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

/** Shows a cell in Excel. Not a run of its own: a second click on another cell must not be lost. */
export async function select({ store, workbook }: PaneContext, place: CellPlace): Promise<void> {
  try {
    await workbook.select(place);
  } catch (error) {
    store.set({ message: failure(error) });
  }
}
