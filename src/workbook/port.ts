/** What a workflow asks of whoever reads and writes workbooks; the adapters in `file/` and `excel/` give it. */
import type { FillOutcome, SheetFilling } from './fill';
import type { Grid } from './grid';
import type { AreaSpec, SheetSpec, SpecValue, WorkbookSpec } from './spec';

export type ReadResult =
  | { readonly ok: true; readonly grid: Grid }
  /** `reason` is a key of the texts in `text/file-problems.ts`; `detail` says where, for the curious. */
  | { readonly ok: false; readonly reason: FileProblem; readonly detail: string };

export type FileProblem =
  | 'empty'
  | 'not-a-workbook'
  | 'old-or-encrypted'
  | 'binary-workbook'
  | 'opendocument'
  | 'damaged'
  | 'too-large'
  | 'unreadable-part';

/** `marks`: a cell tells by an empty text that it has a formula, and not which. */
export type FormulaDetail = 'texts' | 'marks';

export interface WorkbookFiles {
  /**
   * Never throws for what a file holds: a file that can't be read is a result. `formulas`: «texts» where nothing is said;
   * with «marks», which cost much less, a reader may give the texts all the same.
   */
  read(bytes: Uint8Array, formulas?: FormulaDetail): ReadResult;
  write(spec: WorkbookSpec): Promise<Uint8Array>;
  /** The workbook with the named sheets put in place of those of the same name (or added); all else as it was. */
  replaceSheets(bytes: Uint8Array, sheets: readonly SheetSpec[]): Promise<Uint8Array>;
}

/** A cell of the open workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** Address such as «H7». */
  readonly cell: string;
}

/** The open workbook as it stands. */
export interface OpenState {
  readonly grid: Grid;
  /** The workbook's name as its window shows it. */
  readonly name: string;
  readonly readOnly: boolean;
  readonly active: CellPlace;
  /** Sheets that an interrupted run left half made; the next `put` of a sheet of that name makes it anew. */
  readonly unfinished: readonly string[];
}

/** One sheet to be made, or brought up to date in place. */
export interface SheetChange {
  readonly spec: SheetSpec;
  /** Null: the sheet is new. Else it is renewed where it stands, so that references to its cells stay alive. */
  readonly existing: {
    /** Cells whose contents go before the new ones are written. */
    readonly clear: readonly AreaSpec[];
    /** Cells of the spec whose contents are not written: a person's entry stands there («H7»). */
    readonly keep: ReadonlySet<string>;
  } | null;
}

/** A value put into one cell, such as a reason typed in the pane. */
export interface CellEntry extends CellPlace {
  readonly value: SpecValue;
}

/** A cell that a check has something to say about. */
export interface CellMark extends CellPlace {
  readonly look: 'bad' | 'warn';
}

export interface SheetEdit {
  /** Null where the sheet is gone. */
  readonly sheet: string | null;
  /** «H7» or «H7:K9»; empty for a change of the sheet itself (renamed, added, deleted). */
  readonly address: string;
  /** `own`: the product's own writing; `remote`: another person in the same workbook. */
  readonly source: 'local' | 'remote' | 'own';
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * The workbook that the user has open. Every call may throw a `HostError` (`host-error.ts`), which says what the host
 * refused; nothing else is thrown for what a user or a host does.
 */
export interface OpenWorkbook {
  read(): Promise<OpenState>;
  /** Makes and renews sheets; the first of them is shown at the end if `show`. */
  put(changes: readonly SheetChange[], show: boolean, run?: RunOptions): Promise<void>;
  /** Writes single values into cells that people may fill. */
  enter(entries: readonly CellEntry[]): Promise<void>;
  /**
   * Fills cells of sheets that somebody else has made, and repeats rows of them: what stands below moves down, and what
   * refers to it follows. With obstacles nothing is written.
   */
  fill(fillings: readonly SheetFilling[], run?: RunOptions): Promise<FillOutcome>;
  select(place: CellPlace): Promise<void>;
  /** Shows these marks instead of all that were shown before; none: removes them without a trace. */
  mark(marks: readonly CellMark[]): Promise<void>;
  /** Tells of edits until the returned function is called. The listener must not write. */
  watch(listener: (edit: SheetEdit) => void): Promise<() => Promise<void>>;
}
