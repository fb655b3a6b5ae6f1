/** Tells of edits in the open workbook. Handlers read at most a sheet's name; they never write. */
import type { SheetEdit } from '../port';
import { supports } from './capabilities';
import { askHost } from './host-requests';

/** A name may be late, but must not hold up what was edited. */
const NAME_MS = 5_000;

/**
 * Listens to all sheets until the returned function is called. Edits come in the order in which the host tells them.
 * `isWriting` says whether the product itself writes just now: where the host does not tell whose an edit is, it
 * counts as the product's then.
 */
export async function watchEdits(
  listener: (edit: SheetEdit) => void,
  isWriting: () => boolean,
): Promise<() => Promise<void>> {
  const names = new Map<string, string>();
  let stopped = false;
  let last = Promise.resolve();
  const tell = (edit: () => Promise<SheetEdit>): Promise<void> => {
    const told = last.then(async () => {
      const known = await edit();
      if (!stopped) {
        listener(known);
      }
    });
    last = told.catch(() => undefined);
    return told;
  };
  const sourceOf = (source: string, own: boolean): SheetEdit['source'] =>
    source === 'Remote' ? 'remote' : own ? 'own' : 'local';

  const onChanged = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    const own = supports('trigger-source') ? event.triggerSource === 'ThisLocalAddin' : isWriting();
    const source = sourceOf(event.source, own);
    return tell(async () => ({
      // Own edits come by the hundred; nobody needs their names so much that the host is asked for each.
      sheet: own ? (names.get(event.worksheetId) ?? null) : await sheetName(event.worksheetId, names),
      address: event.address,
      source,
    }));
  };
  const onAdded = (event: Excel.WorksheetAddedEventArgs): Promise<void> => {
    const source = sourceOf(event.source, isWriting());
    return tell(async () => ({ sheet: await sheetName(event.worksheetId, names), address: '', source }));
  };
  const onDeleted = (event: Excel.WorksheetDeletedEventArgs): Promise<void> => {
    const source = sourceOf(event.source, isWriting());
    names.delete(event.worksheetId);
    return tell(() => Promise.resolve({ sheet: null, address: '', source }));
  };
  const onNameChanged = (event: Excel.WorksheetNameChangedEventArgs): Promise<void> => {
    const source = sourceOf(event.source, isWriting());
    names.set(event.worksheetId, event.nameAfter);
    return tell(() => Promise.resolve({ sheet: event.nameAfter, address: '', source }));
  };

  const handlers = await askHost({ whileTyping: 'wait' }, async ({ workbook: { worksheets } }, sync) => {
    worksheets.load('items/id,items/name');
    const added = [
      worksheets.onChanged.add(onChanged),
      worksheets.onAdded.add(onAdded),
      worksheets.onDeleted.add(onDeleted),
      ...(supports('name-events') ? [worksheets.onNameChanged.add(onNameChanged)] : []),
    ];
    await sync();
    worksheets.items.forEach((sheet) => names.set(sheet.id, sheet.name));
    return added;
  });

  return async () => {
    stopped = true;
    const [first] = handlers;
    if (first !== undefined) {
      await askHost({ whileTyping: 'wait', previous: first.context }, async (_, sync) => {
        handlers.forEach((handler) => handler.remove());
        await sync();
      });
    }
  };
}

/** The sheet's name now; null where it is gone. While the host can't be asked, the name that was known last. */
async function sheetName(id: string, names: Map<string, string>): Promise<string | null> {
  const known = names.get(id);
  if (known !== undefined && supports('name-events')) {
    return known;
  }
  try {
    const name = await askHost({ whileTyping: 'refuse', answerMs: NAME_MS }, async ({ workbook }, sync) => {
      const sheet = workbook.worksheets.getItemOrNullObject(id).load('name');
      await sync();
      return sheet.isNullObject ? null : sheet.name;
    });
    if (name !== null) {
      names.set(id, name);
    }
    return name;
  } catch {
    return known ?? null;
  }
}
