/**
 * What an expression comes to. A part without a value takes the whole with it: of several, a wrong type comes first, then
 * a division by zero, then «х», then a missing value. Sums, least and greatest values ask for all of their arguments;
 * ЕСЛИ asks only for the branch that it takes; one argument that decides И or ИЛИ is enough, whatever the others are.
 */
import Big from 'big.js';
import { compareNumbers, divide, roundHalfAway } from './decimal';
import type { ArithmeticOperator, Comparison, FunctionName, Node, Reference, SiteAttribute } from './syntax';
import type { ControlContext, Value } from './values';

export interface EvaluateOptions {
  /** «считать нулём»: a missing value counts as 0. ПУСТО still sees that it is missing. */
  readonly missingAsZero: boolean;
}

const WRONG_TYPE: Value = { kind: 'wrong-type' };
const DIVISION_BY_ZERO: Value = { kind: 'division-by-zero' };
const ZERO: Value = number(new Big(0));
const PRECEDENCE: readonly Value['kind'][] = ['wrong-type', 'division-by-zero', 'not-applicable', 'missing'];
/** Excel's ROUND takes more, but no value of a form has more digits. */
const MAX_DIGITS = 15;

const AS_MISSING: EvaluateOptions = { missingAsZero: false };

export function evaluate(node: Node, context: ControlContext, options: EvaluateOptions = AS_MISSING): Value {
  switch (node.kind) {
    case 'number':
      return number(new Big(node.text));
    case 'text':
      return { kind: 'text', text: node.text };
    case 'reference':
    case 'site': {
      const value = leafValue(node, context);
      return value.kind === 'missing' && options.missingAsZero ? ZERO : value;
    }
    case 'negate':
      return numeric([evaluate(node.of, context, options)], (of) => number(of.neg()));
    case 'binary':
      return numeric(
        [evaluate(node.left, context, options), evaluate(node.right, context, options)],
        (left, right) => arithmetic(node.operator, left, right),
      );
    case 'compare':
      return compareValues(
        evaluate(node.left, context, options),
        evaluate(node.right, context, options),
        node.operator,
      );
    case 'call':
      return call(node.name, node.items, context, options);
  }
}

/** The value of a reference or an attribute, as the context has it. */
export function leafValue(node: Reference | SiteAttribute, context: ControlContext): Value {
  return node.kind === 'site' ? context.site(node.attribute) : context[node.source](node.row);
}

function number(value: Big): Value {
  // big.js knows a negative zero; nobody else should.
  return { kind: 'number', number: value.eq(0) ? value.abs() : value };
}

function boolean(value: boolean): Value {
  return { kind: 'boolean', boolean: value };
}

function arithmetic(operator: ArithmeticOperator, left: Big, right: Big): Value {
  switch (operator) {
    case '+':
      return number(left.plus(right));
    case '-':
      return number(left.minus(right));
    case '*':
      return number(left.times(right));
    case '/':
      return right.eq(0) ? DIVISION_BY_ZERO : number(divide(left, right));
  }
}

/** The worst of the values that are none, by the order above; undefined where all have one. */
function worst(values: readonly Value[]): Value | undefined {
  return PRECEDENCE.map((kind) => values.find((value) => value.kind === kind)).find(
    (value) => value !== undefined,
  );
}

/** Applies a function of numbers; anything that is not a number takes its place. `first` and `second` are numbers[0] and [1]. */
function numeric(
  values: readonly Value[],
  apply: (first: Big, second: Big, numbers: readonly Big[]) => Value,
): Value {
  const typed = values.map((value) =>
    value.kind === 'text' || value.kind === 'boolean' ? WRONG_TYPE : value,
  );
  const none = worst(typed);
  if (none) return none;
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  const [first, second = first] = numbers;
  // The grammar gives every function an argument, and two where it needs two.
  return first && second ? apply(first, second, numbers) : WRONG_TYPE;
}

/** Numbers by size; texts, whatever their case, and conditions only as equal or not. */
export function compareValues(left: Value, right: Value, operator: Comparison): Value {
  const none = worst([left, right]);
  if (none) return none;
  const equal =
    left.kind === 'text' && right.kind === 'text'
      ? left.text.toLowerCase() === right.text.toLowerCase()
      : left.kind === 'boolean' && right.kind === 'boolean'
        ? left.boolean === right.boolean
        : null;
  if (equal === null) return numeric([left, right], (a, b) => boolean(holds(compareNumbers(a, b), operator)));
  return operator === '=' || operator === '<>' ? boolean(equal === (operator === '=')) : WRONG_TYPE;
}

function holds(order: number, operator: Comparison): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function call(
  name: FunctionName,
  items: readonly Node[],
  context: ControlContext,
  options: EvaluateOptions,
): Value {
  const values = (): readonly Value[] => items.map((item) => evaluate(item, context, options));
  switch (name) {
    case 'СУММ':
      return numeric(values(), (_first, _second, numbers) =>
        number(numbers.reduce((sum, item) => sum.plus(item))),
      );
    case 'МИН':
      return numeric(values(), (_first, _second, numbers) =>
        number(numbers.reduce((least, item) => (item.lt(least) ? item : least))),
      );
    case 'МАКС':
      return numeric(values(), (_first, _second, numbers) =>
        number(numbers.reduce((most, item) => (item.gt(most) ? item : most))),
      );
    case 'ABS':
      return numeric(values(), (value) => number(value.abs()));
    case 'ОКРУГЛ':
      return numeric(values(), (value, digits) => {
        const decimals = digits.round(0, 0).toNumber();
        return Math.abs(decimals) > MAX_DIGITS ? WRONG_TYPE : number(roundHalfAway(value, decimals));
      });
    case 'ЕСЛИ': {
      const [condition, yes, no] = items;
      if (!condition || !yes || !no) return WRONG_TYPE;
      const chosen = evaluate(condition, context, options);
      if (chosen.kind === 'boolean') return evaluate(chosen.boolean ? yes : no, context, options);
      return worst([chosen]) ?? WRONG_TYPE;
    }
    case 'И':
      return threeValued(values(), false);
    case 'ИЛИ':
      return threeValued(values(), true);
    case 'НЕ': {
      const [value = WRONG_TYPE] = values();
      return value.kind === 'boolean' ? boolean(!value.boolean) : (worst([value]) ?? WRONG_TYPE);
    }
    case 'ПУСТО': {
      const [item] = items;
      const value = item ? evaluate(item, context) : WRONG_TYPE;
      // What can't be computed is neither empty nor filled.
      if (value.kind === 'wrong-type' || value.kind === 'division-by-zero') return value;
      return boolean(value.kind === 'missing' || (value.kind === 'text' && value.text === ''));
    }
  }
}

/** One argument that decides is enough, whatever the others are. */
function threeValued(values: readonly Value[], decisive: boolean): Value {
  if (values.some((value) => value.kind === 'boolean' && value.boolean === decisive))
    return boolean(decisive);
  const typed = values.map((value) =>
    value.kind === 'text' || value.kind === 'number' ? WRONG_TYPE : value,
  );
  return worst(typed) ?? boolean(!decisive);
}
