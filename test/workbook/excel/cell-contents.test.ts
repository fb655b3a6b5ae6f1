import { cellsOf, refersOutside, type AreaContents } from '../../../src/workbook/excel/cell-contents';
import type { GridCell } from '../../../src/workbook/grid';

/** One cell as the object model gives it. */
function readCell(
  cell: { value: unknown; formula?: unknown; type?: string; format?: string; link?: string },
  date1904 = false,
): GridCell | undefined {
  const area: AreaContents = {
    top: 7,
    left: 8,
    values: [[cell.value]],
    formulas: [[cell.formula ?? cell.value]],
    valueTypes: [[cell.type ?? (typeof cell.value === 'number' ? 'Double' : 'String')]],
    numberFormats: [[cell.format ?? 'General']],
    links: [[cell.link]],
  };
  return cellsOf(area, date1904)[0];
}

test('a formula stands apart from its result, a text that begins with «=» is a text', () => {
  expect(readCell({ value: 5, formula: '=2+3' })).toEqual({
    row: 7,
    column: 8,
    value: { kind: 'number', number: 5 },
    formula: '2+3',
  });
  expect(readCell({ value: '=2+3' })).toEqual({ row: 7, column: 8, value: { kind: 'text', text: '=2+3' } });
  expect(readCell({ value: '', formula: '=""' })).toEqual({
    row: 7,
    column: 8,
    value: { kind: 'text', text: '' },
    formula: '""',
  });
});

test('an empty cell is none', () => {
  expect(readCell({ value: '', type: 'Empty' })).toBeUndefined();
  expect(readCell({ value: '' })).toBeUndefined();
});

test.each([
  ['#ДЕЛ/0!', '#DIV/0!'],
  ['#Н/Д', '#N/A'],
  ['#ССЫЛКА!', '#REF!'],
  ['#VALUE!', '#VALUE!'],
])('the error %s has one name in every language', (shown, error) => {
  expect(readCell({ value: shown, formula: '=A1', type: 'Error' })?.value).toEqual({ kind: 'error', error });
  expect(readCell({ value: shown })?.value).toEqual({ kind: 'text', text: shown });
});

test.each(['dd.mm.yyyy', 'm/d/yyyy', 'ДД.ММ.ГГГГ', '[$-419]d mmmm yyyy', 'ч:мм'])(
  '«%s» shows a date',
  (format) => {
    expect(readCell({ value: 44470, format })?.value).toEqual({
      kind: 'date',
      iso: '2021-10-01',
      serial: 44470,
    });
  },
);

test.each(['General', 'Основной', '#,##0.0', '0" руб."', '@', '0.00E+00', '[Red]0'])(
  '«%s» shows a number',
  (format) => {
    expect(readCell({ value: 44470, format })?.value).toEqual({ kind: 'number', number: 44470 });
  },
);

test('a day is the same day in a workbook that counts from 1904', () => {
  expect(readCell({ value: 44470 - 1462, format: 'dd.mm.yyyy' }, true)?.value).toEqual({
    kind: 'date',
    iso: '2021-10-01',
    serial: 44470,
  });
});

test.each([
  ['[Книга.xlsx]Лист1!A1', true],
  ["'C:\\Отчёты\\[Книга 2.xlsx]Лист 1'!$A$1+1", true],
  ['SUM(Реестр[Значение])', false],
  ['IF(A1="[x]!";1,2)', false],
  ["'Лист [1'!A1", false],
])('%s leads out of the workbook: %s', (formula, outside) => {
  expect(refersOutside(formula)).toBe(outside);
});
