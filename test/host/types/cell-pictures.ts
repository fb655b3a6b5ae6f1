/** What conditional formats draw inside cells: data bars and icon sets. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { describeClass, type Property } from '../host-object';
import type { BarEnd, DataBar, IconFrom, IconSet, Sheet } from '../model/workbook';
import { booleanOf, colorOf, listOf, oneOf, recordOf, textOf } from '../parameters';
import { guardSheet } from './guards';

interface Owned<Picture> {
  readonly sheet: Sheet;
  readonly picture: Picture;
}

const END_TYPES = [
  'Automatic',
  'LowestValue',
  'HighestValue',
  'Number',
  'Percent',
  'Formula',
  'Percentile',
] as const;
const FORMULA_TYPES = ['Number', 'Percent', 'Formula', 'Percentile'] as const;
const ICONS_OF_A_SET = 3;

/** What Excel makes of «add», before anything is said about it. */
export function newBar(): DataBar {
  return {
    lower: { type: 'Automatic' },
    upper: { type: 'Automatic' },
    direction: 'Context',
    barOnly: false,
    fill: '#638EC6',
    gradient: true,
  };
}

export function newIcons(): IconSet {
  return {
    style: 'ThreeTrafficLights1',
    iconOnly: false,
    reversed: false,
    from: ['33', '67'].map((formula) => ({ type: 'Percent', formula, orEqual: true })),
  };
}

function member<Picture, Key extends keyof Picture>(
  key: Key,
  check: (value: unknown) => Picture[Key],
  show: (value: Picture[Key]) => unknown = (value) => value,
): Property<Owned<Picture>> {
  return {
    get: ({ picture }) => show(picture[key]),
    set: ({ sheet, picture }, value, excel: Excel) => {
      guardSheet(excel, sheet, 'allowFormatCells');
      picture[key] = check(value);
    },
  };
}

/** With «=», as Excel gives them back. */
function formulaOf(value: unknown): string {
  const text = textOf(value).replace(/^=/, '');
  return text === '' ? invalidArgument() : text;
}

function endOf(value: unknown): BarEnd {
  const { type, formula } = recordOf(value);
  const kind = oneOf(END_TYPES, type);
  return FORMULA_TYPES.some((each) => each === kind)
    ? { type: kind, formula: formulaOf(formula) }
    : { type: kind };
}

function shownEnd({ type, formula }: BarEnd): object {
  return { type, ...(formula !== undefined && { formula: `=${formula}` }) };
}

/** One criterion for each icon; the first is passed over, as Microsoft's page on `criteria` says. */
function iconsFrom(value: unknown): readonly IconFrom[] {
  const criteria = listOf(value);
  if (criteria.length !== ICONS_OF_A_SET) {
    return invalidArgument('A set of three icons has three criteria.');
  }
  return criteria.slice(1).map((each) => {
    const { type, operator, formula } = recordOf(each);
    return {
      type: oneOf(FORMULA_TYPES, type),
      formula: formulaOf(formula),
      orEqual: oneOf(['GreaterThan', 'GreaterThanOrEqual'], operator) === 'GreaterThanOrEqual',
    };
  });
}

function shownCriteria(from: readonly IconFrom[]): readonly object[] {
  const shown = from.map(({ type, formula, orEqual }) => ({
    type,
    formula: `=${formula}`,
    operator: orEqual ? 'GreaterThanOrEqual' : 'GreaterThan',
  }));
  return [{}, ...shown];
}

const positiveClass = describeClass<Owned<DataBar>>({
  name: 'ConditionalDataBarPositiveFormat',
  properties: { FillColor: member('fill', colorOf), GradientFill: member('gradient', booleanOf) },
});

export const dataBarClass = describeClass<Owned<DataBar>>({
  name: 'DataBarConditionalFormat',
  properties: {
    BarDirection: member('direction', (value) => oneOf(['Context', 'LeftToRight', 'RightToLeft'], value)),
    LowerBoundRule: member('lower', endOf, shownEnd),
    UpperBoundRule: member('upper', endOf, shownEnd),
    ShowDataBarOnly: member('barOnly', booleanOf),
  },
  objects: { PositiveFormat: positiveClass },
});

export const iconSetClass = describeClass<Owned<IconSet>>({
  name: 'IconSetConditionalFormat',
  properties: {
    Style: member('style', (value) => oneOf(['ThreeTrafficLights1', 'ThreeSymbols', 'ThreeSymbols2'], value)),
    ShowIconOnly: member('iconOnly', booleanOf),
    ReverseIconOrder: member('reversed', booleanOf),
    Criteria: member('from', iconsFrom, shownCriteria),
  },
});

export const cellPictureClasses = [dataBarClass, positiveClass, iconSetClass] as const;
