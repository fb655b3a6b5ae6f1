/** A workbook file behind the port that the faces know: read, changed and shown without Excel. */
import type { FillOutcome } from '../fill';
import type { GridSheet } from '../grid';
import { HostError } from '../host-error';
import type { CellEntry, CellMark, CellPlace, OpenState, OpenWorkbook, SheetEdit } from '../port';
import type { SheetSpec } from '../spec';
import type { ReadResult } from '../port';
import { enterInto, lookAt, readBook, renewedBook, type FileBook } from './file-book';
import { fillCells } from './fill-cells';
import type { Look } from './look-table';
import { UnreadablePartError } from './parts';
import { putChanges } from './put-changes';
import type { SheetPicture } from './sheet-picture';
import { ReplaceSheetsError } from './target-package';
import { writeWorkbookFile } from './write-workbook';

/** What shows the workbook needs beside the port. */
export interface FileWorkbook extends OpenWorkbook {
  readonly name: string;
  /** Sheets that may be seen, in their order. */
  visibleSheets(): readonly GridSheet[];
  active(): CellPlace;
  marks(): readonly CellMark[];
  /** Widths, merged areas and looks of a sheet; null where it is not there. */
  look(sheet: string): { readonly picture: SheetPicture; readonly looks: readonly Look[] } | null;
  /** What a person types: told to those who watch. Refuses as `enter` does. */
  type(entries: readonly CellEntry[]): void;
  /** Goes to a cell as a person does with mouse or keyboard. */
  go(place: CellPlace): void;
  /** Takes back the last change of the workbook; false: there is none. */
  undo(): boolean;
  canUndo(): boolean;
  /** The file as it is now. */
  bytes(): Uint8Array;
  /** Whether something changed since the file was opened or, later, since `saved` was called. */
  isChanged(): boolean;
  saved(): void;
  /** Calls the listener after every change of contents, place or marks. */
  onChange(listener: () => void): void;
}

export type OpenedFile =
  { readonly ok: true; readonly workbook: FileWorkbook } | Extract<ReadResult, { readonly ok: false }>;

/** Steps that can be taken back; each holds a file. */
const MOST_STEPS = 20;

/** Never throws for what the bytes hold. */
export function openFileWorkbook(name: string, bytes: Uint8Array): OpenedFile {
  try {
    const opened = readBook(bytes);
    return opened.ok ? { ok: true, workbook: fileWorkbook(name, opened.book) } : opened;
  } catch (error) {
    if (error instanceof UnreadablePartError) {
      return { ok: false, reason: 'unreadable-part', detail: error.part };
    }
    throw error;
  }
}

/** As Excel opens a new one; `sheet` is the name of its only sheet. */
export async function openEmptyWorkbook(name: string, sheet: string): Promise<FileWorkbook> {
  const opened = openFileWorkbook(
    name,
    await writeWorkbookFile({ title: '', date: '2000-01-01', sheets: [emptySheet(sheet)] }),
  );
  if (!opened.ok) throw new Error(opened.detail);
  return opened.workbook;
}

