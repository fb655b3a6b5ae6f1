import fc from 'fast-check';
import { columnLetters } from '../../../src/workbook/grid';
import { digestOf, memoryLines, readMemory, type Memory } from '../../../src/workflows/open/memory';

const address = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 800 }))
  .map(([row, column]) => `${columnLetters(column)}${row}`);
const written = fc.record({
  role: fc.constantFrom('Отчёт', 'Реестр', 'Форма'),
  cells: fc.dictionary(address, fc.string().map(digestOf)).map((cells) => new Map(Object.entries(cells))),
});
const name = fc.constantFrom('Отчёт', 'Отчёт (2)', 'Форма III.2021 Шуя № 9', '1:Лист', 'cells:1');

test('what is remembered is read back, whatever the sheets are called', () => {
  fc.assert(
    fc.property(fc.dictionary(name, written), (sheets) => {
      const memory: Memory = new Map(Object.entries(sheets));
      expect(readMemory(new Map(memoryLines(memory)))).toEqual(memory);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('a large sheet is remembered in lines that a cell can hold', () => {
  const cells = new Map<string, string>();
  for (let row = 1; row <= 3000; row += 1) {
    for (let column = 1; column <= 17; column += 1)
      cells.set(`${columnLetters(column)}${row}`, digestOf(`${row}/${column}`));
  }
  const memory: Memory = new Map([['Реестр', { role: 'Реестр', cells }]]);
  const lines = memoryLines(memory);
  expect(Math.max(...lines.map(([, text]) => text.length))).toBeLessThan(32_767);
  expect(lines.length).toBeGreaterThan(3);
  expect(readMemory(new Map(lines))).toEqual(memory);
});

test('contents that differ a little have different digests', () => {
  const texts = Array.from({ length: 500 }, (_, index) => `t${index}`);
  expect(new Set(texts.map(digestOf)).size).toBeGreaterThan(498);
});
