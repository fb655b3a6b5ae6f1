/** The finding of a control that failed or could not be computed. */
import type Big from 'big.js';
import { CONTROL_TEXTS } from '../text/controls';
import { formatNumber } from '../text/numbers';
import { roundHalfAway, settled } from './decimal';
import { describeControl } from './describe';
import { UNPLACED, type Finding, type FindingSide } from './finding';
import type { CompiledControl } from './parse';
import type { ControlResult } from './run-control';
import type { Value } from './values';

/** Ends as Rosstat's users know it: «слева 412 <= справа 400, разница 12». `place`: where the first of its rows stands. */
export function controlFinding(
  compiled: CompiledControl,
  { left, right, difference, reason }: ControlResult,
  place: Partial<Finding>,
): Finding {
  const { code, level, operator, basis, message } = compiled.control;
  const shown = shortened(left, right, difference);
  const tail = CONTROL_TEXTS.sides(
    sideText(shown.left),
    operator,
    sideText(shown.right),
    shown.difference && formatNumber(shown.difference),
  );
  const demand = (message ?? describeControl(compiled)).replace(/[.;\s]+$/, '');
  const divided = reason === 'division-by-zero';
  const uncomputed = divided || reason === 'wrong-type' ? [CONTROL_TEXTS.notComputable[reason]] : [];
  return {
    code,
    level,
    ...UNPLACED,
    ...place,
    left: side(left),
    right: side(right),
    difference: difference?.toNumber() ?? null,
    norm: basis,
    message: [demand, ...uncomputed, tail].join('; '),
    action: divided ? CONTROL_TEXTS.divisionAction : actionOf(code),
  };
}

function actionOf(code: string): string {
  return (
    CONTROL_TEXTS.action[code.slice(0, 2)] ?? CONTROL_TEXTS.action[code.charAt(0)] ?? CONTROL_TEXTS.anyAction
  );
}

/** Decimals that a message shows, where that hides no difference. */
const SHOWN_DECIMALS = 4;

/** Quotients without their tail, 66,6667, unless the sides differ behind it. */
function shortened(
  left: Value,
  right: Value,
  difference: Big | null,
): { readonly left: Value; readonly right: Value; readonly difference: Big | null } {
  const rounded = difference && roundHalfAway(difference, SHOWN_DECIMALS);
  if (difference && !difference.eq(0) && rounded?.eq(0)) return { left, right, difference };
  const short = (value: Value): Value =>
    value.kind === 'number' ? { kind: 'number', number: roundHalfAway(value.number, SHOWN_DECIMALS) } : value;
  return { left: short(left), right: short(right), difference: rounded };
}

function side(value: Value): FindingSide {
  switch (value.kind) {
    case 'number':
      return settled(value.number).toNumber();
    case 'text':
      return value.text;
    case 'boolean':
    case 'missing':
    case 'not-applicable':
    case 'division-by-zero':
    case 'wrong-type':
      return sideText(value);
  }
}

function sideText(value: Value): string {
  switch (value.kind) {
    case 'number':
      return formatNumber(value.number);
    case 'text':
      return `«${value.text}»`;
    case 'boolean':
      return value.boolean ? 'да' : 'нет';
    case 'missing':
    case 'not-applicable':
    case 'division-by-zero':
    case 'wrong-type':
      return CONTROL_TEXTS.none[value.kind];
  }
}
