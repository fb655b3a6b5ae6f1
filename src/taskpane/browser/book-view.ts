/** The book beside the pane: what is drawn of it, and what a person does in it. */
import { typedText, typedValue } from './shown-value';
import { isInput, lookOf, shownSheet, type ShownSheet } from './view-state';
import { BROWSER_TEXTS } from '../../text/pane-browser';
import { HOST_PROBLEMS } from '../../text/host-problems';
import { cellAddress } from '../../workbook/grid';
import { HostError } from '../../workbook/host-error';
import type { CellEntry } from '../../workbook/port';
import { areaOf } from '../../workbook/file/formula-looks';
import type { FileWorkbook } from '../../workbook/file/open-file-workbook';

/** Rows that are drawn at once; a register may have thousands. */
export const ROWS_AT_ONCE = 300;

export interface Editing {
  readonly address: string;
  readonly text: string;
}

export interface BookView {
  readonly workbook: FileWorkbook;
  /** Null: the book has no sheet that may be seen. */
  readonly shown: () => ShownSheet | null;
  /** Address of the active cell; of a merged area, its first. */
  readonly here: () => string;
  readonly editing: () => Editing | null;
  /** What was just done or refused, in words. */
  readonly note: () => string;
  readonly rowCount: () => number;
  readonly go: (address: string) => void;
  readonly move: (rows: number, columns: number) => void;
  readonly showSheet: (name: string) => void;
  readonly showMore: () => void;
  /** Opens the active cell for typing; `text` absent: with what stands in it. */
  readonly edit: (text?: string) => void;
  /** Ends typing: writes what was typed. False: it can't be written, and typing goes on. */
  readonly commit: (text: string) => boolean;
  readonly leave: () => void;
  readonly clear: () => void;
  /** Puts a table of texts, as Excel copies it, from the active cell on. */
  readonly paste: (text: string) => void;
  readonly undo: () => void;
}

/** `changed`: draws anew; `typed`: something was typed into the book. */
export function bookView(workbook: FileWorkbook, changed: () => void, typed: () => void): BookView {
  let known: { readonly bytes: Uint8Array; readonly name: string; readonly shown: ShownSheet | null } | null =
    null;
  let editing: Editing | null = null;
  let note = '';
  let rowCount = ROWS_AT_ONCE;

  const shown = (): ShownSheet | null => {
    const { sheet: name } = workbook.active();
    const bytes = workbook.bytes();
    if (known?.bytes !== bytes || known.name !== name) {
      known = { bytes, name, shown: shownSheet(workbook, name) };
    }
    return known.shown;
  };
  const here = (): string => {
    const { cell } = workbook.active();
    return shown()?.covered.get(cell) ?? cell;
  };
  const say = (text: string): void => {
    note = text;
    changed();
  };
  const write = (entries: readonly CellEntry[]): boolean => {
    try {
      workbook.type(entries);
      typed();
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      say(HOST_PROBLEMS[error.problem].what);
      return false;
    }
  };
  const entryOf = (address: string, text: string): CellEntry | null => {
    const sheet = shown();
    const look = sheet === null ? undefined : lookOf(sheet, address);
    const value = typedValue(text, look?.format === '@', look?.isDate === true);
    return value === null ? null : { sheet: workbook.active().sheet, cell: address, value };
  };
  const go = (address: string): void => {
    editing = null;
    note = '';
    const { top } = areaOf(address);
    if (top > rowCount) rowCount = top + ROWS_AT_ONCE;
    workbook.go({ sheet: workbook.active().sheet, cell: address });
  };
  const move = (rows: number, columns: number): void => {
    const sheet = shown();
    if (sheet === null) return;
    const from = here();
    const next = stepFrom(sheet, from, rows, columns);
    if (next !== from) go(next);
  };

  return {
    workbook,
    shown,
    here,
    editing: () => editing,
    note: () => note,
    rowCount: () => rowCount,
    go,
    move,
    showSheet: (name) => {
      editing = null;
      note = '';
      rowCount = ROWS_AT_ONCE;
      workbook.go({ sheet: name, cell: 'A1' });
    },
    showMore: () => {
      rowCount += ROWS_AT_ONCE;
      changed();
    },
    edit: (text) => {
      const sheet = shown();
      const address = here();
      if (sheet === null) return;
      if (!isInput(sheet, address)) {
        say(BROWSER_TEXTS.locked);
        return;
      }
      editing = { address, text: text ?? typedText(sheet.cells.get(address)?.value) };
      note = '';
      changed();
    },
    commit: (text) => {
      if (editing === null) return true;
      const sheet = shown();
      const { address } = editing;
      if (text === typedText(sheet?.cells.get(address)?.value)) {
        editing = null;
        changed();
        return true;
      }
      const entry = entryOf(address, text);
      if (entry === null) {
        say(BROWSER_TEXTS.noFormulas);
        return false;
      }
      editing = null;
      note = '';
      write([entry]);
      return true;
    },
    leave: () => {
      editing = null;
      changed();
    },
    clear: () => {
      const sheet = shown();
      const address = here();
      if (sheet?.cells.has(address) !== true) return;
      if (!isInput(sheet, address)) say(BROWSER_TEXTS.locked);
      else write([{ sheet: workbook.active().sheet, cell: address, value: '' }]);
    },
    paste: (text) => {
      const sheet = shown();
      if (sheet === null) return;
      const wanted = pastedCells(text, here());
      const open = wanted.filter(({ address }) => isInput(sheet, address));
      const entries = open.flatMap(({ address, text: content }) => entryOf(address, content) ?? []);
      const skipped = wanted.length - entries.length;
      if (entries.length > 0 && !write(entries)) return;
      say(
        [BROWSER_TEXTS.pasted(entries.length), ...(skipped > 0 ? [BROWSER_TEXTS.skipped(skipped)] : [])].join(
          ' ',
        ),
      );
    },
    undo: () => {
      editing = null;
      if (workbook.undo()) typed();
    },
  };
}

/** The next cell that is seen in a direction; the same one at the edge. */
function stepFrom({ rows, columns, covered }: ShownSheet, from: string, down: number, right: number): string {
  const { top, left } = areaOf(from);
  let row = rows.indexOf(top);
  let column = columns.indexOf(left);
  if (row < 0 || column < 0) return rows[0] && columns[0] ? cellAddress(rows[0], columns[0]) : from;
  for (;;) {
    row += down;
    column += right;
    const [nextRow, nextColumn] = [rows[row], columns[column]];
    if (nextRow === undefined || nextColumn === undefined) return from;
    const address = cellAddress(nextRow, nextColumn);
    const first = covered.get(address) ?? address;
    if (first !== from) return first;
  }
}

/** Lines and cells of a table as programs copy it: quoted where a cell holds a line break. */
export function pastedCells(
  text: string,
  from: string,
): readonly { readonly address: string; readonly text: string }[] {
  const { top, left } = areaOf(from);
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g,
  )) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== '\t') lines.push([]);
  }
  // What is copied ends with a line break.
  const last = lines.at(-1);
  if (lines.length > 1 && (last?.length === 0 || (last?.length === 1 && last[0] === ''))) lines.pop();
  return lines.flatMap((cells, row) =>
    cells.map((cell, column) => ({ address: cellAddress(top + row, left + column), text: cell })),
  );
}
