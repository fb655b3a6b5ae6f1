/**
 * Long sheets go through exceljs, which takes about a kilobyte for a cell, in pieces: never more of them is held than one.
 * The first piece has all that a sheet is, the others only their cells; `replace-sheets.ts` strings their rows together.
 */

import { areaAddress } from '../area';
import type { AreaSpec, SheetSpec } from '../spec';
import { areaOf } from './formula-looks';
import type { Parts } from './parts';
import { decode, encode } from './xml';

export interface SheetPieces {
  readonly head: SheetSpec;
  readonly tails: readonly SheetSpec[];
}

/** Of a piece; more make little difference to time. */
export const CELLS_AT_ONCE = 10_000;

/** `most`: cells of a piece, which ends with a row. A sheet that is not long, or no plain list, stays whole. */
export function piecesOf(sheet: SheetSpec, most: number): SheetPieces {
  const { cells, heights, merges, tables } = sheet;
  const whole = { head: sheet, tails: [] };
  if (cells.length <= most || !isPlainList(sheet)) return whole;
  const starts = [0];
  for (let at = most; at < cells.length; at += most) {
    while (cells[at]?.row === cells[at - 1]?.row && at < cells.length) at += 1;
    if (at < cells.length) starts.push(at);
  }
  const pieces = starts.map((start, index) => {
    const own = cells.slice(start, starts[index + 1]);
    const [top, bottom] = [own[0]?.row ?? 0, own.at(-1)?.row ?? 0];
    const ownHeights = [...heights].filter(([row]) => row <= bottom && (row >= top || index === 0));
    return { cells: own, heights: new Map(ownHeights), bottom };
  });
  const [first, ...rest] = pieces;
  if (first === undefined || merges.some(({ bottom }) => bottom > first.bottom)) return whole;
  // exceljs makes all cells of a table: those below the piece would be made twice.
  const cut = tables.map(({ name, area }) => ({
    name,
    area: { ...area, bottom: Math.min(area.bottom, first.bottom) },
  }));
  if (cut.some(({ area }) => area.bottom <= area.top)) return whole;
  return {
    head: { ...sheet, cells: first.cells, heights: first.heights, tables: cut },
    tails: rest.map((piece) => ({
      ...sheet,
      cells: piece.cells,
      heights: piece.heights,
      merges: [],
      validations: [],
      conditionalFormats: [],
      tables: [],
      names: [],
    })),
  };
}

/** Rows follow one another, and nothing but cells and heights belongs to single rows. */
function isPlainList({ cells, pictures = [], charts = [] }: SheetSpec): boolean {
  return (
    pictures.length === 0 &&
    charts.length === 0 &&
    cells.every(({ row, link }, index) => link === undefined && row >= (cells[index - 1]?.row ?? 0))
  );
}

/** Gives the tables of a head in the parts of its package the areas that they have in the whole sheet. */
export function lengthenTables(parts: Parts, sheet: SheetSpec, { head }: SheetPieces): void {
  for (const [index, { name, area }] of sheet.tables.entries()) {
    const cut = head.tables[index];
    for (const [part, bytes] of parts) {
      const text = part.startsWith('xl/tables/') ? decode(bytes) : '';
      if (cut === undefined || !text.includes(` displayName="${name}"`)) continue;
      const [from, to] = [areaAddress(cut.area), areaAddress(area)];
      parts.set(part, encode(text.replaceAll(` ref="${from}"`, ` ref="${to}"`)));
    }
  }
}

const ROWS_END = '</sheetData>';
const DIMENSION = /(<dimension ref=")([^"]*)"/;

/** What is left of a tail when it has been written. */
export interface TailRows {
  readonly rows: Uint8Array;
  readonly dimension: AreaSpec;
}

/** The rows of a tail's text. */
export function rowsOf(tail: string): TailRows {
  const rows = tail.slice(tail.indexOf('<row '), tail.indexOf(ROWS_END));
  return { rows: encode(rows), dimension: dimensionOf(tail) };
}

/** The sheet of a head's text with the rows of its tails, in order. */
export function joinPieces(head: string, tails: readonly TailRows[]): Uint8Array {
  const end = head.indexOf(ROWS_END);
  const areas = [dimensionOf(head), ...tails.map(({ dimension }) => dimension)];
  const start = head
    .slice(0, end)
    .replace(DIMENSION, (_, before: string) => `${before}${areaAddress(covering(areas))}"`);
  return joined([encode(start), ...tails.map(({ rows }) => rows), encode(head.slice(end))]);
}

function dimensionOf(text: string): AreaSpec {
  return areaOf(DIMENSION.exec(text)?.[2] ?? 'A1');
}

function covering(areas: readonly AreaSpec[]): AreaSpec {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
