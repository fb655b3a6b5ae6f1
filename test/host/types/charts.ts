/** Charts of a sheet: their place, titles, legends, and the collection of them. */

import { cellAddress } from '../../../src/workbook/grid';
import { type Excel, nextId } from '../excel';
import { invalidArgument, itemNotFound, notEmulated } from '../failures';
import { describeClass, type HostObject, type Property } from '../host-object';
import { cellAt, hasContent } from '../model/cells';
import { type Chart, type ChartAxis, type ChartCells, type ChartFont, CHART_TYPES } from '../model/charts';
import type { Sheet } from '../model/workbook';
import { booleanOf, oneOf, textOf, wholeOf } from '../parameters';
import { placeOf, soleArea } from './addresses';
import { chartAxesClass, chartAxisClasses } from './chart-axes';
import { chartBorderClass, chartFillClass, chartFontClass, chartLookClasses } from './chart-looks';
import { cellsOf, chartSeriesClasses, newSeries, seriesCollectionClass } from './chart-series';
import { guardSheet } from './guards';

interface Owned {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

/** A member of an inner record of the chart. */
function inner<Part extends 'title' | 'legend', Key extends keyof Chart[Part]>(
  part: Part,
  key: Key,
  check: (value: unknown) => Chart[Part][Key],
  after: (chart: Chart) => void = () => undefined,
): Property<Owned> {
  return {
    get: ({ chart }) => chart[part][key],
    set: ({ sheet, chart }, value, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      chart[part][key] = check(value);
      after(chart);
    },
  };
}

const titleFormatClass = describeClass<Owned>({
  name: 'ChartTitleFormat',
  objects: {
    Font: ({ sheet, chart }, excel) => chartFontClass({ sheet, look: chart.title.font }, excel),
  },
});

const areaFormatClass = describeClass<Owned>({
  name: 'ChartAreaFormat',
  objects: {
    Font: ({ sheet, chart: { font } }, excel) => chartFontClass({ sheet, look: font }, excel),
    Fill: ({ sheet, chart: { ground } }, excel) => chartFillClass({ sheet, look: ground }, excel),
    Border: ({ sheet, chart: { border } }, excel) => chartBorderClass({ sheet, look: border }, excel),
  },
});

const titleClass = describeClass<Owned>({
  name: 'ChartTitle',
  properties: {
    Text: inner('title', 'text', textOf, ({ title }) => {
      title.visible = true;
    }),
    Visible: inner('title', 'visible', booleanOf),
    Overlay: inner('title', 'overlay', booleanOf),
  },
  objects: { Format: titleFormatClass },
});

const legendClass = describeClass<Owned>({
  name: 'ChartLegend',
  properties: {
    Visible: inner('legend', 'visible', booleanOf),
    Overlay: inner('legend', 'overlay', booleanOf),
    Position: inner('legend', 'position', (value) => oneOf(['Top', 'Bottom', 'Left', 'Right'], value)),
  },
});

export const chartClass = describeClass<Owned>({
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id }),
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: {
      get: ({ chart }) => chart.name,
      set: ({ sheet, chart }, value, excel) => {
        guardSheet(excel, sheet, 'allowEditObjects');
        const name = textOf(value);
        chart.name = name.trim() === '' ? invalidArgument() : name;
      },
    },
    ChartType: { get: ({ chart }) => chart.type },
    DisplayBlanksAs: {
      get: ({ chart }) => chart.blanks,
      set: ({ sheet, chart }, value, excel) => {
        guardSheet(excel, sheet, 'allowEditObjects');
        chart.blanks = oneOf(['NotPlotted', 'Zero', 'Interplotted'], value);
      },
    },
  },
  objects: {
    Title: titleClass,
    Legend: legendClass,
    Series: seriesCollectionClass,
    Axes: chartAxesClass,
    Format: areaFormatClass,
  },
  methods: {
    Delete: ({ sheet, chart }, _, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      const at = sheet.charts.indexOf(chart);
      if (at < 0) {
        itemNotFound();
      }
      sheet.charts.splice(at, 1);
    },
    /** Without a second cell the size stays; it is not known in cells here. */
    SetPosition: ({ sheet, chart }, [first, last], excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      if (last === null || last === undefined) {
        notEmulated('Chart.setPosition() with one cell');
      }
      const [from, to] = [first, last].map((cell) => placeOf(excel, cell, sheet));
      if (from?.sheet !== sheet || to?.sheet !== sheet) {
        return invalidArgument('A chart stands on its own sheet.');
      }
      const [{ top, left }, { bottom, right }] = [soleArea(from), soleArea(to)];
      chart.place = kept(excel, { sheet, areas: [{ top, left, bottom, right }] });
      return null;
    },
  },
});

