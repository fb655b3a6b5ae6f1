/**
 * Native charts. The product's own are taken away and drawn anew, so that a chart follows its figures wherever they stand
 * now; people's charts are left alone. All that is called is within ExcelApi 1.9.
 *
 * Office.js gives charts no alternative text (only shapes have one): what a chart says in words stands in its sheet.
 */

import {
  CHART_FONT,
  GAP_WIDTH,
  isOwnChart,
  LABEL_SIZE,
  LINE_WEIGHT,
  MARKER_SIZE,
  MARKERS,
  seriesName,
  TITLE_SIZE,
} from '../chart-looks';
import { isDateFormat } from '../date-format';
import { cellAddress } from '../grid';
import { INKS, type Ink } from '../inks';
import type { AreaSpec, ChartAxisSpec, ChartSeriesSpec, ChartSpec, SheetSpec } from '../spec';
import { sheetStep, type Paper, type Step } from './step';

/** Bytes of a chart, and of one of its series, in a request; estimated on the high side. */
const CHART_BYTES = 16_000;
const SERIES_BYTES = 6_000;

const GROUND = '#FFFFFF';
const TYPES = { columns: 'ColumnClustered', bars: 'BarStacked', points: 'XYScatter' } as const;
const HOST_MARKERS = {
  circle: 'Circle',
  square: 'Square',
  triangle: 'Triangle',
  diamond: 'Diamond',
} as const;

/** Steps that renew the charts of a sheet. `standing`: names of the charts that are on it now. */
export function chartSteps(spec: SheetSpec, standing: readonly string[], daysOff: number): Step[] {
  const charts = spec.charts ?? [];
  const own = standing.filter((name) => isOwnChart(name) || charts.some((chart) => chart.name === name));
  return [
    ...own.map((name) =>
      sheetStep(2, (sheet) => {
        sheet.charts.getItem(name).delete();
      }),
    ),
    ...charts.map((chart): Step => ({
      bytes: CHART_BYTES + chart.series.length * SERIES_BYTES,
      draw: (paper) => {
        drawChart(paper, spec, chart, daysOff);
      },
    })),
  ];
}

function drawChart(paper: Paper, spec: SheetSpec, chart: ChartSpec, daysOff: number): void {
  const first = chart.series[0];
  if (first === undefined) {
    throw new Error(`Chart ${chart.name} has no series.`);
  }
  // Of one row or column a host makes one series. Categories are never empty; it has its values below.
  const source = paper.range(first.categories);
  const drawn = paper.sheet.charts.add(
    TYPES[chart.kind],
    source,
    isRow(first.categories) ? 'Rows' : 'Columns',
  );
  drawn.name = chart.name;
  drawn.setPosition(
    cellAddress(chart.area.top, chart.area.left),
    cellAddress(chart.area.bottom, chart.area.right),
  );
  drawFrame(drawn.format);
  drawn.title.text = chart.title;
  drawn.title.overlay = false;
  drawn.title.format.font.name = CHART_FONT;
  drawn.title.format.font.size = TITLE_SIZE;
  drawn.title.format.font.bold = true;
  drawn.displayBlanksAs = 'NotPlotted';
  chart.series.forEach((series, index) => {
    const name = seriesName(spec, series);
    const line = index === 0 ? drawn.series.getItemAt(0) : drawn.series.add(name);
    line.name = name;
    line.setValues(paper.range(series.values));
    line.setXAxisValues(paper.range(series.categories));
    drawSeries(line, chart.kind, series, index);
  });
  drawn.legend.visible = chart.series.length > 1;
  if (chart.series.length > 1) {
    drawn.legend.position = 'Bottom';
    drawn.legend.overlay = false;
  }
  drawAxes(drawn.axes, chart, daysOff);
}

/** The font is that of all texts but the title. */
function drawFrame({ font, fill, border }: Excel.ChartAreaFormat): void {
  font.name = CHART_FONT;
  font.size = LABEL_SIZE;
  fill.setSolidColor(GROUND);
  border.color = colorOf('muted');
}

function isRow({ top, bottom, left, right }: AreaSpec): boolean {
  return top === bottom && right > left;
}

function drawSeries(
  series: Excel.ChartSeries,
  kind: ChartSpec['kind'],
  { ink, line }: ChartSeriesSpec,
  index: number,
): void {
  const color = colorOf(ink);
  if (kind !== 'points') {
    series.format.fill.setSolidColor(color);
    series.gapWidth = GAP_WIDTH[kind];
    if (kind === 'bars') {
      series.overlap = 100;
    }
    return;
  }
  if (line === true) {
    series.chartType = 'XYScatterLinesNoMarkers';
    series.format.line.color = color;
    series.format.line.weight = LINE_WEIGHT;
    return;
  }
  series.markerStyle = HOST_MARKERS[MARKERS[index % MARKERS.length] ?? 'circle'];
  series.markerSize = MARKER_SIZE;
  series.markerBackgroundColor = color;
  series.markerForegroundColor = color;
}

/** A host's axis of categories lies, but for lying bars; its other axis has the values. */
function drawAxes(axes: Excel.ChartAxes, { kind, across = {}, up = {} }: ChartSpec, daysOff: number): void {
  const { categoryAxis, valueAxis } = axes;
  const [lying, standing] = kind === 'bars' ? [valueAxis, categoryAxis] : [categoryAxis, valueAxis];
  drawAxis(lying, across, up, daysOff);
  drawAxis(standing, up, across, daysOff);
  if (kind !== 'points') {
    // Years and dates among the names of groups would make a scale of days.
    categoryAxis.categoryType = 'TextAxis';
  }
  categoryAxis.majorGridlines.visible = false;
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = colorOf('muted');
}

function drawAxis(axis: Excel.ChartAxis, spec: ChartAxisSpec, other: ChartAxisSpec, daysOff: number): void {
  const { title, min, max, step, format, reversed } = spec;
  const shift = format !== undefined && isDateFormat(format) ? daysOff : 0;
  if (title === undefined) {
    axis.title.visible = false;
  } else {
    axis.title.text = title;
  }
  if (min !== undefined) {
    axis.minimum = min - shift;
  }
  if (max !== undefined) {
    axis.maximum = max - shift;
  }
  if (step !== undefined) {
    axis.majorUnit = step;
  }
  if (format !== undefined) {
    axis.linkNumberFormat = false;
    axis.numberFormat = format;
  }
  axis.reversePlotOrder = reversed === true;
  axis.majorTickMark = 'None';
  axis.minorTickMark = 'None';
  // The axis stands where the other one begins; its labels stay below or on the left.
  axis.tickLabelPosition = other.reversed === true ? 'High' : 'Low';
}

function colorOf(ink: Ink): string {
  return `#${INKS[ink]}`;
}
