/**
 * Charts as hucre writes them, which knows the chart parts of a workbook and writes packages of its own; only its parts
 * of charts are taken. What it can't say is put into their text, which is regular.
 */
import { writeXlsx, type SheetChart } from 'hucre/xlsx';
import { absoluteArea } from '../area';
import {
  CHART_FONT,
  GAP_WIDTH,
  LABEL_SIZE,
  LINE_WEIGHT,
  MARKER_SIZE,
  MARKERS,
  seriesName,
  TITLE_SIZE,
} from '../chart-looks';
import { INKS } from '../inks';
import type { ChartAxisSpec, ChartSeriesSpec, ChartSpec, SheetSpec } from '../spec';
import { partOf, readParts } from './parts';
import { decode, escapeXml } from './xml';

/** One chart, and its place on the sheet as an anchor of a drawing; whoever places it gives it its numbers and relation. */
export interface DrawnChart {
  readonly anchor: string;
  readonly chart: string;
}

type Series = SheetChart['series'][number];
type Axis = NonNullable<NonNullable<SheetChart['axes']>['y']>;

const HUCRE_KINDS = { columns: 'column', bars: 'bar', points: 'scatter' } as const;

/** The sheet's charts in their order; none where it has none. */
export async function drawCharts(sheet: SheetSpec): Promise<readonly DrawnChart[]> {
  const specs = sheet.charts ?? [];
  if (specs.length === 0) return [];
  const charts = specs.map((spec) => chartOf(sheet, spec));
  const parts = readParts(await writeXlsx({ sheets: [{ name: sheet.name, rows: [], charts }] }));
  const drawing = decode(partOf(parts, 'xl/drawings/drawing1.xml'));
  const anchors = drawing.match(/<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>/gs) ?? [];
  return specs.map((spec, index) => ({
    anchor: (anchors[index] ?? '').replace(/name="Chart \d+"/, () => `name="${escapeXml(spec.name)}"`),
    chart: mendChart(decode(partOf(parts, `xl/charts/chart${index + 1}.xml`)), spec),
  }));
}

function chartOf(sheet: SheetSpec, spec: ChartSpec): SheetChart {
  const { kind, area, series } = spec;
  const lying = axisOf(spec.across, spec.up);
  const standing = { ...axisOf(spec.up, spec.across), axisTitleRotation: -90 };
  // hucre's first axis is that of the groups, wherever it stands.
  const [groups, values] = kind === 'bars' ? [standing, lying] : [lying, standing];
  return {
    type: HUCRE_KINDS[kind],
    title: spec.title,
    altText: spec.description,
    series: series.map((one, index) => seriesOf(sheet, kind, one, index)),
    // Up to the cell behind the last one, so that the last is covered too.
    anchor: { from: { row: area.top - 1, col: area.left - 1 }, to: { row: area.bottom, col: area.right } },
    ...(kind === 'bars' ? { barGrouping: 'stacked', overlap: 100 } : {}),
    ...(kind === 'points' ? {} : { gapWidth: GAP_WIDTH[kind] }),
    titleFontSize: TITLE_SIZE,
    titleBold: true,
    titleFontFamily: CHART_FONT,
    legend: series.length > 1 ? 'bottom' : false,
    legendFontSize: LABEL_SIZE,
    legendFontFamily: CHART_FONT,
    dispBlanksAs: 'gap',
    chartSpaceFillColor: 'FFFFFF',
    chartSpaceBorderColor: INKS.muted,
    axes: { x: groups, y: { ...values, gridlines: { major: true } } },
  };
}

/** `other`: where that one is reversed, this one would stand at its far end; labels stay at the edge. */
function axisOf(axis: ChartAxisSpec = {}, other: ChartAxisSpec = {}): Axis {
  const { title, min, max, step, format, reversed } = axis;
  return {
    ...(title === undefined ? {} : { title, axisTitleFontSize: LABEL_SIZE, axisTitleFontFamily: CHART_FONT }),
    scale: {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(step === undefined ? {} : { majorUnit: step }),
    },
    ...(format === undefined ? {} : { numberFormat: { formatCode: format } }),
    ...(reversed ? { reverse: true } : {}),
    tickLblPos: other.reversed ? 'high' : 'low',
    // What is not said is drawn by Excel as ticks across the axis.
    majorTickMark: 'none',
    minorTickMark: 'none',
    labelFontSize: LABEL_SIZE,
    labelFontFamily: CHART_FONT,
  };
}

function seriesOf(sheet: SheetSpec, kind: ChartSpec['kind'], series: ChartSeriesSpec, index: number): Series {
  const { categories, values, ink, line } = series;
  const color = INKS[ink];
  return {
    name: seriesName(sheet, series),
    categories: absoluteArea(sheet.name, categories),
    values: absoluteArea(sheet.name, values),
    ...(kind !== 'points' ? { color } : {}),
    ...(kind === 'points' && line
      ? { color, stroke: { width: LINE_WEIGHT }, marker: { symbol: 'none' } }
      : {}),
    ...(kind === 'points' && !line
      ? {
          marker: {
            symbol: MARKERS[index % MARKERS.length] ?? 'circle',
            size: MARKER_SIZE,
            fill: color,
            line: color,
          },
        }
      : {}),
  };
}

/** What hucre has no word for: marks without a line between them, the colour of the grid, the language of texts. */
function mendChart(chart: string, { kind }: ChartSpec): string {
  const noLine = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';
  const ink = `<a:solidFill><a:srgbClr val="${INKS.muted}"/></a:solidFill>`;
  const mended = chart
    .replaceAll(
      '<c:majorGridlines/>',
      `<c:majorGridlines><c:spPr><a:ln>${ink}</a:ln></c:spPr></c:majorGridlines>`,
    )
    .replaceAll('lang="en-US"', 'lang="ru-RU"');
  return kind === 'points' ? mended.replaceAll('</c:tx><c:marker>', `</c:tx>${noLine}<c:marker>`) : mended;
}
