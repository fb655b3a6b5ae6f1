import { controlFinding } from '../../src/controls/control-finding';
import { runControl, type ControlResult } from '../../src/controls/run-control';
import {
  CONTROL_OPERATORS,
  EMPTY_POLICIES,
  type Control,
  type ControlOperator,
} from '../../src/programme/schema';
import { controlContext, type Cell, type Situation } from '../fixtures/control-context';
import { compiledControl, controlOf } from '../fixtures/control-of';

/** What a control says of a form whose row 1 and row 2 hold these. */
function run(own: Partial<Control>, first: Cell, second: Cell, more: Situation = {}): ControlResult {
  const situation = { ...more, fact: { '1': first, '2': second, ...more.fact } };
  return runControl(compiledControl(controlOf(own)), controlContext(situation));
}

const stateOf = (...args: Parameters<typeof run>): string => run(...args).state;

/** «отличие слева от справа» at which an operator holds: well below, just below, equal, just above, well above. */
const AT = [-1, -0.01, 0, 0.01, 1] as const;

describe('without a tolerance', () => {
  it.each<[ControlOperator, string]>([
    ['=', '..+..'],
    ['<>', '++.++'],
    ['<', '++...'],
    ['<=', '+++..'],
    ['>', '...++'],
    ['>=', '..+++'],
  ])('%s holds below, at and above the right side as in %s', (operator, holds) => {
    const found = AT.map((distance) => (stateOf({ operator }, 400 + distance, 400) === 'passed' ? '+' : '.'));
    expect(found.join('')).toBe(holds);
  });
});

describe('with a tolerance of 0,5', () => {
  const DISTANCES = [-0.51, -0.5, -0.49, 0, 0.49, 0.5, 0.51] as const;
  it.each<[ControlOperator, string]>([
    ['=', '.+++++.'],
    ['<>', '+.....+'],
    ['<', '+++++..'],
    ['<=', '++++++.'],
    ['>', '..+++++'],
    ['>=', '.++++++'],
  ])('%s holds from −0,51 to 0,51 as in %s', (operator, holds) => {
    const found = DISTANCES.map((distance) =>
      stateOf({ operator, tolerance: 0.5 }, 400 + distance, 400) === 'passed' ? '+' : '.',
    );
    expect(found.join('')).toBe(holds);
  });
});

describe('tolerances are decimals', () => {
  it.each([
    [0.3, 0.2, 0.1, 'passed'],
    [66.7, 66.6, 0.1, 'passed'],
    [66.71, 66.6, 0.1, 'failed'],
    [1.1, 1, 0.1, 'passed'],
  ])('%d = %d within %d: %s', (left, right, tolerance, state) => {
    expect(stateOf({ tolerance }, left, right)).toBe(state);
  });
});

describe('the difference', () => {
  it('is left minus right, exactly', () => {
    expect(run({}, 0.3, 0.1).difference?.toFixed()).toBe('0.2');
    expect(run({ operator: '<=' }, 412, 400).difference?.toFixed()).toBe('12');
    expect(run({ operator: '>=' }, 400, 412).difference?.toFixed()).toBe('-12');
    expect(run({ left: '[1] / 3 * 3' }, 1, 1)).toMatchObject({ state: 'passed' });
    expect(run({ left: '[1] / 3 * 3' }, 1, 1).difference?.toFixed()).toBe('0');
  });
  it('is there for numbers only', () => {
    expect(run({}, 'да', 'нет').difference).toBeNull();
    expect(run({}, null, 5).difference).toBeNull();
  });
});

describe('парность and исключение', () => {
  const COUNTED: Partial<Control> = { empty: 'считать нулём' };
  it.each<[Cell, Cell, pair: string, exclusive: string]>([
    [5, 3, 'passed', 'failed'],
    [5, 0, 'failed', 'passed'],
    [0, 5, 'failed', 'passed'],
    [0, 0, 'passed', 'passed'],
    [5, null, 'failed', 'passed'],
    [null, null, 'passed', 'passed'],
    [0, null, 'passed', 'passed'],
    [-1, 0.001, 'passed', 'failed'],
    ['приказ', 3, 'passed', 'failed'],
    ['приказ', 0, 'failed', 'passed'],
    ['', 3, 'failed', 'passed'],
  ])('%s and %s: %s and %s', (first, second, pair, exclusive) => {
    expect(stateOf({ ...COUNTED, operator: 'парность' }, first, second)).toBe(pair);
    expect(stateOf({ ...COUNTED, operator: 'исключение' }, first, second)).toBe(exclusive);
    // Neither side is before the other.
    expect(stateOf({ ...COUNTED, operator: 'парность' }, second, first)).toBe(pair);
    expect(stateOf({ ...COUNTED, operator: 'исключение' }, second, first)).toBe(exclusive);
  });
});

describe('texts', () => {
  it.each<[ControlOperator, Cell, Cell, string]>([
    ['=', 'да', 'ДА', 'passed'],
    ['=', 'да', 'нет', 'failed'],
    ['<>', 'да', 'нет', 'passed'],
    ['<', 'да', 'нет', 'not-computable'],
    ['=', 'да', 5, 'not-computable'],
    ['<=', '12 чел.', 20, 'not-computable'],
  ])('%s: %s and %s', (operator, first, second, state) => {
    expect(stateOf({ operator }, first, second)).toBe(state);
  });
});

