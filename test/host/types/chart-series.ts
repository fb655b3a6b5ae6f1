/** Series of charts. */

import type { Excel } from '../excel';
import { invalidArgument, itemNotFound } from '../failures';
import { describeClass, type Property } from '../host-object';
import { type Chart, type ChartCells, type ChartSeries, type ChartType, CHART_TYPES } from '../model/charts';
import type { Sheet } from '../model/workbook';
import { colorOf, oneOf, textOf, wholeOf } from '../parameters';
import { placeOf, soleArea } from './addresses';
import { chartFillClass, chartLineClass } from './chart-looks';
import { guardSheet } from './guards';

interface Owned {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

interface OwnedSeries extends Owned {
  readonly series: ChartSeries;
}

const LONGEST_NAME = 255;
const MARKERS = ['Automatic', 'None', 'Circle', 'Square', 'Triangle', 'Diamond'] as const;

export function newSeries(name: string, type: ChartType): ChartSeries {
  return {
    name,
    type,
    values: null,
    categories: null,
    fill: { color: null },
    line: { color: null, weight: null },
    marker: { style: 'Automatic', size: 5, fill: null, border: null },
    gapWidth: 150,
    overlap: type === 'BarStacked' ? 100 : 0,
  };
}

/** Cells of one row or one column, which move with their sheet from now on. */
export function cellsOf(excel: Excel, value: unknown): ChartCells {
  const place = placeOf(excel, value, excel.workbook.selection.sheet);
  const { top, left, bottom, right } = soleArea(place);
  if (top !== bottom && left !== right) {
    invalidArgument('A series takes one row or one column.');
  }
  const cells = { sheet: place.sheet, areas: place.areas };
  excel.tracked.add(cells);
  return cells;
}

function isBar({ type }: ChartSeries): boolean {
  return type === 'ColumnClustered' || type === 'BarStacked';
}

function member<Key extends keyof ChartSeries>(
  key: Key,
  check: (value: unknown, series: ChartSeries) => ChartSeries[Key],
): Property<OwnedSeries> {
  return {
    get: ({ series }) => series[key],
    set: ({ sheet, series }, value, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      series[key] = check(value, series);
    },
  };
}

function markerMember<Key extends keyof ChartSeries['marker']>(
  key: Key,
  check: (value: unknown) => ChartSeries['marker'][Key],
): Property<OwnedSeries> {
  return {
    get: ({ series }) => series.marker[key],
    set: ({ sheet, series }, value, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      if (isBar(series)) {
        invalidArgument('Bars have no markers.');
      }
      series.marker[key] = check(value);
    },
  };
}

/** What only bars and columns have, within these bounds. */
function ofBars(least: number, most: number) {
  return (value: unknown, series: ChartSeries): number => {
    const number = wholeOf(value);
    return isBar(series) && number >= least && number <= most ? number : invalidArgument();
  };
}

const formatClass = describeClass<OwnedSeries>({
  name: 'ChartSeriesFormat',
  objects: {
    Fill: ({ sheet, series: { fill } }, excel) => chartFillClass({ sheet, look: fill }, excel),
    Line: ({ sheet, series: { line } }, excel) => chartLineClass({ sheet, look: line }, excel),
  },
});

function setCells(part: 'values' | 'categories') {
  return ({ sheet, series }: OwnedSeries, [source]: readonly unknown[], excel: Excel): null => {
    guardSheet(excel, sheet, 'allowEditObjects');
    series[part] = cellsOf(excel, source);
    return null;
  };
}

const seriesClass = describeClass<OwnedSeries>({
  name: 'ChartSeries',
  properties: {
    Name: member('name', (value) => {
      const name = textOf(value);
      return name.length > LONGEST_NAME ? invalidArgument() : name;
    }),
    ChartType: member('type', (value) => oneOf(CHART_TYPES, value)),
    GapWidth: member('gapWidth', ofBars(0, 500)),
    Overlap: member('overlap', ofBars(-100, 100)),
    MarkerStyle: markerMember('style', (value) => oneOf(MARKERS, value)),
    MarkerSize: markerMember('size', (value) => {
      const size = wholeOf(value);
      return size >= 2 && size <= 72 ? size : invalidArgument();
    }),
    MarkerBackgroundColor: markerMember('fill', colorOf),
    MarkerForegroundColor: markerMember('border', colorOf),
  },
  objects: { Format: formatClass },
  methods: {
    SetValues: setCells('values'),
    SetXAxisValues: setCells('categories'),
    Delete: ({ sheet, chart, series }, _, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      chart.series = chart.series.filter((each) => each !== series);
    },
  },
});

export const seriesCollectionClass = describeClass<Owned>({
  name: 'ChartSeriesCollection',
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  items: (owned, excel) => owned.chart.series.map((series) => seriesClass({ ...owned, series }, excel)),
  methods: {
    /** It is not seen until it has values. */
    Add: (owned, [name, index], excel) => {
      const { sheet, chart } = owned;
      guardSheet(excel, sheet, 'allowEditObjects');
      const number = chart.series.length;
      const title = name === null || name === undefined ? `Ряд${number + 1}` : textOf(name);
      const series = newSeries(title, chart.type);
      const at = index === null || index === undefined ? number : wholeOf(index);
      chart.series = [...chart.series.slice(0, at), series, ...chart.series.slice(at)];
      return seriesClass({ ...owned, series }, excel);
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (owned, [index], excel) =>
      seriesClass({ ...owned, series: owned.chart.series[wholeOf(index)] ?? itemNotFound() }, excel),
  },
});

export const chartSeriesClasses = [seriesCollectionClass, seriesClass, formatClass] as const;
