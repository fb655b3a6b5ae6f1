/** Looks of the emulated Excel in the words of exceljs. */

import type { Alignment, Border, Borders, BorderStyle, Color, Fill, Font, Style } from 'exceljs';
import type { CellStyle, FontLook, Line } from '../model/style';
import type { ConditionalLook } from '../model/workbook';

const THIN_LINES = {
  Continuous: 'thin',
  Dash: 'dashed',
  DashDot: 'dashDot',
  DashDotDot: 'dashDotDot',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'slantDashDot',
} as const;

const MEDIUM_LINES = {
  ...THIN_LINES,
  Continuous: 'medium',
  Dash: 'mediumDashed',
  DashDot: 'mediumDashDot',
  DashDotDot: 'mediumDashDotDot',
} as const;

const UNDERLINES = {
  None: 'none',
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
} as const;

const HORIZONTAL = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;

const VERTICAL = {
  Top: 'top',
  Center: 'middle',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
} as const;

/** Degrees by which the model says «from top to bottom». */
const UPRIGHT = 180;

export function drawStyle(style: CellStyle): Partial<Style> {
  const alignment = drawAlignment(style);
  return {
    ...(style.numberFormat !== 'General' && { numFmt: style.numberFormat }),
    font: drawFont(style.font),
    ...(style.fill !== null && { fill: solid(style.fill) }),
    ...(Object.keys(style.borders).length > 0 && { border: drawBorders(style.borders) }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...((!style.locked || style.formulaHidden) && {
      protection: { locked: style.locked, hidden: style.formulaHidden },
    }),
  };
}

/** What a conditional format lays over a cell. */
export function drawLook(look: ConditionalLook): Partial<Style> {
  const { fontColor, bold, italic, underline, strikethrough, fill, numberFormat } = look;
  const font: Partial<Font> = {
    ...(fontColor !== undefined && { color: colorOf(fontColor) }),
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(underline !== undefined && { underline: UNDERLINES[underline] }),
    ...(strikethrough !== undefined && { strike: strikethrough }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', bgColor: colorOf(fill) } }),
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
  };
}

/** «#RRGGBB» as files have it. */
export function colorOf(color: string): Partial<Color> {
  return { argb: `FF${color.slice(1)}` };
}

function solid(color: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: colorOf(color) };
}

function drawFont(look: FontLook): Partial<Font> {
  return {
    name: look.name,
    size: look.size,
    color: colorOf(look.color),
    ...(look.bold && { bold: true }),
    ...(look.italic && { italic: true }),
    ...(look.underline !== 'None' && { underline: UNDERLINES[look.underline] }),
    ...(look.strikethrough && { strike: true }),
    ...(look.subscript && { vertAlign: 'subscript' }),
    ...(look.superscript && { vertAlign: 'superscript' }),
  };
}

function drawAlignment(style: CellStyle): Partial<Alignment> {
  const { horizontal, vertical, wrap, indent, shrink, rotation, readingOrder } = style;
  return {
    ...(horizontal !== 'General' && { horizontal: HORIZONTAL[horizontal] }),
    ...(vertical !== 'Bottom' && { vertical: VERTICAL[vertical] }),
    ...(wrap && { wrapText: true }),
    ...(indent !== 0 && { indent }),
    ...(shrink && { shrinkToFit: true }),
    ...(rotation !== 0 && { textRotation: rotation === UPRIGHT ? 'vertical' : rotation }),
    ...(readingOrder !== 'Context' && { readingOrder: readingOrder === 'RightToLeft' ? 'rtl' : 'ltr' }),
  };
}

function drawBorders({
  top,
  bottom,
  left,
  right,
  diagonalDown,
  diagonalUp,
}: CellStyle['borders']): Partial<Borders> {
  const diagonal = drawLine(diagonalDown ?? diagonalUp);
  return {
    ...drawn('top', top),
    ...drawn('bottom', bottom),
    ...drawn('left', left),
    ...drawn('right', right),
    ...(diagonal !== null && {
      diagonal: { ...diagonal, up: diagonalUp !== undefined, down: diagonalDown !== undefined },
    }),
  };
}

function drawn(edge: 'top' | 'bottom' | 'left' | 'right', line: Line | undefined): Partial<Borders> {
  const border = drawLine(line);
  return border === null ? {} : { [edge]: border };
}

function drawLine(line: Line | undefined): Border | null {
  return line === undefined || line.style === 'None'
    ? null
    : { style: lineStyle(line.style, line.weight), color: colorOf(line.color) };
}

function lineStyle(style: Exclude<Line['style'], 'None'>, weight: Line['weight']): BorderStyle {
  if (style === 'Continuous' && weight === 'Hairline') {
    return 'hair';
  }
  if (style === 'Continuous' && weight === 'Thick') {
    return 'thick';
  }
  return weight === 'Medium' || weight === 'Thick' ? MEDIUM_LINES[style] : THIN_LINES[style];
}
