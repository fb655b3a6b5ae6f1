/** Charts of the emulated Excel, as far as anyone asks for them. Lengths are points, colours «#RRGGBB». */

import type { Area } from './area';
import type { Sheet } from './workbook';

/** Cells that a chart looks at; its areas move with the cells and are none when these are gone. */
export interface ChartCells {
  readonly sheet: Sheet;
  areas: readonly Area[];
}

export interface ChartLine {
  /** Null: the chart's own. */
  color: string | null;
  weight: number | null;
}

export interface ChartFill {
  /** Null: the chart's own. */
  color: string | null;
}

export interface ChartFont {
  /** Null: the theme's. */
  name: string | null;
  size: number;
  bold: boolean;
}

export interface ChartSeries {
  name: string;
  type: ChartType;
  /** Null: none yet, so that the series is not seen. */
  values: ChartCells | null;
  categories: ChartCells | null;
  readonly fill: ChartFill;
  readonly line: ChartLine;
  marker: {
    style: 'Automatic' | 'None' | 'Circle' | 'Square' | 'Triangle' | 'Diamond';
    size: number;
    fill: string | null;
    border: string | null;
  };
  gapWidth: number;
  overlap: number;
}

export const CHART_TYPES = [
  'ColumnClustered',
  'BarStacked',
  'XYScatter',
  'XYScatterLines',
  'XYScatterLinesNoMarkers',
] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export type TickMark = 'None' | 'Cross' | 'Inside' | 'Outside';

export interface ChartAxis {
  readonly kind: 'Category' | 'Value';
  /** Null: no title. */
  title: string | null;
  /** Null: found by Excel. */
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  numberFormat: string;
  linkNumberFormat: boolean;
  reversed: boolean;
  ticks: { major: TickMark; minor: TickMark };
  labels: 'NextToAxis' | 'High' | 'Low' | 'None';
  categoryType: 'Automatic' | 'TextAxis' | 'DateAxis';
  gridlines: boolean;
  readonly gridLine: ChartLine;
}

export interface Chart {
  readonly id: string;
  name: string;
  readonly type: ChartType;
  readonly title: { text: string; visible: boolean; overlay: boolean; readonly font: ChartFont };
  /** Of all texts but the title. */
  readonly font: ChartFont;
  readonly ground: ChartFill;
  readonly border: ChartLine;
  legend: { visible: boolean; position: 'Top' | 'Bottom' | 'Left' | 'Right'; overlay: boolean };
  blanks: 'NotPlotted' | 'Zero' | 'Interplotted';
  series: readonly ChartSeries[];
  readonly categoryAxis: ChartAxis;
  readonly valueAxis: ChartAxis;
  /** The cells that it covers; null until it has been put somewhere. */
  place: ChartCells | null;
}
