/** Reads areas of sheets in requests of bounded size, however far apart the cells lie. */
import type { AreaSpec } from '../spec';
import { HostError } from '../host-error';
import type { AreaContents } from './cell-contents';
import { toHostError } from './host-errors';
import type { Sync } from './host-requests';

/** Cells asked for in one request; some 100 bytes each in the answer, which Excel on the web limits to 5 MB. */
const CELLS_AT_ONCE = 30_000;
/** Below this a refusal is not for the number of cells. */
const FEWEST_AT_ONCE = 100;
/** Parts that a wide area is looked through in, per side. */
const PARTS = 8;
/** Parts looked through before the same: a host that does not narrow them down must not be asked for ever. */
const MOST_PARTS = 5_000;
/** Places read in a whole workbook before it is refused as too large: a minute's work of a fast machine. */
const MOST_PLACES = 5_000_000;

export interface SheetArea<Key> {
  readonly key: Key;
  readonly sheet: Excel.Worksheet;
  readonly area: AreaSpec;
}

/** Contents that were asked for; `take` gives them after the next sync, or undefined where the host gave none. */
export interface AskedContents {
  readonly take: () => AreaContents | undefined;
}

/** Asks for all that a grid needs of a range whose first cell is (`top`, `left`). */
export function askContents(range: Excel.Range, top: number, left: number): AskedContents {
  range.load(['values', 'formulas', 'valueTypes', 'numberFormat']);
  const links = range.getCellProperties({ hyperlink: true });
  return {
    take: () => {
      // Documented as never absent, but seen so where a range has too many cells.
      const values: unknown = range.values;
      if (!Array.isArray(values)) {
        return undefined;
      }
      return {
        top,
        left,
        values: range.values,
        formulas: range.formulas,
        valueTypes: range.valueTypes,
        numberFormats: range.numberFormat,
        links: links.value.map((row) => row.map((cell) => linkAddress(cell.hyperlink))),
      };
    },
  };
}

function linkAddress(link: Excel.RangeHyperlink | null | undefined): string | undefined {
  // Null for a link within the workbook, against its type.
  const address: unknown = link?.address;
  return typeof address === 'string' && address !== '' ? address : undefined;
}

/**
 * Contents of areas, each given to `found` as it comes. Areas of more than some ten thousand cells are looked through
 * for the parts that hold something; those are read, so that one stray cell at the end of a sheet costs a few requests.
 * Throws «too-large» past `MOST_PLACES` or `MOST_PARTS`.
 */
export async function readAreas<Key>(
  areas: readonly SheetArea<Key>[],
  sync: Sync,
  found: (key: Key, contents: AreaContents) => void,
): Promise<void> {
  let waiting = [...areas];
  let atOnce = CELLS_AT_ONCE;
  let places = 0;
  let parts = 0;
  while (waiting.length > 0) {
    const round = takeRound(waiting, atOnce);
    const reads = round.read.map((item) => ({
      item,
      asked: askContents(rangeOf(item), item.area.top, item.area.left),
    }));
    const searches = round.search.flatMap((item) => partsOf(item).map((part) => askUsed(part)));
    const refused = await tooLarge(sync);
    if (refused !== null && round.cells <= FEWEST_AT_ONCE) {
      throw refused;
    }
    if (refused !== null) {
      atOnce = Math.floor(round.cells / 4);
      continue;
    }
    waiting = round.rest;
    waiting.push(...searches.flatMap((search) => search.take()));
    for (const { item, asked } of reads) {
      const contents = asked.take();
      if (contents === undefined) {
        waiting.push(...partsOf(item));
      } else {
        found(item.key, contents);
      }
    }
    places += round.cells;
    parts += searches.length;
    if (places > MOST_PLACES || parts > MOST_PARTS) {
      throw new HostError('too-large', `more than ${MOST_PLACES} cells`);
    }
  }
}

interface Round<Key> {
  readonly read: readonly SheetArea<Key>[];
  readonly search: readonly SheetArea<Key>[];
  readonly rest: SheetArea<Key>[];
  /** That are read. */
  readonly cells: number;
}

/** Small areas while they fit, and a few wide ones to look through. */
function takeRound<Key>(waiting: readonly SheetArea<Key>[], atOnce: number): Round<Key> {
  const read: SheetArea<Key>[] = [];
  const search: SheetArea<Key>[] = [];
  const rest: SheetArea<Key>[] = [];
  let cells = 0;
  for (const item of waiting) {
    const size = cellCount(item.area);
    if (size > atOnce) {
      (search.length < PARTS ? search : rest).push(item);
    } else if (cells + size <= atOnce) {
      cells += size;
      read.push(item);
    } else {
      rest.push(item);
    }
  }
  return { read, search, rest, cells };
}

/** Up to 8 × 8 parts that cover an area. */
function partsOf<Key>({ key, sheet, area }: SheetArea<Key>): SheetArea<Key>[] {
  const parts: SheetArea<Key>[] = [];
  const height = Math.ceil((area.bottom - area.top + 1) / PARTS);
  const width = Math.ceil((area.right - area.left + 1) / PARTS);
  for (let top = area.top; top <= area.bottom; top += height) {
    for (let left = area.left; left <= area.right; left += width) {
      const bottom = Math.min(top + height - 1, area.bottom);
      const right = Math.min(left + width - 1, area.right);
      parts.push({ key, sheet, area: { top, left, bottom, right } });
    }
  }
  return parts;
}

/** Asks which rectangle of a part holds something; `take` gives none or one. */
function askUsed<Key>(part: SheetArea<Key>): { readonly take: () => SheetArea<Key>[] } {
  const used = rangeOf(part).getUsedRangeOrNullObject(true);
  used.load(['rowIndex', 'columnIndex', 'rowCount', 'columnCount']);
  return { take: () => (used.isNullObject ? [] : [{ ...part, area: areaOf(used) }]) };
}

/** The area of a range whose place and size were loaded. */
export function areaOf(range: Excel.Range): AreaSpec {
  return {
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    bottom: range.rowIndex + range.rowCount,
    right: range.columnIndex + range.columnCount,
  };
}

function rangeOf<Key>({ sheet, area }: SheetArea<Key>): Excel.Range {
  const { top, left, bottom, right } = area;
  return sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
}

function cellCount({ top, left, bottom, right }: AreaSpec): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The refusal of an answer that would be too large; anything else that goes wrong is thrown. */
export async function tooLarge(sync: Sync): Promise<HostError | null> {
  try {
    await sync();
    return null;
  } catch (thrown) {
    const error = toHostError(thrown);
    if (error.problem === 'too-large') {
      return error;
    }
    throw error;
  }
}
