import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import type { SheetEdit } from '../../../src/workbook/port';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { createWorkbook } from '../../host/model/create';

let excel: EmulatedExcel;

afterEach(async () => {
  await excel.close();
});

const SETS = ['1.9', '1.14', '1.17'];

/** The library that is installed still counts renaming to Excel on the web's own set. */
function matrixOf(set: string): Record<string, string> {
  return set === '1.17' ? { ExcelApi: set, ExcelApiOnline: '1.1' } : { ExcelApi: set };
}

async function watched(set: string): Promise<{ edits: SheetEdit[]; stop: () => Promise<void> }> {
  excel = await startEmulatedExcel({
    workbook: createWorkbook(['Форма', 'Вторая']),
    matrix: matrixOf(set),
  });
  const edits: SheetEdit[] = [];
  const stop = await openExcelWorkbook().watch((edit) => edits.push(edit));
  return { edits, stop };
}

/** Events are delivered after their cause, and their sheet's name may have to be asked for. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await excel.idle();
  }
}

test.each(SETS)('a user, another person and the product are told apart (ExcelApi %s)', async (set) => {
  excel = await startEmulatedExcel({ workbook: createWorkbook(['Форма']), matrix: matrixOf(set) });
  const open = openExcelWorkbook();
  const edits: SheetEdit[] = [];
  await open.watch((edit) => edits.push(edit));
  excel.user.type('Форма', 'H7', 5);
  excel.user.typeRemotely('Форма', 'B2:C3', 6);
  await settle();
  await open.enter([{ sheet: 'Форма', cell: 'A1', value: 'причина' }]);
  await settle();
  expect(edits).toEqual([
    { sheet: 'Форма', address: 'H7', source: 'local' },
    { sheet: 'Форма', address: 'B2:C3', source: 'remote' },
    { sheet: 'Форма', address: 'A1', source: 'own' },
  ]);
});

test.each(SETS)('sheets that come, go and change their names (ExcelApi %s)', async (set) => {
  const { edits } = await watched(set);
  excel.user.addSheet('Третья');
  await settle();
  excel.user.renameSheet('Форма', 'Форма (1)');
  excel.user.type('Форма (1)', 'A1', 1);
  await settle();
  excel.user.deleteSheetRemotely('Вторая');
  await settle();
  expect(edits.filter(({ address, sheet }) => address !== '' || sheet !== 'Форма (1)')).toEqual([
    { sheet: 'Третья', address: '', source: 'local' },
    { sheet: 'Форма (1)', address: 'A1', source: 'local' },
    { sheet: null, address: '', source: 'remote' },
  ]);
  const renamed = edits.some(({ sheet, address }) => sheet === 'Форма (1)' && address === '');
  expect(renamed).toBe(set === '1.17');
});

test('a handler writes nothing; while a cell is being typed in, the name known last is told', async () => {
  const { edits } = await watched('1.9');
  excel.traffic.clear();
  excel.user.type('Форма', 'A1', 1);
  await settle();
  excel.user.type('Форма', 'A2', 1);
  excel.user.beginEntry();
  await settle();
  excel.user.endEntry();
  expect(edits.map(({ sheet, address }) => `${String(sheet)}!${address}`)).toEqual(['Форма!A1', 'Форма!A2']);
  const SET_PROPERTY = 4;
  const writes = excel.traffic.requests.flatMap(({ actions }) =>
    actions.filter(({ ActionType }) => ActionType === SET_PROPERTY),
  );
  expect(writes).toEqual([]);
});

test('after the end nothing is told', async () => {
  const { edits, stop } = await watched('1.14');
  await stop();
  excel.user.type('Форма', 'A1', 1);
  await settle();
  expect(edits).toEqual([]);
  expect(excel.excel.listeners.size).toBe(0);
});
