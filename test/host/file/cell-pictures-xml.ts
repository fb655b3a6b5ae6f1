/**
 * Data bars and icon sets as elements of a sheet's part (ECMA-376 part 1, 18.3.1.28 and 18.3.1.49). What data bars have had
 * since 2010 (no gradient, a direction) stands at the end of the part ([MS-XLSX] 2.6.9).
 */

import type { BarEnd, ConditionalFormat, DataBar, IconSet, Sheet } from '../model/workbook';
import { areasText } from './sheet-xml';
import { element, escaped } from './xml-text';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const RULE_EXTENSION = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const SHEET_EXTENSION = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';
const LONGEST_BAR = 100;

const ENDS = {
  Automatic: { lower: 'min', upper: 'max', newer: { lower: 'autoMin', upper: 'autoMax' } },
  LowestValue: { lower: 'min', upper: 'min', newer: { lower: 'min', upper: 'min' } },
  HighestValue: { lower: 'max', upper: 'max', newer: { lower: 'max', upper: 'max' } },
} as const;
const FROM = { Number: 'num', Percent: 'percent', Formula: 'formula', Percentile: 'percentile' } as const;
const ICONS = {
  ThreeTrafficLights1: undefined,
  ThreeSymbols: '3Symbols',
  ThreeSymbols2: '3Symbols2',
} as const;
const DIRECTIONS = { Context: undefined, LeftToRight: 'leftToRight', RightToLeft: 'rightToLeft' } as const;

/** Rules that exceljs does not write; they stand behind those that it does. */
export function cellPicturesXml({ conditionalFormats }: Sheet): string {
  return conditionalFormats
    .map((format, index) => {
      const rule = ruleXml(format, index + 1);
      return rule === '' ? '' : element('conditionalFormatting', { sqref: areasText(format.areas) }, rule);
    })
    .join('');
}

function ruleXml({ bar, icons, stopIfTrue }: ConditionalFormat, priority: number): string {
  const stop = stopIfTrue || undefined;
  if (bar !== undefined) {
    const content =
      element(
        'dataBar',
        { showValue: bar.barOnly ? false : undefined },
        endXml(bar.lower, 'lower') + endXml(bar.upper, 'upper') + element('color', { rgb: argb(bar.fill) }),
      ) + extension(RULE_EXTENSION, `<x14:id>${idOf(priority)}</x14:id>`);
    return element('cfRule', { type: 'dataBar', priority, stopIfTrue: stop }, content);
  }
  return icons === undefined
    ? ''
    : element('cfRule', { type: 'iconSet', priority, stopIfTrue: stop }, iconsXml(icons));
}

function iconsXml({ style, iconOnly, reversed, from }: IconSet): string {
  const values = from.map(({ type, formula, orEqual }) =>
    element('cfvo', { type: FROM[type], val: formula, gte: orEqual ? undefined : false }),
  );
  return element(
    'iconSet',
    { iconSet: ICONS[style], showValue: iconOnly ? false : undefined, reverse: reversed || undefined },
    element('cfvo', { type: 'percent', val: 0 }) + values.join(''),
  );
}

function endXml({ type, formula }: BarEnd, side: 'lower' | 'upper'): string {
  return type === 'Automatic' || type === 'LowestValue' || type === 'HighestValue'
    ? element('cfvo', { type: ENDS[type][side] })
    : element('cfvo', { type: FROM[type], val: formula });
}

/** What stands at the very end of a sheet's part; nothing where there are no bars. */
export function newerBarsXml({ conditionalFormats }: Sheet): string {
  const bars = conditionalFormats.flatMap(({ bar, areas }, index) =>
    bar === undefined
      ? []
      : [
          element(
            'x14:conditionalFormatting',
            { 'xmlns:xm': XM },
            element('x14:cfRule', { type: 'dataBar', id: idOf(index + 1) }, newerBarXml(bar)) +
              `<xm:sqref>${areasText(areas)}</xm:sqref>`,
          ),
        ],
  );
  return bars.length === 0
    ? ''
    : extension(SHEET_EXTENSION, element('x14:conditionalFormattings', {}, bars.join('')));
}

function newerBarXml({ lower, upper, gradient, direction }: DataBar): string {
  return element(
    'x14:dataBar',
    {
      minLength: 0,
      maxLength: LONGEST_BAR,
      gradient: gradient ? undefined : false,
      direction: DIRECTIONS[direction],
    },
    newerEndXml(lower, 'lower') +
      newerEndXml(upper, 'upper') +
      element('x14:negativeFillColor', { rgb: 'FFFF0000' }) +
      element('x14:axisColor', { rgb: 'FF000000' }),
  );
}

function newerEndXml({ type, formula }: BarEnd, side: 'lower' | 'upper'): string {
  return type === 'Automatic' || type === 'LowestValue' || type === 'HighestValue'
    ? element('x14:cfvo', { type: ENDS[type].newer[side] })
    : element('x14:cfvo', { type: FROM[type] }, `<xm:f>${escaped(formula ?? '')}</xm:f>`);
}

function extension(uri: string, content: string): string {
  return element('extLst', {}, element('ext', { 'xmlns:x14': X14, uri }, content));
}

/** A bar's two halves know each other by it. */
function idOf(number: number): string {
  return `{00000000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
}

function argb(color: string): string {
  return `FF${color.slice(1)}`;
}
