/** Formulas whose results are out of date once cells have changed. */
import { cellAddress, type Grid } from '../grid';
import type { CellPlace } from '../port';
import { areaOf, looksOf, type FormulaLooks } from './formula-looks';

interface Formula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly looks: FormulaLooks;
}

interface Changed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Cells with formulas that look at the changed cells, at once or through others; a formula that may look anywhere counts
 * as looking. `names`: the workbook's names with their formulas, names in lower case.
 */
export function dependentsOf(
  grid: Grid,
  names: ReadonlyMap<string, string>,
  changed: readonly CellPlace[],
): readonly CellPlace[] {
  let waiting = formulasOf(grid, names);
  const found: CellPlace[] = [];
  let news: readonly Changed[] = changed.map(({ sheet, cell }) => {
    const { top, left } = areaOf(cell);
    return { sheet: sheet.toLowerCase(), row: top, column: left };
  });
  while (news.length > 0) {
    const touched = waiting.filter((formula) => looksAtOne(formula, news));
    waiting = waiting.filter((formula) => !touched.includes(formula));
    found.push(...touched.map(({ sheet, row, column }) => ({ sheet, cell: cellAddress(row, column) })));
    news = touched.map(({ sheet, row, column }) => ({ sheet: sheet.toLowerCase(), row, column }));
  }
  return found;
}

function formulasOf({ sheets }: Grid, names: ReadonlyMap<string, string>): readonly Formula[] {
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, formula }) =>
      formula === undefined ? [] : [{ sheet: name, row, column, looks: withNames(formula, names) }],
    ),
  );
}

/** A name may lead through another, which may lead anywhere. */
function withNames(formula: string, names: ReadonlyMap<string, string>): FormulaLooks {
  // The follower of a shared formula has no text of its own here.
  if (formula === '') return { areas: [], words: [], anywhere: true };
  const own = looksOf(formula);
  const named = own.words.flatMap((word) => {
    const meaning = names.get(word);
    return meaning === undefined ? [] : [looksOf(meaning)];
  });
  return {
    areas: [...own.areas, ...named.flatMap(({ areas }) => areas)],
    words: own.words,
    anywhere:
      own.anywhere || named.some(({ anywhere, words }) => anywhere || words.some((word) => names.has(word))),
  };
}

function looksAtOne({ sheet: own, looks }: Formula, changed: readonly Changed[]): boolean {
  if (looks.anywhere) return true;
  return looks.areas.some(({ sheet, area }) => {
    const name = (sheet ?? own).toLowerCase();
    return changed.some(
      (cell) =>
        cell.sheet === name &&
        cell.row >= area.top &&
        cell.row <= area.bottom &&
        cell.column >= area.left &&
        cell.column <= area.right,
    );
  });
}
