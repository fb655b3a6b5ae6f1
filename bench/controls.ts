/** Controls of the built-in programme's kinds beside the same written by hand: same decimals, same rule for empty values. */
import Big from 'big.js';
import { parseControl, type CompiledControl } from '../src/controls/parse';
import { runControl } from '../src/controls/run-control';
import type { ControlContext, Value } from '../src/controls/values';
import type { Control } from '../src/programme/schema';

type ByHand = (context: ControlContext) => 'passed' | 'failed' | 'skipped' | 'not-computable';

const HUNDRED = new Big(100);
const HALF = new Big('0.5');
const TENTH = new Big('0.1');

const numbers = (values: readonly Value[], judge: (...numbers: Big[]) => boolean): ReturnType<ByHand> => {
  const known = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  if (known.length < values.length) return 'skipped';
  return judge(...known) ? 'passed' : 'failed';
};
const ZERO = new Big(0);

export const PAIRS: readonly { readonly control: CompiledControl; readonly byHand: ByHand }[] = [
  pair('[4.1]', '<=', '[4.2]', (c) =>
    numbers([c.fact('4.1'), c.fact('4.2')], (a = ZERO, b = ZERO) => a.lte(b)),
  ),
  pair('ИТОГ([1])', '>=', 'ПРЕД(ИТОГ([1]))', (c) =>
    numbers([c.total('1'), c.previousTotal('1')], (a = ZERO, b = ZERO) => a.gte(b)),
  ),
  pair('[3.1]', '=', 'ИТОГ([3.1]) - ПРЕД(ИТОГ([3.1]))', (c) =>
    numbers([c.fact('3.1'), c.total('3.1'), c.previousTotal('3.1')], (a = ZERO, b = ZERO, d = ZERO) =>
      a.eq(b.minus(d)),
    ),
  ),
  pair('ABS([1] - ПРЕД([1]))', '<=', '0,5 * ПРЕД([1])', (c) =>
    numbers([c.fact('1'), c.previousFact('1')], (a = ZERO, b = ZERO) => a.minus(b).abs().lte(b.times(HALF))),
  ),
  pair(
    '[4]',
    '=',
    '[4.1] / [4.2] * 100',
    (c) =>
      numbers([c.fact('4'), c.fact('4.1'), c.fact('4.2')], (a = ZERO, b = ZERO, d = ZERO) =>
        a.minus(b.div(d).times(HUNDRED)).abs().lte(TENTH),
      ),
    0.1,
  ),
  pair('ИТОГ([1])', '>=', 'ПЛАН([1])', (c) =>
    numbers([c.total('1'), c.plan('1')], (a = ZERO, b = ZERO) => a.gte(b)),
  ),
];

function pair(
  left: string,
  operator: Control['operator'],
  right: string,
  byHand: ByHand,
  tolerance = 0,
): (typeof PAIRS)[number] {
  const parsed = parseControl({
    code: 'X',
    fromEdition: '',
    toEdition: null,
    level: 'error',
    condition: null,
    left,
    operator,
    right,
    tolerance,
    empty: 'пропустить, если пусто любое',
    periods: 'все',
    basis: '',
    message: null,
  });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return { control: parsed.control, byHand };
}

/** Forms whose values differ, so that both outcomes occur. */
export function contexts(count: number): readonly ControlContext[] {
  return Array.from({ length: count }, (_, index) => {
    const value =
      (shift: number) =>
      (row: string): Value => ({
        kind: 'number',
        number: new Big(((index * 37 + row.length * 11) % 500) + shift),
      });
    return {
      fact: value(1),
      total: value(40),
      plan: value(60),
      minimum: value(20),
      previousFact: value(2),
      previousTotal: value(39),
      lastYearFact: value(3),
      lastYearTotal: value(30),
      quarters: value(40),
      site: value(300),
    };
  });
}

/** Runs every control on every form, and gives how many passed: both ways must agree. */
export function runOurs(forms: readonly ControlContext[]): number {
  let passed = 0;
  for (const form of forms) {
    for (const { control } of PAIRS) passed += runControl(control, form).state === 'passed' ? 1 : 0;
  }
  return passed;
}

export function runByHand(forms: readonly ControlContext[]): number {
  let passed = 0;
  for (const form of forms) {
    for (const { byHand } of PAIRS) passed += byHand(form) === 'passed' ? 1 : 0;
  }
  return passed;
}