describe('empty values', () => {
  it.each<[Control['empty'], Cell, Cell, string, string | null]>([
    ['пропустить, если пусто любое', null, 0, 'skipped', 'empty'],
    ['пропустить, если пусто любое', 5, null, 'skipped', 'empty'],
    ['пропустить, если пусто любое', null, null, 'skipped', 'empty'],
    ['пропустить, если пусто любое', 5, 5, 'passed', null],
    ['пропустить, если пусты все', null, 0, 'passed', null],
    ['пропустить, если пусты все', 5, null, 'failed', null],
    ['пропустить, если пусты все', null, null, 'skipped', 'empty'],
    ['считать нулём', null, 0, 'passed', null],
    ['считать нулём', 5, null, 'failed', null],
    ['считать нулём', null, null, 'passed', null],
    ['считать нулём', null, 5, 'failed', null],
  ])('%s: %s and %s', (empty, first, second, state, reason) => {
    expect(run({ empty }, first, second)).toMatchObject({ state, reason });
  });
  it('a zero is not an empty value', () => {
    for (const empty of EMPTY_POLICIES) expect(stateOf({ empty, operator: '<' }, 0, 0)).toBe('failed');
  });
  it('in a part of a side count as the side', () => {
    expect(run({ right: 'СУММ([2]; [3])' }, 5, 5)).toMatchObject({ state: 'skipped', reason: 'empty' });
    expect(stateOf({ right: 'СУММ([2]; [3])', empty: 'считать нулём' }, 5, 5)).toBe('passed');
  });
  it('an attribute that nobody has said is an empty value', () => {
    const own: Partial<Control> = { operator: '<=', right: 'ПЛОЩАДКА("контингент")' };
    expect(run(own, 501, null)).toMatchObject({ state: 'skipped', reason: 'empty' });
    expect(stateOf(own, 501, null, { site: { контингент: 500 } })).toBe('failed');
    expect(stateOf(own, 500, null, { site: { контингент: 500 } })).toBe('passed');
  });
});

describe('«х»', () => {
  it.each(CONTROL_OPERATORS.flatMap((operator) => EMPTY_POLICIES.map((empty) => [operator, empty] as const)))(
    'skips with %s and «%s»',
    (operator, empty) => {
      const skipped = { state: 'skipped', reason: 'not-applicable' };
      expect(run({ operator, empty }, 'х', 5)).toMatchObject(skipped);
      expect(run({ operator, empty }, 5, 'х')).toMatchObject(skipped);
    },
  );
});

describe('the condition', () => {
  const condition = '[3] > 0';
  it.each<[Cell, string, string | null]>([
    [1, 'failed', null],
    [0, 'skipped', 'condition-false'],
    [null, 'skipped', 'condition-unknown'],
    ['х', 'skipped', 'condition-unknown'],
    ['да', 'skipped', 'condition-unknown'],
  ])('of row 3 = %s', (third, state, reason) => {
    for (const empty of EMPTY_POLICIES) {
      expect(run({ condition, empty }, 1, 2, { fact: { '3': third } })).toMatchObject({ state, reason });
    }
  });
  it('that divides by zero is unknown', () => {
    expect(run({ condition: '1 / [3] > 0' }, 1, 2, { fact: { '3': 0 } })).toMatchObject({
      state: 'skipped',
      reason: 'condition-unknown',
    });
  });
  it('is asked before the sides', () => {
    expect(run({ condition, right: '[2] / 0' }, 1, 2, { fact: { '3': 0 } })).toMatchObject({
      state: 'skipped',
      reason: 'condition-false',
    });
  });
});

describe('a control that can not be computed', () => {
  const division: Partial<Control> = { right: '[2] / [3] * 100' };
  const byZero = run(division, 66.7, 2, { fact: { '3': 0 } });
  it('is neither passed nor failed', () => {
    expect(byZero).toMatchObject({ state: 'not-computable', reason: 'division-by-zero', difference: null });
  });
  it.each(CONTROL_OPERATORS)('whatever its operator is: %s', (operator) => {
    expect(stateOf({ ...division, operator }, 66.7, 2, { fact: { '3': 0 } })).toBe('not-computable');
  });
  it('says so in its finding', () => {
    const finding = controlFinding(compiledControl(controlOf(division)), byZero, {});
    expect(finding).toMatchObject({ left: 66.7, right: 'деление на ноль', difference: null });
    expect(finding.message).toMatch(
      /вычислить нельзя.*деление на ноль; слева 66,7 = справа деление на ноль$/,
    );
    expect(finding.message).not.toMatch(/разница/);
  });
  it('says that a text is no number', () => {
    const own: Partial<Control> = { operator: '<=' };
    const finding = controlFinding(compiledControl(controlOf(own)), run(own, '12 чел.', 20), {});
    expect(finding).toMatchObject({ left: '12 чел.', right: 20, difference: null });
    expect(finding.message).toMatch(/слева «12 чел\.» <= справа 20$/);
  });
});
