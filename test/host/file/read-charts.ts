/** Charts of a drawing, as the product and the emulator write them; pictures and shapes beside them are left behind. */

import type { Element } from '@xmldom/xmldom';
import type {
  Chart,
  ChartAxis,
  ChartCells,
  ChartFont,
  ChartLine,
  ChartSeries,
  ChartType,
} from '../model/charts';
import { soleReference } from '../model/formula';
import type { Sheet, Workbook } from '../model/workbook';
import { sheetByName } from '../types/addresses';
import { attribute, child, childrenOf, isOn, numberAttribute, type PackageParts } from './read-parts';

const EMU_PER_POINT = 12_700;
const HUNDREDTHS = 100;
const BLANKS = { gap: 'NotPlotted', zero: 'Zero', span: 'Interplotted' } as const;
const LEGENDS = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right' } as const;
const LABELS = { nextTo: 'NextToAxis', high: 'High', low: 'Low', none: 'None' } as const;
const TICKS = { none: 'None', cross: 'Cross', in: 'Inside', out: 'Outside' } as const;
const MARKERS = {
  circle: 'Circle',
  square: 'Square',
  triangle: 'Triangle',
  diamond: 'Diamond',
  none: 'None',
} as const;

/** Puts the charts of the drawing's part on the sheet. */
export function readCharts(
  workbook: Workbook,
  sheet: Sheet,
  parts: PackageParts,
  drawing: string,
  nextId: () => string,
): void {
  const related = parts.related(drawing);
  for (const anchor of childrenOf(parts.root(drawing), 'twoCellAnchor')) {
    const frame = child(anchor, 'graphicFrame');
    const reference = child(child(child(frame, 'graphic'), 'graphicData'), 'chart');
    const part = related.get(attribute(reference, 'r:id') ?? '')?.target;
    const root = part === undefined ? null : parts.root(part);
    if (root !== null) {
      const name = attribute(child(child(frame, 'nvGraphicFramePr'), 'cNvPr'), 'name') ?? '';
      sheet.charts.push({ ...readChart(workbook, root), id: nextId(), name, place: placeOf(sheet, anchor) });
    }
  }
}

function placeOf(sheet: Sheet, anchor: Element): ChartCells {
  const at = (corner: string, name: string): number =>
    Number(child(child(anchor, corner), name)?.textContent);
  // The last corner is that of the cell behind.
  return {
    sheet,
    areas: [
      {
        top: at('from', 'row') + 1,
        left: at('from', 'col') + 1,
        bottom: at('to', 'row'),
        right: at('to', 'col'),
      },
    ],
  };
}

function readChart(workbook: Workbook, root: Element): Omit<Chart, 'id' | 'name' | 'place'> {
  const chart = child(root, 'chart');
  const plot = child(chart, 'plotArea');
  const bars = child(plot, 'barChart');
  const points = child(plot, 'scatterChart');
  const lying = value(child(bars, 'barDir')) === 'bar';
  const type = bars === undefined ? 'XYScatter' : lying ? 'BarStacked' : 'ColumnClustered';
  const title = child(chart, 'title');
  const legend = child(chart, 'legend');
  const axes = childrenOf(plot).filter(({ localName }) => localName === 'catAx' || localName === 'valAx');
  const [category, amount] = childrenOf(bars ?? points, 'axId').map((id) =>
    axes.find((axis) => value(child(axis, 'axId')) === value(id)),
  );
  return {
    type,
    title: {
      text: richText(title),
      visible: title !== undefined,
      overlay: isOn(child(title, 'overlay'), 'val'),
      font: fontOf(child(runsOf(title)[0], 'rPr'), 14),
    },
    legend: {
      visible: legend !== undefined,
      position: oneOf(LEGENDS, value(child(legend, 'legendPos'))) ?? 'Bottom',
      overlay: isOn(child(legend, 'overlay'), 'val'),
    },
    font: fontOf(child(child(child(child(root, 'txPr'), 'p'), 'pPr'), 'defRPr'), 10),
    ground: { color: solidOf(child(root, 'spPr')) },
    border: lineOf(child(root, 'spPr')),
    blanks: oneOf(BLANKS, value(child(chart, 'dispBlanksAs'))) ?? 'NotPlotted',
    series: childrenOf(bars ?? points, 'ser').map((series) => ({
      ...readSeries(workbook, series, type),
      gapWidth: Number(value(child(bars, 'gapWidth')) ?? 150),
      overlap: Number(value(child(bars, 'overlap')) ?? 0),
    })),
    categoryAxis: readAxis(category, 'Category'),
    valueAxis: readAxis(amount, 'Value'),
  };
}

