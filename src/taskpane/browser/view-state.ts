/** What the view of a workbook's sheets is drawn from, worked out once for a sheet as it stands. */
import { cellAddress, type GridCell, type GridSheet } from '../../workbook/grid';
import type { FileWorkbook } from '../../workbook/file/open-file-workbook';
import type { Look } from '../../workbook/file/look-table';
import type { SheetPicture } from '../../workbook/file/sheet-picture';
import type { AreaSpec } from '../../workbook/spec';

export interface ShownSheet {
  readonly sheet: GridSheet;
  readonly picture: SheetPicture;
  readonly looks: readonly Look[];
  readonly cells: ReadonlyMap<string, GridCell>;
  /** Merged areas by the address of their first cell. */
  readonly merges: ReadonlyMap<string, AreaSpec>;
  /** Addresses that a merged area hides, with the address of its first cell. */
  readonly covered: ReadonlyMap<string, string>;
  /** Columns and rows that are seen, in order. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

const MOST_COLUMNS = 60;
/** Merged areas larger than this are of a stranger's making; they are shown as single cells. */
const MOST_COVERED = 2000;

export function shownSheet(workbook: FileWorkbook, name: string): ShownSheet | null {
  const sheet = workbook.visibleSheets().find((each) => each.name === name);
  const found = workbook.look(name);
  if (sheet === undefined || found === null) return null;
  const { picture, looks } = found;
  const cells = new Map(sheet.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  const merges = new Map<string, AreaSpec>();
  const covered = new Map<string, string>();
  for (const area of picture.merges) {
    const { top, left, bottom, right } = area;
    if ((bottom - top + 1) * (right - left + 1) > MOST_COVERED) continue;
    const first = cellAddress(top, left);
    merges.set(first, area);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row !== top || column !== left) covered.set(cellAddress(row, column), first);
      }
    }
  }
  const lastRow = sheet.cells.reduce((last, { row }) => Math.max(last, row), 0);
  const lastColumn = sheet.cells.reduce((last, { column }) => Math.max(last, column), 0);
  return {
    sheet,
    picture,
    looks,
    cells,
    merges,
    covered,
    columns: upTo(Math.min(lastColumn, MOST_COLUMNS), picture.hiddenColumns),
    rows: upTo(lastRow, picture.hiddenRows),
  };
}

export function lookOf({ picture, looks }: ShownSheet, address: string): Look | undefined {
  return looks[picture.looks.get(address) ?? -1];
}

/** Cells that people are meant to fill: unlocked ones without a formula. */
export function isInput(shown: ShownSheet, address: string): boolean {
  return lookOf(shown, address)?.locked === false && shown.cells.get(address)?.formula === undefined;
}

/** Values that the cell's own rule lists; none: anything may be typed. */
export function listedValues(
  { picture }: ShownSheet,
  { row, column }: { row: number; column: number },
): readonly string[] {
  const rule = picture.lists.find(({ areas }) =>
    areas.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
    ),
  );
  return rule?.values ?? [];
}

function upTo(last: number, hidden: ReadonlySet<number>): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1).filter((number) => !hidden.has(number));
}
