/** What rows can't be repeated through in the open workbook; looked for before anything is written. */
import type { FillObstacle, RowBlock } from '../fill';
import { addressPlace } from '../grid';
import { supports } from './capabilities';
import type { Sync } from './host-requests';
import type { StandingTable } from './standing';

type Obstacle = Omit<FillObstacle, 'sheet'>;

/** Merged areas and tables that begin or end within a block of the sheet. */
export async function fillObstacles(
  sheet: Excel.Worksheet,
  blocks: readonly RowBlock[],
  tables: readonly StandingTable[],
  sync: Sync,
): Promise<readonly Obstacle[]> {
  const crossing = blocks.flatMap(({ first, last }) =>
    tables
      .filter(({ area: { top, bottom } }) => isWithin(top, first, last) || isWithin(bottom, first, last))
      .map(({ name }): Obstacle => ({ kind: 'table-in-block', where: name })),
  );
  const asked: { readonly block: RowBlock; readonly merged: Excel.RangeAreas }[] = [];
  // Without: the host itself refuses to copy rows across a merged area.
  if (supports('merged-areas')) {
    for (const block of blocks) {
      // With a row above and one below, so that what reaches out is seen to do so.
      const rows = `${Math.max(1, block.first - 1)}:${block.last + 1}`;
      const merged = sheet.getRange(rows).getMergedAreasOrNullObject().load('address');
      asked.push({ block, merged });
    }
  }
  if (asked.length > 0) await sync();
  return [...crossing, ...asked.flatMap(({ block, merged }) => crossingMerges(block, merged))];
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
