import fc from 'fast-check';
import { copiedAreas, grownArea, ruleAreas } from '../../src/workbook/file/fill-cells-areas';
import { moveReferences, offsetReferences, sheetsOf } from '../../src/workbook/move-references';
import { rowMoves } from '../../src/workbook/row-moves';

/** Row 5 comes three times, rows 8–9 twice. */
const moves = rowMoves([
  { first: 5, last: 5, count: 3 },
  { first: 8, last: 9, count: 2 },
]);
const movesOf = (sheet: string) => (sheet === 'Форма' ? moves : undefined);

function move(formula: string, cell: { row: number; copy: number } | null = null, sheet = 'Форма'): string {
  let doubts = 0;
  const moved = moveReferences(formula, { sheet, cell }, movesOf, () => (doubts += 1));
  return doubts > 0 ? `${moved} ?` : moved;
}

describe('references after rows were repeated', () => {
  it.each([
    ['A4+A6+$A$7', 'A4+A8+$A$9'],
    ['SUM(D5:D5)', 'SUM(D5:D7)'],
    ['SUM(D4:D6)', 'SUM(D4:D8)'],
    ['SUM(D8:D9)', 'SUM(D10:D13)'],
    ['SUM(D10:D12)', 'SUM(D14:D16)'],
    ['SUM(8:9)', 'SUM(10:13)'],
    ['SUM($5:$5)', 'SUM($5:$7)'],
    ['SUM(A:C)', 'SUM(A:C)'],
    ['"D6 и D7"&D6', '"D6 и D7"&D8'],
    ["'Форма'!D6+Другой!D6", "'Форма'!D8+Другой!D6"],
    ['LOG10(D6)+Таблица1[[#This Row],[D6]]+D6x', 'LOG10(D8)+Таблица1[[#This Row],[D6]]+D6x'],
    ['[1]Форма!D6', '[1]Форма!D6'],
    ['IF(D6="",NA(),1E6)', 'IF(D8="",NA(),1E6)'],
    // One of the repeated rows, or a part of a block: the first copy, with a doubt.
    ['D5', 'D5 ?'],
    ['SUM(D8:D8)', 'SUM(D10:D10) ?'],
  ])('%s → %s', (formula, expected) => {
    expect(move(formula)).toBe(expected);
  });

  it('follow their own copy within a block', () => {
    expect([0, 1, 2].map((copy) => move('D5/C5+$A$1+$D$5+D6', { row: 5, copy }))).toEqual([
      'D5/C5+$A$1+$D$5+D8',
      'D6/C6+$A$1+$D$5+D8',
      'D7/C7+$A$1+$D$5+D8',
    ]);
    expect(move('D5/SUM(D$5:D$5)', { row: 5, copy: 1 })).toBe('D6/SUM(D$5:D$7)');
    expect(move('SUM(B8:B9)', { row: 9, copy: 1 })).toBe('SUM(B12:B13)');
  });

  it('reach into the sheet from elsewhere', () => {
    expect(move('Форма!A7*A7', { row: 5, copy: 0 }, 'Другой')).toBe('Форма!A9*A7');
    expect([...sheetsOf("SUM('Лист ''1'''!A1,Форма!B2)")]).toEqual(["Лист '1'", 'Форма']);
  });

  it('stay as they are where no row is repeated', () => {
    const none = () => undefined;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(moveReferences(text, { sheet: 'Форма', cell: null }, none, none)).toBe(text);
      }),
      { seed: 7 },
    );
  });

  it('move as areas do', () => {
    const row = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(row, row, (a, b) => {
        const area = `B${Math.min(a, b)}:C${Math.max(a, b)}`;
        expect(move(`SUM(${area})`).replace(' ?', '')).toBe(`SUM(${grownArea(area, moves)})`);
      }),
      { seed: 7 },
    );
  });

  it('are written out of shared formulas', () => {
    expect(offsetReferences('A1+$B$1+C$2+SUM(A1:B2)', 2, 1)).toBe('B3+$B$1+D$2+SUM(B3:C4)');
  });

  // As Excel fills formulas.
  it.each([
    ['A1+$A1+A$1+$A$1', 2, 3, 'D3+$A3+D$1+$A$1'],
    ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
    ['\'Лист A1\'!A1&"A1"', 1, 1, '\'Лист A1\'!B2&"A1"'],
    ['LOG10(A1)', 0, 1, 'LOG10(B1)'],
    ['SUM($A:B)', 0, 1, 'SUM($A:C)'],
    ['T[[#This Row],[Q1]]+1E5+A1', 1, 1, 'T[[#This Row],[Q1]]+1E5+B2'],
  ])('%s filled %d down and %d right is %s', (formula, rows, columns, filled) => {
    expect(offsetReferences(formula, rows, columns)).toBe(filled);
  });
});

describe('areas after rows were repeated', () => {
  it.each([
    ['A5:B5', ['A5:B5', 'A6:B6', 'A7:B7']],
    ['A8:A9', ['A10:A11', 'A12:A13']],
    ['C9', ['C11', 'C13']],
    ['A4:A6', ['A4:A8']],
    ['A6:B7', ['A8:B9']],
    ['A5:A6', null],
    ['A7:A8', null],
  ])('merges: %s → %j', (area, expected) => {
    expect(copiedAreas(area, moves)).toEqual(expected);
  });

  it.each([
    ['D5', 'D5:D7'],
    ['D9 D6', 'D11 D13 D8'],
    ['D8:D9', 'D10:D13'],
    ['D4:D8', 'D4 D5 D6 D7 D8 D9 D10 D12'],
    ['A:A', 'A:A'],
  ])('rules: %s → %s', (list, expected) => {
    expect(ruleAreas(list, moves)).toBe(expected);
  });
});
