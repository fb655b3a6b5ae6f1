/** Areas as a sheet's parts name them («B7», «A1:C3», lists of them), brought to where their rows have gone. */
import { columnNumber } from '../grid';
import type { RowMoves, RowRange } from '../row-moves';

const AREA = /^(\$?[A-Za-z]*\$?)(\d+)(?::(\$?[A-Za-z]*\$?)(\d+))?$/;

/** An area that grows with the blocks that it holds; of a part of a block, that part of the first copy. */
export function grownArea(text: string, moves: RowMoves): string {
  return withRows(text, (range) => [moves.grown(range)])?.join(' ') ?? text;
}

/** An area with its like in every copy of a block that it lies in; null where it cuts a block. */
export function copiedAreas(text: string, moves: RowMoves): readonly string[] | null {
  const range = rangeOf(text);
  if (!range) return [text];
  return withRows(text, (rows) => moves.copies(rows));
}

/** A list of areas («A1 B2:B4») over which one rule holds. */
export function ruleAreas(list: string, moves: RowMoves): string {
  const areas = list.split(/\s+/).filter((area) => area !== '');
  return areas.flatMap((area) => ruleArea(area, moves)).join(' ');
}

/** Rows and columns of «A4:C7»; a text that is no area has none of them. */
export function areaOf(text: string): RowRange & { readonly left: number; readonly right: number } {
  const [, left = '', top = '0', right = left, bottom = top] = AREA.exec(text.replaceAll('$', '')) ?? [];
  return { top: Number(top), bottom: Number(bottom), left: columnNumber(left), right: columnNumber(right) };
}

/** Rows of an area; undefined for whole columns and what is no area. */
export function rangeOf(text: string): RowRange | undefined {
  const [, , top, , bottom] = AREA.exec(text) ?? [];
  if (top === undefined) return undefined;
  return { top: Number(top), bottom: Number(bottom ?? top) };
}

function ruleArea(area: string, moves: RowMoves): readonly string[] {
  const range = rangeOf(area);
  if (!range) return [area];
  const { top, bottom } = range;
  // Over all rows of a block the rule stays one area; over some of them it comes once for every copy.
  const isWhole = moves.blocks.some(({ first, last }) => first === top && last === bottom);
  return (isWhole ? null : copiedAreas(area, moves)) ?? cutInRows(area, range, moves);
}

/** Row by row where an area cuts a block, in one piece where it does not. */
function cutInRows(area: string, { top, bottom }: RowRange, moves: RowMoves): readonly string[] {
  if (moves.grown({ top, bottom }).whole) return [grownArea(area, moves)];
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return rows.flatMap((row) => withRows(area, () => moves.copies({ top: row, bottom: row })) ?? []);
}

function withRows(
  text: string,
  change: (range: RowRange) => readonly RowRange[] | null,
): readonly string[] | null {
  const range = rangeOf(text);
  const [, left = '', , right] = AREA.exec(text) ?? [];
  if (!range) return [text];
  const moved = change(range);
  return (
    moved?.map(({ top, bottom }) =>
      top === bottom && (right ?? left) === left
        ? `${left}${top}`
        : `${left}${top}:${right ?? left}${bottom}`,
    ) ?? null
  );
}
