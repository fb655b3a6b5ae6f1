/** The looks of a workbook's cells as a style sheet of their own: the page's policy allows no styles on elements. */
import type { Look, Side } from '../../workbook/file/look-table';
import type { ShownSheet } from './view-state';

const PAPER = 'FFFFFF';
const INK = '000000';
/** What WCAG asks of text on its background. */
const LEAST_CONTRAST = 4.5;
const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];
const PIXELS_PER_POINT = 96 / 72;

export function lookStyles({ looks, picture, columns, rows }: ShownSheet): string {
  const cells = looks.flatMap((look, index) => [
    `.paper .k${index}{${lookCss(look)}}`,
    ...(look.wrap ? [`.paper .k${index} .text{white-space:pre-wrap;overflow-wrap:anywhere}`] : []),
  ]);
  const widths = columns.map((column) => {
    return `.paper .w${column}{width:${picture.widths.get(column) ?? picture.defaultWidth}px}`;
  });
  const heights = rows.flatMap((row) => {
    const points = picture.heights.get(row);
    return points === undefined ? [] : [`.paper .h${row}{height:${Math.round(points * PIXELS_PER_POINT)}px}`];
  });
  return [...cells, ...widths, ...heights].join('\n');
}

function lookCss(look: Look): string {
  const { fill = PAPER, bold, italic, underline, size, font, borders } = look;
  const lines = SIDES.map((side) => {
    const color = borders[side];
    return color === undefined ? '' : `border-${side}:1px solid #${color};`;
  });
  return [
    `font:${italic ? 'italic ' : ''}${bold ? '700' : '400'} ${size}pt/1.2 ${family(font)};`,
    `color:#${readable(look.color ?? INK, fill)};`,
    fill === PAPER ? '' : `background:#${fill};`,
    underline ? 'text-decoration:underline;' : '',
    ...lines,
    horizontal(look.horizontal),
    `vertical-align:${look.vertical === 'center' ? 'middle' : look.vertical === 'top' ? 'top' : 'bottom'};`,
  ].join('');
}

/** Fonts of the same measures where the sheet's own is missing. */
function family(font: string): string {
  const plain = font.replaceAll(/[^\p{L}\p{N} ._-]/gu, '');
  return /times/i.test(plain)
    ? `'${plain}','Liberation Serif',serif`
    : `'${plain}','Liberation Sans',Arial,sans-serif`;
}

function horizontal(value: string): string {
  return ['left', 'center', 'right', 'justify'].includes(value) ? `text-align:${value};` : '';
}

/** The colour, darker if that is what it takes to be read on its background. */
function readable(color: string, fill: string): string {
  let shown = color;
  while (contrast(shown, fill) < LEAST_CONTRAST && shown !== INK) {
    shown = channels(shown)
      .map((part) =>
        Math.floor(part * 0.9)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('');
    if (/^(?:0[0-9a-f]){3}$/.test(shown)) return luminance(fill) < 0.18 ? PAPER : INK;
  }
  return shown;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 1) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Relative luminance of WCAG 2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): readonly number[] {
  return [0, 2, 4].map((from) => Number.parseInt(color.slice(from, from + 2), 16));
}
