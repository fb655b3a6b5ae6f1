/** The finding of a control that failed or could not be computed. */
import { CONTROL_TEXTS } from '../text/controls';
import { formatNumber } from '../text/numbers';
import { describeControl } from './describe';
import { UNPLACED, type Finding, type FindingSide } from './finding';
import type { CompiledControl } from './parse';
import type { ControlResult } from './run-control';
import type { Value } from './values';

/** Ends as Rosstat's users know it: «слева 412 <= справа 400, разница 12». `place`: where the first of its rows stands. */
export function controlFinding(
  compiled: CompiledControl,
  { state, left, right, difference }: ControlResult,
  place: Partial<Finding>,
): Finding {
  const { code, level, operator, basis, message } = compiled.control;
  const tail = CONTROL_TEXTS.sides(
    sideText(left),
    operator,
    sideText(right),
    difference && formatNumber(difference),
  );
  const reason = state === 'not-computable' ? `${CONTROL_TEXTS.notComputable}; ` : '';
  return {
    code,
    level,
    ...UNPLACED,
    ...place,
    left: side(left),
    right: side(right),
    difference: difference?.toNumber() ?? null,
    norm: basis,
    message: `${message ?? describeControl(compiled)}; ${reason}${tail}`,
    action: CONTROL_TEXTS.action[code.charAt(0)] ?? CONTROL_TEXTS.anyAction,
  };
}

function side(value: Value): FindingSide {
  return value.kind === 'number' ? value.number.toNumber() : sideText(value);
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
