import { shownValue, typedText, typedValue } from '../../../src/taskpane/browser/shown-value';
import type { GridValue } from '../../../src/workbook/grid';

const number = (value: number): { value: GridValue } => ({ value: { kind: 'number', number: value } });

// What a Russian Excel shows for these formats.
test.each<[value: number, format: string, shown: string]>([
  [1234567, '#,##0', '1\u00a0234\u00a0567'],
  [-1234.5, '#,##0', '-1\u00a0235'],
  [1.005, '0.00', '1,01'],
  [0.4567, '0.0%', '45,7%'],
  [12, '#,##0.0', '12,0'],
  [12.5, '0.0##', '12,5'],
  [0.1, 'General', '0,1'],
  [2021, '@', '2021'],
])('%d in the format %s is shown as %s', (value, format, shown) => {
  expect(shownValue(number(value), format)).toBe(shown);
});

test('texts, dates, errors and results that are not known', () => {
  const shown = (value: GridValue): string => shownValue({ value }, 'General');
  expect(shown({ kind: 'text', text: ' <b> ' })).toBe(' <b> ');
  expect(shown({ kind: 'date', iso: '2021-10-08', serial: 44477 })).toBe('08.10.2021');
  expect(shown({ kind: 'error', error: '#REF!' })).toBe('#REF!');
  expect(shown({ kind: 'boolean', boolean: true })).toBe('ИСТИНА');
  expect(shownValue({}, 'General')).toBe('');
});

test.each<[text: string, typed: unknown]>([
  ['12,5', 12.5],
  ['1 234', 1234],
  ['1\u00a0234,50', 1234.5],
  ['−3', -3],
  ['+7', 7],
  ['.5', 0.5],
  ['12 чел.', '12 чел.'],
  ['1e5', '1e5'],
  ['2.1.1', '2.1.1'],
  ['05.10.2021', '05.10.2021'],
  ['   ', ''],
  ['=1+1', null],
])('«%s» typed into a cell for numbers is %p', (text, typed) => {
  expect(typedValue(text, false, false)).toEqual(typed);
});

test('a cell of text takes what is typed as it is, one of dates takes dates', () => {
  expect(typedValue('007', true, false)).toBe('007');
  expect(typedValue(' 12 ', true, false)).toBe(' 12 ');
  expect(typedValue('5.10.2021', false, true)).toEqual({ date: '2021-10-05' });
  expect(typedValue('31.02.2021', false, true)).toBe('31.02.2021');
});

test('what is opened for typing gives the same value again', () => {
  for (const value of [0, -2.5, 0.1, 1234567.891, 1e-7]) {
    const text = typedText({ kind: 'number', number: value });
    expect(typedValue(text, false, false)).toBe(value);
  }
  expect(typedText(undefined)).toBe('');
});
