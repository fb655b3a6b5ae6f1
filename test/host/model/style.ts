/** The look of a cell as the emulated Excel keeps it, in Office.js's own words. Styles are never changed, only replaced. */

export type LineStyle =
  'None' | 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
export type LineWeight = 'Hairline' | 'Thin' | 'Medium' | 'Thick';

export interface Line {
  readonly style: LineStyle;
  readonly weight: LineWeight;
  /** «#RRGGBB». */
  readonly color: string;
}

export type CellEdge = 'top' | 'bottom' | 'left' | 'right' | 'diagonalDown' | 'diagonalUp';

export interface FontLook {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  /** «#RRGGBB». */
  readonly color: string;
}

export interface CellStyle {
  readonly numberFormat: string;
  readonly font: FontLook;
  /** «#RRGGBB» of a solid fill, null where there is none. */
  readonly fill: string | null;
  readonly borders: Readonly<Partial<Record<CellEdge, Line>>>;
  readonly horizontal:
    'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
  readonly vertical: 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  /** Degrees from -90 to 90, or 180 for text from top to bottom. */
  readonly rotation: number;
  readonly readingOrder: 'Context' | 'LeftToRight' | 'RightToLeft';
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

/** A new workbook's «Normal» style. */
export const NORMAL_STYLE: CellStyle = {
  numberFormat: 'General',
  font: {
    name: 'Calibri',
    size: 11,
    bold: false,
    italic: false,
    underline: 'None',
    strikethrough: false,
    subscript: false,
    superscript: false,
    color: '#000000',
  },
  fill: null,
  borders: {},
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  shrink: false,
  rotation: 0,
  readingOrder: 'Context',
  locked: true,
  formulaHidden: false,
};
