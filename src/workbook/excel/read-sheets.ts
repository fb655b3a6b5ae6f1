/** The open workbook as a grid. */
import type { Grid, GridCell, GridSheet } from '../grid';
import type { OpenState } from '../port';
import type { AreaSpec } from '../spec';
import { cellsOf, refersOutside, type AreaContents } from './cell-contents';
import { askDateSystem, daysToTakeOff } from './date-system';
import { askHost, type Sync } from './host-requests';
import { toHostError } from './host-errors';
import { areaOf, askContents, readAreas, tooLarge, type SheetArea } from './read-areas';
import { unfinishedMark } from './unfinished';

/** What is read of every sheet at once; the product's own sheets fit, but for long registers. */
const NEAR = { top: 1, left: 1, bottom: 1000, right: 60 } as const;
const NEAR_ADDRESS = 'A1:BH1000';

/**
 * Reads the workbook in two requests: its sheets, then their contents. Only sheets with cells beyond the first 1000
 * rows and 60 columns, and answers that the host refuses as too large, take more. A sheet that is deleted in between
 * starts the reading anew, once.
 */
export async function readOpenState(): Promise<OpenState> {
  const read = (): Promise<OpenState> => askHost({ whileTyping: 'refuse' }, readState);
  try {
    return await read();
  } catch (thrown) {
    if (toHostError(thrown).problem !== 'not-found') {
      throw thrown;
    }
    return read();
  }
}

async function readState({ workbook }: Excel.RequestContext, sync: Sync): Promise<OpenState> {
  workbook.load(['name', 'readOnly']);
  const names = workbook.names.load('items/name,items/formula');
  const worksheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const activeCell = workbook.getActiveCell().load('address');
  const activeSheet = activeCell.worksheet.load('name');
  const dateSystem = askDateSystem(workbook);
  await sync();
  const sheets = await readSheets(worksheets.items, daysToTakeOff(dateSystem) > 0, sync);
  return {
    grid: { sheets, features: featuresOf(workbook.name, sheets) },
    name: workbook.name,
    readOnly: workbook.readOnly,
    active: {
      sheet: activeSheet.name,
      cell: activeCell.address.slice(activeCell.address.lastIndexOf('!') + 1),
    },
    unfinished: unfinishedSheets(names.items, sheets),
  };
}

async function readSheets(
  worksheets: readonly Excel.Worksheet[],
  date1904: boolean,
  sync: Sync,
): Promise<GridSheet[]> {
  const cells = worksheets.map((): GridCell[] => []);
  const add = (key: number, contents: AreaContents): void => {
    for (const cell of cellsOf(contents, date1904)) {
      cells[key]?.push(cell);
    }
  };
  const far = await readNear(worksheets, sync, add);
  await readAreas(far, sync, add);
  for (const key of new Set(far.map((area) => area.key))) {
    cells[key]?.sort((a, b) => a.row - b.row || a.column - b.column);
  }
  return worksheets.map((sheet, key) => ({
    name: sheet.name,
    visibility: visibilityOf(sheet.visibility),
    cells: cells[key] ?? [],
  }));
}

/** Reads the first rows and columns of all sheets in one request; gives the areas that are left to read. */
async function readNear(
  worksheets: readonly Excel.Worksheet[],
  sync: Sync,
  found: (key: number, contents: AreaContents) => void,
): Promise<SheetArea<number>[]> {
  const asked = worksheets.map((sheet) => {
    const used = askUsed(sheet);
    // With A1 it meets the near area whatever it is, so that no null object comes up within the request.
    const near = used.getBoundingRect('A1').getIntersection(NEAR_ADDRESS);
    return { sheet, used, contents: askContents(near, NEAR.top, NEAR.left) };
  });
  if ((await tooLarge(sync)) !== null) {
    const sizes = worksheets.map((sheet) => ({ sheet, used: askUsed(sheet) }));
    await sync();
    return sizes.map(({ sheet, used }, key) => ({ key, sheet, area: areaOf(used) }));
  }
  return asked.flatMap(({ sheet, used, contents }, key) => {
    const near = contents.take();
    const area = areaOf(used);
    if (near === undefined) {
      return [{ key, sheet, area }];
    }
    found(key, near);
    return beyondNear(area).map((rest) => ({ key, sheet, area: rest }));
  });
}

/** Of a sheet without any content this is A1. */
function askUsed(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getUsedRange(true).load(['rowIndex', 'columnIndex', 'rowCount', 'columnCount']);
}

/** What an area has to the right of the near one, and below it. */
function beyondNear(area: AreaSpec): AreaSpec[] {
  const right = {
    ...area,
    left: Math.max(area.left, NEAR.right + 1),
    bottom: Math.min(area.bottom, NEAR.bottom),
  };
  const below = { ...area, top: Math.max(area.top, NEAR.bottom + 1) };
  return [right, below].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right);
}

function visibilityOf(visibility: string): GridSheet['visibility'] {
  if (visibility === 'Hidden') {
    return 'hidden';
  }
  return visibility === 'VeryHidden' ? 'veryHidden' : 'visible';
}

/** Sheets that the marks of an interrupted run name; of a mark whose sheet never came to be, nothing is left. */
function unfinishedSheets(names: readonly Excel.NamedItem[], sheets: readonly GridSheet[]): string[] {
  const marked = new Set<string>();
  for (const item of names) {
    const formula: unknown = item.formula;
    const mark = typeof formula === 'string' ? unfinishedMark(item.name, formula) : undefined;
    if (mark?.sheet !== undefined) {
      marked.add(mark.sheet.toLowerCase());
    }
  }
  return sheets.map(({ name }) => name).filter((name) => marked.has(name.toLowerCase()));
}

/** Macros by the kind of file, since the object model does not tell of them; links by the formulas that use them. */
function featuresOf(name: string, sheets: readonly GridSheet[]): Grid['features'] {
  const macros = /\.(?:xlsm|xltm)$/i.test(name);
  const external = sheets.some(({ cells }) =>
    cells.some(({ formula }) => formula !== undefined && refersOutside(formula)),
  );
  return [...(macros ? (['macros'] as const) : []), ...(external ? (['external-links'] as const) : [])];
}
