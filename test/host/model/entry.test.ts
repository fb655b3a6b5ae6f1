import { dateSerial } from '../../../src/workbook/date-serial';
import { readEntry } from './entry';

function entered(text: string, format = 'General'): unknown {
  const entry = readEntry(text, { format, date1904: false, year: 2021 });
  return entry.kind === 'value' ? entry.value : entry.kind === 'formula' ? `=${entry.formula}` : null;
}

test.each<[string, unknown]>([
  ['', null],
  ['12', 12],
  ['-1,5', -1.5],
  ['1.5', 1.5],
  ['1 000', 1000],
  ['1\u{a0}234\u{a0}567', 1_234_567],
  ['(5)', -5],
  ['12%', 0.12],
  ['1e3', 1000],
  ['0 1/2', 0.5],
  ['ИСТИНА', true],
  ['false', false],
  ['#Н/Д', { error: '#N/A' }],
  ['=A1+1', '=A1+1'],
  ['+A1', '=+A1'],
  ['-нет', '=-нет'],
  ['@SUM(A1)', '=SUM(A1)'],
  ['=', '='],
  ["'=A1", '=A1'],
  ["'12", '12'],
  ['№ 8', '№ 8'],
  ['2.13', 2.13],
  ['1.2.3.4', '1.2.3.4'],
  ['12 школ', '12 школ'],
  ['10:30', 0.4375],
])('«%s» in a cell without a format', (text, value) => {
  expect(entered(text)).toEqual(value);
});

test.each([
  ['07.12.2020', '2020-12-07'],
  ['7.12.20', '2020-12-07'],
  ['2.1.1', '2001-01-02'],
  ['2020-12-07', '2020-12-07'],
  ['1/2', '2021-02-01'],
])('«%s» is the day %s', (text, iso) => {
  expect(entered(text)).toBe(dateSerial(iso));
});

test('the 31st of February is a text', () => {
  expect(entered('31.02.2021')).toBe('31.02.2021');
});

test.each(['12', '07.12.2020', '=A1', '+7 4932', 'ИСТИНА', '#Н/Д', '1/2'])(
  '«%s» stays text in a cell of the text format',
  (text) => {
    expect(entered(text, '@')).toBe(text);
  },
);
