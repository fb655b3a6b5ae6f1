/**
 * A sheet described once, as data. The file writer (exceljs) and the Excel writer (Office.js) both draw from it;
 * neither knows what the sheet is about.
 *
 * Rows and columns count from 1, as in Excel. Lengths: columns in characters of the default font, rows in points,
 * margins in centimetres.
 */

import type { Ink } from './inks';
import type { StyleName } from './styles';

/** A civil date, written «2021-10-01». */
export type DateText = string;

export type SpecValue = string | number | boolean | { readonly date: DateText };

export interface CellSpec {
  readonly row: number;
  readonly column: number;
  /** What is shown; for a formula, its cached result (absent: not known until the host calculates). */
  readonly value?: SpecValue;
  /** English function names and commas, without the leading «=». */
  readonly formula?: string;
  readonly style: StyleName;
  /** A number format instead of the style's, such as «#,##0.00» for an indicator with two decimals. */
  readonly format?: string;
  /** A place in the same workbook, such as `'Форма'!H7`. */
  readonly link?: string;
}

export interface AreaSpec {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type ValidationRule =
  /** Allowed values stand in a range (`'Списки'!$A$1:$A$5`) or a defined name, or are few and short. */
  | { readonly kind: 'list'; readonly source: string | readonly string[] }
  | { readonly kind: 'whole' | 'decimal'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'date'; readonly min: DateText; readonly max: DateText }
  | { readonly kind: 'text'; readonly maxLength: number };

export interface ValidationSpec {
  readonly area: AreaSpec;
  readonly rule: ValidationRule;
  readonly blank: boolean;
  /** `stop` refuses the value, `warning` asks. */
  readonly level: 'stop' | 'warning';
  readonly title: string;
  readonly message: string;
}

export interface ConditionalFormatSpec {
  readonly area: AreaSpec;
  /** A formula that is true where the look applies, relative to the area's first cell; without «=». */
  readonly formula: string;
  readonly look: 'bad' | 'warn' | 'good' | 'muted';
}

/** What is drawn inside cells after their numbers: the host's own data bars and icon sets. */
export type CellPictureSpec =
  /** A bar behind the number, from nothing at `min` to the whole width at `max`. */
  | {
      readonly kind: 'bar';
      readonly area: AreaSpec;
      readonly min: number;
      readonly max: number;
      readonly ink: Ink;
    }
  /**
   * An icon in place of the number: a cross below `middle`, an exclamation mark from `middle`, a tick from `high`. Their
   * shapes differ, so that colour is never all that tells them apart.
   */
  | { readonly kind: 'icons'; readonly area: AreaSpec; readonly middle: number; readonly high: number };

/** A native chart whose figures stand in cells of its own sheet. */
export interface ChartSpec {
  /** Unique on the sheet; the product knows its own charts by their names. */
  readonly name: string;
  readonly title: string;
  /** What the chart says in words, for those who do not see it. */
  readonly description: string;
  /**
   * `columns`: beside one another; `bars`: lying and stacked; `points`: values against numbers or dates, each series
   * either of marks alone or, with `line`, a line alone.
   */
  readonly kind: 'columns' | 'bars' | 'points';
  /** The cells that the chart covers. */
  readonly area: AreaSpec;
  readonly series: readonly ChartSeriesSpec[];
  readonly across?: ChartAxisSpec;
  readonly up?: ChartAxisSpec;
}

export interface ChartSeriesSpec {
  /** The cell with its name. */
  readonly title: { readonly row: number; readonly column: number };
  /** Names of the groups (columns, bars) or numbers (points); one row or one column. */
  readonly categories: AreaSpec;
  /** As many as `categories`; an empty cell is no value, not zero. */
  readonly values: AreaSpec;
  readonly ink: Ink;
  readonly line?: true;
}

export interface ChartAxisSpec {
  readonly title?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly format?: string;
  /** The first value stands on top or on the right. */
  readonly reversed?: true;
}

/** A native Excel table; its header row is `area.top`, whose cells carry the column names. */
export interface TableSpec {
  /** Latin letters, digits and underscores; unique in the workbook. */
  readonly name: string;
  readonly area: AreaSpec;
}

export interface NameSpec {
  readonly name: string;
  readonly area: AreaSpec;
}

export interface PrintSpec {
  readonly orientation: 'portrait' | 'landscape';
  readonly marginsCm: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly area: AreaSpec;
  /** Rows after which a new page begins, where nothing else may begin one before. */
  readonly breaks?: readonly number[];
  /** Rows repeated on every page, first and last. */
  readonly titleRows?: readonly [number, number];
  /** `width`: as many pages tall as it takes, one page wide. Paper is always A4. */
  readonly fit: 'width' | 'none';
  /** Page number in the middle of the top margin, from page 2. */
  readonly pageNumber: boolean;
  /** Small print at the foot of every page, such as «сформировано …». */
  readonly footer?: string;
}

export interface ProtectionSpec {
  /** Never a password: protection prevents slips, it is not security. */
  readonly allow: readonly ('formatColumns' | 'formatRows' | 'autoFilter' | 'sort' | 'insertRows')[];
}

export interface SheetSpec {
  readonly name: string;
  /** Size of the font in cells of `doc-…` styles that have the base size of 12; absent: 12. */
  readonly documentFontSize?: number;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly cells: readonly CellSpec[];
  /** Heights in points of the rows that need one; the others are left to the host. */
  readonly heights: ReadonlyMap<number, number>;
  readonly merges: readonly AreaSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly tables: readonly TableSpec[];
  /** Absent: none. */
  readonly pictures?: readonly CellPictureSpec[];
  readonly charts?: readonly ChartSpec[];
  readonly names: readonly NameSpec[];
  readonly protection?: ProtectionSpec;
  readonly print: PrintSpec;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tab?: 'input' | 'document' | 'service';
}

export interface WorkbookSpec {
  readonly title: string;
  /** Written into the file's properties as its creation date, so that the same input gives the same bytes. */
  readonly date: DateText;
  readonly sheets: readonly SheetSpec[];
}
