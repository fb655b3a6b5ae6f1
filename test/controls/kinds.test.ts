/**
 * The kinds of control that are conventional (facts 5.3), asked of the built-in programme's own controls: one control of each
 * kind passes, fails with what it has to say, is silent about what is empty or can't be, holds at its boundary, and does not
 * take a text for a number.
 */
import { controlFinding } from '../../src/controls/control-finding';
import type { Finding } from '../../src/controls/finding';
import { runControl, type ControlResult } from '../../src/controls/run-control';
import type { Control } from '../../src/programme/schema';
import { controlContext, type Situation } from '../fixtures/control-context';
import { compiledControl } from '../fixtures/control-of';
import { IVANOVO } from '../programme/programmes';

interface Kind {
  readonly passes: Situation;
  readonly fails: Situation;
  /** The finding's level, sides and difference, and how its message ends. */
  readonly says: Pick<Finding, 'level' | 'left' | 'right' | 'difference'> & { readonly ends: string };
  /** Just within, or with no difference at all. */
  readonly boundary: Situation;
  readonly empty: Situation;
  readonly notApplicable: Situation;
  readonly wrongType: Situation;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'A1.4': {
    passes: { fact: { '4': 80, '4.1': 4, '4.2': 5 } },
    fails: { fact: { '4': 80.2, '4.1': 4, '4.2': 5 } },
    says: {
      level: 'error',
      left: 80.2,
      right: 80,
      difference: 0.2,
      ends: 'слева 80,2 = справа 80, разница 0,2',
    },
    boundary: { fact: { '4': 79.9, '4.1': 4, '4.2': 5 } },
    empty: { fact: { '4': null, '4.1': 4, '4.2': 5 } },
    notApplicable: { fact: { '4': 'х', '4.1': 4, '4.2': 5 } },
    wrongType: { fact: { '4': '80 %', '4.1': 4, '4.2': 5 } },
  },
  'L1.4': {
    passes: { fact: { '4.1': 4, '4.2': 5 } },
    fails: { fact: { '4.1': 412, '4.2': 400 } },
    says: {
      level: 'error',
      left: 412,
      right: 400,
      difference: 12,
      ends: 'слева 412 <= справа 400, разница 12',
    },
    boundary: { fact: { '4.1': 5, '4.2': 5 } },
    empty: { fact: { '4.1': 4, '4.2': null } },
    notApplicable: { fact: { '4.1': 4, '4.2': 'х' } },
    wrongType: { fact: { '4.1': '4 чел.', '4.2': 5 } },
  },
  'L2.3': {
    passes: { fact: { '3.1': 2, '3.2': 60 } },
    fails: { fact: { '3.1': 2, '3.2': 0 } },
    says: { level: 'error', left: 2, right: 0, difference: 2, ends: 'слева 2 парность справа 0, разница 2' },
    boundary: { fact: { '3.1': 0, '3.2': 0 } },
    empty: { fact: { '3.1': null, '3.2': null } },
    notApplicable: { fact: { '3.1': 'х', '3.2': 60 } },
    // A pair asks only whether something is there: «2 мероприятия» is.
    wrongType: {},
  },
  'L3.4': {
    passes: { fact: { '4.1': 0, '4.2': 5 } },
    fails: { fact: { '4.1': 4, '4.2': 0 } },
    says: { level: 'error', left: 0, right: 0, difference: 0, ends: 'слева 0 > справа 0, разница 0' },
    boundary: { fact: { '4.1': 1, '4.2': 1 } },
    empty: { fact: { '4.1': null, '4.2': 0 } },
    notApplicable: { fact: { '4.1': 4, '4.2': 'х' } },
    wrongType: { fact: { '4.1': 4, '4.2': 'пять' } },
  },
  'L4.1': {
    passes: { fact: { '1': 300 }, site: { контингент: 500 } },
    fails: { fact: { '1': 501 }, site: { контингент: 500 } },
    says: {
      level: 'warning',
      left: 501,
      right: 500,
      difference: 1,
      ends: 'слева 501 <= справа 500, разница 1',
    },
    boundary: { fact: { '1': 500 }, site: { контингент: 500 } },
    empty: { fact: { '1': 501 }, site: { контингент: null } },
    notApplicable: { fact: { '1': 'х' }, site: { контингент: 500 } },
    wrongType: { fact: { '1': '~300' }, site: { контингент: 500 } },
  },
  'P1.1': {
    passes: { total: { '1': 120 }, previousTotal: { '1': 100 } },
    fails: { total: { '1': 99 }, previousTotal: { '1': 100 } },
    says: {
      level: 'error',
      left: 99,
      right: 100,
      difference: -1,
      ends: 'слева 99 >= справа 100, разница -1',
    },
    boundary: { total: { '1': 100 }, previousTotal: { '1': 100 } },
    empty: { total: { '1': 99 } },
    notApplicable: { total: { '1': 99 }, previousTotal: { '1': 'х' } },
    wrongType: { total: { '1': 'сто' }, previousTotal: { '1': 100 } },
  },
  'P2.3.1': {
    passes: { fact: { '3.1': 5 }, total: { '3.1': 15 }, previousTotal: { '3.1': 10 } },
    fails: { fact: { '3.1': 6 }, total: { '3.1': 15 }, previousTotal: { '3.1': 10 } },
    says: { level: 'error', left: 6, right: 5, difference: 1, ends: 'слева 6 = справа 5, разница 1' },
    boundary: { fact: { '3.1': 0 }, total: { '3.1': 10 }, previousTotal: { '3.1': 10 } },
    empty: { fact: { '3.1': 6 }, total: { '3.1': 15 } },
    notApplicable: { fact: { '3.1': 6 }, total: { '3.1': 15 }, previousTotal: { '3.1': 'х' } },
    wrongType: { fact: { '3.1': 6 }, total: { '3.1': 'пятнадцать' }, previousTotal: { '3.1': 10 } },
  },
  'P3.1.ПРЕД': {
    passes: { fact: { '1': 120 }, previousFact: { '1': 100 } },
    fails: { fact: { '1': 151 }, previousFact: { '1': 100 } },
    says: { level: 'warning', left: 51, right: 50, difference: 1, ends: 'слева 51 <= справа 50, разница 1' },
    boundary: { fact: { '1': 50 }, previousFact: { '1': 100 } },
    empty: { fact: { '1': 151 } },
    notApplicable: { fact: { '1': 151 }, previousFact: { '1': 'х' } },
    wrongType: { fact: { '1': '151 чел.' }, previousFact: { '1': 100 } },
  },
  'N1.1.МИН': {
    passes: { total: { '1': 450 }, minimum: { '1': 400 } },
    fails: { total: { '1': 388.5 }, minimum: { '1': 400 } },
    says: {
      level: 'deviation',
      left: 388.5,
      right: 400,
      difference: -11.5,
      ends: 'слева 388,5 >= справа 400, разница -11,5',
    },
    boundary: { total: { '1': 400 }, minimum: { '1': 400 } },
    empty: { total: { '1': 388 } },
    notApplicable: { total: { '1': 388 }, minimum: { '1': 'х' } },
    wrongType: { total: { '1': '388 чел.' }, minimum: { '1': 400 } },
  },
  'N2.1': {
    passes: { plan: { '1': 450 }, minimum: { '1': 400 } },
    fails: { plan: { '1': 399 }, minimum: { '1': 400 } },
    says: {
      level: 'error',
      left: 399,
      right: 400,
      difference: -1,
      ends: 'слева 399 >= справа 400, разница -1',
    },
    boundary: { plan: { '1': 400 }, minimum: { '1': 400 } },
    empty: { plan: { '1': 399 } },
    notApplicable: { plan: { '1': 'х' }, minimum: { '1': 400 } },
    wrongType: { plan: { '1': 'много' }, minimum: { '1': 400 } },
  },
  'X1.3.1': {
    passes: { total: { '3.1': 15 }, quarters: { '3.1': 15 } },
    fails: { total: { '3.1': 16 }, quarters: { '3.1': 15 } },
    says: { level: 'error', left: 16, right: 15, difference: 1, ends: 'слева 16 = справа 15, разница 1' },
    boundary: { total: { '3.1': 0 }, quarters: { '3.1': 0 } },
    empty: { total: { '3.1': 16 } },
    notApplicable: { total: { '3.1': 16 }, quarters: { '3.1': 'х' } },
    wrongType: { total: { '3.1': 'шестнадцать' }, quarters: { '3.1': 15 } },
  },
};

