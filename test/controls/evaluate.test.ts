import { evaluate } from '../../src/controls/evaluate';
import type { Value } from '../../src/controls/values';
import { controlContext, type Situation } from '../fixtures/control-context';
import { treeOf } from '../fixtures/expression-shape';

/** Row 1 is 10, row 2 is 0, row 3 is a text, row 4 is «х»; every other row is empty. */
const FORM: Situation = {
  fact: { '1': 10, '2': 0, '3': 'да', '4': 'х', '5': '' },
  total: { '1': 30 },
  plan: { '1': 40 },
  minimum: { '1': 5 },
  previousFact: { '1': 8 },
  previousTotal: { '1': 20 },
  lastYearFact: { '1': 9 },
  lastYearTotal: { '1': 27 },
  quarters: { '1': 31 },
  site: { контингент: 500 },
};

function shown(value: Value): string {
  switch (value.kind) {
    case 'number':
      return value.number.toFixed();
    case 'text':
      return `«${value.text}»`;
    case 'boolean':
      return value.boolean ? 'true' : 'false';
    case 'missing':
    case 'not-applicable':
    case 'division-by-zero':
    case 'wrong-type':
      return value.kind;
  }
}

const valueOf = (text: string, missingAsZero = false): string =>
  shown(evaluate(treeOf(text), controlContext(FORM), { missingAsZero }));

const MISSING = 'missing';
const NOT_APPLICABLE = 'not-applicable';
const DIVISION = 'division-by-zero';
const WRONG = 'wrong-type';

// An expression for each of the four states without a value.
const NONE = { '[9]': MISSING, '[4]': NOT_APPLICABLE, '1 / [2]': DIVISION, '-[3]': WRONG } as const;
/** Worst last. */
const NONE_LIST = Object.entries(NONE);

