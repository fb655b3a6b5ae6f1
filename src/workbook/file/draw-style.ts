/** Styles of cells as exceljs takes them. */

import type { Borders, Fill, Style as ExcelStyle } from 'exceljs';
import { borderColor } from '../cell-style';
import { LOOKS, type Style } from '../styles';
import type { ConditionalFormatSpec } from '../spec';

const VERTICAL = { top: 'top', middle: 'middle', bottom: 'bottom' } as const;

export function drawStyle(style: Style): ExcelStyle {
  return {
    numFmt: style.format,
    font: {
      name: style.font,
      family: style.font === 'Times New Roman' ? 1 : 2,
      charset: 204,
      size: style.size,
      ...(style.bold && { bold: true }),
      ...(style.italic && { italic: true }),
      ...(style.underline && { underline: true }),
      ...(style.color !== undefined && { color: { argb: argb(style.color) } }),
    },
    fill:
      style.fill === undefined
        ? { type: 'pattern', pattern: 'none' }
        : { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(style.fill) } },
    border: drawBorder(style),
    alignment: {
      horizontal: style.horizontal,
      vertical: VERTICAL[style.vertical],
      ...(style.wrap && { wrapText: true }),
    },
    protection: { locked: style.unlocked !== true },
  };
}

/** What a conditional format lays over a cell. Its fill is told by the background colour, unlike a cell's. */
export function drawLook(look: ConditionalFormatSpec['look']): Partial<ExcelStyle> {
  const { fill, color, bold } = LOOKS[look];
  const solid: Fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(fill) } };
  return { font: { color: { argb: argb(color) }, ...(bold && { bold: true }) }, fill: solid };
}

/** RRGGBB → opaque AARRGGBB. */
export function argb(color: string): string {
  return `FF${color}`;
}

function drawBorder(style: Style): Partial<Borders> {
  const line = { style: 'thin', color: { argb: argb(borderColor(style)) } } as const;
  if (style.border === undefined) {
    return {};
  }
  return style.border === 'all' ? { left: line, right: line, top: line, bottom: line } : { bottom: line };
}
