/** The styles of a file in the emulated Excel's words. The file's default style counts as «Normal», whatever its font. */

import type { Element } from '@xmldom/xmldom';
import {
  NORMAL_STYLE,
  type CellEdge,
  type CellStyle,
  type FontLook,
  type Line,
  type LineStyle,
  type LineWeight,
} from '../model/style';
import type { ConditionalLook } from '../model/workbook';
import { attribute, child, childrenOf, isOn, numberAttribute } from './read-parts';

export interface FileStyles {
  /** By the numbers that cells hold. */
  readonly cells: readonly CellStyle[];
  /** By the numbers that conditional formats hold. */
  readonly looks: readonly ConditionalLook[];
}

/** Number formats that files name by number only (ECMA-376 part 1, 18.8.30), as far as workbooks here have them. */
const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'm/d/yyyy'],
  [49, '@'],
]);

const LINES: Readonly<Record<string, readonly [LineStyle, LineWeight]>> = {
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};

const HORIZONTAL: Readonly<Record<string, CellStyle['horizontal']>> = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};

const VERTICAL: Readonly<Record<string, CellStyle['vertical']>> = {
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

const UNDERLINES: Readonly<Record<string, FontLook['underline']>> = {
  none: 'None',
  double: 'Double',
  singleAccounting: 'SingleAccountant',
  doubleAccounting: 'DoubleAccountant',
};

export function readStyles(root: Element | null): FileStyles {
  const part = (name: string): readonly Element[] => childrenOf(child(root, name));
  const formats = new Map([
    ...BUILT_IN_FORMATS,
    ...part('numFmts').map(
      (format) => [numberAttribute(format, 'numFmtId') ?? -1, attribute(format, 'formatCode') ?? ''] as const,
    ),
  ]);
  const fonts = part('fonts').map(readFont);
  const fills = part('fills').map((fill) => solidFill(child(fill, 'patternFill')));
  const borders = part('borders').map(readBorders);
  const cells = part('cellXfs').map((xf): CellStyle => {
    const format = numberAttribute(xf, 'numFmtId') ?? 0;
    return {
      ...readAlignment(child(xf, 'alignment')),
      numberFormat: formats.get(format) ?? unknown(`number format ${format}`),
      font: fonts[numberAttribute(xf, 'fontId') ?? 0] ?? NORMAL_STYLE.font,
      fill: fills[numberAttribute(xf, 'fillId') ?? 0] ?? null,
      borders: borders[numberAttribute(xf, 'borderId') ?? 0] ?? {},
      locked: isOn(child(xf, 'protection'), 'locked', true),
      formulaHidden: isOn(child(xf, 'protection'), 'hidden'),
    };
  });
  return { cells: [NORMAL_STYLE, ...cells.slice(1)], looks: part('dxfs').map(readLook) };
}

/** «#RRGGBB»; colours of a theme and of the old palette only as far as «text» and «background». */
export function colorOf(element: Element | undefined): string | undefined {
  const rgb = attribute(element, 'rgb');
  if (rgb !== undefined) {
    return `#${rgb.slice(-6).toUpperCase()}`;
  }
  const theme = attribute(element, 'theme');
  return theme === '0'
    ? '#FFFFFF'
    : theme === '1' || attribute(element, 'indexed') === '64'
      ? '#000000'
      : undefined;
}

function readFont(font: Element): FontLook {
  const underline = child(font, 'u');
  const raised = attribute(child(font, 'vertAlign'), 'val');
  return {
    name: attribute(child(font, 'name'), 'val') ?? NORMAL_STYLE.font.name,
    size: numberAttribute(child(font, 'sz'), 'val') ?? NORMAL_STYLE.font.size,
    bold: flag(font, 'b') ?? false,
    italic: flag(font, 'i') ?? false,
    underline: underline === undefined ? 'None' : (UNDERLINES[attribute(underline, 'val') ?? ''] ?? 'Single'),
    strikethrough: flag(font, 'strike') ?? false,
    subscript: raised === 'subscript',
    superscript: raised === 'superscript',
    color: colorOf(child(font, 'color')) ?? '#000000',
  };
}

function flag(font: Element | undefined, name: string): boolean | undefined {
  const element = child(font, name);
  return element === undefined ? undefined : isOn(element, 'val', true);
}

function solidFill(pattern: Element | undefined): string | null {
  return attribute(pattern, 'patternType') === 'solid' ? (colorOf(child(pattern, 'fgColor')) ?? null) : null;
}

function readBorders(border: Element): CellStyle['borders'] {
  const found: Partial<Record<CellEdge, Line>> = {};
  for (const edge of ['top', 'bottom', 'left', 'right'] as const) {
    const line = readLine(child(border, edge));
    if (line !== null) {
      found[edge] = line;
    }
  }
  const diagonal = readLine(child(border, 'diagonal'));
  if (diagonal !== null && isOn(border, 'diagonalDown')) {
    found.diagonalDown = diagonal;
  }
  if (diagonal !== null && isOn(border, 'diagonalUp')) {
    found.diagonalUp = diagonal;
  }
  return found;
}

function readLine(edge: Element | undefined): Line | null {
  const name = attribute(edge, 'style');
  if (name === undefined || name === 'none') {
    return null;
  }
  const [style, weight] = LINES[name] ?? unknown(`line «${name}»`);
  return { style, weight, color: colorOf(child(edge, 'color')) ?? '#000000' };
}

type Alignment = Pick<
  CellStyle,
  'horizontal' | 'vertical' | 'wrap' | 'indent' | 'shrink' | 'rotation' | 'readingOrder'
>;

function readAlignment(alignment: Element | undefined): Alignment {
  const rotation = numberAttribute(alignment, 'textRotation') ?? 0;
  return {
    horizontal: HORIZONTAL[attribute(alignment, 'horizontal') ?? ''] ?? 'General',
    vertical: VERTICAL[attribute(alignment, 'vertical') ?? ''] ?? 'Bottom',
    wrap: isOn(alignment, 'wrapText'),
    indent: numberAttribute(alignment, 'indent') ?? 0,
    shrink: isOn(alignment, 'shrinkToFit'),
    rotation: rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation,
    readingOrder:
      (['Context', 'LeftToRight', 'RightToLeft'] as const)[numberAttribute(alignment, 'readingOrder') ?? 0] ??
      'Context',
  };
}

function readLook(dxf: Element): ConditionalLook {
  const font = child(dxf, 'font');
  const pattern = child(child(dxf, 'fill'), 'patternFill');
  const underline = child(font, 'u');
  const plain = {
    fontColor: colorOf(child(font, 'color')),
    bold: flag(font, 'b'),
    italic: flag(font, 'i'),
    strikethrough: flag(font, 'strike'),
    underline:
      underline === undefined
        ? undefined
        : attribute(underline, 'val') === 'double'
          ? ('Double' as const)
          : ('Single' as const),
    fill: colorOf(child(pattern, 'bgColor')),
    numberFormat: attribute(child(dxf, 'numFmt'), 'formatCode'),
  };
  const look: ConditionalLook = {};
  for (const [key, value] of Object.entries(plain)) {
    if (value !== undefined) {
      Object.assign(look, { [key]: value });
    }
  }
  return look;
}

function unknown(what: string): never {
  throw new Error(`The emulator does not read ${what} from files.`);
}
