/** Plans keep what people wrote: random sheets, random edits, random renewals; and the cases that matter by name. */
import fc from 'fast-check';
import { sheetBuilder, workingPrint } from '../../../src/sheets/builder';
import type { SheetSpec, SpecValue } from '../../../src/workbook/spec';
import { cellAddress, type GridSheet } from '../../../src/workbook/grid';
import { planSheets } from '../../../src/workflows/open/plan';
import { valueText } from '../../../src/sheets/lookup';
import { memoryWorkbook, type MemoryWorkbook } from '../../fixtures/memory-open-workbook';
import { sheetOf } from '../../fixtures/edit-grid';
import { put } from './work';

const SHEET = 'Отчёт';
const ROWS = 5;
const COLUMNS = 4;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: SpecValue | null;
  readonly formula?: string;
  readonly input: boolean;
}

const place = { row: fc.integer({ min: 1, max: ROWS }), column: fc.integer({ min: 1, max: COLUMNS }) };
const value = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom('да', 'нет', 'Ёж', '=1', '2.1'),
  fc.constant({ date: '2021-10-01' }),
  fc.constant(null),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ ...place, value, input: fc.boolean() }),
  fc.record({
    ...place,
    value: fc.constant(0),
    formula: fc.constantFrom('A1+1', "SUM('Отчёт'!A1:A2)"),
    input: fc.constant(false),
  }),
);
const cells = fc.uniqueArray(cell, {
  selector: ({ row, column }) => cellAddress(row, column),
  minLength: 1,
  maxLength: 12,
});
const edits = fc.dictionary(
  fc
    .tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 1, max: ROWS + 2 }))
    .map(([c, r]) => `${c}${r}`),
  fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('моё', 'да', '2.1'), fc.constant(null)),
  { maxKeys: 6 },
);

function specOf(list: readonly Cell[], name = SHEET): SheetSpec {
  const sheet = sheetBuilder(name, [10, 10, 10, 10]);
  // A title of many cells, by which the sheet is known again.
  for (let column = 1; column <= COLUMNS; column += 1) {
    for (let row = 20; row < 30; row += 1) sheet.put(row, column, `${row}/${column}`, 'cell');
  }
  for (const { row, column, value: shown, formula, input } of list) {
    sheet.put(row, column, shown, input ? 'edit-text' : 'cell', formula === undefined ? {} : { formula });
  }
  return sheet.build({ print: workingPrint('portrait') });
}

const shown = (sheet: GridSheet): Map<string, string> =>
  new Map(
    sheet.cells.map(({ row, column, value: held, formula }) => [
      cellAddress(row, column),
      formula === undefined ? `${held?.kind ?? ''} ${valueText(held)}` : `=${formula}`,
    ]),
  );

async function start(list: readonly Cell[]): Promise<MemoryWorkbook> {
  const book = memoryWorkbook();
  await put(book, planSheets([specOf(list)], book.state()));
  return book;
}

test('a renewal overwrites nothing of a person’s but what it lists, leaves nothing of its own, and repeats itself', async () => {
  await fc.assert(
    fc.asyncProperty(cells, edits, cells, async (first, typed, second) => {
      const book = await start(first);
      const written = shown(sheetOf(book.state().grid, SHEET));
      book.type(SHEET, typed);
      const before = shown(sheetOf(book.state().grid, SHEET));
      const spec = specOf(second);
      const plan = await put(book, planSheets([spec], book.state()));
      const after = shown(sheetOf(book.state().grid, SHEET));

      const lost = new Map(plan.lost.map(({ cell: address, text }) => [address, text]));
      const wanted = new Map(spec.cells.map((one) => [cellAddress(one.row, one.column), one]));
      for (const [address, content] of before) {
        const isPersons = written.get(address) !== content;
        if (isPersons && after.get(address) !== content) {
          expect(`${content.split(' ')[0] ?? ''} ${lost.get(address) ?? 'not listed'}`).toBe(content);
        }
        const isInput = wanted.get(address)?.style === 'edit-text';
        if (!isPersons && !wanted.has(address) && !isInput) expect(after.get(address)).toBeUndefined();
      }
      for (const [address, one] of wanted) {
        if (one.formula !== undefined) expect(after.get(address)).toBe(`=${one.formula}`);
        else if (one.value !== undefined && one.value !== '') expect(after.has(address)).toBe(true);
      }
      for (const address of lost.keys()) expect(before.has(address)).toBe(true);

      const again = planSheets([spec], book.state());
      expect(again.lost).toEqual([]);
      await put(book, again);
      expect(shown(sheetOf(book.state().grid, SHEET))).toEqual(after);
    }),
    { seed: 20211001, numRuns: 300 },
  );
});

const CELLS: readonly Cell[] = [
  { row: 1, column: 1, value: 'Итого', input: false },
  { row: 1, column: 2, value: 3, input: false },
  { row: 2, column: 1, value: null, input: true },
];

test('cells beside and below the product’s stay where they are', async () => {
  const book = await start(CELLS);
  book.type(SHEET, {
    H1: 'моя графа',
    A12: 'примечание',
    H2: { formula: 'B1*2', value: { kind: 'number', number: 6 } },
  });
  const plan = await put(book, planSheets([specOf(CELLS)], book.state()));
  expect(plan.lost).toEqual([]);
  const after = shown(sheetOf(book.state().grid, SHEET));
  expect([after.get('H1'), after.get('A12'), after.get('H2')]).toEqual([
    'text моя графа',
    'text примечание',
    '=B1*2',
  ]);
});

