/** Charts as parts of a file: the drawing of a sheet, and a part for each chart (ECMA-376 part 1, 20.5 and 21.2). */

import type { Chart, ChartAxis, ChartCells, ChartFont, ChartSeries } from '../model/charts';
import { absoluteText } from '../model/area';
import { quoteSheetName } from '../../../src/workbook/grid';
import { type Attributes, element, escaped } from './xml-text';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const CHART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const EMU_PER_POINT = 12_700;
const HUNDREDTHS = 100;
const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

const BLANKS = { NotPlotted: 'gap', Zero: 'zero', Interplotted: 'span' } as const;
const LEGENDS = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r' } as const;
const TICKS = { None: 'none', Cross: 'cross', Inside: 'in', Outside: 'out' } as const;
const LABELS = { NextToAxis: 'nextTo', High: 'high', Low: 'low', None: 'none' } as const;

/** The part that puts charts over cells; `relationOf` gives the id by which it refers to the chart of an index. */
export function drawingXml(charts: readonly Chart[], relationOf: (index: number) => string): string {
  const anchors = charts.map((chart, index) => {
    const [covered] = chart.place?.areas ?? [];
    const { top, left, bottom, right } = covered ?? { top: 1, left: 1, bottom: 15, right: 8 };
    const frame = element(
      'xdr:graphicFrame',
      { macro: '' },
      element(
        'xdr:nvGraphicFramePr',
        {},
        element('xdr:cNvPr', { id: index + 2, name: chart.name }) + element('xdr:cNvGraphicFramePr', {}),
      ) +
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
        element(
          'a:graphic',
          {},
          element(
            'a:graphicData',
            { uri: CHART_NAMESPACE },
            element('c:chart', { 'xmlns:c': CHART_NAMESPACE, 'r:id': relationOf(index) }),
          ),
        ),
    );
    const corners = corner('from', top - 1, left - 1) + corner('to', bottom, right);
    return element('xdr:twoCellAnchor', {}, corners + frame + element('xdr:clientData', {}));
  });
  return (
    DECLARATION + element('xdr:wsDr', { 'xmlns:xdr': DRAWING_NAMESPACE, ...NAMESPACES }, anchors.join(''))
  );
}

/** Rows and columns count from 0; the corner is the upper left one of its cell. */
function corner(name: 'from' | 'to', row: number, column: number): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}

export function chartXml(chart: Chart): string {
  const { title, legend } = chart;
  const content =
    (title.visible ? titleXml(title.text, title.overlay, title.font) : '') +
    value('autoTitleDeleted', !title.visible) +
    element('c:plotArea', {}, '<c:layout/>' + plotXml(chart) + axesXml(chart)) +
    (legend.visible
      ? element(
          'c:legend',
          {},
          value('legendPos', LEGENDS[legend.position]) + value('overlay', legend.overlay),
        )
      : '') +
    value('plotVisOnly', true) +
    value('dispBlanksAs', BLANKS[chart.blanks]);
  return (
    DECLARATION +
    element(
      'c:chartSpace',
      { 'xmlns:c': CHART_NAMESPACE, ...NAMESPACES },
      value('roundedCorners', false) + element('c:chart', {}, content) + frameXml(chart),
    )
  );
}

function value(name: string, of: string | number | boolean): string {
  return element(`c:${name}`, { val: of });
}

/** The ground, and the font of all texts that say nothing of their own. */
function frameXml({ font, ground, border }: Chart): string {
  const look =
    (ground.color === null ? '' : solid(ground.color)) +
    (border.color === null ? '' : element('a:ln', {}, solid(border.color)));
  const texts = `<a:p><a:pPr>${fontXml('a:defRPr', font)}</a:pPr><a:endParaRPr lang="ru-RU"/></a:p>`;
  return (
    (look === '' ? '' : element('c:spPr', {}, look)) +
    element('c:txPr', {}, `<a:bodyPr/><a:lstStyle/>${texts}`)
  );
}

function fontXml(name: string, font: ChartFont | undefined, attributes: Attributes = {}): string {
  const face = font?.name ?? null;
  return element(
    name,
    { ...attributes, sz: font && font.size * HUNDREDTHS, b: font?.bold },
    face === null ? '' : element('a:latin', { typeface: face }) + element('a:cs', { typeface: face }),
  );
}

function titleXml(text: string, overlay: boolean, font?: ChartFont): string {
  const run = fontXml('a:rPr', font, { lang: 'ru-RU' }) + `<a:t>${escaped(text)}</a:t>`;
  const paragraph = `<a:p><a:pPr>${fontXml('a:defRPr', font)}</a:pPr><a:r>${run}</a:r></a:p>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/>${paragraph}</c:rich></c:tx>${value('overlay', overlay)}</c:title>`;
}

