/**
 * The open workbook gives the grid that its file gives: what stands in the emulated Excel is saved by the emulator's own
 * exporter and read by the file reader, which is the oracle.
 */
import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import { markFormula, markName } from '../../../src/workbook/excel/unfinished';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import type { Grid, GridSheet } from '../../../src/workbook/grid';
import { goodGrid } from '../../fixtures/grid-text';
import { area } from '../../host/model/area';
import { ensureCell } from '../../host/model/cells';
import { addSheet, createWorkbook } from '../../host/model/create';
import { NORMAL_STYLE } from '../../host/model/style';
import type { Cell, Sheet, Workbook } from '../../host/model/workbook';
import { richWorkbook } from '../../host/rich-workbook';
import { saveXlsx } from '../../host/save-xlsx';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';

let excel: EmulatedExcel | null = null;

afterEach(async () => {
  await excel?.close();
  excel = null;
});

async function start(workbook: Workbook): Promise<EmulatedExcel> {
  excel = await startEmulatedExcel({ workbook });
  return excel;
}

function put(sheet: Sheet, row: number, column: number, cell: Cell, numberFormat = 'General'): void {
  Object.assign(ensureCell(sheet, row, column), cell, { style: { ...NORMAL_STYLE, numberFormat } });
}

function firstSheet(workbook: Workbook): Sheet {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('No sheet');
  return sheet;
}

/** Every value that a cell can hold, and look-alikes. */
function oddWorkbook(date1904: boolean): Workbook {
  const workbook = createWorkbook(['Лист1'], 'Книга.xlsx');
  workbook.date1904 = date1904;
  const sheet = firstSheet(workbook);
  put(sheet, 1, 1, { value: '=1+1', quotePrefix: true }, '@');
  put(sheet, 1, 2, { value: '2.1' }, '@');
  put(sheet, 1, 3, { value: '1/2' }, '@');
  put(sheet, 1, 4, { value: 'строка\nвторая' });
  put(sheet, 1, 5, { value: ' пробелы ' });
  put(sheet, 1, 6, { value: '#REF!' }, '@');
  put(sheet, 2, 1, { value: 0 });
  put(sheet, 2, 2, { value: -0.1 });
  put(sheet, 2, 3, { value: 1e-7 });
  put(sheet, 2, 4, { value: 123456789012345 });
  put(sheet, 2, 5, { value: true });
  put(sheet, 2, 6, { value: false });
  put(sheet, 3, 1, { value: 44470 }, 'dd.mm.yyyy');
  put(sheet, 3, 2, { value: 44470.5 }, 'dd.mm.yyyy hh:mm');
  put(sheet, 3, 3, { value: 0.5 }, 'hh:mm');
  put(sheet, 3, 4, { value: 59 }, 'm/d/yyyy');
  put(sheet, 3, 5, { value: 61 }, 'm/d/yyyy');
  put(sheet, 3, 6, { value: 44470 }, '[Red]0" дней"');
  put(sheet, 4, 1, { formula: 'A2+1', value: 1 });
  put(sheet, 4, 2, { formula: '"" & A1', value: '' });
  put(sheet, 4, 3, { formula: '1/0', value: { error: '#DIV/0!' } });
  put(sheet, 4, 4, { formula: 'DATE(2021,10,1)', value: 44470 }, 'dd.mm.yyyy');
  put(sheet, 4, 5, { formula: 'A1', value: '=1+1' });
  put(sheet, 5, 1, { value: { error: '#N/A' } });
  put(sheet, 6, 3, { value: 'в объединении' });
  sheet.merges = [area(6, 3, 8, 5)];
  put(sheet, 9, 1, { value: 'ссылка', link: { address: 'https://example.org/a' } });
  put(sheet, 9, 2, { value: 'внутри', link: { documentReference: "'Лист1'!A1" } });
  put(sheet, 10, 10, {}, 'dd.mm.yyyy');
  addSheet(workbook, 'Пустой');
  const hidden = addSheet(workbook, "О'Нил «№ 8»");
  hidden.visibility = 'Hidden';
  put(hidden, 5, 7, { value: 'не с первой ячейки' });
  addSheet(workbook, '_meta').visibility = 'VeryHidden';
  return workbook;
}

