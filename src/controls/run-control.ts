/** Runs one control on one form. */
import type Big from 'big.js';
import Decimal from 'big.js';
import type { ControlOperator } from '../programme/schema';
import { compareValues, evaluate, leafValue } from './evaluate';
import type { CompiledControl } from './parse';
import { leaves } from './syntax';
import type { ControlContext, Value } from './values';

export interface ControlResult {
  /**
   * `skipped`: the condition does not hold or can't be told, or values are missing and the control says to skip then;
   * `not-computable`: a division by zero, or a text where a number is needed.
   */
  readonly state: 'passed' | 'failed' | 'skipped' | 'not-computable';
  readonly left: Value;
  readonly right: Value;
  /** Left minus right, where both are numbers. */
  readonly difference: Big | null;
}

const MISSING: Value = { kind: 'missing' };
const SKIPPED: ControlResult = { state: 'skipped', left: MISSING, right: MISSING, difference: null };

export function runControl(compiled: CompiledControl, context: ControlContext): ControlResult {
  const { control, condition, left: leftNode, right: rightNode } = compiled;
  if (condition) {
    const holds = evaluate(condition, context, { missingAsZero: false });
    if (holds.kind !== 'boolean' || !holds.boolean) return SKIPPED;
  }
  const values = [...leaves(leftNode), ...leaves(rightNode)].flatMap((leaf) =>
    leaf.kind === 'reference' || leaf.kind === 'site' ? [leafValue(leaf, context)] : [],
  );
  const isMissing = ({ kind }: Value): boolean => kind === 'missing';
  if (values.some(({ kind }) => kind === 'not-applicable')) return SKIPPED;
  if (control.empty === 'пропустить, если пусто любое' && values.some(isMissing)) return SKIPPED;
  if (control.empty === 'пропустить, если пусты все' && values.length > 0 && values.every(isMissing))
    return SKIPPED;

  const left = evaluate(leftNode, context, { missingAsZero: true });
  const right = evaluate(rightNode, context, { missingAsZero: true });
  const difference =
    left.kind === 'number' && right.kind === 'number' ? left.number.minus(right.number) : null;
  const verdict = judge(left, right, difference, control.operator, control.tolerance);
  return {
    state: verdict === null ? 'not-computable' : verdict ? 'passed' : 'failed',
    left,
    right,
    difference,
  };
}

/**
 * Whether the relation holds; null where the sides can't be compared. The tolerance loosens: equal within it, not greater
 * by more than it, not less by more than it; «<>» asks for a difference greater than it. Its boundary counts as within.
 */
function judge(
  left: Value,
  right: Value,
  difference: Big | null,
  operator: ControlOperator,
  tolerance: number,
): boolean | null {
  if (operator === 'парность' || operator === 'исключение') {
    const [a, b] = [isThere(left), isThere(right)];
    if (a === null || b === null) return null;
    return operator === 'парность' ? a === b : !(a && b);
  }
  if (difference === null) {
    const compared = compareValues(left, right, operator);
    return compared.kind === 'boolean' ? compared.boolean : null;
  }
  const slack = new Decimal(tolerance);
  switch (operator) {
    case '=':
      return difference.abs().lte(slack);
    case '<>':
      return difference.abs().gt(slack);
    case '<=':
      return difference.lte(slack);
    case '>=':
      return difference.gte(slack.neg());
    case '<':
      return difference.lt(slack);
    case '>':
      return difference.gt(slack.neg());
  }
}

/** A side «is there» when it is a number other than 0, or a text. */
function isThere(value: Value): boolean | null {
  switch (value.kind) {
    case 'number':
      return !value.number.eq(0);
    case 'text':
      return value.text !== '';
    case 'missing':
      return false;
    case 'boolean':
    case 'not-applicable':
    case 'division-by-zero':
    case 'wrong-type':
      return null;
  }
}