function plotXml({ type, series }: Chart): string {
  const ids = value('axId', CATEGORY_AXIS) + value('axId', VALUE_AXIS);
  const varied = value('varyColors', false);
  const [first] = series;
  const shown = series.filter(({ values }) => values !== null);
  if (type === 'ColumnClustered' || type === 'BarStacked') {
    const stacked = type === 'BarStacked';
    return element(
      'c:barChart',
      {},
      value('barDir', stacked ? 'bar' : 'col') +
        value('grouping', stacked ? 'stacked' : 'clustered') +
        varied +
        shown.map(barXml).join('') +
        value('gapWidth', first?.gapWidth ?? 0) +
        (first === undefined || first.overlap === 0 ? '' : value('overlap', first.overlap)) +
        ids,
    );
  }
  const points = shown.map(pointsXml).join('');
  return element('c:scatterChart', {}, value('scatterStyle', 'lineMarker') + varied + points + ids);
}

function seriesStart({ name }: ChartSeries, index: number): string {
  return value('idx', index) + value('order', index) + `<c:tx><c:v>${escaped(name)}</c:v></c:tx>`;
}

function barXml(series: ChartSeries, index: number): string {
  const { fill, values, categories } = series;
  return element(
    'c:ser',
    {},
    seriesStart(series, index) +
      (fill.color === null ? '' : element('c:spPr', {}, solid(fill.color))) +
      value('invertIfNegative', false) +
      reference('cat', 'strRef', categories) +
      reference('val', 'numRef', values),
  );
}

function pointsXml(series: ChartSeries, index: number): string {
  const { type, line, marker, values, categories } = series;
  const lined = type !== 'XYScatter';
  const marked = type !== 'XYScatterLinesNoMarkers';
  const width = line.weight === null ? undefined : line.weight * EMU_PER_POINT;
  const look = lined
    ? element('a:ln', { w: width }, line.color === null ? '' : solid(line.color))
    : '<a:ln><a:noFill/></a:ln>';
  return element(
    'c:ser',
    {},
    seriesStart(series, index) +
      element('c:spPr', {}, look) +
      (marked ? markerXml(marker) : element('c:marker', {}, value('symbol', 'none'))) +
      reference('xVal', 'numRef', categories) +
      reference('yVal', 'numRef', values) +
      value('smooth', false),
  );
}

function markerXml({ style, size, fill, border }: ChartSeries['marker']): string {
  if (style === 'Automatic') {
    return '';
  }
  const look =
    (fill === null ? '' : solid(fill)) + (border === null ? '' : element('a:ln', {}, solid(border)));
  return element(
    'c:marker',
    {},
    value('symbol', style.toLowerCase()) +
      value('size', size) +
      (look === '' ? '' : element('c:spPr', {}, look)),
  );
}

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
}

function reference(name: string, kind: 'strRef' | 'numRef', cells: ChartCells | null): string {
  const [area] = cells?.areas ?? [];
  if (cells === null || area === undefined) {
    return '';
  }
  const formula = escaped(`${quoteSheetName(cells.sheet.name)}!${absoluteText(area)}`);
  return `<c:${name}><c:${kind}><c:f>${formula}</c:f></c:${kind}></c:${name}>`;
}

/** The axis of categories lies, but for lying bars; an axis of points is one of values. */
function axesXml({ type, categoryAxis, valueAxis }: Chart): string {
  const [across, up] = type === 'BarStacked' ? (['l', 'b'] as const) : (['b', 'l'] as const);
  const points = type.startsWith('XYScatter');
  return (
    axisXml(categoryAxis, CATEGORY_AXIS, VALUE_AXIS, across, points ? 'valAx' : 'catAx', !points) +
    axisXml(valueAxis, VALUE_AXIS, CATEGORY_AXIS, up, 'valAx', !points)
  );
}

function axisXml(
  axis: ChartAxis,
  id: number,
  crossed: number,
  position: string,
  kind: 'valAx' | 'catAx',
  between: boolean,
): string {
  const { maximum, minimum, majorUnit, ticks, gridLine, numberFormat, linkNumberFormat } = axis;
  const scaling =
    value('orientation', axis.reversed ? 'maxMin' : 'minMax') +
    (maximum === null ? '' : value('max', maximum)) +
    (minimum === null ? '' : value('min', minimum));
  const grid =
    gridLine.color === null ? '' : element('c:spPr', {}, element('a:ln', {}, solid(gridLine.color)));
  const ofNames =
    value('auto', axis.categoryType !== 'TextAxis') +
    value('lblAlgn', 'ctr') +
    value('lblOffset', HUNDREDTHS) +
    value('noMultiLvlLbl', false);
  const ofNumbers =
    value('crossBetween', between ? 'between' : 'midCat') +
    (majorUnit === null ? '' : value('majorUnit', majorUnit));
  return element(
    `c:${kind}`,
    {},
    value('axId', id) +
      element('c:scaling', {}, scaling) +
      value('delete', false) +
      value('axPos', position) +
      (axis.gridlines ? element('c:majorGridlines', {}, grid) : '') +
      (axis.title === null ? '' : titleXml(axis.title, false)) +
      element('c:numFmt', { formatCode: numberFormat, sourceLinked: linkNumberFormat }) +
      value('majorTickMark', TICKS[ticks.major]) +
      value('minorTickMark', TICKS[ticks.minor]) +
      value('tickLblPos', LABELS[axis.labels]) +
      value('crossAx', crossed) +
      value('crosses', 'autoZero') +
      (kind === 'catAx' ? ofNames : ofNumbers),
  );
}
