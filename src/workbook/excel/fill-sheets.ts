/**
 * Fills sheets that somebody else has made. Rows are repeated by the host's own insertion and copying, so that merges,
 * rules, print areas, pictures and charts follow as Excel has it; what Excel would leave behind is mended: ranges that
 * end with the repeated rows grow.
 */
import type { FillOutcome, FillRemark, RowBlock, SheetFilling } from '../fill';
import type { Grid } from '../grid';
import { HostError } from '../host-error';
import type { RunOptions } from '../port';
import { rowMoves, type RowMoves } from '../row-moves';
import { fillingSteps, formatsOf, type CellFormats } from './fill-contents';
import { movedFormulas, type MovesOf } from './fill-formulas';
import { mendAreas } from './fill-names';
import { fillObstacles } from './fill-obstacles';
import { askHost, type Sync } from './host-requests';
import { readOpenState } from './read-sheets';
import { runJobs, type Job } from './run-jobs';
import { lower, readStanding, type Standing } from './standing';
import { paperOf, sheetStep, type Step } from './step';

/**
 * All of it in as few requests as its size allows, or nothing: throws «protected» for a locked cell, or rows, of a
 * protected sheet, and «not-found» for a sheet that is gone.
 */
export async function fillSheets(
  fillings: readonly SheetFilling[],
  run: RunOptions = {},
): Promise<FillOutcome> {
  const { grid } = await readOpenState();
  return askHost({ whileTyping: 'wait', signal: run.signal }, async (context, sync) => {
    const names = fillings.map(({ sheet }) => sheet);
    const standing = await readStanding(context, sync, names);
    const blocks = new Map(fillings.map(({ sheet, blocks: all }) => [lower(sheet), repeated(all)]));
    const repeatedSheets = names.map((sheet) => ({
      sheet,
      blocks: blocks.get(lower(sheet)) ?? [],
      tables: standing.tables.filter((table) => lower(table.sheet) === lower(sheet)),
    }));
    const obstacles = await fillObstacles(context.workbook, repeatedSheets, sync);
    if (obstacles.length > 0) return { ok: false, obstacles };
    const formats = await formatsOf(context.workbook, fillings, sync);
    refuseProtected(fillings, blocks, standing, formats);
    const heights = await heightsOf(context.workbook, blocks, sync);
    const areas = await mendAreas(context.workbook, names, standing, sync);
    const moves = new Map([...blocks].filter(([, all]) => all.length > 0).map(movesOfSheet));
    const movesOf: MovesOf = (sheet) => moves.get(lower(sheet));
    const jobOf = (sheet: string, steps: readonly Step[]): Job => ({
      paper: paperOf(context.workbook.worksheets.getItem(sheet)),
      steps,
      protection: null,
      isProtected: false,
    });
    const { steps: formulas, remarks } = formulaSteps(grid, movesOf, standing);
    const contents = fillings.map((filling) => ({
      sheet: filling.sheet,
      steps: fillingSteps(filling, movesOf(filling.sheet), grid, formats, standing.daysOff),
    }));
    const jobs = [
      // Rows of all sheets come first: the formulas that are written later name them where they are then.
      ...names.map((sheet) => jobOf(sheet, insertSteps(blocks.get(lower(sheet)) ?? [], heights))),
      ...[...contents, ...formulas].map(({ sheet, steps }) => jobOf(sheet, steps)),
    ];
    const finish = (): void => areas(movesOf);
    await runJobs(context, jobs, sync, finish, run.onProgress);
    return { ok: true, remarks };
  });
}

/** Blocks that come more than once, the lowest first: those above do not move it then. */
function repeated(blocks: readonly RowBlock[]): readonly RowBlock[] {
  return blocks.filter(({ count }) => count > 1).sort((a, b) => b.first - a.first);
}

function movesOfSheet([sheet, blocks]: readonly [string, readonly RowBlock[]]): [string, RowMoves] {
  return [sheet, rowMoves([...blocks].reverse())];
}

/** Protection is not taken off somebody else's sheet: cells that are open may be filled, rows not be added. */
function refuseProtected(
  fillings: readonly SheetFilling[],
  blocks: ReadonlyMap<string, readonly RowBlock[]>,
  { sheets }: Standing,
  formats: CellFormats,
): void {
  for (const { sheet, cells } of fillings) {
    const standing = sheets.get(lower(sheet));
    if (standing === undefined) throw new HostError('not-found', `sheet ${sheet}`);
    if (standing.protection === null) continue;
    const isRepeated = (blocks.get(lower(sheet)) ?? []).length > 0;
    if (isRepeated || cells.some(({ row, column }) => formats(sheet, row, column).locked)) {
      throw new HostError('protected', sheet);
    }
  }
}

/** Points of the rows that are repeated; null: as high as all others, or as its text wants. */
type Heights = (block: RowBlock) => readonly (number | null)[];

async function heightsOf(
  workbook: Excel.Workbook,
  blocks: ReadonlyMap<string, readonly RowBlock[]>,
  sync: Sync,
): Promise<Heights> {
  const found = new Map<RowBlock, { usual: Excel.Worksheet; rows: readonly Excel.RangeFormat[] }>();
  for (const [name, all] of blocks) {
    const sheet = workbook.worksheets.getItem(name);
    if (all.length > 0) sheet.load('standardHeight');
    for (const block of all) {
      const rows = rowsOf(block).map((row) => sheet.getRange(`${row}:${row}`).format.load('rowHeight'));
      found.set(block, { usual: sheet, rows });
    }
  }
  if (found.size > 0) await sync();
  return (block) => {
    const { usual, rows } = found.get(block) ?? {};
    return (rows ?? []).map(({ rowHeight }) => (rowHeight === usual?.standardHeight ? null : rowHeight));
  };
}

function rowsOf({ first, last }: RowBlock): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Puts rows below each block and copies the block into them as often as it comes. */
function insertSteps(blocks: readonly RowBlock[], heights: Heights): readonly Step[] {
  return blocks.map((block) => {
    const { first, last, count } = block;
    const size = last - first + 1;
    const added = `${last + 1}:${last + size * (count - 1)}`;
    return sheetStep(4 + size * (count - 1), (sheet) => {
      sheet.getRange(added).insert('Down');
      sheet.getRange(added).copyFrom(sheet.getRange(`${first}:${last}`), 'All');
      heights(block).forEach((points, index) => {
        if (points === null) return;
        for (let copy = 1; copy < count; copy += 1) {
          const row = first + index + copy * size;
          sheet.getRange(`${row}:${row}`).format.rowHeight = points;
        }
      });
    });
  });
}

/** On sheets that may be written; on protected ones, what would have to change is a remark. */
function formulaSteps(
  grid: Grid,
  movesOf: MovesOf,
  { sheets }: Standing,
): {
  readonly steps: readonly { readonly sheet: string; readonly steps: readonly Step[] }[];
  readonly remarks: readonly FillRemark[];
} {
  const remarks: FillRemark[] = [];
  const steps = grid.sheets.map((sheet) => {
    const isClosed = sheets.get(lower(sheet.name))?.protection !== null;
    return { sheet: sheet.name, steps: movedFormulas(sheet, movesOf, isClosed, remarks) };
  });
  return { steps: steps.filter((one) => one.steps.length > 0), remarks };
}
