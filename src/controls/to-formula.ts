/**
 * A control as native formulas, from the tree that the evaluator runs. Where the two can differ: values of more than 15
 * digits, products beyond them, and differences behind the twelfth decimal.
 */
import { CONTROL_TEXTS } from '../text/controls';
import { LEVEL_WORDS } from '../text/levels';
import { formatNumber } from '../text/numbers';
import type { ControlLevel } from '../programme/schema';
import { areTexts, countOf, decidingDifference, type Operand } from './formula-parts';
import { quoted, TEXT_MARK, token, TOKEN } from './formula-tokens';
import { settled } from './decimal';
import { evaluate, leafValue } from './evaluate';
import { operandOf, type Cached, type FormulaCells } from './node-formula';
import type { CompiledControl } from './parse';
import { runControl, type ControlResult } from './run-control';
import { leaves } from './syntax';
import type { ControlContext, Value } from './values';

/** A formula without «=», and what it shows before a host calculates. */
export interface CachedFormula {
  readonly formula: string;
  readonly cached: Cached;
}

export interface ControlFormulas {
  readonly left: CachedFormula;
  readonly right: CachedFormula;
  readonly difference: CachedFormula;
  readonly state: CachedFormula;
}

export const STATE_WORDS = {
  passed: 'выполнено',
  noData: 'нет данных',
  notApplicable: 'не применяется',
  notComputable: 'вычислить нельзя',
} as const;

/** What a control's row shows as its state. */
export function stateWord({ state, reason }: ControlResult, level: ControlLevel): string {
  switch (state) {
    case 'passed':
      return STATE_WORDS.passed;
    case 'failed':
      return LEVEL_WORDS[level];
    case 'not-computable':
      return STATE_WORDS.notComputable;
    case 'skipped':
      return reason === 'empty' || reason === 'condition-unknown'
        ? STATE_WORDS.noData
        : STATE_WORDS.notApplicable;
  }
}

/** Cells that one sum of tests names; more are summed in steps. */
const WIDEST_COUNT = 64;

export function controlFormulas(compiled: CompiledControl, cells: FormulaCells): ControlFormulas {
  const { control } = compiled;
  const run = (context: ControlContext): ControlResult => runControl(compiled, context);
  const skip = skipCell(compiled, cells);
  const left = operandOf(compiled.left, cells, true);
  const right = operandOf(compiled.right, cells, true);
  const difference = cells.helper(
    `IF(COUNT(${left.text},${right.text})=2,${decidingDifference(left.text, right.text)},"")`,
    (context) => {
      const [a, b] = [compiled.left, compiled.right].map((node) =>
        evaluate(node, context, { missingAsZero: true }),
      );
      return a?.kind === 'number' && b?.kind === 'number' ? settled(a.number.minus(b.number)).toNumber() : '';
    },
  );
  const unlessSkipped = (formula: string): string => `IF(${skip}<>"","",${formula})`;
  const side = (operand: Operand, key: 'left' | 'right'): CachedFormula => ({
    formula: unlessSkipped(shown(operand)),
    cached: (context) => {
      const result = run(context);
      return result.state === 'skipped' ? '' : shownValue(result[key]);
    },
  });
  return {
    left: side(left, 'left'),
    right: side(right, 'right'),
    difference: {
      formula: unlessSkipped(difference),
      cached: (context) => run(context).difference?.toNumber() ?? '',
    },
    state: {
      formula: `IF(${skip}<>"",${skip},${verdict(compiled, left, right, difference)})`,
      cached: (context) => stateWord(run(context), control.level),
    },
  };
}

/** The cell that says why a control is skipped: a word of state, or nothing. */
function skipCell({ control, condition, left, right }: CompiledControl, cells: FormulaCells): string {
  const [noData, notApplicable] = [quoted(STATE_WORDS.noData), quoted(STATE_WORDS.notApplicable)];
  const all = [...leaves(left), ...leaves(right)];
  const sources = [...new Set(all.map((leaf) => cells.leaf(leaf, false)))];
  const count = (kind: 'missing' | 'notApplicable'): string => {
    const groups: string[] = [];
    for (let start = 0; start < sources.length; start += WIDEST_COUNT) {
      groups.push(countOf(sources.slice(start, start + WIDEST_COUNT), TOKEN[kind]));
    }
    if (groups.length <= 1) return groups[0] ?? '0';
    const cached: Cached = (context) =>
      all.filter((leaf) => token(leafValue(leaf, context)) === TOKEN[kind]).length;
    return groups.map((group) => cells.helper(group, cached)).join('+');
  };
  const enough = { 'пропустить, если пусто любое': 1, 'пропустить, если пусты все': sources.length };
  const empty =
    control.empty === 'считать нулём'
      ? '""'
      : `IF(${count('missing')}>=${enough[control.empty]},${noData},"")`;
  const ofValues = `IF(${count('notApplicable')}>0,${notApplicable},${empty})`;
  const asked = condition && operandOf(condition, cells, false).text;
  const whole =
    asked === null
      ? ofValues
      : `IF(${asked}=${quoted(TOKEN.no)},${notApplicable},IF(${asked}=${quoted(TOKEN.yes)},${ofValues},${noData}))`;
  return cells.helper(whole, (context) => {
    const result = runControl({ control, condition, left, right }, context);
    return result.state === 'skipped' ? stateWord(result, control.level) : '';
  });
}

