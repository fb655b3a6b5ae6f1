/** Axes of charts. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { describeClass, type HostObject, type Property } from '../host-object';
import type { Chart, ChartAxis } from '../model/charts';
import type { Sheet } from '../model/workbook';
import { booleanOf, numberOf, oneOf, textOf } from '../parameters';
import { chartLineClass } from './chart-looks';
import { guardSheet } from './guards';

interface Owned {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

interface OwnedAxis extends Owned {
  readonly axis: ChartAxis;
}

function member<Key extends keyof ChartAxis>(
  key: Key,
  check: (value: unknown, owned: OwnedAxis) => ChartAxis[Key],
): Property<OwnedAxis> {
  return {
    get: ({ axis }) => axis[key],
    set: (owned, value, excel) => {
      guardSheet(excel, owned.sheet, 'allowEditObjects');
      owned.axis[key] = check(value, owned);
    },
  };
}

function tickMark(which: 'major' | 'minor'): Property<OwnedAxis> {
  return {
    get: ({ axis }) => axis.ticks[which],
    set: ({ sheet, axis }, value, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      axis.ticks[which] = oneOf(['None', 'Cross', 'Inside', 'Outside'], value);
    },
  };
}

/** Whether it counts: axes of values do, and both axes of points. */
function isScale({ chart, axis }: OwnedAxis): boolean {
  return axis.kind === 'Value' || chart.type.startsWith('XYScatter');
}

/** An empty text leaves it to Excel. */
function bound(value: unknown, owned: OwnedAxis): number | null {
  if (!isScale(owned)) {
    invalidArgument('An axis of names has no numbers.');
  }
  return value === '' ? null : numberOf(value);
}

const titleClass = describeClass<OwnedAxis>({
  name: 'ChartAxisTitle',
  properties: {
    Text: member('title', textOf),
    Visible: {
      get: ({ axis }) => axis.title !== null,
      set: ({ sheet, axis }, value, excel) => {
        guardSheet(excel, sheet, 'allowEditObjects');
        axis.title = booleanOf(value) ? (axis.title ?? 'Название оси') : null;
      },
    },
  },
});

const gridFormatClass = describeClass<OwnedAxis>({
  name: 'ChartGridlinesFormat',
  objects: {
    Line: ({ sheet, axis: { gridlines, gridLine } }, excel) =>
      gridlines
        ? chartLineClass({ sheet, look: gridLine }, excel)
        : invalidArgument('There are no gridlines.'),
  },
});

const gridlinesClass = describeClass<OwnedAxis>({
  name: 'ChartGridlines',
  properties: {
    Visible: member('gridlines', booleanOf),
  },
  objects: { Format: gridFormatClass },
});

const axisClass = describeClass<OwnedAxis>({
  name: 'ChartAxis',
  properties: {
    Minimum: member('minimum', bound),
    Maximum: member('maximum', bound),
    MajorUnit: member('majorUnit', (value, owned) => {
      const unit = bound(value, owned);
      return unit !== null && unit <= 0 ? invalidArgument() : unit;
    }),
    NumberFormat: member('numberFormat', textOf),
    LinkNumberFormat: member('linkNumberFormat', booleanOf),
    ReversePlotOrder: member('reversed', booleanOf),
    MajorTickMark: tickMark('major'),
    MinorTickMark: tickMark('minor'),
    TickLabelPosition: member('labels', (value) => oneOf(['NextToAxis', 'High', 'Low', 'None'], value)),
    CategoryType: member('categoryType', (value, owned) =>
      isScale(owned)
        ? invalidArgument('Only an axis of names has a type.')
        : oneOf(['Automatic', 'TextAxis', 'DateAxis'], value),
    ),
  },
  objects: { Title: titleClass, MajorGridlines: gridlinesClass },
});

/** A chart without series has no axes. */
function axisOf(which: 'categoryAxis' | 'valueAxis') {
  return (owned: Owned, excel: Excel): HostObject =>
    owned.chart.series.length === 0
      ? invalidArgument('The chart has no axes.')
      : axisClass({ ...owned, axis: owned.chart[which] }, excel);
}

export const chartAxesClass = describeClass<Owned>({
  name: 'ChartAxes',
  objects: { CategoryAxis: axisOf('categoryAxis'), ValueAxis: axisOf('valueAxis') },
});

export const chartAxisClasses = [
  chartAxesClass,
  axisClass,
  titleClass,
  gridlinesClass,
  gridFormatClass,
] as const;
