/** The pane's actions on a workbook in memory, without a page: what they make of the state and of the workbook. */
import { isCivilDate, type CivilDate } from '../../src/calendar/civil-date';
import type { PaneContext } from '../../src/taskpane/context';
import { doFormWork } from '../../src/taskpane/form-work';
import { readSchoolFile } from '../../src/taskpane/read-school-file';
import { initialState, type PaneState } from '../../src/taskpane/state';
import { createStore } from '../../src/taskpane/store';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import type { ReadFile } from '../../src/workflows/read-form';
import { memoryWorkbook, type MemoryWorkbook } from '../fixtures/memory-open-workbook';

export interface Desk {
  readonly context: PaneContext;
  readonly book: MemoryWorkbook;
  readonly saved: { readonly name: string; readonly content: Uint8Array | string }[];
  state(): PaneState;
}

export function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`${text} is no day`);
  return text;
}

/** `change`: puts something in the way of the workbook, such as a host that refuses. */
export function deskWith(
  book: MemoryWorkbook = memoryWorkbook(),
  change: Partial<PaneContext['workbook']> = {},
  today: CivilDate = day('2021-10-08'),
): Desk {
  const saved: Desk['saved'] = [];
  const store = createStore(initialState());
  const context: PaneContext = {
    store,
    workbook: { ...book, ...change },
    today: () => today,
    write: writeWorkbookFile,
    readForms: async (files, source, onFile) => {
      const read: ReadFile[] = [];
      for (const [index, file] of files.entries()) {
        onFile(index, files.length);
        read.push(await readSchoolFile(file, source));
      }
      return read;
    },
    formWork: doFormWork,
    openGuide: () => false,
    save: (name, content) => saved.push({ name, content }),
  };
  return { context, book, saved, state: () => store.get() };
}
