/**
 * The sentences of all controls of the built-in programme are kept in test/golden/control-sentences.txt, to be read as an
 * official reads them. After a change that is meant: UPDATE_GOLDEN=1 npx jest test/controls/describe
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeControl, describeNode } from '../../src/controls/describe';
import type { Control } from '../../src/programme/schema';
import { compiledControl, controlOf } from '../fixtures/control-of';
import { treeOf } from '../fixtures/expression-shape';
import { IVANOVO, OTHER_REGION, THIRD_REGION } from '../programme/programmes';

const GOLDEN = join(__dirname, '../golden/control-sentences.txt');

const sentence = (control: Control): string => describeControl(compiledControl(control));
const said = (own: Partial<Control>): string => sentence(controlOf(own));

const SENTENCES = IVANOVO.controls.map((control) => [control.code, sentence(control)] as const);

describe('the controls of the built-in programme in words', () => {
  it('are those that were read and approved', () => {
    const text = SENTENCES.map(([code, words]) => `${code}: ${words}\n`).join('');
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, text);
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  });
  it('are all different', () => {
    expect(new Set(SENTENCES.map(([, words]) => words)).size).toBe(SENTENCES.length);
  });
});

/** How far into a text its brackets are open. */
function depths(text: string): readonly number[] {
  let depth = 0;
  return Array.from(text, (letter) => (depth += letter === '(' ? 1 : letter === ')' ? -1 : 0));
}

const ALL = [...IVANOVO.controls, ...OTHER_REGION.controls, ...THIRD_REGION.controls].map(
  (control) => [control.code, sentence(control)] as const,
);

describe.each(ALL)('%s: %s', (_, words) => {
  it('is a Russian sentence without a full stop', () => {
    expect(words).toMatch(/^\(*\p{Lu}/u);
    expect(words).not.toMatch(/[A-Za-z]/);
    expect(words).not.toMatch(/undefined|null|\s{2}|\.$|\[|\]|^\s|\s$/);
  });
  it('has its brackets in pairs', () => {
    expect(Math.min(0, ...depths(words))).toBe(0);
    expect(depths(words).at(-1)).toBe(0);
  });
});

describe('words', () => {
  it.each<[Partial<Control>, string]>([
    [{ operator: '<=' }, 'Стр. 1 не больше, чем стр. 2'],
    [{ operator: '>=' }, 'Стр. 1 не меньше, чем стр. 2'],
    [{ operator: '<' }, 'Стр. 1 меньше, чем стр. 2'],
    [{ operator: '>', right: '0' }, 'Стр. 1 больше 0'],
    [{ operator: '>=', right: '0,5' }, 'Стр. 1 не меньше 0,5'],
    [{ operator: '<>' }, 'Не равны: стр. 1 и стр. 2'],
    [{ operator: '=', tolerance: 0.1 }, 'Равны: стр. 1 и стр. 2, с точностью до 0,1'],
    [{ operator: 'парность' }, 'Стр. 1 и стр. 2 отличны от нуля только вместе'],
    [{ operator: 'исключение' }, 'Стр. 1 и стр. 2 не могут быть отличны от нуля вместе'],
    [{ operator: '<=', condition: '[3] > 0' }, 'Если стр. 3 больше 0, то стр. 1 не больше, чем стр. 2'],
    [
      { operator: '<=', condition: 'НЕ(ПУСТО([3]))' },
      'Если стр. 3 заполнена, то стр. 1 не больше, чем стр. 2',
    ],
    [
      { operator: '<=', left: 'ИТОГ([1]) - ПРЕД(ИТОГ([1]))', right: '[1]' },
      'Прирост итога стр. 1 за квартал не больше, чем стр. 1',
    ],
    [
      { operator: '<=', left: 'ABS([1] - ПРЕД([1]))', right: '100' },
      'Расхождение между стр. 1 и стр. 1 за прошлый квартал не больше 100',
    ],
    [
      { operator: '<=', left: 'ИТОГ([1]) - [2]', right: '[3]' },
      '(Итог стр. 1) − стр. 2 не больше, чем стр. 3',
    ],
  ])('%j', (own, words) => {
    expect(said(own)).toBe(words);
  });
  it.each([
    ['[1] - ([2] - [3])', 'стр. 1 − (стр. 2 − стр. 3)'],
    ['[1] - [2] - [3]', 'стр. 1 − стр. 2 − стр. 3'],
    ['([1] + [2]) * [3]', '(стр. 1 + стр. 2) × стр. 3'],
    ['[1] / ([2] * [3])', 'стр. 1 / (стр. 2 × стр. 3)'],
    ['-([1] + [2])', '−(стр. 1 + стр. 2)'],
    ['2 * (ИТОГ([1]) - ПРЕД(ИТОГ([1])))', '2 × (прирост итога стр. 1 за квартал)'],
    ['[2] - (ИТОГ([1]) - ПРЕД(ИТОГ([1])))', 'стр. 2 − (прирост итога стр. 1 за квартал)'],
    ['ИТОГ([1]) - ПРЕД(ИТОГ([2]))', '(итог стр. 1) − (итог стр. 2 на начало квартала)'],
    ['ABS([1])', 'модуль (стр. 1)'],
    ['ABS([1] - [2] - [3])', 'расхождение между (стр. 1 − стр. 2) и стр. 3'],
  ])('%s', (text, words) => {
    expect(describeNode(treeOf(text))).toBe(words);
  });
});