function verdict({ control }: CompiledControl, left: Operand, right: Operand, difference: string): string {
  const { operator, level } = control;
  const [a, b] = [left.text, right.text];
  const judged = (test: string): string =>
    `IF(${test},${quoted(STATE_WORDS.passed)},${quoted(LEVEL_WORDS[level])})`;
  const notComputable = quoted(STATE_WORDS.notComputable);
  const tolerance = plain(control.tolerance);
  switch (operator) {
    case 'парность':
    case 'исключение': {
      const [p, q] = [presence(left), presence(right)];
      const test =
        operator === 'парность'
          ? `(${p})=(${q})`
          : `NOT(AND((${p})=${quoted(TOKEN.yes)},(${q})=${quoted(TOKEN.yes)}))`;
      return `IF(OR((${p})=${quoted(TOKEN.wrongType)},(${q})=${quoted(TOKEN.wrongType)}),${notComputable},${judged(test)})`;
    }
    case '=':
    case '<>': {
      const numbers = `ABS(${difference})${operator === '=' ? '<=' : '>'}${tolerance}`;
      const truths = `AND(${isTruth(a)},${isTruth(b)})`;
      const alike = `IF(OR(${areTexts(a, b)},${truths}),${judged(`LOWER(${a})${operator}LOWER(${b})`)},${notComputable})`;
      return ifNumber(difference, judged(numbers), alike);
    }
    case '<=':
    case '<':
      return ifNumber(difference, judged(`${difference}${operator}${tolerance}`), notComputable);
    case '>=':
    case '>':
      return ifNumber(difference, judged(`${difference}${operator}-${tolerance}`), notComputable);
  }
}

function ifNumber(cell: string, then: string, otherwise: string): string {
  return `IF(ISNUMBER(${cell}),${then},${otherwise})`;
}

function isTruth(operand: string): string {
  return `OR(${operand}=${quoted(TOKEN.yes)},${operand}=${quoted(TOKEN.no)})`;
}

/** Whether a side «is there»: yes, no, or that it can't be told. */
function presence({ text, is }: Operand): string {
  const { yes, no, missing, wrongType } = TOKEN;
  if (is === 'number') return `IF(${text}=0,${quoted(no)},${quoted(yes)})`;
  const ofText = `IF(LEFT(${text})=${quoted(TEXT_MARK)},IF(${text}=${quoted(TEXT_MARK)},${quoted(no)},${quoted(yes)}),IF(${text}=${quoted(missing)},${quoted(no)},${quoted(wrongType)}))`;
  return `IF(ISNUMBER(${text}),IF(${text}=0,${quoted(no)},${quoted(yes)}),${ofText})`;
}

const SHOWN: Readonly<Record<string, string>> = {
  [TOKEN.divisionByZero]: CONTROL_TEXTS.none['division-by-zero'],
  [TOKEN.wrongType]: CONTROL_TEXTS.none['wrong-type'],
  [TOKEN.notApplicable]: CONTROL_TEXTS.none['not-applicable'],
  [TOKEN.missing]: CONTROL_TEXTS.none.missing,
  [TOKEN.yes]: 'да',
  [TOKEN.no]: 'нет',
};

function shown({ text, is }: Operand): string {
  if (is !== 'cell') return is === 'number' ? text : `MID(${text},2,1000)`;
  const words = Object.entries(SHOWN).reduceRight(
    (rest, [code, word]) => `IF(${text}=${quoted(code)},${quoted(word)},${rest})`,
    '""',
  );
  return `IF(ISNUMBER(${text}),${text},IF(LEFT(${text})=${quoted(TEXT_MARK)},MID(${text},2,1000),${words}))`;
}

function shownValue(value: Value): number | string {
  const held = token(value);
  return typeof held === 'number' ? held : (SHOWN[held] ?? held.slice(TEXT_MARK.length));
}

/** A number as a formula's literal, without an exponent. */
function plain(number: number): string {
  return formatNumber(number).replace(',', '.');
}
