import fc from 'fast-check';
import { contentBlocks } from '../../../src/workbook/excel/draw-cells';
import { cellAddress } from '../../../src/workbook/grid';
import { placesOf } from '../../../src/workbook/rectangles';
import type { CellSpec, SheetSpec } from '../../../src/workbook/spec';
import { form, HARD_TEXTS, lists } from '../sample-workbook';

const NONE: ReadonlySet<string> = new Set();

function sheetOf(cells: readonly CellSpec[]): SheetSpec {
  return { ...form, cells };
}

/** What is written into the cells of a sheet, as `[before, value, formula, after]` by address. */
function written(spec: SheetSpec, keep = NONE) {
  return new Map(
    contentBlocks(spec, keep, 0).flatMap(({ area, before, values, formulas, after }) =>
      [...placesOf(area)].map(({ row, column }) => {
        const [y, x] = [row - area.top, column - area.left];
        const at = <T>(rows: readonly (readonly T[])[] | undefined) => rows?.[y]?.[x] ?? null;
        return [cellAddress(row, column), [at(before), at(values), at(formulas), at(after)]] as const;
      }),
    ),
  );
}

it('writes each cell once, and none of those to keep', () => {
  const cell = fc.record({ row: fc.integer({ min: 1, max: 40 }), column: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(
      fc.uniqueArray(cell, { selector: (c) => `${c.row}:${c.column}`, maxLength: 300 }),
      (cells) => {
        const spec = sheetOf(cells.map((place, index) => ({ ...place, value: index, style: 'cell' })));
        const addresses = cells.map(({ row, column }) => cellAddress(row, column));
        const keep = new Set(addresses.filter((_, index) => index % 3 === 0));
        const blocks = contentBlocks(spec, keep, 0);
        const areas = blocks.flatMap(({ area }) => [...placesOf(area)]);
        expect(areas).toHaveLength(cells.length - keep.size);
        expect([...written(spec, keep)].map(([address, [, value]]) => [address, value]).sort()).toEqual(
          addresses.flatMap((address, index) => (keep.has(address) ? [] : [[address, index]])).sort(),
        );
      },
    ),
    { seed: 5 },
  );
});

it('cuts large sheets into blocks that a client sends as they are', () => {
  const cells = Array.from({ length: 5000 }, (_, index): CellSpec => ({
    row: 1 + Math.floor(index / 8),
    column: 1 + (index % 8),
    value: index,
    style: 'number',
  }));
  const sizes = contentBlocks(sheetOf(cells), NONE, 0).map(({ values }) => values.flat().length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5000);
  // The client takes apart what has more than 1500.
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1500);
});

it('gives every text to a cell of text format, whatever it looks like and whatever format stays', () => {
  const spec = sheetOf(HARD_TEXTS.map((value, row) => ({ row: row + 1, column: 1, value, style: 'text' })));
  for (const [before, value, formula, after] of written(spec).values()) {
    expect([before, typeof value, formula, after]).toEqual(['@', 'string', null, 'General']);
  }
});

it('gives a text that begins with an apostrophe a second one, in a general cell', () => {
  const spec = sheetOf([{ row: 1, column: 1, value: "'так", style: 'cell' }]);
  expect(written(spec).get('A1')).toEqual(['General', "''так", null, '@']);
});

it('gives numbers, dates, truth values and formulas to general cells', () => {
  const cells = written(form);
  expect(cells.get('D4')).toEqual(['General', 412, null, '#,##0']);
  expect(cells.get('C6')).toEqual(['General', 43890, null, 'dd.mm.yyyy']);
  expect(cells.get('A6')).toEqual(['General', true, null, null]);
  expect(cells.get('E4')).toEqual(['General', null, '=D4-C4', '#,##0.0']);
  expect(cells.get('B6')).toEqual(['General', null, '=SUM(C4:C5)', null]);
});

it('empties a cell that the product leaves empty', () => {
  expect(written(form).get('D5')).toEqual(['General', '', null, '#,##0']);
});

it('holds what a file holds of a text', () => {
  const texts = [...written(lists).values()].map(([, value]) => value);
  expect(texts).toContain('запретные');
  expect(texts).toContain('код _x0041_ в тексте');
  expect(texts).toContain('пара 😀, половина \ufffd');
});

it('counts dates from the day from which the workbook counts', () => {
  const [block] = contentBlocks(
    sheetOf([{ row: 1, column: 1, value: { date: '1904-01-02' }, style: 'date' }]),
    NONE,
    1462,
  );
  expect(block?.values).toEqual([[1]]);
});

it('refuses a number that no cell can hold', () => {
  const spec = sheetOf([{ row: 1, column: 1, value: Number.NaN, style: 'number' }]);
  expect(() => contentBlocks(spec, NONE, 0)).toThrow(RangeError);
});
