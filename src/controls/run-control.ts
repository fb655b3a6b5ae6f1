/** Runs one control on one form. */
import type Big from 'big.js';
import Decimal from 'big.js';
import type { Control, ControlOperator } from '../programme/schema';
import { settled } from './decimal';
import { compareValues, evaluate, leafValue } from './evaluate';
import type { CompiledControl } from './parse';
import { leaves } from './syntax';
import type { ControlContext, Value } from './values';

/** Why a control was not judged. */
export type ControlReason =
  /** The condition does not hold, or it can't be told whether it does. */
  | 'condition-false'
  | 'condition-unknown'
  /** A reference of one side is «х». */
  | 'not-applicable'
  /** References are missing, and the control says to skip then. */
  | 'empty'
  | 'division-by-zero'
  | 'wrong-type';

export interface ControlResult {
  /** `skipped` and `not-computable` have a reason. */
  readonly state: 'passed' | 'failed' | 'skipped' | 'not-computable';
  readonly left: Value;
  readonly right: Value;
  /** Left minus right, where both are numbers. */
  readonly difference: Big | null;
  readonly reason: ControlReason | null;
}

const MISSING: Value = { kind: 'missing' };

/**
 * Runs one control on one form. The condition is asked first, with missing values as missing. Then the references of both
 * sides decide: «х» always skips; missing ones skip as the control's policy says, and count as 0 where they do not.
 */
export function runControl(compiled: CompiledControl, context: ControlContext): ControlResult {
  const { control, condition, left: leftNode, right: rightNode } = compiled;
  if (condition) {
    const holds = evaluate(condition, context);
    if (holds.kind !== 'boolean') return skipped('condition-unknown');
    if (!holds.boolean) return skipped('condition-false');
  }
  const values = [...leaves(leftNode), ...leaves(rightNode)].map((leaf) => leafValue(leaf, context));
  if (values.some(({ kind }) => kind === 'not-applicable')) return skipped('not-applicable');
  if (skipsEmpty(values, control.empty)) return skipped('empty');

  const left = evaluate(leftNode, context, { missingAsZero: true });
  const right = evaluate(rightNode, context, { missingAsZero: true });
  const difference =
    left.kind === 'number' && right.kind === 'number' ? settled(left.number.minus(right.number)) : null;
  const verdict = judge(left, right, difference, control.operator, control.tolerance);
  if (verdict !== null) {
    return { state: verdict ? 'passed' : 'failed', left, right, difference, reason: null };
  }
  // As everywhere, a wrong type comes before a division by zero.
  const kinds = [left.kind, right.kind];
  const divided = kinds.includes('division-by-zero') && !kinds.includes('wrong-type');
  const reason = divided ? 'division-by-zero' : 'wrong-type';
  return { state: 'not-computable', left, right, difference, reason };
}

function skipped(reason: ControlReason): ControlResult {
  return { state: 'skipped', left: MISSING, right: MISSING, difference: null, reason };
}

function skipsEmpty(values: readonly Value[], policy: Control['empty']): boolean {
  const isMissing = ({ kind }: Value): boolean => kind === 'missing';
  switch (policy) {
    case 'пропустить, если пусто любое':
      return values.some(isMissing);
    case 'пропустить, если пусты все':
      return values.every(isMissing);
    case 'считать нулём':
      return false;
  }
}

/**
 * Whether the relation holds; null where the sides can't be compared. With a tolerance t, «=» holds up to a difference of t,
 * «<=» and «>=» up to t on the wrong side, the boundary included; «<» and «>» up to just below t, for at 0 they are strict;
 * «<>» asks for a difference greater than t. Texts, парность and исключение have no tolerance.
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
