import { parseExpression } from '../../src/controls/parse';
import { shapeOf, treeOf } from '../fixtures/expression-shape';

const NBSP = '\u00A0';
const NARROW = '\u202F';

describe('an expression is read', () => {
  it.each([
    // Order of reckoning
    ['[1] + [2] * [3]', '(+ fact:1 (* fact:2 fact:3))'],
    ['[1] * [2] + [3]', '(+ (* fact:1 fact:2) fact:3)'],
    ['([1] + [2]) * [3]', '(* (+ fact:1 fact:2) fact:3)'],
    ['10 - 3 - 2', '(- (- 10 3) 2)'],
    ['10 - (3 - 2)', '(- 10 (- 3 2))'],
    ['8 / 4 / 2', '(/ (/ 8 4) 2)'],
    ['8 / 4 * 2', '(* (/ 8 4) 2)'],
    ['1 + 2 <= 3 * 4', '(<= (+ 1 2) (* 3 4))'],
    ['(1 < 2) = (3 < 4)', '(= (< 1 2) (< 3 4))'],
    // Minus before an operand
    ['-2', '(neg 2)'],
    ['-[1] * 2', '(* (neg fact:1) 2)'],
    ['2 * -[1]', '(* 2 (neg fact:1))'],
    ['5 - -3', '(- 5 (neg 3))'],
    ['--3', '(neg (neg 3))'],
    ['-(1 + 2)', '(neg (+ 1 2))'],
    ['1 – 2', '(- 1 2)'],
    ['1 − 2', '(- 1 2)'],
    ['2 × 3', '(* 2 3)'],
    // Numbers and texts
    ['0,5', '0.5'],
    ['0.5', '0.5'],
    ['007,50', '007.50'],
    ['"да"', '"да"'],
    ['«да»', '"да"'],
    ['"а ""б"" в"', '"а \\"б\\" в"'],
    ['«а "б" в»', '"а \\"б\\" в"'],
    ['""', '""'],
    ['"(;[1]"', '"(;[1]"'],
    // Signs of comparison
    ['1 ≤ 2', '(<= 1 2)'],
    ['1 ≥ 2', '(>= 1 2)'],
    ['1 ≠ 2', '(<> 1 2)'],
    ['1<>2', '(<> 1 2)'],
    ['1<2', '(< 1 2)'],
    ['1>2', '(> 1 2)'],
    ['1=2', '(= 1 2)'],
    ['1>=-2', '(>= 1 (neg 2))'],
    // What is asked of a row
    ['[2.1.3]', 'fact:2.1.3'],
    ['ИТОГ([2.1])', 'total:2.1'],
    ['ПЛАН([2.1])', 'plan:2.1'],
    ['МИНИМУМ([2.1])', 'minimum:2.1'],
    ['ПРЕД([2.1])', 'previousFact:2.1'],
    ['ПРЕД(ИТОГ([2.1]))', 'previousTotal:2.1'],
    ['АППГ([2.1])', 'lastYearFact:2.1'],
    ['АППГ(ИТОГ([2.1]))', 'lastYearTotal:2.1'],
    ['КВАРТАЛЫ([2.1])', 'quarters:2.1'],
    ['ПЛОЩАДКА("контингент")', 'site:контингент'],
    ['ПЛОЩАДКА(«число смен»)', 'site:число смен'],
    // Functions
    ['СУММ(1; 2; 3)', '(СУММ 1 2 3)'],
    ['МИН(0,5;1,5)', '(МИН 0.5 1.5)'],
    [
      'ЕСЛИ(И([1] > 0; НЕ(ПУСТО([2]))); [1] / [2]; 0)',
      '(ЕСЛИ (И (> fact:1 0) (НЕ (ПУСТО fact:2))) (/ fact:1 fact:2) 0)',
    ],
    ['сумм(1; Мин(2; 3))', '(СУММ 1 (МИН 2 3))'],
    ['abs(-1)', '(ABS (neg 1))'],
    // Spaces of every kind
    ['  [ 2.1 ]  ', 'fact:2.1'],
    [`${NBSP}[1]${NBSP}+${NARROW}2${NBSP}`, '(+ fact:1 2)'],
    ['МИН ( 1 ; 2 )', '(МИН 1 2)'],
    ['1\t+\r\n2', '(+ 1 2)'],
    ['1+2', '(+ 1 2)'],
  ])('%s', (text, shape) => {
    expect(shapeOf(treeOf(text))).toBe(shape);
  });
  it('with the places of its parts, from 1', () => {
    expect(treeOf('[1] + МИН(22; "а")')).toMatchObject({
      kind: 'binary',
      at: 1,
      left: { at: 1 },
      right: { at: 7, items: [{ at: 11 }, { at: 15 }] },
    });
  });
});

