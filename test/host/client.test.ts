/** What the real client library does and refuses by itself, before the emulated Excel. */

import { startEmulatedExcel, type EmulatedExcel } from './client/main-realm';
import { failureOf } from './fixtures-run';

let excel: EmulatedExcel;

afterEach(async () => {
  await excel.close();
});

test('tells what host it is in', async () => {
  excel = await startEmulatedExcel({ matrix: { ExcelApi: '1.9' } });
  expect(await Office.onReady()).toMatchObject({ host: 'Excel', platform: 'PC' });
  expect(Office.context.displayLanguage).toBe('ru-RU');
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
});

test('writes a sheet and reads it back, in one request', async () => {
  excel = await startEmulatedExcel();
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Проба');
    const range = sheet.getRange('A1:B2');
    range.values = [
      ['один', 2],
      ['=SUM(B1)', true],
    ];
    range.format.font.bold = true;
    sheet.getRange('A:A').format.columnWidth = 60;
    const used = sheet.getUsedRange();
    used.load('address,values,formulas');
    used.format.font.load('bold');
    await context.sync();
    const { address, values, formulas } = used;
    return { address, values, formulas, bold: used.format.font.bold };
  });
  expect(seen).toEqual({
    address: 'Проба!A1:B2',
    values: [
      ['один', 2],
      [0, true],
    ],
    formulas: [
      ['один', 2],
      ['=SUM(B1)', true],
    ],
    bold: true,
  });
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Лист1', 'Проба']);
  expect(excel.workbook.sheets[1]?.columns.get(1)?.pixels).toBe(80);
  expect(excel.traffic.syncs).toHaveLength(1);
});

test('cuts a large block into pieces by itself, and every cell arrives', async () => {
  excel = await startEmulatedExcel();
  const rows = Array.from({ length: 400 }, (_, row) =>
    Array.from({ length: 10 }, (__, column) => row * 10 + column),
  );
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('B2:K401').values = rows;
    await context.sync();
  });
  const values = [...(excel.workbook.sheets[0]?.cells.values() ?? [])].map(({ value }) => value);
  expect(values.sort((a, b) => Number(a) - Number(b))).toEqual(rows.flat());
});

test.each([
  [
    'PropertyNotLoaded',
    async (context: Excel.RequestContext) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      await context.sync();
      return sheet.name;
    },
  ],
  [
    'ValueNotLoaded',
    (context: Excel.RequestContext) => Promise.resolve(context.workbook.worksheets.getCount().value),
  ],
  [
    'InvalidArgument',
    async (context: Excel.RequestContext) => {
      context.workbook.worksheets
        .getActiveWorksheet()
        .set({ id: 'x' } as Excel.Interfaces.WorksheetUpdateData);
      await context.sync();
    },
  ],
])('refuses by itself: %s', async (code, batch) => {
  excel = await startEmulatedExcel();
  expect((await failureOf(() => Excel.run<unknown>(batch))).code).toBe(code);
});

test('refuses an object of a run that is over', async () => {
  excel = await startEmulatedExcel();
  const kept = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    await context.sync();
    return range;
  });
  const { code } = await failureOf(async () => {
    kept.values = [[1]];
    await kept.context.sync();
  });
  expect(code).toBe('InvalidObjectPath');
});

test('goes on with objects of an earlier run where it is told to', async () => {
  excel = await startEmulatedExcel();
  const kept = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
    context.trackedObjects.add(range);
    await context.sync();
    return range;
  });
  excel.user.insertRows('Лист1', '1:3');
  await Excel.run(kept, async (context) => {
    kept.values = [['за своей ячейкой']];
    kept.load('address');
    await context.sync();
  });
  expect(kept.address).toBe('Лист1!B5');
});

test('refuses members above the requirement sets of the host, and has them on a newer one', async () => {
  excel = await startEmulatedExcel({ matrix: { ExcelApi: '1.9' } });
  const save = () =>
    Excel.run(async (context) => {
      context.workbook.save();
      await context.sync();
    });
  expect((await failureOf(save)).code).toBe('ApiNotFound');
  await excel.close();
  excel = await startEmulatedExcel({ matrix: { ExcelApi: '1.11' } });
  excel.user.type('Лист1', 'A1', 1);
  await save();
  expect(excel.workbook.saved).toBe(true);
});

test('the host refuses them too, for a client that does not', async () => {
  excel = await startEmulatedExcel({ matrix: { ExcelApi: '1.9' } });
  const utility: unknown = Reflect.get(OfficeExtension, 'CommonUtility');
  Reflect.set(Object(utility), '_doApiNotSupportedCheck', false);
  const { code, place } = await failureOf(() =>
    Excel.run(async (context) => {
      context.workbook.save();
      await context.sync();
    }),
  );
  expect({ code, place }).toEqual({ code: 'ApiNotFound', place: 'Workbook.save' });
});

test('a member that the library knows and the emulator does not fails by name', async () => {
  excel = await startEmulatedExcel();
  const failed = await failureOf(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().shapes.addTextBox('x');
      await context.sync();
    }),
  );
  expect(failed.code).toBe('HarnessNotImplemented');
});

test('runs a function of the ribbon till it says that it is done', async () => {
  excel = await startEmulatedExcel();
  const heard: string[] = [];
  Office.actions.associate('проверить', (event: Office.AddinCommands.Event) => {
    heard.push(event.source.id);
    event.completed();
  });
  await excel.clickRibbon('проверить', 'кнопка');
  expect(heard).toEqual(['кнопка']);
});
