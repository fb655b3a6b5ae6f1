/** Where rows go when blocks of them are repeated: each row below a block moves down by the rows that were added. */
import type { RowBlock } from './fill';

export interface RowRange {
  readonly top: number;
  readonly bottom: number;
}

export interface RowMoves {
  readonly blocks: readonly RowBlock[];
  /** The block that a row belongs to. */
  blockOf(row: number): RowBlock | undefined;
  /** The new number of a row; of its copy (from 0) where it is repeated. */
  to(row: number, copy?: number): number;
  /**
   * A range that holds every block that it touches grows with it. One that touches a part of a block is taken for that
   * part in the first copy: `whole` is false then.
   */
  grown(range: RowRange): RowRange & { readonly whole: boolean };
  /** Ranges of the same rows in every copy, where a range lies within a block; else the range, grown. Null: it cuts a block. */
  copies(range: RowRange): readonly RowRange[] | null;
}

export function rowMoves(blocks: readonly RowBlock[]): RowMoves {
  const added = (row: number): number =>
    blocks
      .filter(({ last }) => last < row)
      .reduce((sum, { first, last, count }) => sum + (last - first + 1) * (count - 1), 0);
  const blockOf = (row: number): RowBlock | undefined =>
    blocks.find(({ first, last }) => first <= row && row <= last);
  const to = (row: number, copy = 0): number => {
    const block = blockOf(row);
    return row + added(row) + (block ? copy * (block.last - block.first + 1) : 0);
  };
  const cuts = ({ top, bottom }: RowRange): boolean =>
    blocks.some(({ first, last }) => first <= bottom && last >= top && !(top <= first && bottom >= last));
  const grown = (range: RowRange): RowRange & { readonly whole: boolean } => {
    const { top, bottom } = range;
    const whole = !cuts(range);
    const last = whole ? (blockOf(bottom)?.count ?? 1) - 1 : 0;
    return { top: to(top), bottom: to(bottom, last), whole };
  };
  return {
    blocks,
    blockOf,
    to,
    grown,
    copies: (range) => {
      const { top, bottom } = range;
      const block = blockOf(top);
      if (block && bottom <= block.last) {
        return Array.from({ length: block.count }, (_, copy) => ({
          top: to(top, copy),
          bottom: to(bottom, copy),
        }));
      }
      // What starts in a block and ends below it would cover the copies that come between.
      return block !== undefined || cuts(range) ? null : [grown(range)];
    },
  };
}
