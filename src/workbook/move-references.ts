/** References within formulas (ISO/IEC 29500-1, 18.17.2): found as text, and moved as the rows that they name have moved. */
import { columnLetters, columnNumber } from './grid';
import type { RowMoves } from './row-moves';
import { SHEET, sheetName, TOKEN } from './formula-tokens';

/** One end of a reference as it is written; a whole row has no column, a whole column no row. */
interface End {
  readonly columnFixed: boolean;
  readonly column: string;
  readonly rowFixed: boolean;
  readonly row: number | null;
}

interface Reference {
  /** Null: the formula's own sheet. */
  readonly sheet: string | null;
  readonly first: End;
  readonly last: End | null;
}

/** Where a formula stands: which copy of which rows. */
export interface FormulaPlace {
  readonly sheet: string;
  /** The row that it had, and which copy of it this is; null: it stands in no cell. */
  readonly cell: { readonly row: number; readonly copy: number } | null;
  /** It is a list of values, as of a chart: one cell of a row that is repeated becomes the cells of all copies. */
  readonly asList?: true;
}

const END = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** Sheets that a formula names; the empty set where it names none. */
export function sheetsOf(formula: string): ReadonlySet<string> {
  const found = Array.from(formula.matchAll(new RegExp(`(${SHEET})!`, 'gu')), ([, sheet]) =>
    sheetName(sheet ?? ''),
  );
  return new Set(found);
}

/**
 * The formula after rows have moved. Within a repeated block a relative reference follows its own copy, a fixed one
 * stays with the first, as when a formula is filled down; a range over a whole block grows with it. `doubt` is called
 * where a reference from elsewhere names a part of a repeated block: it keeps to the first copy.
 */
export function moveReferences(
  formula: string,
  place: FormulaPlace,
  movesOf: (sheet: string) => RowMoves | undefined,
  doubt: () => void,
): string {
  return mapReferences(formula, (reference) => {
    const moves = movesOf(reference.sheet ?? place.sheet);
    if (reference.sheet?.includes(':')) {
      const ends = reference.sheet.split(':');
      if (ends.some((sheet) => movesOf(sheet))) doubt();
      return reference;
    }
    return moves ? moved(reference, place, moves, doubt) : reference;
  });
}

/** The formula as it is for a cell so many rows below and columns beside: how the followers of a shared formula are written. */
export function offsetReferences(formula: string, rows: number, columns: number): string {
  const offset = (end: End): End => ({
    ...end,
    row: end.row === null || end.rowFixed ? end.row : end.row + rows,
    column:
      end.column === '' || end.columnFixed ? end.column : columnLetters(columnNumber(end.column) + columns),
  });
  return mapReferences(formula, ({ sheet, first, last }) => ({
    sheet,
    first: offset(first),
    last: last && offset(last),
  }));
}

function mapReferences(formula: string, change: (reference: Reference) => Reference): string {
  return formula.replace(TOKEN, (token: string, sheet: string | undefined, text: string | undefined) => {
    if (text === undefined) return token;
    const [first = '', last] = text.split(':');
    const reference = {
      sheet: sheet === undefined ? null : sheetName(sheet),
      first: endOf(first),
      last: last === undefined ? null : endOf(last),
    };
    const changed = change(reference);
    if (changed === reference) return token;
    const written = [changed.first, ...(changed.last ? [changed.last] : [])].map(endText).join(':');
    return sheet === undefined ? written : `${sheet}!${written}`;
  });
}

function moved(reference: Reference, place: FormulaPlace, moves: RowMoves, doubt: () => void): Reference {
  const { sheet, first, last } = reference;
  const [top, bottom] = [first.row, (last ?? first).row];
  if (top === null || bottom === null) return reference;
  const own =
    place.cell && (sheet === null || sheet.toLowerCase() === place.sheet.toLowerCase())
      ? moves.blockOf(place.cell.row)
      : undefined;
  const isInside = own !== undefined && top >= own.first && bottom <= own.last;
  const grown = moves.grown({ top: Math.min(top, bottom), bottom: Math.max(top, bottom) });
  if (isInside && !(last && first.rowFixed && last.rowFixed && grown.whole)) {
    const copyOf = ({ rowFixed }: End): number => (rowFixed ? 0 : (place.cell?.copy ?? 0));
    const move = (end: End): End => ({ ...end, row: moves.to(end.row ?? 0, copyOf(end)) });
    return { sheet, first: move(first), last: last && move(last) };
  }
  const block = moves.blockOf(top);
  if (block && block.count > 1 && (!grown.whole || !last)) doubt();
  if (!last && place.asList && grown.whole && grown.top !== grown.bottom) {
    return { sheet, first: { ...first, row: grown.top }, last: { ...first, row: grown.bottom } };
  }
  if (!last) return { sheet, first: { ...first, row: moves.to(top) }, last };
  const [from, to] = top <= bottom ? [grown.top, grown.bottom] : [grown.bottom, grown.top];
  return { sheet, first: { ...first, row: from }, last: { ...last, row: to } };
}

function endOf(text: string): End {
  const [, dollar = '', column = '', second = '', row = ''] = END.exec(text) ?? [];
  // «$5» of a whole row: its dollar belongs to the row.
  const rowFixed = column === '' ? dollar === '$' : second === '$';
  return {
    columnFixed: column !== '' && dollar === '$',
    column,
    rowFixed,
    row: row === '' ? null : Number(row),
  };
}

function endText({ columnFixed, column, rowFixed, row }: End): string {
  return `${columnFixed ? '$' : ''}${column}${rowFixed ? '$' : ''}${row ?? ''}`;
}
