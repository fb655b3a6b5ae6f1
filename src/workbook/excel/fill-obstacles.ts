/** What rows can't be repeated through in the open workbook; looked for before anything is written. */
import type { FillObstacle, RowBlock } from '../fill';
import { addressPlace } from '../grid';
import { supports } from './capabilities';
import type { Sync } from './host-requests';
import type { StandingTable } from './standing';

type Obstacle = Omit<FillObstacle, 'sheet'>;

/** Rows of a sheet that are to be repeated, and the tables that stand on it. */
export interface RepeatedSheet {
  readonly sheet: string;
  readonly blocks: readonly RowBlock[];
  readonly tables: readonly StandingTable[];
}

/** Merged areas and tables that begin or end within a block; one request for all sheets. */
export async function fillObstacles(
  { worksheets }: Excel.Workbook,
  sheets: readonly RepeatedSheet[],
  sync: Sync,
): Promise<readonly FillObstacle[]> {
  const asked = sheets.map(({ sheet, blocks }) => {
    if (supports('merged-areas')) {
      return blocks.map((block) => {
        // With a row above and one below, so that what reaches out is seen to do so.
        const rows = `${Math.max(1, block.first - 1)}:${block.last + 1}`;
        const merged = worksheets.getItem(sheet).getRange(rows).getMergedAreasOrNullObject().load('address');
        return { block, merged };
      });
    }
    // The host itself refuses to copy rows across a merged area.
    return [];
  });
  if (asked.flat().length > 0) await sync();
  return sheets.flatMap(({ sheet, blocks, tables }, index) =>
    [
      ...blocks.flatMap((block) => crossingTables(block, tables)),
      ...(asked[index] ?? []).flatMap(({ block, merged }) => crossingMerges(block, merged)),
    ].map((obstacle) => ({ sheet, ...obstacle })),
  );
}

function crossingTables({ first, last }: RowBlock, tables: readonly StandingTable[]): readonly Obstacle[] {
  return tables
    .filter(({ area: { top, bottom } }) => isWithin(top, first, last) || isWithin(bottom, first, last))
    .map(({ name }) => ({ kind: 'table-in-block', where: name }));
}

function crossingMerges({ first, last }: RowBlock, merged: Excel.RangeAreas): readonly Obstacle[] {
  if (merged.isNullObject) return [];
  return merged.address.split(',').flatMap((address): readonly Obstacle[] => {
    const where = address.slice(address.lastIndexOf('!') + 1);
    const [top = 0, bottom = top] = where.split(':').map((corner) => addressPlace(corner).row);
    const touches = top <= last && bottom >= first;
    return touches && (top < first || bottom > last) ? [{ kind: 'merge-across', where }] : [];
  });
}

function isWithin(row: number, first: number, last: number): boolean {
  return row >= first && row <= last;
}