test('a person’s entry in a locked cell is listed with its text before it goes', async () => {
  const book = await start(CELLS);
  book.type(SHEET, { B1: '4 (уточнено)' });
  const plan = planSheets([specOf(CELLS)], book.state());
  expect(plan.lost).toEqual([{ sheet: SHEET, cell: 'B1', text: '4 (уточнено)' }]);
});

test('what a merge would hide is listed', async () => {
  const book = await start([]);
  book.type(SHEET, { B3: 'под объединением' });
  const spec = specOf([{ row: 3, column: 1, value: 'заголовок', input: false }]);
  const merged = { ...spec, merges: [{ top: 3, left: 1, bottom: 3, right: 3 }] };
  expect(planSheets([merged], book.state()).lost).toEqual([
    { sheet: SHEET, cell: 'B3', text: 'под объединением' },
  ]);
});

describe('a stranger’s sheet with a name of ours', () => {
  const stranger: GridSheet = {
    name: 'отчёт',
    visibility: 'visible',
    cells: [{ row: 1, column: 1, value: { kind: 'text', text: 'мой отчёт' } }],
  };
  const annex = (): SheetSpec =>
    specOf([{ row: 1, column: 1, value: 0, formula: "'Отчёт'!B1", input: false }], 'Приложение');

  test('stays; ours takes another name, formulas follow, and it is said', async () => {
    const book = memoryWorkbook();
    book.add(stranger);
    const plan = await put(book, planSheets([specOf(CELLS), annex()], book.state()));
    expect(plan.notes).toEqual([
      'Лист «Отчёт» в книге уже есть, и он не из программы: новый лист назван «Отчёт (2)».',
    ]);
    expect(sheetOf(book.state().grid, 'отчёт')).toEqual(stranger);
    expect(shown(sheetOf(book.state().grid, 'Приложение')).get('A1')).toBe("='Отчёт (2)'!B1");
  });

  test('the next run renews ours under the name that it took, without a word', async () => {
    const book = memoryWorkbook();
    book.add(stranger);
    await put(book, planSheets([specOf(CELLS), annex()], book.state()));
    const plan = await put(book, planSheets([specOf(CELLS), annex()], book.state()));
    expect(plan.notes).toEqual([]);
    expect(book.state().grid.sheets.map(({ name }) => name)).toEqual([
      'Лист1',
      'отчёт',
      'Отчёт (2)',
      'Приложение',
      '_meta',
    ]);
    expect(shown(sheetOf(book.state().grid, 'Приложение')).get('A1')).toBe("='Отчёт (2)'!B1");
  });

  test('made in place of ours, after ours was deleted, it is a stranger’s', async () => {
    const book = await start(CELLS);
    book.remove(SHEET);
    book.add({ ...stranger, name: SHEET });
    const plan = planSheets([specOf(CELLS)], book.state());
    expect(plan.changes[0]).toMatchObject({ spec: { name: 'Отчёт (2)' }, existing: null });
  });

  test('«_meta» of a stranger stays as well', async () => {
    const book = memoryWorkbook();
    book.add({ ...stranger, name: '_meta' });
    await put(book, planSheets([specOf(CELLS)], book.state()));
    expect(sheetOf(book.state().grid, '_meta').cells).toEqual(stranger.cells);
    const again = planSheets([specOf(CELLS)], book.state());
    expect(again.changes.map(({ spec, existing }) => [spec.name, existing !== null])).toEqual([
      ['Отчёт', true],
      ['_meta (2)', true],
    ]);
  });
});

test('a sheet that a person renamed stays as it is; the next one is new', async () => {
  const book = await start(CELLS);
  book.rename(SHEET, 'Отчёт подписан');
  const before = sheetOf(book.state().grid, 'Отчёт подписан').cells;
  await put(book, planSheets([specOf(CELLS)], book.state()));
  expect(sheetOf(book.state().grid, 'Отчёт подписан').cells).toEqual(before);
  expect(sheetOf(book.state().grid, SHEET).cells).toEqual(before);
});

test('a sheet that an interrupted run left half made is finished, not made twice', () => {
  const book = memoryWorkbook();
  book.add({ name: SHEET, visibility: 'visible', cells: [] });
  const state = { ...book.state(), unfinished: [SHEET] };
  const plan = planSheets([specOf(CELLS)], state);
  expect(plan.changes[0]).toMatchObject({ spec: { name: SHEET }, existing: { clear: [] } });
  expect(plan.lost).toEqual([]);
});

test('a half-made sheet of another action is named', () => {
  const book = memoryWorkbook();
  book.add({ name: 'Протокол проверки', visibility: 'visible', cells: [] });
  const plan = planSheets([specOf(CELLS)], { ...book.state(), unfinished: ['Протокол проверки'] });
  expect(plan.notes).toEqual([expect.stringContaining('«Протокол проверки» не закончен')]);
});

test('a number that Excel keeps as text in a cell of text format is still the product’s', async () => {
  const book = await start(CELLS);
  book.type(SHEET, { B1: '3' });
  expect(planSheets([specOf([])], book.state()).lost).toEqual([]);
});
