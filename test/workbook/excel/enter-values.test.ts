import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { cellAt, ensureCell } from '../../host/model/cells';
import { addSheet, createWorkbook } from '../../host/model/create';
import { NORMAL_STYLE } from '../../host/model/style';
import { PROTECTION_OPTIONS, type Sheet, type Workbook } from '../../host/model/workbook';

/** The oldest host that the manifest lets in. */
const FLOOR = { ExcelApi: '1.9' };

let excel: EmulatedExcel;

afterEach(async () => {
  await excel.close();
});

function form(): { workbook: Workbook; sheet: Sheet } {
  const workbook = createWorkbook(['Форма']);
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('No sheet');
  ensureCell(sheet, 1, 1).style = { ...NORMAL_STYLE, locked: false, numberFormat: '@' };
  ensureCell(sheet, 2, 1).style = { ...NORMAL_STYLE, locked: false };
  ensureCell(sheet, 3, 1).style = { ...NORMAL_STYLE, locked: false, numberFormat: 'dd.mm.yyyy' };
  ensureCell(sheet, 4, 1).value = 'закрыто';
  return { workbook, sheet };
}

function protect(sheet: Sheet): void {
  const options = Object.fromEntries(PROTECTION_OPTIONS.map((name) => [name, false]));
  sheet.protection = {
    options: options as Record<(typeof PROTECTION_OPTIONS)[number], boolean>,
    selectionMode: 'Normal',
  };
}

const LOOK_ALIKES = [
  '=1+1',
  '+7 900',
  '-1',
  '@имя',
  '2.1',
  '1/2',
  '01.10.2021',
  'ИСТИНА',
  "'в кавычке",
  '12',
  'Причина: ремонт',
];

test.each(LOOK_ALIKES)('the text «%s» stays that text in every cell', async (text) => {
  const { workbook, sheet } = form();
  protect(sheet);
  excel = await startEmulatedExcel({ workbook, matrix: FLOOR });
  await openExcelWorkbook().enter([
    { sheet: 'Форма', cell: 'A1', value: text },
    { sheet: 'Форма', cell: 'A2', value: text },
  ]);
  expect(excel.traffic.syncs).toHaveLength(2);
  const { grid } = await openExcelWorkbook().read();
  const values = grid.sheets[0]?.cells
    .filter(({ row }) => row < 3)
    .map(({ value, formula }) => [value, formula]);
  expect(values).toEqual([
    [{ kind: 'text', text }, undefined],
    [{ kind: 'text', text }, undefined],
  ]);
});

test.each([false, true])(
  'a date is that date, a number that number (days from 1904: %s)',
  async (date1904) => {
    const { workbook } = form();
    workbook.date1904 = date1904;
    excel = await startEmulatedExcel({ workbook, matrix: FLOOR });
    await openExcelWorkbook().enter([
      { sheet: 'Форма', cell: 'A3', value: { date: '2021-10-01' } },
      { sheet: 'Форма', cell: 'B3', value: { date: '2021-10-02' } },
      { sheet: 'Форма', cell: 'A2', value: 12.5 },
    ]);
    const { grid } = await openExcelWorkbook().read();
    const values = grid.sheets[0]?.cells.filter(({ row }) => row < 4).map(({ value }) => value);
    expect(values).toEqual([
      { kind: 'number', number: 12.5 },
      { kind: 'date', iso: '2021-10-01', serial: 44470 },
      { kind: 'date', iso: '2021-10-02', serial: 44471 },
    ]);
  },
);

test('a locked cell of a protected sheet, or a sheet that is gone, refuses all entries', async () => {
  const { workbook, sheet } = form();
  protect(sheet);
  addSheet(workbook, 'Другой');
  excel = await startEmulatedExcel({ workbook, matrix: FLOOR });
  const open = openExcelWorkbook();
  const good = { sheet: 'Форма', cell: 'A1', value: 'причина' };
  await expect(open.enter([good, { sheet: 'Форма', cell: 'A4', value: 'чужое' }])).rejects.toMatchObject({
    problem: 'protected',
  });
  await expect(open.enter([good, { sheet: 'Нет', cell: 'A4', value: 'чужое' }])).rejects.toMatchObject({
    problem: 'not-found',
  });
  expect(cellAt(sheet, 1, 1)?.value).toBeUndefined();
  expect(cellAt(sheet, 4, 1)?.value).toBe('закрыто');
});

test('goes to a cell; a hidden sheet can not be shown', async () => {
  const workbook = createWorkbook(['Первый', "О'Нил № 8"]);
  addSheet(workbook, '_meta').visibility = 'VeryHidden';
  excel = await startEmulatedExcel({ workbook, matrix: FLOOR });
  const open = openExcelWorkbook();
  await open.select({ sheet: "О'Нил № 8", cell: 'H7' });
  expect((await open.read()).active).toEqual({ sheet: "О'Нил № 8", cell: 'H7' });
  await expect(open.select({ sheet: '_meta', cell: 'A1' })).rejects.toMatchObject({ problem: 'not-found' });
  await expect(open.select({ sheet: 'Нет', cell: 'A1' })).rejects.toMatchObject({ problem: 'not-found' });
});
