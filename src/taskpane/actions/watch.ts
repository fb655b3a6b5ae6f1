/**
 * Edits of the workbook while the pane is open. Nothing is written from here: results are marked as out of date, and the
 * form in view is read and checked again when this user changed it.
 */
import type { SheetEdit } from '../../workbook/port';
import type { FormCheck } from '../../workflows/check-form';
import type { PaneContext } from '../context';
import { failure } from '../run';
import type { OpenBook } from '../state';
import { TYPING_PAUSE_MS } from '../typing-pause';
import { formLabel } from '../../workflows/open/read-open-forms';
import { checkActive } from './check';

/** Starts to watch. A host that can't tell of edits leaves the pane as it is: the user checks again by hand. */
export async function watchEdits(context: PaneContext): Promise<void> {
  const { store, workbook } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const recheck = (): void => {
    const { busy, question } = store.get();
    if (busy ?? question) {
      timer = setTimeout(recheck, TYPING_PAUSE_MS);
      return;
    }
    checkActive(context).catch((error: unknown) => store.set({ message: failure(error) }));
  };
  try {
    await workbook.watch((edit) => {
      if (edit.source === 'own') return;
      const { check, book } = store.get();
      if (!check.checks || !book) return;
      const edited = editedForms(edit, book, check.checks);
      if (edited.length === 0) return;
      store.set({ check: { ...check, stale: new Set([...check.stale, ...edited]) } });
      if (edit.source === 'remote') return;
      clearTimeout(timer);
      timer = setTimeout(recheck, TYPING_PAUSE_MS);
    });
  } catch (error) {
    store.set({ message: failure(error) });
  }
}

/** Labels of the checked forms that an edit touches; a change of the sheets themselves may touch any. */
function editedForms(
  { sheet, address }: SheetEdit,
  { situation }: OpenBook,
  checks: readonly FormCheck[],
): readonly string[] {
  const forms =
    situation.kind === 'department' ? situation.forms : situation.kind === 'form' ? [situation.sheets] : [];
  const checked = new Set(checks.map(({ file }) => file));
  if (sheet === null || address === '') return [...checked];
  return forms
    .filter(({ title, form, copies }) => [title, form, ...copies].includes(sheet))
    .map(formLabel)
    .filter((label) => checked.has(label));
}
