import Big from 'big.js';
import { formatNumber } from '../../src/text/numbers';
import { plural } from '../../src/text/plural';

it.each([
  [0, 'форм'],
  [1, 'форма'],
  [2, 'формы'],
  [4, 'формы'],
  [5, 'форм'],
  [11, 'форм'],
  [12, 'форм'],
  [21, 'форма'],
  [22, 'формы'],
  [111, 'форм'],
  [1.5, 'формы'],
])('%d %s', (count, word) => {
  expect(plural(count, 'форма', 'формы', 'форм')).toBe(word);
});

it.each([
  [0, '0'],
  [412, '412'],
  [-12, '-12'],
  [0.16, '0,16'],
  [1234567.5, '1234567,5'],
  [1e21, '1000000000000000000000'],
  [-1.5e21, '-1500000000000000000000'],
  [1e-7, '0,0000001'],
  [1.25e-7, '0,000000125'],
])('%d is shown as %s', (number, text) => {
  expect(formatNumber(number)).toBe(text);
  expect(formatNumber(new Big(String(number)))).toBe(text);
});