function builtIn(code: string): Control {
  const control = IVANOVO.controls.find((candidate) => candidate.code === code);
  if (!control) throw new Error(`no control ${code}`);
  return control;
}

const run = (code: string, situation: Situation): ControlResult =>
  runControl(compiledControl(builtIn(code)), controlContext(situation));

const stateOf = (code: string, situation: Situation): string => run(code, situation).state;

const found = (code: string, situation: Situation): Finding =>
  controlFinding(compiledControl(builtIn(code)), run(code, situation), {});

test('every kind of the built-in programme is here once', () => {
  const kindOf = (code: string): string => code.slice(0, 2);
  expect(Object.keys(KINDS).map(kindOf)).toEqual([
    ...new Set(IVANOVO.controls.map(({ code }) => kindOf(code))),
  ]);
});

describe.each(Object.entries(KINDS))('%s', (code, kind) => {
  it('passes', () => {
    expect(run(code, kind.passes)).toMatchObject({ state: 'passed', reason: null });
  });
  it('fails, with its level, both sides, the difference and the act that asks for it', () => {
    expect(stateOf(code, kind.fails)).toBe('failed');
    const { ends, ...says } = kind.says;
    const finding = found(code, kind.fails);
    expect(finding).toMatchObject({ code, ...says, norm: builtIn(code).basis });
    expect(finding.message.endsWith(`; ${ends}`)).toBe(true);
    expect(finding.message).toMatch(/^\p{Lu}/u);
    expect(finding.action).toMatch(/^\p{Lu}.*\.$/u);
  });
  it('holds at its boundary', () => {
    expect(stateOf(code, kind.boundary)).toBe('passed');
  });
  it('does not fail for what is empty', () => {
    expect(stateOf(code, kind.empty)).toBe(builtIn(code).empty === 'считать нулём' ? 'passed' : 'skipped');
    expect(stateOf(code, {})).toBe(builtIn(code).empty === 'считать нулём' ? 'passed' : 'skipped');
  });
  it('is not asked where there can be no value', () => {
    expect(stateOf(code, kind.notApplicable)).toBe('skipped');
  });
});

