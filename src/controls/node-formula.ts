/**
 * Expressions as native formulas, one helper cell a step, so that no formula grows with nesting. Each step gives what the
 * evaluator gives: a number, or the token of any other value (formula-tokens).
 */
import Big from 'big.js';
import { evaluate } from './evaluate';
import {
  anyIs,
  areTexts,
  countOf,
  deciding,
  decidingDifference,
  firstNone,
  kept,
  worstOf,
  type Operand,
} from './formula-parts';
import { quoted, TEXT_MARK, token, TOKEN } from './formula-tokens';
import type { Comparison, FunctionName, Node, Reference, SiteAttribute } from './syntax';
import type { ControlContext } from './values';

/** What a cell shows before a host calculates. */
export type Cached = (context: ControlContext) => number | string;

/** Where the values of references stand, and where steps may be put. */
export interface FormulaCells {
  /** Address of the cell with a reference's value as `leaf-formula` gives it; `missingAsZero`: 0 instead of «missing». */
  leaf(leaf: Reference | SiteAttribute, missingAsZero: boolean): string;
  /** Puts a formula, without «=», into a cell of its own; gives its address. */
  helper(formula: string, cached: Cached): string;
}

/** Longest literal that a formula may hold, in characters. */
const LONGEST_LITERAL = 255;
/** Arguments that one step takes; more are grouped, so that its formula stays far below 8,192 characters. */
const WIDEST_STEP = 16;
const MAX_DIGITS = 15;

/** The operand that holds the node's value; its steps are put into helper cells. */
export function operandOf(node: Node, cells: FormulaCells, missingAsZero: boolean): Operand {
  switch (node.kind) {
    case 'number': {
      return { text: new Big(node.text).toFixed(), is: 'number' };
    }
    case 'text': {
      const literal = quoted(`${TEXT_MARK}${node.text}`);
      if (literal.length <= LONGEST_LITERAL) return { text: literal, is: 'text' };
      const parts = node.text.match(/[^]{1,100}/gu) ?? [];
      return step(node, [quoted(TEXT_MARK), ...parts.map(quoted)].join('&'), cells, missingAsZero);
    }
    case 'reference':
    case 'site':
      return { text: cells.leaf(node, missingAsZero), is: 'cell' };
    case 'negate': {
      const of = operandOf(node.of, cells, missingAsZero);
      return step(node, numeric([of], `-${of.text}`), cells, missingAsZero);
    }
    case 'binary': {
      const left = operandOf(node.left, cells, missingAsZero);
      const right = operandOf(node.right, cells, missingAsZero);
      return step(
        node,
        numeric([left, right], arithmetic(node.operator, left.text, right.text)),
        cells,
        missingAsZero,
      );
    }
    case 'compare': {
      const left = operandOf(node.left, cells, missingAsZero);
      const right = operandOf(node.right, cells, missingAsZero);
      return step(node, comparison(left, right, node.operator), cells, missingAsZero);
    }
    case 'call':
      return call(node, cells, missingAsZero);
  }
}

function step(node: Node, formula: string, cells: FormulaCells, missingAsZero: boolean): Operand {
  const cached: Cached = (context) => token(evaluate(node, context, { missingAsZero }));
  return { text: cells.helper(formula, cached), is: 'cell' };
}

/** A function of numbers; anything that is not a number takes its place. */
function numeric(operands: readonly Operand[], apply: string): string {
  if (operands.some(({ is }) => is === 'text')) return quoted(TOKEN.wrongType);
  const cells = operands.flatMap(({ is, text }) => (is === 'cell' ? [text] : []));
  if (cells.length === 0) return apply;
  const count = `COUNT(${cells.join(',')})`;
  return `IF(${count}=${cells.length},${apply},${worstOf(cells, count)})`;
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: string, right: string): string {
  switch (operator) {
    case '+':
    case '-':
      return kept(`${left}${operator}${right}`, [left, right]);
    case '*':
      return `IFERROR(${left}*${right},${quoted(TOKEN.wrongType)})`;
    case '/':
      return `IF(${right}=0,${quoted(TOKEN.divisionByZero)},IFERROR(${left}/${right},${quoted(TOKEN.wrongType)}))`;
  }
}