/** A mistake's message. It is for officials: whatever is said besides the expression's own words must be Russian. */
function mistake(text: string): { readonly position: number; readonly message: string } {
  const parsed = parseExpression(text);
  if (parsed.ok) throw new Error(`${text} was read as ${shapeOf(parsed.node)}`);
  return parsed;
}

const OPERAND = /число, текст в кавычках, ссылка на строку вида \[2\.1\], функция/;
const MISTAKES: readonly (readonly [text: string, position: number, says: RegExp])[] = [
  // Something is missing
  ['', 1, OPERAND],
  ['   ', 4, OPERAND],
  ['[2.1] +', 8, OPERAND],
  ['[2.1] + * 2', 9, /найдено: «\*»/],
  ['* 2', 1, OPERAND],
  ['(1', 3, /«\)»; найдено: конец/],
  ['((1)', 5, /«\)»; найдено: конец/],
  ['МИН(1', 6, /«;», «\)»; найдено: конец/],
  ['МИН(1;', 7, OPERAND],
  ['МИН(1;)', 7, OPERAND],
  ['МИН()', 5, OPERAND],
  ['1 <', 4, OPERAND],
  ['НЕ', 3, /«\(»/],
  ['[2.1', 1, /вида \[2\.1\]; найдено: «\[» без «\]»/],
  ['"абв', 1, /кавычк/],
  ['[1] = «абв', 7, /кавычк/],
  // Something is too much
  ['1)', 2, /конец выражения; найдено: «\)»/],
  ['2.1]', 4, /найдено: «\]»/],
  ['1 2', 3, /знак сравнения, конец выражения; найдено: «2»/],
  ['[1][2]', 4, /найдено: «\[»/],
  ['[1] < [2] < [3]', 11, /найдено: «<»/],
  ['[1] == [2]', 6, /найдено: «=»/],
  ['[1] => [2]', 6, /найдено: «>»/],
  ['[1] != 2', 5, /найдено: «!»/],
  ['2 ^ 3', 3, /найдено: «\^»/],
  ['5%', 2, /найдено: «%»/],
  ['1.2.3', 4, /найдено: «\.»/],
  ['1,', 2, /найдено: «,»/],
  // Things the notation does not have
  ['.5', 1, OPERAND],
  ["'а'", 1, /текст в кавычках/],
  ['1 + [а]', 5, /^позиция 5: \[а\] – не ссылка на строку вида \[2\.1\]$/],
  ['[]', 1, /вида \[2\.1\]/],
  ['[2.1.1.1]', 1, /вида \[2\.1\]/],
  ['[1234]', 1, /вида \[2\.1\]/],
  // Functions
  ['1 + ФУНК(1)', 5, /неизвестная функция «ФУНК»; есть: .*СУММ.*ПУСТО/],
  ['СРЗНАЧ([1])', 1, /неизвестная функция «СРЗНАЧ»/],
  ['1 + ABS(1; 2)', 5, /ABS.*ожидалось.*1.*2/],
  ['НЕ(1 = 1; 2 = 2)', 1, /НЕ.*ожидалось.*1.*2/],
  ['ОКРУГЛ([1])', 1, /ОКРУГЛ.*ожидалось.*2.*1/],
  ['ЕСЛИ([1] > 0; 1)', 1, /ЕСЛИ.*ожидалось.*3.*2/],
  ['ПУСТО([1]; [2])', 1, /ПУСТО.*ожидалось.*1.*2/],
  ['1 + ПРЕД([1] + [2])', 5, /ПРЕД ждёт одну ссылку вида \[2\.1\] или ИТОГ\(\[2\.1\]\)/],
  ['ПРЕД(1)', 1, /ПРЕД ждёт одну ссылку/],
  ['ПРЕД([1]; [2])', 1, /ПРЕД ждёт одну ссылку/],
  ['ПРЕД(ПРЕД([1]))', 1, /ПРЕД ждёт одну ссылку/],
  ['ИТОГ(ПРЕД([1]))', 1, /ИТОГ ждёт одну ссылку вида \[2\.1\]$/],
  ['АППГ(ПЛАН([1]))', 1, /АППГ ждёт одну ссылку/],
  ['КВАРТАЛЫ(ИТОГ([1]))', 1, /КВАРТАЛЫ ждёт одну ссылку/],
  ['ПЛОЩАДКА([1])', 1, /ПЛОЩАДКА ждёт одно название признака в кавычках/],
  ['ПЛОЩАДКА("а"; "б")', 1, /ПЛОЩАДКА ждёт одно название/],
  // Letters of the other alphabet, which look the same
  ['MИН(1; 2)', 1, /«MИН»; похоже на «МИН», но набрано буквами другого алфавита/],
  ['1 + MAКC(1; 2)', 5, /похоже на «МАКС»/],
  ['СУMM(1)', 1, /похоже на «СУММ»/],
  ['OКРУГЛ(1; 2)', 1, /похоже на «ОКРУГЛ»/],
  ['АBS([1])', 1, /похоже на «ABS»/],
  ['HЕ([1] = 0)', 1, /похоже на «НЕ»/],
  ['ПPЕД([1])', 1, /похоже на «ПРЕД»/],
];

