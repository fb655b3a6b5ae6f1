import { HostError } from '../../../src/workbook/host-error';
import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import type { CellMark } from '../../../src/workbook/port';
import { LOOKS } from '../../../src/workbook/styles';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { addSheet, createWorkbook } from '../../host/model/create';
import { area } from '../../host/model/area';
import type { Sheet, Workbook } from '../../host/model/workbook';
import { richWorkbook } from '../../host/rich-workbook';
import { saveXlsx } from '../../host/save-xlsx';

let excel: EmulatedExcel;

afterEach(async () => {
  await excel.close();
});

function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** The product's protection is without a password. */
function protectedWorkbook(): Workbook {
  const workbook = richWorkbook();
  for (const sheet of workbook.sheets) {
    if (sheet.protection !== null) {
      const { options, selectionMode } = sheet.protection;
      sheet.protection = { options, selectionMode };
    }
  }
  return workbook;
}

function marksOn(sheets: readonly string[]): CellMark[] {
  return sheets.flatMap((sheet) => [
    { sheet, cell: 'A1', look: 'bad' as const },
    { sheet, cell: 'B7', look: 'warn' as const },
  ]);
}

test('marks show, and are gone without a trace: the file is the same byte for byte', async () => {
  const workbook = protectedWorkbook();
  const before = await saveXlsx(workbook);
  excel = await startEmulatedExcel({ workbook });
  const open = openExcelWorkbook();
  const names = workbook.sheets.map(({ name }) => name);
  expect(workbook.sheets.some(({ protection }) => protection !== null)).toBe(true);

  await open.mark(marksOn(names));
  expect(excel.traffic.syncs).toHaveLength(3);
  for (const sheet of workbook.sheets) {
    const look = sheet.conditionalFormats.find(
      ({ areas }) => areas[0]?.top === 7 && areas[0].left === 2,
    )?.look;
    expect(look?.fill).toBe(`#${LOOKS.warn.fill}`);
    expect(look?.fontColor).toBe(`#${LOOKS.warn.color}`);
  }
  expect(await saveXlsx(workbook)).not.toEqual(before);

  excel.traffic.clear();
  await open.mark([]);
  expect(excel.traffic.syncs).toHaveLength(3);
  expect(await saveXlsx(workbook)).toEqual(before);
});

test('new marks stand instead of those before; of two at a cell the graver shows; a sheet that is gone is passed over', async () => {
  const workbook = createWorkbook(['Форма']);
  excel = await startEmulatedExcel({ workbook });
  const open = openExcelWorkbook();
  await open.mark([{ sheet: 'Форма', cell: 'C3', look: 'bad' }]);
  await open.mark([
    { sheet: 'форма', cell: 'D4', look: 'bad' },
    { sheet: 'Форма', cell: 'D4', look: 'warn' },
    { sheet: 'Удалённый', cell: 'A1', look: 'bad' },
  ]);
  const formats = sheetOf(workbook, 'Форма').conditionalFormats;
  expect(formats.map(({ areas, look }) => [areas, look.fill])).toEqual([
    [[area(4, 4)], `#${LOOKS.bad.fill}`],
  ]);
});

test('two thousand marks go in requests below 1 MB', async () => {
  const workbook = createWorkbook(['Форма']);
  addSheet(workbook, 'Вторая');
  excel = await startEmulatedExcel({ workbook });
  const marks = Array.from({ length: 2000 }, (_, index): CellMark => {
    return { sheet: index < 900 ? 'Форма' : 'Вторая', cell: `B${index + 1}`, look: 'bad' };
  });
  await openExcelWorkbook().mark(marks);
  expect(workbook.sheets.map(({ conditionalFormats }) => conditionalFormats.length)).toEqual([900, 1100]);
  expect(Math.max(...excel.traffic.syncs.map(({ bytes }) => bytes))).toBeLessThan(2 ** 20);
  expect(excel.traffic.syncs.length).toBeLessThan(10);
});

test('whatever fails at whichever action, the sheet is protected as before and the next run removes every mark', async () => {
  const workbook = protectedWorkbook();
  const before = await saveXlsx(workbook);
  excel = await startEmulatedExcel({ workbook });
  const open = openExcelWorkbook();
  const marks = marksOn(workbook.sheets.map(({ name }) => name));
  for (const atAction of [0, 2, 5, 9, 14, 20, 30, 45]) {
    excel.faults.reset();
    excel.faults.at(3, { kind: 'error', code: 'GeneralException', atAction });
    await expect(open.mark(marks)).rejects.toThrow(HostError);
    excel.faults.reset();
    await open.mark([]);
    expect(await saveXlsx(workbook)).toEqual(before);
  }
});

test('a sheet protected by a password that nobody gave is named as protected, and nothing changes', async () => {
  const workbook = createWorkbook(['Чужой']);
  const allowed = protectedWorkbook().sheets.find(({ protection }) => protection !== null)?.protection;
  if (allowed === undefined || allowed === null) throw new Error('No protected sheet');
  sheetOf(workbook, 'Чужой').protection = { ...allowed, password: 'тайна' };
  const before = await saveXlsx(workbook);
  excel = await startEmulatedExcel({ workbook });
  await expect(openExcelWorkbook().mark(marksOn(['Чужой']))).rejects.toMatchObject({ problem: 'protected' });
  expect(await saveXlsx(workbook)).toEqual(before);
});
