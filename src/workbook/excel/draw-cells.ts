/** Contents of cells: values and formulas, and the number formats that keep them what they are. */

import { cellStyle } from '../cell-style';
import { cleanText, LONGEST_CELL } from '../clean-text';
import { dateSerial } from '../date-serial';
import { cellAddress } from '../grid';
import { rectanglesOf } from '../rectangles';
import type { AreaSpec, CellSpec, SheetSpec, SpecValue } from '../spec';
import { areaStep, type Step } from './step';

/** `null` leaves a cell of the block alone. */
type Content = string | number | boolean | null;

/** One block of neighbouring cells, in the order in which its parts are written. */
export interface ContentBlock {
  readonly area: AreaSpec;
  /** Formats in which the host takes every content for what it is: text in «@», the rest in «General». */
  readonly before: readonly (readonly string[])[];
  readonly values: readonly (readonly Content[])[];
  /** Undefined where the block has none. */
  readonly formulas: readonly (readonly Content[])[] | undefined;
  /** The formats that stay, where they differ from `before`; undefined where none does. */
  readonly after: readonly (readonly (string | null)[])[] | undefined;
}

const TEXT = '@';
const GENERAL = 'General';
/** Cells of one block at most; larger ones are cut between rows. */
const BLOCK_CELLS = 1000;

/**
 * Steps that write the contents of a sheet's cells, but for those at the addresses to keep. `daysOff`: what the workbook
 * counts less than the 1900 system.
 */
export function contentSteps(spec: SheetSpec, keep: ReadonlySet<string>, daysOff: number): Step[] {
  return [...linkSteps(spec, keep), ...contentBlocks(spec, keep, daysOff).map(blockStep)];
}

/** Exported for its test: blocks that hold each cell of the spec once, but for those to keep. */
export function contentBlocks(spec: SheetSpec, keep: ReadonlySet<string>, daysOff: number): ContentBlock[] {
  const cells = new Map(spec.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  keep.forEach((address) => cells.delete(address));
  return rectanglesOf(cells.values())
    .flatMap(cutBetweenRows)
    .map((area) => {
      const rows = rowsOf(area, cells);
      const before = rows.map((row) => row.map(formatBefore));
      const after = rows.map((row, y) =>
        row.map((cell, x) => {
          const { format } = cellStyle(cell, spec.documentFontSize);
          return format === before[y]?.[x] ? null : format;
        }),
      );
      const formulas = rows.map((row) => row.map(formulaOf));
      return {
        area,
        before,
        values: rows.map((row) => row.map((cell) => valueOf(cell, daysOff))),
        formulas: holdsSomething(formulas) ? formulas : undefined,
        after: holdsSomething(after) ? after : undefined,
      };
    });
}

function blockStep({ area, before, values, formulas, after }: ContentBlock): Step {
  const draw = (range: Excel.Range): void => {
    range.numberFormat = mutable(before);
    range.values = mutable(values);
    if (formulas !== undefined) {
      range.formulas = mutable(formulas);
    }
    if (after !== undefined) {
      range.numberFormat = mutable(after);
    }
  };
  return areaStep(area, 4, draw, [before, values, formulas, after]);
}

/** Links come before the values: the host writes the text to display into the cell. */
function linkSteps({ cells }: SheetSpec, keep: ReadonlySet<string>): Step[] {
  return cells.flatMap(({ row, column, link, value }) => {
    if (link === undefined || keep.has(cellAddress(row, column))) {
      return [];
    }
    const textToDisplay = typeof value === 'string' ? value : '';
    const area = { top: row, left: column, bottom: row, right: column };
    return [
      areaStep(
        area,
        1,
        (range) => {
          range.hyperlink = { documentReference: link, textToDisplay };
        },
        [link, textToDisplay],
      ),
    ];
  });
}

function valueOf({ value, formula }: CellSpec, daysOff: number): Content {
  if (formula !== undefined) {
    return null;
  }
  return value === undefined ? '' : plainValue(value, daysOff);
}

function formulaOf({ formula }: CellSpec): Content {
  return formula === undefined ? null : `=${formula}`;
}

function plainValue(value: SpecValue, daysOff: number): Content {
  if (typeof value === 'object') {
    return dateSerial(value.date) - daysOff;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`A cell can't hold ${value}.`);
  }
  if (typeof value !== 'string') {
    return value;
  }
  const text = cleanText(value, LONGEST_CELL);
  return startsWithApostrophe(text) ? `'${text}` : text;
}

/**
 * In a cell of text format the host takes a text as it is. Only an apostrophe at its beginning would be taken for the
 * sign that text follows; behind such a sign of our own, in a cell of general format, it is a character like others.
 */
function formatBefore({ value, formula }: CellSpec): string {
  return formula === undefined && typeof value === 'string' && !startsWithApostrophe(value) ? TEXT : GENERAL;
}

function startsWithApostrophe(text: string): boolean {
  return text.startsWith("'");
}

function rowsOf(area: AreaSpec, cells: ReadonlyMap<string, CellSpec>): CellSpec[][] {
  const { top, left, bottom, right } = area;
  return Array.from({ length: bottom - top + 1 }, (_, y) =>
    Array.from({ length: right - left + 1 }, (_, x) => {
      const cell = cells.get(cellAddress(top + y, left + x));
      if (cell === undefined) {
        throw new Error(`No cell ${cellAddress(top + y, left + x)}`);
      }
      return cell;
    }),
  );
}

function cutBetweenRows(area: AreaSpec): AreaSpec[] {
  const rows = Math.max(1, Math.floor(BLOCK_CELLS / (area.right - area.left + 1)));
  const pieces: AreaSpec[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) {
    pieces.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  }
  return pieces;
}

function holdsSomething(rows: readonly (readonly (Content | string)[])[]): boolean {
  return rows.some((row) => row.some((item) => item !== null));
}

function mutable<T>(rows: readonly (readonly T[])[]): T[][] {
  return rows.map((row) => [...row]);
}
