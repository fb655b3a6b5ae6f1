import fc from 'fast-check';
import { sheetOfReference } from '../../../src/workbook/excel/references';
import { markFormula, markName, unfinishedMark } from '../../../src/workbook/excel/unfinished';

it('tells the sheet of a mark, whatever its name is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 31 }), fc.nat(), (sheet, number) => {
      expect(unfinishedMark(markName(number), markFormula(sheet))).toEqual({ sheet });
    }),
    { seed: 6 },
  );
});

it('knows a mark whose sheet is gone, and other names', () => {
  expect(unfinishedMark(markName(1), '=#REF!$A$1')).toEqual({ sheet: undefined });
  expect(unfinishedMark(markName(1), '=#REF!')).toEqual({ sheet: undefined });
  expect(unfinishedMark('form_marks', "='Форма'!$A$1")).toBeUndefined();
});

it.each([
  ["='Форма д''Арк'!$A$1:$B$2", 'Форма д’Арк'.replace('’', "'")],
  ['=Отчёт!$A$1', 'Отчёт'],
  ['="Отчёт"', undefined],
  ['=42', undefined],
  ['=#REF!$A$1', undefined],
  ["='Отчёт'!#REF!", undefined],
])('the sheet of %s', (formula, sheet) => {
  expect(sheetOfReference(formula)).toBe(sheet);
});
