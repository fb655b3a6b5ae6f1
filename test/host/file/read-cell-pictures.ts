/** Data bars and icon sets of a sheet's part. */

import type { Element } from '@xmldom/xmldom';
import type { BarEnd, ConditionalFormat, DataBar, IconSet } from '../model/workbook';
import { attribute, child, childrenOf, isOn } from './read-parts';
import { colorOf } from './read-styles';

const END_TYPES: ReadonlyMap<string, BarEnd['type']> = new Map([
  ['min', 'LowestValue'],
  ['max', 'HighestValue'],
  ['autoMin', 'Automatic'],
  ['autoMax', 'Automatic'],
]);
const FORMULA_TYPES = new Map([
  ['num', 'Number'],
  ['percent', 'Percent'],
  ['formula', 'Formula'],
  ['percentile', 'Percentile'],
] as const);
type FormulaType = typeof FORMULA_TYPES extends ReadonlyMap<unknown, infer Type> ? Type : never;
const ICONS: ReadonlyMap<string, IconSet['style']> = new Map([
  ['3TrafficLights1', 'ThreeTrafficLights1'],
  ['3Symbols', 'ThreeSymbols'],
  ['3Symbols2', 'ThreeSymbols2'],
]);
const DIRECTIONS: ReadonlyMap<string, DataBar['direction']> = new Map([
  ['leftToRight', 'LeftToRight'],
  ['rightToLeft', 'RightToLeft'],
]);

/** What a rule draws, if it draws anything. `root` is the sheet's, which holds the newer half of a bar. */
export function readCellPicture(rule: Element, root: Element): Pick<ConditionalFormat, 'bar' | 'icons'> {
  const bar = child(rule, 'dataBar');
  const icons = child(rule, 'iconSet');
  return {
    ...(bar !== undefined && { bar: readBar(bar, newerBar(rule, root)) }),
    ...(icons !== undefined && { icons: readIcons(icons) }),
  };
}

function readBar(bar: Element, newer: Element | undefined): DataBar {
  // What the newer half says, holds.
  const [lower, upper] = childrenOf(newer ?? bar, 'cfvo').map(readEnd);
  return {
    lower: lower ?? { type: 'Automatic' },
    upper: upper ?? { type: 'Automatic' },
    direction: DIRECTIONS.get(attribute(newer, 'direction') ?? '') ?? 'Context',
    barOnly: !isOn(bar, 'showValue', true),
    fill: colorOf(child(bar, 'color')) ?? '',
    gradient: isOn(newer, 'gradient', true),
  };
}

function newerBar(rule: Element, root: Element): Element | undefined {
  const extensions = childrenOf(child(rule, 'extLst'), 'ext').flatMap((ext) => childrenOf(ext, 'id'));
  const id = extensions[0]?.textContent;
  return childrenOf(child(root, 'extLst'), 'ext')
    .flatMap((ext) => childrenOf(child(ext, 'conditionalFormattings'), 'conditionalFormatting'))
    .flatMap((formatting) => childrenOf(formatting, 'cfRule'))
    .filter((newer) => attribute(newer, 'id') === id)
    .map((newer) => child(newer, 'dataBar'))[0];
}

function readEnd(end: Element): BarEnd {
  const type = attribute(end, 'type') ?? '';
  const plain = END_TYPES.get(type);
  return plain === undefined ? { type: formulaType(type), formula: formulaOf(end) } : { type: plain };
}

/** The newer half has it in an element, the older in an attribute. */
function formulaOf(end: Element): string {
  return child(end, 'f')?.textContent ?? attribute(end, 'val') ?? '';
}

function formulaType(type: string): FormulaType {
  for (const [name, found] of FORMULA_TYPES) {
    if (name === type) {
      return found;
    }
  }
  throw new Error(`The emulator knows no end «${type}» of a bar or icon.`);
}

function readIcons(icons: Element): IconSet {
  const style = ICONS.get(attribute(icons, 'iconSet') ?? '3TrafficLights1');
  if (style === undefined) {
    throw new Error(`The emulator knows no icons «${attribute(icons, 'iconSet') ?? ''}».`);
  }
  return {
    style,
    iconOnly: !isOn(icons, 'showValue', true),
    reversed: isOn(icons, 'reverse'),
    from: childrenOf(icons, 'cfvo')
      .slice(1)
      .map((end) => ({
        type: formulaType(attribute(end, 'type') ?? ''),
        formula: formulaOf(end),
        orEqual: isOn(end, 'gte', true),
      })),
  };
}