/** Words of the expression itself may be Latin (ABS, or what the user typed); nothing else may. */
function ownWords(message: string, text: string): string {
  const typed = new Set([...(text.match(/[A-Za-z]+/g) ?? []), 'ABS']);
  return message.replace(/[A-Za-z]+/g, (word) => (typed.has(word) ? '' : word));
}

describe('a mistake is told with its place and what was expected', () => {
  it.each(MISTAKES)('%s', (text, position, says) => {
    const found = mistake(text);
    expect(found.message).toMatch(says);
    expect(found.position).toBe(position);
    expect(found.message.startsWith(`позиция ${position}: `)).toBe(true);
  });
  it.each(MISTAKES.map(([text]) => text))('in Russian: %s', (text) => {
    expect(ownWords(mistake(text).message, text)).not.toMatch(/[A-Za-z]/);
  });
  it('even where every place of a long expression is cut off', () => {
    const whole = 'ЕСЛИ(И([1] > 0; НЕ(ПУСТО([2.1]))); ОКРУГЛ([1] / ПРЕД(ИТОГ([2])); 2); «нет») <> -0,5';
    expect(parseExpression(whole).ok).toBe(true);
    for (let length = 0; length < whole.length - 1; length += 1) {
      const parsed = parseExpression(whole.slice(0, length));
      if (parsed.ok) continue;
      expect(parsed.message).toMatch(/^позиция \d+: /);
      expect(parsed.message).not.toMatch(/[A-Za-z]/);
      expect(parsed.position).toBeLessThanOrEqual(length + 1);
    }
  });
});

describe('an expression that no person writes is a mistake, not a crash', () => {
  it.each([
    ['brackets', '('.repeat(10_000) + '1' + ')'.repeat(10_000)],
    ['minuses', '-'.repeat(10_000) + '1'],
    ['functions', 'НЕ('.repeat(10_000) + '1=1' + ')'.repeat(10_000)],
    ['references', 'ПРЕД('.repeat(10_000)],
    ['sums', '1+'.repeat(10_000) + '1'],
    ['a quoted text', `"${'а'.repeat(10_000)}"`],
  ])('%s beyond 2000 characters', (_, text) => {
    const { message } = mistake(text);
    expect(message).toMatch(/2\s?000 знаков/);
  });
  it.each([
    ['brackets', `${'('.repeat(990)}1${')'.repeat(990)}`],
    ['minuses', `${'-'.repeat(1_900)}1`],
    ['spaced minuses', `${'- '.repeat(900)}1`],
    ['both', `${'(-'.repeat(600)}1${')'.repeat(600)}`],
    ['functions', `${'НЕ('.repeat(400)}1=1${')'.repeat(400)}`],
    ['open brackets', '('.repeat(2_000)],
  ])('%s nested deep within 2000 characters', (_, text) => {
    expect(mistake(text).message).toMatch(/вложенность больше \d+/);
  });
  it.each([
    ['20 brackets', `${'('.repeat(20)}[1]${')'.repeat(20)}`],
    ['2000 characters', `[1]${' + 1'.repeat(499)}`.padEnd(2_000)],
    ['many brackets side by side', Array(150).fill('(1) - (-1)').join(' + ')],
  ])('%s are read', (_, text) => {
    expect(parseExpression(text).ok).toBe(true);
  });
});
