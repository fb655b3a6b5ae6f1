/** Lines, fillings and fonts of charts, whatever part has them. */

import { describeClass, type Property } from '../host-object';
import type { ChartFill, ChartFont, ChartLine } from '../model/charts';
import type { Sheet } from '../model/workbook';
import { booleanOf, colorOf, numberOf, textOf } from '../parameters';
import { guardSheet } from './guards';

interface Owned<Look> {
  readonly sheet: Sheet;
  readonly look: Look;
}

function member<Look, Key extends keyof Look>(
  key: Key,
  check: (value: unknown) => Look[Key],
): Property<Owned<Look>> {
  return {
    get: ({ look }) => look[key],
    set: ({ sheet, look }, value, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      look[key] = check(value);
    },
  };
}

export const chartLineClass = describeClass<Owned<ChartLine>>({
  name: 'ChartLineFormat',
  properties: { Color: member('color', colorOf), Weight: member('weight', numberOf) },
});

export const chartBorderClass = describeClass<Owned<ChartLine>>({
  name: 'ChartBorder',
  properties: { Color: member('color', colorOf), Weight: member('weight', numberOf) },
});

export const chartFillClass = describeClass<Owned<ChartFill>>({
  name: 'ChartFill',
  methods: {
    SetSolidColor: ({ sheet, look }, [color], excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      look.color = colorOf(color);
    },
    Clear: ({ sheet, look }, _, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      look.color = null;
    },
  },
});

export const chartFontClass = describeClass<Owned<ChartFont>>({
  name: 'ChartFont',
  properties: {
    Name: member('name', textOf),
    Size: member('size', numberOf),
    Bold: member('bold', booleanOf),
  },
});

export const chartLookClasses = [chartLineClass, chartBorderClass, chartFillClass, chartFontClass] as const;
