/** Events of the emulated Excel: who did what, and who hears of it. */

import { startEmulatedExcel, type EmulatedExcel } from './client/main-realm';

let excel: EmulatedExcel;
let heard: object[];

beforeEach(async () => {
  heard = [];
  excel = await startEmulatedExcel();
});
afterEach(async () => {
  await excel.close();
});

async function listen(): Promise<OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const handler = worksheets.onChanged.add((event) => {
      const { address, source, triggerSource, changeType } = event;
      // Events of several cells have no details, whatever the types say.
      const details: unknown = event.details;
      const after: unknown = Reflect.get(Object(details), 'valueAfter');
      heard.push({ address, source, triggerSource, changeType, after });
      return Promise.resolve();
    });
    worksheets.onAdded.add(({ source }) => {
      heard.push({ added: source });
      return Promise.resolve();
    });
    worksheets.onDeleted.add(({ source }) => {
      heard.push({ deleted: source });
      return Promise.resolve();
    });
    await context.sync();
    return handler;
  });
}

test('tells the user, another person and the add-in apart', async () => {
  await listen();
  excel.user.type('Лист1', 'B2', '42');
  excel.user.typeRemotely('Лист1', 'A1:A2', [['x'], ['y']]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('C3').values = [['своё']];
    await context.sync();
  });
  await excel.idle();
  expect(heard).toEqual([
    { address: 'B2', source: 'Local', triggerSource: 'Unknown', changeType: 'RangeEdited', after: 42 },
    {
      address: 'A1:A2',
      source: 'Remote',
      triggerSource: 'Unknown',
      changeType: 'RangeEdited',
      after: undefined,
    },
    {
      address: 'C3',
      source: 'Local',
      triggerSource: 'ThisLocalAddin',
      changeType: 'RangeEdited',
      after: 'своё',
    },
  ]);
});

test('sheets that come and go', async () => {
  await listen();
  excel.user.addSheet('Форма');
  excel.user.deleteSheetRemotely('Форма');
  await excel.idle();
  expect(heard).toEqual([{ added: 'Local' }, { deleted: 'Remote' }]);
});

test('rows that come and go', async () => {
  await listen();
  excel.user.insertRows('Лист1', '2:3');
  excel.user.deleteRows('Лист1', '2:2');
  await excel.idle();
  expect(heard).toEqual([
    {
      address: '2:3',
      source: 'Local',
      triggerSource: 'Unknown',
      changeType: 'RowInserted',
      after: undefined,
    },
    { address: '2:2', source: 'Local', triggerSource: 'Unknown', changeType: 'RowDeleted', after: undefined },
  ]);
});

test('a handler that is removed hears nothing more', async () => {
  const handler = await listen();
  excel.user.type('Лист1', 'A1', 1);
  await excel.idle();
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  excel.user.type('Лист1', 'A1', 2);
  await excel.idle();
  expect(heard).toHaveLength(1);
});

test('nothing is told while the add-in has switched events off', async () => {
  await listen();
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  excel.user.type('Лист1', 'A1', 2);
  await excel.idle();
  expect(heard).toHaveLength(1);
});

test('an event leads to its cells', async () => {
  let values: unknown;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => {
      await Excel.run(async (reading) => {
        const range = event.getRange(reading).load('values');
        await reading.sync();
        values = range.values;
      });
    });
    await context.sync();
  });
  excel.user.type('Лист1', 'B2:C2', [[1, 'два']]);
  await excel.idle();
  await excel.idle();
  expect(values).toEqual([[1, 'два']]);
});