describe('references and functions', () => {
  it.each([
    ['[1]', '10'],
    ['ИТОГ([1])', '30'],
    ['ПЛАН([1])', '40'],
    ['МИНИМУМ([1])', '5'],
    ['ПРЕД([1])', '8'],
    ['ПРЕД(ИТОГ([1]))', '20'],
    ['АППГ([1])', '9'],
    ['АППГ(ИТОГ([1]))', '27'],
    ['КВАРТАЛЫ([1])', '31'],
    ['ПЛОЩАДКА("контингент")', '500'],
    ['ПЛОЩАДКА("смены")', MISSING],
    ['СУММ(1; 2; 3,5)', '6.5'],
    ['СУММ([1])', '10'],
    ['МИН(3; -1; 2)', '-1'],
    ['МАКС(3; -1; 2)', '3'],
    ['ABS(-2,5)', '2.5'],
    ['ABS(2,5)', '2.5'],
    ['-ABS(-[1])', '-10'],
    ['ЕСЛИ([1] > 5; "много"; "мало")', '«много»'],
    ['ЕСЛИ([1] > 50; "много"; "мало")', '«мало»'],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

describe('decimal arithmetic', () => {
  it.each([
    ['0,1 + 0,2', '0.3'],
    ['0,1 + 0,2 = 0,3', 'true'],
    ['1,1 * 1,1', '1.21'],
    ['0,3 - 0,1 = 0,2', 'true'],
    ['4,35 * 100', '435'],
    ['1 / 3 * 3 = 1', 'true'],
    ['1 / 3 * 3 >= 1', 'true'],
    ['2 / 3 + 1 / 3 <= 1', 'true'],
    ['999999999999999999999 + 1', '1000000000000000000000'],
    ['0,0000000001 * 10', '0.000000001'],
    ['123456789,123456 * 1000000', '123456789123456'],
    ['0 * -1', '0'],
    ['-0', '0'],
    ['1000000000000 < 1000000000000,01', 'true'],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

// What Excel's ROUND gives for the same decimals.
describe('ОКРУГЛ', () => {
  it.each([
    ['2,675', '2', '2.68'],
    ['-2,675', '2', '-2.68'],
    ['1,005', '2', '1.01'],
    ['2,5', '0', '3'],
    ['-2,5', '0', '-3'],
    ['0,5', '0', '1'],
    ['-0,5', '0', '-1'],
    ['0,4', '0', '0'],
    ['-0,4', '0', '0'],
    ['2,4999', '0', '2'],
    ['1234,5', '-2', '1200'],
    ['1250', '-2', '1300'],
    ['-1250', '-2', '-1300'],
    ['49', '-2', '0'],
    ['50', '-2', '100'],
    ['1,5', '5', '1.5'],
    ['2,675', '2,9', '2.68'],
    ['2 / 3 * 100', '1', '66.7'],
    ['1 / 6', '2', '0.17'],
    ['0,05 / 0,1 * 1', '0', '1'],
  ])('(%s; %s) is %s', (number, digits, value) => {
    expect(valueOf(`ОКРУГЛ(${number}; ${digits})`)).toBe(value);
  });
  it.each(['16', '-16', '1000000000'])('takes no %s decimals', (digits) => {
    expect(valueOf(`ОКРУГЛ(1; ${digits})`)).toBe(WRONG);
  });
});

describe('a part without a value', () => {
  it.each([
    ['[9] + 1', MISSING],
    ['-[9]', MISSING],
    ['ABS([9])', MISSING],
    ['СУММ(1; [9])', MISSING],
    ['МИН(1; [9])', MISSING],
    ['МАКС([9]; 1)', MISSING],
    ['[9] = 0', MISSING],
    ['[9] <> "да"', MISSING],
    ['[4] * 0', NOT_APPLICABLE],
    ['[4] = [4]', NOT_APPLICABLE],
    ['[1] / 0', DIVISION],
    ['0 / 0', DIVISION],
    ['[1] / ([1] - 10)', DIVISION],
    ['1 / 0 > 0', DIVISION],
    ['[3] + 1', WRONG],
    ['-"да"', WRONG],
    ['СУММ(1; "2")', WRONG],
    ['ABS(1 = 1)', WRONG],
    ['ОКРУГЛ("а"; 1)', WRONG],
    ['[3] > 1', WRONG],
    ['[3] = 1', WRONG],
    ['"а" < "б"', WRONG],
    ['(1 = 1) < (1 = 2)', WRONG],
    ['НЕ(1)', WRONG],
    ['ЕСЛИ(1; 2; 3)', WRONG],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
  it.each(
    NONE_LIST.flatMap(([a], worse) =>
      NONE_LIST.map(([b], other) => [a, b, NONE_LIST[Math.max(worse, other)]?.[1] ?? ''] as const),
    ),
  )('%s and %s together are %s', (a, b, worst) => {
    for (const text of [
      `${a} + (${b})`,
      `(${a}) / (${b})`,
      `МИН(1; ${a}; ${b})`,
      `СУММ(${a}; ${b})`,
      `(${a}) = (${b})`,
    ]) {
      expect([text, valueOf(text)]).toEqual([text, worst]);
    }
  });
});

describe('texts', () => {
  it.each([
    ['[3] = "да"', 'true'],
    ['[3] = "ДА"', 'true'],
    ['[3] <> "нет"', 'true'],
    ['[3] = «нет»', 'false'],
    ['(1 = 1) = (2 = 2)', 'true'],
    ['(1 = 1) <> (2 = 2)', 'false'],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

describe('ЕСЛИ asks only for what it needs', () => {
  it.each([
    ['ЕСЛИ([2] = 0; 7; [1] / [2])', '7'],
    ['ЕСЛИ([2] <> 0; [1] / [2]; 7)', '7'],
    ['ЕСЛИ([1] = 10; 7; [9])', '7'],
    ['ЕСЛИ([1] = 10; [9]; 7)', MISSING],
    ['ЕСЛИ([1] = 10; 7; -[3])', '7'],
    ['ЕСЛИ([9] = 0; 1; 2)', MISSING],
    ['ЕСЛИ([4] = 0; 1; 1)', NOT_APPLICABLE],
    ['ЕСЛИ(1 / [2] = 0; 1; 1)', DIVISION],
    ['ЕСЛИ(-[3] = 0; 1; 1)', WRONG],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

describe('И, ИЛИ, НЕ have three values', () => {
  const [TRUE, FALSE, UNKNOWN] = ['1 = 1', '1 = 2', '[9] = 1'];
  it.each([
    [TRUE, TRUE, 'true', 'true'],
    [TRUE, FALSE, 'false', 'true'],
    [FALSE, FALSE, 'false', 'false'],
    [TRUE, UNKNOWN, MISSING, 'true'],
    [FALSE, UNKNOWN, 'false', MISSING],
    [UNKNOWN, UNKNOWN, MISSING, MISSING],
  ])('%s and %s', (a, b, and, or) => {
    expect([valueOf(`И(${a}; ${b})`), valueOf(`И(${b}; ${a})`)]).toEqual([and, and]);
    expect([valueOf(`ИЛИ(${a}; ${b})`), valueOf(`ИЛИ(${b}; ${a})`)]).toEqual([or, or]);
    // De Morgan's law holds for the unknown too.
    expect(valueOf(`НЕ(И(${a}; ${b}))`)).toBe(valueOf(`ИЛИ(НЕ(${a}); НЕ(${b}))`));
    expect(valueOf(`НЕ(ИЛИ(${a}; ${b}))`)).toBe(valueOf(`И(НЕ(${a}); НЕ(${b}))`));
  });
  it.each([
    [`НЕ(${TRUE})`, 'false'],
    [`НЕ(${FALSE})`, 'true'],
    [`НЕ(${UNKNOWN})`, MISSING],
    [`И(${TRUE})`, 'true'],
    [`И(${FALSE}; 1 / 0 = 1; [3] > 1)`, 'false'],
    [`ИЛИ(${TRUE}; 1 / 0 = 1; [3] > 1)`, 'true'],
    [`И(${TRUE}; [4] = 1; ${UNKNOWN})`, NOT_APPLICABLE],
    [`И(${TRUE}; 5)`, WRONG],
    [`ИЛИ(${FALSE}; [3])`, WRONG],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

describe('ПУСТО', () => {
  it.each([
    ['ПУСТО([9])', 'true'],
    ['ПУСТО([5])', 'true'],
    ['ПУСТО([9] + 1)', 'true'],
    ['ПУСТО([1])', 'false'],
    ['ПУСТО([2])', 'false'],
    ['ПУСТО([3])', 'false'],
    ['ПУСТО([4])', 'false'],
    ['ПУСТО(ПЛАН([9]))', 'true'],
    ['ПУСТО(1 / [2])', DIVISION],
    ['ПУСТО(-[3])', WRONG],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

describe('a missing value that counts as 0', () => {
  it.each([
    ['[9] + 1', '1'],
    ['[9] = 0', 'true'],
    ['СУММ([9]; [8])', '0'],
    ['1 / [9]', DIVISION],
    ['ПЛОЩАДКА("смены") + 1', '1'],
    ['ПУСТО([9])', 'true'],
    ['ЕСЛИ(ПУСТО([9]); 5; [9])', '5'],
    ['[4] + 1', NOT_APPLICABLE],
    ['[3] + 1', WRONG],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text, true)).toBe(value);
  });
});