/** Moves with its cells from now on. */
function kept(excel: Excel, place: ChartCells): ChartCells {
  excel.tracked.add(place);
  return place;
}

function newFont(size: number): ChartFont {
  return { name: null, size, bold: false };
}

function newAxis(kind: ChartAxis['kind']): ChartAxis {
  return {
    kind,
    title: null,
    minimum: null,
    maximum: null,
    majorUnit: null,
    numberFormat: 'General',
    linkNumberFormat: true,
    reversed: false,
    ticks: { major: 'Outside', minor: 'None' },
    labels: 'NextToAxis',
    categoryType: 'Automatic',
    gridlines: kind === 'Value',
    gridLine: { color: null, weight: null },
  };
}

/**
 * Of one row or column Excel makes one series, of cells without contents a chart without any. What it makes of a table
 * is its own guess and not emulated.
 */
function addChart(sheet: Sheet, [type, source, seriesBy]: readonly unknown[], excel: Excel): HostObject {
  guardSheet(excel, sheet, 'allowEditObjects');
  const kind =
    CHART_TYPES.find((each) => each === type) ?? notEmulated(`A chart of the kind ${String(type)}`);
  const cells = cellsOf(excel, source);
  const { top, left, bottom, right } = soleArea(cells);
  const by = oneOf(['Auto', 'Rows', 'Columns'], seriesBy ?? 'Auto');
  if ((by === 'Rows' && top !== bottom) || (by !== 'Rows' && left !== right)) {
    notEmulated(`A chart of several series at once, ${cellAddress(top, left)}:${cellAddress(bottom, right)}`);
  }
  const isFilled = Array.from({ length: Math.max(bottom - top, right - left) + 1 }, (_, step) =>
    cellAt(cells.sheet, left === right ? top + step : top, left === right ? left : left + step),
  ).some((cell) => cell !== undefined && hasContent(cell));
  const chart: Chart = {
    id: `{CHART-${nextId(excel)}}`,
    name: `Диаграмма ${sheet.charts.length + 1}`,
    type: kind,
    title: { text: 'Название диаграммы', visible: true, overlay: false, font: newFont(14) },
    font: newFont(10),
    ground: { color: null },
    border: { color: null, weight: null },
    legend: { visible: true, position: 'Bottom', overlay: false },
    blanks: 'NotPlotted',
    series: isFilled ? [{ ...newSeries('Ряд1', kind), values: cells }] : [],
    categoryAxis: newAxis('Category'),
    valueAxis: newAxis('Value'),
    place: null,
  };
  sheet.charts.push(chart);
  return chartClass({ sheet, chart }, excel);
}

function byName(sheet: Sheet, key: unknown, excel: Excel): HostObject | null {
  const name = textOf(key).toLowerCase();
  const chart = sheet.charts.find((each) => each.name.toLowerCase() === name || each.id === key);
  return chart === undefined ? null : chartClass({ sheet, chart }, excel);
}

export const chartCollectionClass = describeClass<Sheet>({
  name: 'ChartCollection',
  properties: { Count: { get: ({ charts }) => charts.length } },
  items: (sheet, excel) => sheet.charts.map((chart) => chartClass({ sheet, chart }, excel)),
  item: byName,
  methods: {
    Add: addChart,
    GetCount: ({ charts }) => charts.length,
    GetItem: (sheet, [key], excel) => byName(sheet, key, excel) ?? itemNotFound(),
    GetItemAt: (sheet, [index], excel) =>
      chartClass({ sheet, chart: sheet.charts[wholeOf(index)] ?? itemNotFound() }, excel),
    GetItemOrNullObject: (sheet, [key], excel) => byName(sheet, key, excel),
  },
});

export const chartClasses = [
  chartCollectionClass,
  chartClass,
  titleClass,
  titleFormatClass,
  areaFormatClass,
  legendClass,
  ...chartSeriesClasses,
  ...chartAxisClasses,
  ...chartLookClasses,
] as const;
