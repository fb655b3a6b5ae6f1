import fc from 'fast-check';
import { freeSheetName, legalSheetName } from '../../src/workbook/sheet-name';

const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('Отчёт', "'", '///', 'ОТЧЁТ', 'Ж'.repeat(40)),
);

test('every name that comes out is one that Excel takes', () => {
  fc.assert(
    fc.property(anyName, fc.array(anyName), (wanted, names) => {
      const taken = names.map(legalSheetName);
      const name = freeSheetName(wanted, taken);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*[\]:\p{Cc}]/u);
      expect(name).not.toMatch(/^'|'$/);
      expect(taken.map((one) => one.toLowerCase())).not.toContain(name.toLowerCase());
    }),
    { seed: 31, numRuns: 500 },
  );
});

test.each([
  ['Отчёт', [], 'Отчёт'],
  ['Отчёт', ['отчёт'], 'Отчёт (2)'],
  ['Отчёт', ['Отчёт', 'Отчёт (2)'], 'Отчёт (3)'],
  ['План/факт', [], 'План факт'],
])('%s beside %j', (wanted, taken, name) => {
  expect(freeSheetName(wanted, taken)).toBe(name);
});
