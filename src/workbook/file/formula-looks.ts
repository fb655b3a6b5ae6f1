/** What formulas look at (ISO/IEC 29500-1, 18.17.2). */
import { columnNumber } from '../grid';
import type { AreaSpec } from '../spec';
import { sheetName, TOKEN } from '../formula-tokens';

export interface LookedAt {
  /** Null: the formula's own sheet. */
  readonly sheet: string | null;
  readonly area: AreaSpec;
}

export interface FormulaLooks {
  readonly areas: readonly LookedAt[];
  /** Words in lower case that may be names of areas. */
  readonly words: readonly string[];
  /** It may look anywhere: at a table, at several sheets at once, at a place that it works out. */
  readonly anywhere: boolean;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const WANDERING = new Set(['indirect', 'offset', 'cell', 'info']);

export function looksOf(formula: string): FormulaLooks {
  const areas: LookedAt[] = [];
  const words: string[] = [];
  let anywhere = false;
  for (const [token, sheet, reference, word] of formula.matchAll(TOKEN)) {
    // Several sheets at once, tables, sheets of other workbooks.
    if (sheet?.includes(':') === true || token.startsWith('[')) anywhere = true;
    if (reference !== undefined) {
      areas.push({ sheet: sheet === undefined ? null : sheetName(sheet), area: areaOf(reference) });
    } else if (word !== undefined) words.push(word.toLowerCase());
    // A sign left over: a sheet written in a way that is not known here.
    else if (token === '!') anywhere = true;
  }
  return { areas, words, anywhere: anywhere || words.some((word) => WANDERING.has(word)) };
}

/** An area as files write it: «B7», «$A$1:C3», whole rows and columns. */
export function areaOf(text: string): AreaSpec {
  const [first = '', last = first] = text.replaceAll('$', '').split(':');
  const [a, b] = [placeOf(first), placeOf(last)];
  return {
    top: Math.min(a.row ?? 1, b.row ?? LAST_ROW),
    left: Math.min(a.column ?? 1, b.column ?? LAST_COLUMN),
    bottom: Math.max(a.row ?? LAST_ROW, b.row ?? 1),
    right: Math.max(a.column ?? LAST_COLUMN, b.column ?? 1),
  };
}

function placeOf(text: string): { readonly row: number | undefined; readonly column: number | undefined } {
  const [, letters = '', digits = ''] = /^([A-Za-z]*)(\d*)$/.exec(text) ?? [];
  return {
    row: digits === '' ? undefined : Number(digits),
    column: letters === '' ? undefined : columnNumber(letters),
  };
}
