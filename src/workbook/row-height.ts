/**
 * Height that a row needs so that no wrapped line is cut, on the screen or in print, in Excel and in LibreOffice.
 * Computed from the widths of characters, since files hold heights and nobody recalculates them on opening.
 */

import { columnPixels } from './column-width';
import { characterWidths, UNITS_PER_EM, widestCharacter } from './font-widths';
import { STYLES, type StyleName } from './styles';

export interface RowHeightCell {
  readonly text: string;
  /** Width in characters of the default font; of a merged cell, the sum of its columns' widths. */
  readonly widthChars: number;
  readonly style: StyleName;
  /** Points; absent: the style's own. */
  readonly fontSize?: number;
}

/** Excel's own limit is 409.5 points; a row can't be higher, longer text needs a second row or a wider column. */
const HIGHEST_POINTS = 409;
const POINTS_PER_PIXEL = 0.75;
/** Left and right padding of a cell with its grid line. */
const SIDE_PIXELS = 5;
/** Printers and screens set text a little wider than the font's own figures say. */
const WIDTH_MARGIN = 0.95;
/** Excel's automatic heights are 12.75 pt for Arial 10, 15.75 for Times New Roman 12, 18.75 for 14: some 1.3 em. */
const LINE_EMS = 1.3;
const ROW_MARGIN_PIXELS = 2;

/**
 * Height in points of a row with these cells, a multiple of 0.75 (a whole pixel).
 * Never more than 409, which is as high as a row can be in Excel.
 */
export function rowHeight(cells: readonly RowHeightCell[]): number {
  const pixels = Math.max(0, ...cells.map(cellPixels)) + ROW_MARGIN_PIXELS;
  return Math.min(pixels * POINTS_PER_PIXEL, HIGHEST_POINTS);
}

function cellPixels(cell: RowHeightCell): number {
  const style = STYLES[cell.style];
  const fontPixels = (cell.fontSize ?? style.size) / POINTS_PER_PIXEL;
  return lineCount(cell, fontPixels) * Math.ceil(fontPixels * LINE_EMS);
}

function lineCount(cell: RowHeightCell, fontPixels: number): number {
  const style = STYLES[cell.style];
  const paragraphs = cell.text.split(/\r\n|\r|\n/);
  if (!style.wrap) {
    return paragraphs.length;
  }
  const room = (columnPixels(cell.widthChars) - SIDE_PIXELS) * WIDTH_MARGIN;
  const widths = characterWidths(style.font, style.bold === true);
  const widest = widestCharacter(style.font, style.bold === true);
  const measure = (text: string): number => {
    let units = 0;
    for (const character of text) {
      units += widths.get(character) ?? widest;
    }
    return (units / UNITS_PER_EM) * fontPixels;
  };
  return paragraphs.reduce((sum, paragraph) => sum + wrappedLines(paragraph, room, measure), 0);
}

/** Greedy wrap: a line breaks at spaces and after hyphens and dashes; a word wider than the cell breaks anywhere. */
function wrappedLines(paragraph: string, room: number, measure: (text: string) => number): number {
  if (measure(paragraph) <= room) {
    return 1;
  }
  let lines = 1;
  let used = 0;
  for (const piece of paragraph.match(/[^ \-–—]*[ \-–—]*/g) ?? []) {
    // Spaces at the end of a line hang over its edge.
    const word = measure(piece.trimEnd());
    if (used > 0 && used + word > room) {
      lines += 1;
      used = 0;
    }
    if (word > room) {
      const extra = brokenWordLines(piece.trimEnd(), room, measure);
      lines += extra.lines;
      used = extra.used + measure(piece) - word;
    } else {
      used += measure(piece);
    }
  }
  return lines;
}

function brokenWordLines(word: string, room: number, measure: (text: string) => number) {
  let lines = 0;
  let used = 0;
  for (const character of word) {
    const width = measure(character);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return { lines, used };
}