function truth(test: string): string {
  return `IF(${test},${quoted(TOKEN.yes)},${quoted(TOKEN.no)})`;
}

function comparison(left: Operand, right: Operand, operator: Comparison): string {
  const [a, b] = [left.text, right.text];
  const cells = [left, right].flatMap(({ is, text }) => (is === 'cell' ? [text] : []));
  const wrong = quoted(TOKEN.wrongType);
  const truths = `AND(OR(${a}=${quoted(TOKEN.yes)},${a}=${quoted(TOKEN.no)}),OR(${b}=${quoted(TOKEN.yes)},${b}=${quoted(TOKEN.no)}))`;
  const alike =
    operator === '=' || operator === '<>'
      ? `IF(OR(${areTexts(a, b)},${truths}),${truth(`LOWER(${a})${operator}LOWER(${b})`)},${wrong})`
      : wrong;
  const judged = `IF(COUNT(${a},${b})=2,${truth(`${decidingDifference(a, b)}${operator}0`)},${alike})`;
  const { wrongType, divisionByZero, notApplicable, missing } = TOKEN;
  return cells.length === 0
    ? judged
    : firstNone(cells, [wrongType, divisionByZero, notApplicable, missing], judged);
}

function call(node: Extract<Node, { kind: 'call' }>, cells: FormulaCells, missingAsZero: boolean): Operand {
  const { name, at } = node;
  if (node.items.length > WIDEST_STEP) {
    // The functions that take many arguments are those for which groups may be formed.
    const items: Node[] = [];
    for (let start = 0; start < node.items.length; start += WIDEST_STEP) {
      items.push({ kind: 'call', at, name, items: node.items.slice(start, start + WIDEST_STEP) });
    }
    return call({ ...node, items }, cells, missingAsZero);
  }
  const asked = name === 'ПУСТО' ? false : missingAsZero;
  const operands = node.items.map((item) => operandOf(item, cells, asked));
  return step(node, callFormula(name, operands), cells, missingAsZero);
}

function callFormula(name: FunctionName, operands: readonly Operand[]): string {
  const texts = operands.map(({ text }) => text);
  const [first = '', second = '', third = ''] = texts;
  const { wrongType, divisionByZero, notApplicable, missing, yes, no } = TOKEN;
  const none = [divisionByZero, notApplicable, missing];
  switch (name) {
    case 'СУММ':
      return numeric(operands, kept(`SUM(${texts.join(',')})`, texts));
    case 'МИН':
      return numeric(operands, `MIN(${texts.join(',')})`);
    case 'МАКС':
      return numeric(operands, `MAX(${texts.join(',')})`);
    case 'ABS':
      return numeric(operands, `ABS(${first})`);
    case 'ОКРУГЛ': {
      const digits = `TRUNC(${second})`;
      return numeric(
        operands,
        `IF(ABS(${digits})>${MAX_DIGITS},${quoted(wrongType)},ROUND(${deciding(first)},${digits}))`,
      );
    }
    case 'ЕСЛИ':
      return `IF(${first}=${quoted(yes)},${second},IF(${first}=${quoted(no)},${third},${tokenOrWrong(first)}))`;
    case 'НЕ':
      return `IF(${first}=${quoted(yes)},${quoted(no)},IF(${first}=${quoted(no)},${quoted(yes)},${tokenOrWrong(first)}))`;
    case 'ПУСТО':
      return `IF(${anyIs([first], wrongType)},${quoted(wrongType)},IF(${anyIs([first], divisionByZero)},${quoted(divisionByZero)},${truth(`OR(${first}=${quoted(missing)},${first}=${quoted(TEXT_MARK)})`)}))`;
    case 'И':
    case 'ИЛИ': {
      const decisive = name === 'И' ? no : yes;
      const other = name === 'И' ? yes : no;
      const known = [other, ...none].map((each) => countOf(texts, each)).join('+');
      const worst = firstNone(texts, none, quoted(other));
      return `IF(${anyIs(texts, decisive)},${quoted(decisive)},IF(${known}<${texts.length},${quoted(wrongType)},${worst}))`;
    }
  }
}

function tokenOrWrong(cell: string): string {
  const { wrongType, divisionByZero, notApplicable, missing } = TOKEN;
  return firstNone([cell], [divisionByZero, notApplicable, missing], quoted(wrongType));
}
