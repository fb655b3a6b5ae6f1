/**
 * The workbook of the emulated Excel: plain data in memory. Rows and columns count from 1; lengths of rows, margins and
 * fonts are points, widths of columns are whole pixels at 96 dpi; colours are «#RRGGBB».
 */

import type { Area } from './area';
import type { Chart } from './charts';
import type { CellStyle } from './style';

/** An error value such as «#REF!». */
export interface CellError {
  readonly error: string;
}

export type CellValue = string | number | boolean | CellError;

export interface Link {
  /** Outside the workbook. */
  readonly address?: string;
  /** Inside it, such as `'Форма'!H7`. */
  readonly documentReference?: string;
  readonly screenTip?: string;
}

export interface Cell {
  /** Absent: empty; of a formula, not calculated yet (nothing is calculated here: a test sets what a formula gives). */
  value?: CellValue;
  /** English function names and commas, without «=». */
  formula?: string;
  /** A leading apostrophe was typed: the content is text whatever it looks like. */
  quotePrefix?: true;
  /** Absent: the row's, else the column's, else the sheet's. */
  style?: CellStyle;
  link?: Link;
}

export interface Column {
  /** Absent: the default. */
  pixels?: number;
  hidden?: boolean;
  style?: CellStyle;
}

export interface Row {
  /** Absent: the default, or as high as the text wants. */
  points?: number;
  hidden?: boolean;
  style?: CellStyle;
}

export type ValidationType = 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
export type Operator =
  | 'Between'
  | 'NotBetween'
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThanOrEqualTo';

export interface Validation {
  readonly areas: readonly Area[];
  readonly type: ValidationType;
  readonly operator?: Operator;
  /** As files hold them: without «=», an enumerated list in quotation marks. */
  readonly formulas: readonly string[];
  readonly dropDown: boolean;
  readonly ignoreBlanks: boolean;
  readonly error: {
    readonly show: boolean;
    readonly style: 'Stop' | 'Warning' | 'Information';
    readonly title: string;
    readonly message: string;
  };
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
}

/** What a conditional format lays over a cell; what is absent stays the cell's. */
export interface ConditionalLook {
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: 'None' | 'Single' | 'Double';
  strikethrough?: boolean;
  fill?: string;
  numberFormat?: string;
}

export interface ConditionalFormat {
  readonly id: string;
  areas: readonly Area[];
  readonly type: 'Custom' | 'CellValue' | 'DataBar' | 'IconSet';
  /** Of `CellValue` only. */
  operator?: Operator;
  /** Without «=»; relative to the first cell of the first area. */
  formulas: readonly string[];
  stopIfTrue: boolean;
  readonly look: ConditionalLook;
  /** Of `DataBar` only. */
  readonly bar?: DataBar;
  /** Of `IconSet` only. */
  readonly icons?: IconSet;
}

/** Where a data bar ends; a formula without «=», and only where the type wants one. */
export interface BarEnd {
  readonly type:
    'Automatic' | 'LowestValue' | 'HighestValue' | 'Number' | 'Percent' | 'Formula' | 'Percentile';
  readonly formula?: string;
}

export interface DataBar {
  lower: BarEnd;
  upper: BarEnd;
  direction: 'Context' | 'LeftToRight' | 'RightToLeft';
  barOnly: boolean;
  fill: string;
  gradient: boolean;
}

export interface IconSet {
  style: 'ThreeTrafficLights1' | 'ThreeSymbols' | 'ThreeSymbols2';
  iconOnly: boolean;
  reversed: boolean;
  /** From which values on the second and the third icon stand; formulas without «=». */
  from: readonly IconFrom[];
}

export interface IconFrom {
  readonly type: 'Number' | 'Percent' | 'Formula' | 'Percentile';
  readonly formula: string;
  readonly orEqual: boolean;
}

export interface Table {
  readonly id: string;
  name: string;
  /** With the header row and the row of totals, where there are any. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface Name {
  name: string;
  /** Null: of the workbook. */
  readonly sheet: Sheet | null;
  /** Without «=», such as `'Форма'!$A$1:$B$2`. */
  formula: string;
  comment: string;
  visible: boolean;
}

export const PROTECTION_OPTIONS = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const;
export type ProtectionOption = (typeof PROTECTION_OPTIONS)[number];

export interface SheetProtection {
  readonly options: Readonly<Record<ProtectionOption, boolean>>;
  readonly selectionMode: 'Normal' | 'Unlocked' | 'None';
  readonly password?: string;
}

export interface HeaderFooter {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  /** Office.js's name, such as «A4». */
  paperSize: string;
  /** A scale in per cent, or pages to fit into (0: as many as it takes). */
  zoom: { scale: number } | { fitWidth: number; fitHeight: number };
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  printOrder: 'DownThenOver' | 'OverThenDown';
  printComments: 'NoComments' | 'EndSheet' | 'InPlace';
  printErrors: 'AsDisplayed' | 'Blank' | 'Dash' | 'NotAvailable';
  /** Empty: numbered automatically. */
  firstPageNumber: number | '';
  printAreas: readonly Area[];
  titleRows: readonly [number, number] | null;
  titleColumns: readonly [number, number] | null;
  headersFooters: {
    state: 'Default' | 'FirstAndDefault' | 'OddAndEven' | 'FirstOddAndEven';
    useSheetMargins: boolean;
    useSheetScale: boolean;
    defaultForAllPages: HeaderFooter;
    firstPage: HeaderFooter;
    evenPages: HeaderFooter;
    oddPages: HeaderFooter;
  };
}

/** A note («примечание») at a cell, not a threaded comment. */
export interface Note {
  readonly author: string;
  readonly text: string;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** Empty: none. */
  tabColor: string;
  /** Keys are `cellKey(row, column)` of `cells.ts`. */
  readonly cells: Map<number, Cell>;
  readonly rows: Map<number, Row>;
  readonly columns: Map<number, Column>;
  /** Of cells that neither they themselves nor their row nor their column give one. */
  style: CellStyle;
  standardPixels: number;
  merges: readonly Area[];
  validations: readonly Validation[];
  /** The first has the highest priority. */
  conditionalFormats: readonly ConditionalFormat[];
  readonly tables: Table[];
  readonly charts: Chart[];
  /** Rows above which a page begins because somebody said so. */
  pageBreaks: readonly number[];
  protection: SheetProtection | null;
  readonly layout: PageLayout;
  freeze: { readonly rows: number; readonly columns: number } | null;
  showGridlines: boolean;
  showHeadings: boolean;
  readonly notes: Map<number, Note>;
  readonly customProperties: Map<string, string>;
}

export interface Selection {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

export interface Workbook {
  /** As the window shows it, such as «Мониторинг.xlsx». */
  name: string;
  readonly sheets: Sheet[];
  readonly names: Name[];
  selection: Selection;
  readOnly: boolean;
  /** Protected structure: no sheet can be added, removed, renamed, moved or hidden. */
  protection: { readonly password?: string } | null;
  /** Days count from 1904, not from 1900. */
  date1904: boolean;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  readonly settings: Map<string, unknown>;
  readonly properties: Map<string, string>;
  saved: boolean;
  /** For ids. */
  counter: number;
}
