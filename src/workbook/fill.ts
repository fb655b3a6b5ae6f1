/**
 * What is to be filled into somebody else's workbook. Places are those of the workbook as it was given; where rows are
 * repeated, whoever writes knows where they have gone.
 */
import type { ReadResult } from './port';
import type { SpecValue } from './spec';

/** A part of a cell's text, by UTF-16 units from 0, `end` not included, and what comes in its place. */
export interface TextPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The whole content of a cell, or parts of its text; a look that a part of the text has is kept. */
export type Filling =
  | {
      readonly kind: 'value';
      readonly value: Exclude<SpecValue, string>;
      /** What is written of a date where the cell's format is none of dates. */
      readonly asText: string;
      /** The number is so many per cent: a cell whose format shows per cents gets a hundredth of it. */
      readonly percent: boolean;
    }
  | { readonly kind: 'pieces'; readonly pieces: readonly TextPiece[] };

export interface CellFilling {
  readonly row: number;
  readonly column: number;
  /** Which copy of a repeated row, from 0; 0 elsewhere. */
  readonly copy: number;
  readonly filling: Filling;
}

/** Rows that come once for every item of a list, one block after another; `count` is at least 1. */
export interface RowBlock {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

export interface SheetFilling {
  readonly sheet: string;
  /** In order, without overlaps. */
  readonly blocks: readonly RowBlock[];
  readonly cells: readonly CellFilling[];
}

/** Something that could not follow rows as they moved; the workbook is not written then. */
export interface FillObstacle {
  readonly sheet: string;
  readonly kind:
    | 'merge-across'
    | 'array-formula'
    | 'data-table'
    | 'pivot-table'
    | 'form-control'
    | 'custom-views'
    | 'scenarios'
    | 'table-in-block'
    | 'table-head';
  /** The area or part concerned. */
  readonly where: string;
}

/** A formula elsewhere that names a part of a repeated block; it keeps to the first copy. */
export interface FillRemark {
  readonly sheet: string;
  /** Address in the filled workbook. */
  readonly cell: string;
}

export type FillOutcome =
  | { readonly ok: true; readonly remarks: readonly FillRemark[] }
  | { readonly ok: false; readonly obstacles: readonly FillObstacle[] };

/** Of a file: it is written anew. */
export type FillResult =
  | (Extract<FillOutcome, { readonly ok: true }> & { readonly bytes: Uint8Array })
  | Extract<FillOutcome, { readonly ok: false }>;

/** What a workflow that fills a form asks of whoever reads and writes workbook files. */
export interface FormFiles {
  read(bytes: Uint8Array): ReadResult;
  fill(bytes: Uint8Array, fillings: readonly SheetFilling[]): FillResult;
  /** Parts other than cells that hold «{{»: headers, text boxes, notes. */
  bracesElsewhere(bytes: Uint8Array): readonly BracesElsewhere[];
}

export interface BracesElsewhere {
  /** Null: not of one sheet. */
  readonly sheet: string | null;
  /** Null: the sheet's headers and footers. */
  readonly part: string | null;
}

/** A text with parts of it replaced. */
export function replacePieces(text: string, pieces: readonly TextPiece[]): string {
  // From the end, so that places of earlier pieces stay right.
  return [...pieces]
    .reverse()
    .reduce((made, { start, end, text: put }) => made.slice(0, start) + put + made.slice(end), text);
}
