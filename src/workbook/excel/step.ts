/** Pieces of the work on one sheet, small enough to be put together into requests of a bounded size. */

import { areaAddress } from '../area';
import type { AreaSpec } from '../spec';

/** The sheet that is drawn on. */
export interface Paper {
  readonly sheet: Excel.Worksheet;
  /** The same range object for the same area, so that a request names each of them once. */
  range(area: AreaSpec): Excel.Range;
}

export interface Step {
  /** What it adds to a request, estimated on the high side. */
  readonly bytes: number;
  draw(paper: Paper): void;
}

/** What a range costs in a request before anything is done with it, and what one property or call costs. */
const RANGE_BYTES = 900;
const ACTION_BYTES = 350;

export function paperOf(sheet: Excel.Worksheet): Paper {
  const ranges = new Map<string, Excel.Range>();
  return {
    sheet,
    range(area) {
      const address = areaAddress(area);
      const range = ranges.get(address) ?? sheet.getRange(address);
      ranges.set(address, range);
      return range;
    },
  };
}

/** A step on the sheet as a whole, of so many properties and calls. */
export function sheetStep(actions: number, draw: (sheet: Excel.Worksheet) => void): Step {
  return {
    bytes: actions * ACTION_BYTES,
    draw: ({ sheet }) => {
      draw(sheet);
    },
  };
}

/** A step on one area; `data` is what it carries besides its few properties and calls. */
export function areaStep(
  area: AreaSpec,
  actions: number,
  draw: (range: Excel.Range) => void,
  data?: unknown,
): Step {
  // Two bytes a character: most texts are Russian.
  const carried = data === undefined ? 0 : JSON.stringify(data).length * 2;
  return {
    bytes: RANGE_BYTES + actions * ACTION_BYTES + carried,
    draw: (paper) => {
      draw(paper.range(area));
    },
  };
}
