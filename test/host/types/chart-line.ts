/** Lines of charts: of series and of grids. */

import { describeClass, type Property } from '../host-object';
import type { ChartLine } from '../model/charts';
import type { Sheet } from '../model/workbook';
import { colorOf, numberOf } from '../parameters';
import { guardSheet } from './guards';

interface OwnedLine {
  readonly sheet: Sheet;
  readonly line: ChartLine;
}

function member<Key extends keyof ChartLine>(
  key: Key,
  check: (value: unknown) => ChartLine[Key],
): Property<OwnedLine> {
  return {
    get: ({ line }) => line[key],
    set: ({ sheet, line }, value, excel) => {
      guardSheet(excel, sheet, 'allowEditObjects');
      line[key] = check(value);
    },
  };
}

export const chartLineClass = describeClass<OwnedLine>({
  name: 'ChartLineFormat',
  properties: { Color: member('color', colorOf), Weight: member('weight', numberOf) },
});