function fileWorkbook(name: string, start: FileBook): FileWorkbook {
  let book = start;
  let savedBytes = start.bytes;
  let steps: readonly FileBook[] = [];
  let active: CellPlace = { sheet: visible(start)[0]?.name ?? '', cell: 'A1' };
  let marks: readonly CellMark[] = [];
  const watchers = new Set<(edit: SheetEdit) => void>();
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  const tell = (edits: readonly SheetEdit[]): void =>
    edits.forEach((edit) => watchers.forEach((watcher) => watcher(edit)));
  const become = (next: FileBook): void => {
    steps = [...steps, book].slice(-MOST_STEPS);
    book = next;
  };
  const enter = (entries: readonly CellEntry[], source: SheetEdit['source']): void => {
    if (entries.length === 0) return;
    if (book.readOnly) throw new HostError('read-only', name);
    become(explained(() => enterInto(book, entries)));
    tell(entries.map(({ sheet, cell }) => ({ sheet, address: cell, source })));
    changed();
  };
  const state = (): OpenState => ({
    grid: book.grid,
    name,
    readOnly: book.readOnly,
    active,
    unfinished: [],
  });

  return {
    name,
    read: () => Promise.resolve(state()),
    put: async (changes, show, run) => {
      if (changes.length === 0) return;
      if (book.readOnly) throw new HostError('read-only', name);
      const before = book;
      const bytes = await putChanges(before.bytes, changes).catch(mapped);
      if (run?.signal?.aborted === true) throw new HostError('cancelled', name);
      if (book !== before) throw new HostError('unknown', 'the workbook changed meanwhile');
      become(renewedBook(bytes));
      const [first] = changes;
      const isSeen = visible(book).some((sheet) => sheet.name === first?.spec.name);
      if (show && first !== undefined && isSeen) active = { sheet: first.spec.name, cell: 'A1' };
      run?.onProgress?.(changes.length, changes.length);
      tell(changes.map(({ spec }) => ({ sheet: spec.name, address: '', source: 'own' })));
      changed();
    },
    enter: (entries) => settle(() => enter(entries, 'own')),
    fill: (fillings) =>
      settle((): FillOutcome => {
        if (book.readOnly) throw new HostError('read-only', name);
        const result = explained(() => fillCells(book.bytes, fillings));
        if (!result.ok) return result;
        become(renewedBook(result.bytes));
        tell(fillings.map(({ sheet }) => ({ sheet, address: '', source: 'own' })));
        changed();
        return { ok: true, remarks: result.remarks };
      }),
    select: (place) =>
      settle(() => {
        if (!visible(book).some((sheet) => sheet.name === place.sheet)) {
          throw new HostError('not-found', `sheet ${place.sheet}`);
        }
        active = place;
        changed();
      }),
    mark: (shown) =>
      settle(() => {
        marks = shown;
        changed();
      }),
    watch: (watcher) => {
      watchers.add(watcher);
      return Promise.resolve(() =>
        settle(() => {
          watchers.delete(watcher);
        }),
      );
    },
    visibleSheets: () => visible(book),
    active: () => active,
    marks: () => marks,
    look: (sheet) => lookAt(book, sheet),
    type: (entries) => enter(entries, 'local'),
    go: (place) => {
      active = place;
      changed();
    },
    undo: () => {
      const before = steps.at(-1);
      if (before === undefined) return false;
      steps = steps.slice(0, -1);
      book = before;
      if (!visible(book).some((sheet) => sheet.name === active.sheet)) {
        active = { sheet: visible(book)[0]?.name ?? '', cell: 'A1' };
      }
      tell([{ sheet: null, address: '', source: 'local' }]);
      changed();
      return true;
    },
    canUndo: () => steps.length > 0,
    bytes: () => book.bytes,
    isChanged: () => book.bytes !== savedBytes,
    saved: () => {
      savedBytes = book.bytes;
      changed();
    },
    onChange: (listener) => listeners.add(listener),
  };
}

function visible({ grid }: FileBook): readonly GridSheet[] {
  return grid.sheets.filter(({ visibility }) => visibility === 'visible');
}

/** A promise of work that is done at once. */
function settle<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    return mapped(error);
  }
}

function mapped(error: unknown): never {
  if (error instanceof ReplaceSheetsError) throw new HostError('read-only', error.message);
  if (error instanceof UnreadablePartError) throw new HostError('unknown', error.part);
  throw error;
}

function emptySheet(name: string): SheetSpec {
  return {
    name,
    columns: [],
    cells: [],
    heights: new Map(),
    merges: [],
    validations: [],
    conditionalFormats: [],
    tables: [],
    names: [],
    print: {
      orientation: 'portrait',
      marginsCm: { top: 2, bottom: 2, left: 2, right: 2 },
      area: { top: 1, left: 1, bottom: 1, right: 1 },
      fit: 'none',
      pageNumber: false,
    },
    visibility: 'visible',
  };
}