describe.each(Object.entries(KINDS).filter(([, { wrongType }]) => Object.keys(wrongType).length > 0))(
  '%s',
  (code, { wrongType }) => {
    it('takes no text for a number', () => {
      expect(run(code, wrongType)).toMatchObject({
        state: 'not-computable',
        reason: 'wrong-type',
        difference: null,
      });
      expect(found(code, wrongType).message).toMatch(/сравнить нельзя.*; слева .+ справа .+$/);
    });
  },
);

describe('of one kind', () => {
  it('a share is not asked for when there is nobody it could be a share of', () => {
    const nobody: Situation = { fact: { '4': 0, '4.1': 0, '4.2': 0 } };
    expect(run('A1.4', nobody)).toMatchObject({ state: 'skipped', reason: 'condition-false' });
    expect(stateOf('L3.4', nobody)).toBe('failed');
  });
  it('a share of thirds may be rounded to one decimal either way', () => {
    const third = (share: number): string => stateOf('A1.4', { fact: { '4': share, '4.1': 1, '4.2': 3 } });
    expect([33.2, 33.3, 33.4, 33.5].map(third)).toEqual(['failed', 'passed', 'passed', 'failed']);
  });
  it('a pair with a text or an empty half', () => {
    expect(stateOf('L2.3', { fact: { '3.1': '2 мероприятия', '3.2': 60 } })).toBe('passed');
    expect(stateOf('L2.3', { fact: { '3.1': 2, '3.2': null } })).toBe('failed');
  });
  it('the first quarter of a year base is compared with 0', () => {
    const first: Situation = {
      fact: { '3.1': 5 },
      total: { '1': 0, '3.1': 5 },
      previousTotal: { '1': 0, '3.1': 0 },
    };
    expect([stateOf('P1.1', first), stateOf('P2.3.1', first)]).toEqual(['passed', 'passed']);
  });
  it('a plan that is not reached is a deviation, never an error', () => {
    const levels = IVANOVO.controls.filter(({ code }) => code.startsWith('N1')).map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(['deviation']));
  });
});