async function fileGrid(workbook: Workbook): Promise<Grid> {
  const { sheets, features } = goodGrid(readWorkbookFile(await saveXlsx(workbook)));
  const notCalculated = { kind: 'number', number: 0 } as const;
  return {
    features,
    // Excel has a result for every formula; the emulated one gives 0 where it knows none.
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula === undefined ? cell : { ...cell, value: cell.value ?? notCalculated },
      ),
    })),
  };
}

test.each([
  ['odd cells', oddWorkbook(false)],
  ['odd cells that count days from 1904', oddWorkbook(true)],
  ['some of everything', richWorkbook()],
])('the open workbook gives the grid of its file: %s', async (_, workbook) => {
  const expected = await fileGrid(workbook);
  await start(workbook);
  const { grid } = await openExcelWorkbook().read();
  expect(grid.sheets).toEqual(expected.sheets);
  expect(grid.sheets.some(({ cells }) => cells.length > 0)).toBe(true);
});

test('two requests read a workbook however many sheets it has', async () => {
  const workbook = createWorkbook(['Лист1']);
  for (let number = 2; number <= 55; number += 1) {
    const sheet = addSheet(workbook, `Лист${number}`);
    put(sheet, number, 3, { value: number });
  }
  const { traffic } = await start(workbook);
  traffic.clear();
  const { grid } = await openExcelWorkbook().read();
  expect(grid.sheets).toHaveLength(55);
  expect(grid.sheets[54]?.cells).toEqual([{ row: 55, column: 3, value: { kind: 'number', number: 55 } }]);
  expect(traffic.syncs.length).toBe(2);
});

test('one stray cell at the end of a sheet and formats of whole columns cost a few requests', async () => {
  const workbook = createWorkbook(['Лист1']);
  const sheet = firstSheet(workbook);
  sheet.columns.set(3, { style: { ...NORMAL_STYLE, fill: '#FFF8DC' } });
  put(sheet, 1, 1, { value: 'первая' });
  put(sheet, 1_048_576, 16_384, { value: 'последняя' });
  put(sheet, 700_000, 2, { value: 'в середине' });
  const { traffic } = await start(workbook);
  traffic.clear();
  const { grid } = await openExcelWorkbook().read();
  expect(places(grid.sheets[0])).toEqual(['1:1 первая', '700000:2 в середине', '1048576:16384 последняя']);
  expect(traffic.syncs.length).toBeLessThan(10);
});

function places(sheet: GridSheet | undefined): string[] {
  return (sheet?.cells ?? []).map(
    ({ row, column, value }) => `${row}:${column} ${value?.kind === 'text' ? value.text : ''}`,
  );
}

test('a register of many rows is read whole', async () => {
  const workbook = createWorkbook(['Реестр']);
  const sheet = firstSheet(workbook);
  const rows = 7000;
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= 5; column += 1) put(sheet, row, column, { value: row * column });
  }
  await start(workbook);
  const { grid } = await openExcelWorkbook().read();
  const cells = grid.sheets[0]?.cells ?? [];
  expect(cells).toHaveLength(rows * 5);
  expect(cells.at(-1)).toEqual({ row: rows, column: 5, value: { kind: 'number', number: rows * 5 } });
  const inOrder = cells.every((cell, index) => {
    const before = cells[index - 1];
    return before === undefined || before.row < cell.row || before.column < cell.column;
  });
  expect(inOrder).toBe(true);
});

test('name, cell in view, read-only and what another run left half made', async () => {
  const workbook = createWorkbook(['Титул', "Форма 'а'!"], 'Мониторинг.xlsm');
  const [, second] = workbook.sheets;
  if (second === undefined) throw new Error('No sheet');
  workbook.selection = { sheet: second, areas: [area(7, 8)] };
  workbook.readOnly = true;
  const name = { sheet: null, comment: '', visible: false };
  workbook.names.push(
    { ...name, name: markName(1), formula: markFormula("Форма 'а'!").slice(1) },
    { ...name, name: markName(2), formula: '#REF!$A$1' },
    { ...name, name: 'СВОЁ', formula: "'Титул'!$A$1" },
  );
  put(second, 1, 1, { formula: "'[Другая.xlsx]Лист1'!A1", value: 3 });
  await start(workbook);
  const state = await openExcelWorkbook().read();
  expect(state.name).toBe('Мониторинг.xlsm');
  expect(state.active).toEqual({ sheet: "Форма 'а'!", cell: 'H7' });
  expect(state.readOnly).toBe(true);
  expect(state.unfinished).toEqual(["Форма 'а'!"]);
  expect(state.grid.features).toEqual(['macros', 'external-links']);
});