function readSeries(
  workbook: Workbook,
  series: Element,
  type: ChartType,
): Omit<ChartSeries, 'gapWidth' | 'overlap'> {
  const look = child(series, 'spPr');
  const marker = child(series, 'marker');
  const isLine = type === 'XYScatter' && value(child(marker, 'symbol')) === 'none';
  const markerLook = child(marker, 'spPr');
  return {
    name: child(child(series, 'tx'), 'v')?.textContent ?? '',
    type: isLine ? 'XYScatterLinesNoMarkers' : type,
    values: cellsOf(workbook, child(series, 'val') ?? child(series, 'yVal')),
    categories: cellsOf(workbook, child(series, 'cat') ?? child(series, 'xVal')),
    fill: { color: type === 'XYScatter' ? null : solidOf(look) },
    line: lineOf(look),
    marker: {
      style: isLine ? 'Automatic' : (oneOf(MARKERS, value(child(marker, 'symbol'))) ?? 'Automatic'),
      size: Number(value(child(marker, 'size')) ?? 5),
      fill: solidOf(markerLook),
      border: lineOf(markerLook).color,
    },
  };
}

function cellsOf(workbook: Workbook, data: Element | undefined): ChartCells | null {
  const formula = child(child(data, 'numRef') ?? child(data, 'strRef'), 'f')?.textContent ?? '';
  const found = soleReference(formula);
  const sheet = found === null ? undefined : sheetByName(workbook, found.sheet);
  return found === null || sheet === undefined ? null : { sheet, areas: [found.area] };
}

function readAxis(axis: Element | undefined, kind: ChartAxis['kind']): ChartAxis {
  const scaling = child(axis, 'scaling');
  const number = (of: Element | undefined): number | null => numberAttribute(of, 'val') ?? null;
  const grid = child(axis, 'majorGridlines');
  const title = child(axis, 'title');
  return {
    kind,
    title: title === undefined ? null : richText(title),
    minimum: number(child(scaling, 'min')),
    maximum: number(child(scaling, 'max')),
    majorUnit: number(child(axis, 'majorUnit')),
    numberFormat: attribute(child(axis, 'numFmt'), 'formatCode') ?? 'General',
    linkNumberFormat: isOn(child(axis, 'numFmt'), 'sourceLinked', true),
    reversed: value(child(scaling, 'orientation')) === 'maxMin',
    ticks: {
      major: oneOf(TICKS, value(child(axis, 'majorTickMark'))) ?? 'Cross',
      minor: oneOf(TICKS, value(child(axis, 'minorTickMark'))) ?? 'Cross',
    },
    labels: oneOf(LABELS, value(child(axis, 'tickLblPos'))) ?? 'NextToAxis',
    categoryType:
      axis?.localName === 'catAx' && !isOn(child(axis, 'auto'), 'val', true) ? 'TextAxis' : 'Automatic',
    gridlines: grid !== undefined,
    gridLine: lineOf(child(grid, 'spPr')),
  };
}

function value(element: Element | undefined): string | undefined {
  return attribute(element, 'val');
}

function oneOf<Words extends Readonly<Record<string, string>>>(
  words: Words,
  word: string | undefined,
): Words[keyof Words] | undefined {
  for (const key in words) {
    if (key === word) {
      return words[key];
    }
  }
  return undefined;
}

function runsOf(title: Element | undefined): readonly Element[] {
  const rich = child(child(title, 'tx'), 'rich');
  return childrenOf(rich, 'p').flatMap((paragraph) => childrenOf(paragraph, 'r'));
}

function richText(title: Element | undefined): string {
  return runsOf(title)
    .map((run) => child(run, 't')?.textContent ?? '')
    .join('');
}

function fontOf(properties: Element | undefined, otherwise: number): ChartFont {
  const size = numberAttribute(properties, 'sz');
  return {
    name: attribute(child(properties, 'latin'), 'typeface') ?? null,
    size: size === undefined ? otherwise : size / HUNDREDTHS,
    bold: isOn(properties, 'b'),
  };
}

function solidOf(look: Element | undefined): string | null {
  const color = value(child(child(look, 'solidFill'), 'srgbClr'));
  return color === undefined ? null : `#${color}`;
}

function lineOf(look: Element | undefined): ChartLine {
  const line = child(look, 'ln');
  const width = numberAttribute(line, 'w');
  return { color: solidOf(line), weight: width === undefined ? null : width / EMU_PER_POINT };
}
