import { dependentsOf } from '../../../src/workbook/file/dependents';
import { areaOf, looksOf } from '../../../src/workbook/file/formula-looks';
import type { Grid } from '../../../src/workbook/grid';

function gridWith(sheets: Readonly<Record<string, Readonly<Record<string, string>>>>): Grid {
  return {
    features: [],
    sheets: Object.entries(sheets).map(([name, formulas]) => ({
      name,
      visibility: 'visible',
      cells: Object.entries(formulas).map(([address, formula]) => {
        const { top, left } = areaOf(address);
        return { row: top, column: left, formula };
      }),
    })),
  };
}

const NAMES = new Map([['планы', "'Лист Б'!$A$1:$A$9"]]);

test('formulas that look at a cell, at once or through others, on whatever sheet', () => {
  const grid = gridWith({
    А: {
      B1: 'A1*2',
      B2: 'A2*2',
      B3: 'SUM(A1:A5)',
      B4: '"A1"&A9',
      B5: 'B1+1',
      B6: 'SUM($A:$A)',
      B7: 'SUM(1:1)',
    },
    'Лист Б': { C1: 'А!A1', C2: "'А'!B5", C3: 'A1', C4: 'TODAY()', C5: 'LOG10(4)' },
  });
  const found = dependentsOf(grid, NAMES, [{ sheet: 'А', cell: 'A1' }]);
  expect(found.map(({ sheet, cell }) => `${sheet}!${cell}`).sort()).toEqual(
    ['А!B1', 'А!B3', 'А!B5', 'А!B6', 'А!B7', 'Лист Б!C1', 'Лист Б!C2'].sort(),
  );
});

test('names, and formulas that may look anywhere', () => {
  const grid = gridWith({
    А: {
      B1: 'SUM(Планы)',
      B2: 'INDIRECT("A"&1)',
      B3: 'SUM(Table1[Факт])',
      B4: "SUM('Лист Б:Лист В'!A1)",
      B5: '',
      B6: 'А!A1',
      B7: 'SUM(Лист1:Лист3!A1)',
      B8: '[1]Лист!A1',
    },
  });
  const found = dependentsOf(grid, NAMES, [{ sheet: 'Лист Б', cell: 'A4' }]);
  expect(found.map(({ cell }) => cell).sort()).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B7', 'B8']);
});

test('what a formula looks at', () => {
  expect(looksOf('IF(B$2>0,"C3",Лист2!$D$4:E5)').areas).toEqual([
    { sheet: null, area: areaOf('B2') },
    { sheet: 'Лист2', area: areaOf('D4:E5') },
  ]);
});
