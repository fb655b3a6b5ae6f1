/** Pieces of native formulas over helper cells. Functions of Excel 2010 and LibreOffice 7 only; nothing volatile, no arrays. */
import { quoted, TEXT_MARK, TOKEN } from './formula-tokens';

/** A cell's address, or a literal. */
export interface Operand {
  readonly text: string;
  readonly is: 'cell' | 'number' | 'text';
}

/** Digits that a double keeps for sure. */
const KEPT_DIGITS = 15;
/** Decimals that decide a comparison; behind them stands what binary arithmetic leaves over. */
const DECIDING_DECIMALS = 12;

/** True where one of the cells holds the token; «FALSE» for no cells. */
export function anyIs(cells: readonly string[], token: string): string {
  const tests = cells.map((cell) => `${cell}=${quoted(token)}`);
  return tests.length === 0 ? 'FALSE' : tests.length === 1 ? tests.join('') : `OR(${tests.join(',')})`;
}

/** How many of the cells hold the token. */
export function countOf(cells: readonly string[], token: string): string {
  return cells.map((cell) => `(${cell}=${quoted(token)})`).join('+');
}

/**
 * The worst of values of which at least one is none, in the evaluator's order. `counted`: an expression that counts those
 * that have the wanted type; what is neither wanted nor a token of no value is of the wrong type.
 */
export function worstOf(cells: readonly string[], counted: string): string {
  const { wrongType, divisionByZero, notApplicable, missing } = TOKEN;
  const none = [divisionByZero, notApplicable, missing].map((token) => countOf(cells, token)).join('+');
  return `IF(${counted}+${none}<${cells.length},${quoted(wrongType)},${firstNone(cells, [divisionByZero, notApplicable], quoted(missing))})`;
}

/** The first of the tokens that a cell holds, else `otherwise`. */
export function firstNone(cells: readonly string[], tokens: readonly string[], otherwise: string): string {
  return tokens.reduceRight(
    (rest, token) => `IF(${anyIs(cells, token)},${quoted(token)},${rest})`,
    otherwise,
  );
}

/** Rounds a sum or difference of these operands to the digits that doubles of their size keep: 0.1+0.2 is 0.3. */
export function kept(expression: string, operands: readonly string[]): string {
  return `ROUND(${expression},${keptDecimals(operands)})`;
}

/** Left minus right, to the decimals that decide. */
export function decidingDifference(left: string, right: string): string {
  return `ROUND(${left}-${right},MIN(${DECIDING_DECIMALS},${keptDecimals([left, right])}))`;
}

/** A number without what binary arithmetic leaves over. */
export function deciding(number: string): string {
  return `ROUND(${number},MIN(${DECIDING_DECIMALS},${keptDecimals([number])}))`;
}

function keptDecimals(operands: readonly string[]): string {
  const sizes = operands.flatMap((operand) => [operand, `-${operand}`]);
  // Whole numbers are exact, so nothing is rounded before the point.
  return `MAX(0,${KEPT_DIGITS - 1}-INT(LOG10(MAX(${sizes.join(',')},1))))`;
}

export function areTexts(...operands: readonly string[]): string {
  return `AND(${operands.map((operand) => `LEFT(${operand})=${quoted(TEXT_MARK)}`).join(',')})`;
}
