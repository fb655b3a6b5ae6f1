/** What the emulated Excel refuses, with the codes that Excel documents. */

import { startEmulatedExcel, type EmulatedExcel } from './client/main-realm';
import { failureOf, refusalOf } from './fixtures-run';

let excel: EmulatedExcel;

beforeEach(async () => {
  excel = await startEmulatedExcel();
});
afterEach(async () => {
  await excel.close();
});

test.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
  ['a list of another size', 'InvalidArgument', (sheet) => (sheet.getRange('A1:B2').values = [[1, 2, 3]])],
  [
    'a sheet that is not there',
    'ItemNotFound',
    (_, { workbook }) => workbook.worksheets.getItem('нет').activate(),
  ],
  [
    'a name of a sheet that is taken',
    'ItemAlreadyExists',
    (_, { workbook }) => workbook.worksheets.add('лист1'),
  ],
  ['a slash in a name of a sheet', 'InvalidArgument', (_, { workbook }) => workbook.worksheets.add('I/2021')],
  [
    'a name of 32 characters',
    'InvalidArgument',
    (_, { workbook }) => workbook.worksheets.add('ф'.repeat(32)),
  ],
  ['an apostrophe at an end of a name', 'InvalidArgument', (sheet) => (sheet.name = "Форма'")],
  ['the last visible sheet', 'InvalidOperation', (sheet) => sheet.delete()],
  ['hiding the last visible sheet', 'InvalidOperation', (sheet) => (sheet.visibility = 'Hidden')],
  ['an address that is none', 'InvalidArgument', (sheet) => sheet.getRange('Я1').load('address')],
  ['a member that is not there', 'InvalidArgument', (sheet) => sheet.load('nmae')],
  [
    'a formula with semicolons',
    'InvalidArgument',
    (sheet) => (sheet.getRange('A1').formulas = [['=SUM(A2;A3)']]),
  ],
  [
    'a formula with an open bracket',
    'InvalidArgument',
    (sheet) => (sheet.getRange('A1').formulas = [['=SUM(A2']]),
  ],
  [
    'a formula about a sheet that is not there',
    'InvalidArgument',
    (sheet) => (sheet.getRange('A1').formulas = [["='Нет'!A1"]]),
  ],
  [
    'a text longer than a cell',
    'InvalidArgument',
    (sheet) => (sheet.getRange('A1').values = [['а'.repeat(32_768)]]),
  ],
  [
    'a name like an address',
    'InvalidArgument',
    (sheet, { workbook }) => workbook.names.add('AB12', sheet.getRange('A1')),
  ],
  [
    'a list of values that is too long',
    'InvalidArgument',
    (sheet) => {
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'а'.repeat(256) } };
    },
  ],
  [
    'a validation alert without a rule',
    'InvalidArgument',
    (sheet) => {
      sheet.getRange('A1').dataValidation.errorAlert = {
        title: 'т',
        message: 'м',
        showAlert: true,
        style: 'Stop',
      };
    },
  ],
  [
    'merging across a merged area',
    'MergedRangeConflict',
    (sheet) => {
      sheet.getRange('A1:B2').merge();
      sheet.getRange('B2:C3').merge();
    },
  ],
  [
    'a table over merged cells',
    'MergedRangeConflict',
    (sheet) => {
      sheet.getRange('A1:B1').merge();
      sheet.tables.add('A1:B3', true);
    },
  ],
  [
    'a table over a table',
    'InvalidOperation',
    (sheet) => {
      sheet.tables.add('A1:B3', true);
      sheet.tables.add('B3:C5', true);
    },
  ],
  [
    'a name of a table that is taken',
    'ItemAlreadyExists',
    (sheet) => {
      sheet.tables.add('A1:B3', true).name = 'Реестр';
      sheet.tables.add('D1:E3', true).name = 'реестр';
    },
  ],
  [
    'emptying half a merged area',
    'MergedRangeConflict',
    (sheet) => {
      sheet.getRange('A1:B2').merge();
      sheet.getRange('A1').clear('Contents');
    },
  ],
  [
    'pushing contents off the sheet',
    'NonBlankCellOffSheet',
    (sheet) => {
      sheet.getRange('A1048576').values = [['последняя']];
      sheet.getRange('1:1').insert('Down');
    },
  ],
  ['a print title of half a row', 'InvalidArgument', (sheet) => sheet.pageLayout.setPrintTitleRows('A1:B1')],
  [
    'a column wider than Excel has',
    'InvalidArgument',
    (sheet) => (sheet.getRange('A:A').format.columnWidth = 2000),
  ],
  [
    'markers on columns',
    'InvalidArgument',
    (sheet) => (chartOf(sheet).series.getItemAt(0).markerStyle = 'Circle'),
  ],
  [
    'a number at the end of an axis of names',
    'InvalidArgument',
    (sheet) => (chartOf(sheet).axes.categoryAxis.minimum = 1),
  ],
  [
    'a series of a chart of empty cells',
    'ItemNotFound',
    (sheet) =>
      sheet.charts
        .add('ColumnClustered', sheet.getRange('F1:F9'), 'Columns')
        .series.getItemAt(0)
        .load('name'),
  ],
  [
    'a series of a block of cells',
    'InvalidArgument',
    (sheet) => chartOf(sheet).series.add('План').setValues(sheet.getRange('A1:B2')),
  ],
  ['a chart that is not there', 'ItemNotFound', (sheet) => sheet.charts.getItem('нет').delete()],
  [
    'icons for more values than the set has',
    'InvalidArgument',
    (sheet) =>
      (sheet.getRange('A1').conditionalFormats.add('IconSet').iconSet.criteria = [0, 1].map((from) => ({
        type: 'Number',
        operator: 'GreaterThanOrEqual',
        formula: `=${from}`,
      }))),
  ],
  [
    'protecting twice',
    'AccessDenied',
    (sheet) => {
      sheet.protection.protect();
      sheet.protection.protect();
    },
  ],
])('%s: %s', async (_, code, batch) => {
  expect(await refusalOf(batch)).toBe(code);
});

test('a null object can be asked whether it is one, and for nothing else', async () => {
  const isNull = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('нет');
    await context.sync();
    return sheet.isNullObject;
  });
  expect(isNull).toBe(true);
  expect(
    await refusalOf((_, { workbook }) => {
      workbook.worksheets.getItemOrNullObject('нет').getRange('A1').values = [[1]];
    }),
  ).toBe('InvalidObjectPath');
});

describe('a protected sheet', () => {
  beforeEach(async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2').format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true });
      await context.sync();
    });
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['a locked cell', (sheet) => (sheet.getRange('A1').values = [[1]])],
    ['a range with a locked cell in it', (sheet) => (sheet.getRange('A2:B2').values = [[1, 2]])],
    ['a look', (sheet) => (sheet.getRange('B2').format.font.bold = true)],
    ['a row height', (sheet) => (sheet.getRange('1:1').format.rowHeight = 30)],
    ['a merge', (sheet) => sheet.getRange('B2:C2').merge()],
    ['a validation', (sheet) => sheet.getRange('B2').dataValidation.clear()],
    ['a conditional format', (sheet) => sheet.getRange('B2').conditionalFormats.add('Custom')],
    ['a new row', (sheet) => sheet.getRange('1:1').insert('Down')],
    ['a table', (sheet) => sheet.tables.add('B2:C3', true)],
    ['a chart', chartOf],
    ['icons', (sheet) => sheet.getRange('B2').conditionalFormats.add('IconSet')],
  ])('refuses %s', async (_, batch) => {
    expect(await refusalOf(batch)).toBe('AccessDenied');
  });

  test('lets unlocked cells be filled and what is allowed be done', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2').values = [['факт']];
      sheet.getRange('B:B').format.columnWidth = 90;
      await context.sync();
    });
    excel.user.type('Лист1', 'B2', 12);
    expect(() => {
      excel.user.type('Лист1', 'A1', 12);
    }).toThrow('protected sheet');
    const sheet = excel.workbook.sheets[0];
    expect([...(sheet?.cells.values() ?? [])].map(({ value }) => value)).toEqual([12]);
  });
});

test('kept cells that are gone are no longer a place', async () => {
  const kept = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
    context.trackedObjects.add(range);
    await context.sync();
    return range;
  });
  excel.user.deleteRows('Лист1', '1:3');
  const { code } = await failureOf(() =>
    Excel.run(kept, async (context) => {
      kept.values = [[1]];
      await context.sync();
    }),
  );
  expect(code).toBe('InvalidReference');
  expect(excel.workbook.sheets[0]?.cells.size).toBe(0);
});

test('a read-only workbook takes nothing', async () => {
  excel.workbook.readOnly = true;
  expect(await refusalOf((sheet) => (sheet.getRange('A1').values = [[1]]))).toBe('AccessDenied');
  expect(await refusalOf((_, { workbook }) => workbook.worksheets.add('Отчёт'))).toBe('AccessDenied');
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Лист1']);
});

test('a protected structure takes cells and no sheets', async () => {
  excel.workbook.protection = {};
  expect(await refusalOf((_, { workbook }) => workbook.worksheets.add('Отчёт'))).toBe('AccessDenied');
  expect(await refusalOf((sheet) => (sheet.name = 'Отчёт'))).toBe('AccessDenied');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
  });
  expect(excel.workbook.sheets[0]?.cells.size).toBe(1);
});

test('what stood before the failure in a request is done, what stood behind it is not', async () => {
  await refusalOf((sheet) => {
    sheet.getRange('A1').values = [['сделано']];
    sheet.getRange('A2:B3').values = [[1, 2, 3]];
    sheet.getRange('A4').values = [['не сделано']];
  });
  expect([...(excel.workbook.sheets[0]?.cells.values() ?? [])].map(({ value }) => value)).toEqual([
    'сделано',
  ]);
});

describe('requests that are too large', () => {
  const block = Array.from({ length: 1000 }, () => ['я'.repeat(200)]);

  test('are refused in whole', async () => {
    await excel.close();
    excel = await startEmulatedExcel({ payloadLimit: 100_000 });
    expect(await refusalOf((sheet) => (sheet.getRange('A1:A1000').values = block))).toBe(
      'RequestPayloadSizeLimitExceeded',
    );
    expect(excel.workbook.sheets[0]?.cells.size).toBe(0);
  });

  test('are told apart from replies that are too large', async () => {
    await excel.close();
    excel = await startEmulatedExcel({ payloadLimit: 100_000 });
    excel.user.type('Лист1', 'A1:A1000', block);
    const { code } = await failureOf(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getUsedRange().load('values');
        await context.sync();
      }),
    );
    expect(code).toBe('ResponsePayloadSizeLimitExceeded');
  });
});

describe('faults', () => {
  const write = () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
      await context.sync();
    });

  test('an error at the second request', async () => {
    excel.faults.at(2, { kind: 'error', code: 'GeneralException' });
    await write();
    expect((await failureOf(write)).code).toBe('GeneralException');
    await write();
    expect(excel.faults.count).toBe(3);
  });

  test('silence after the work is done', async () => {
    excel.faults.at(1, { kind: 'silence', done: true });
    const outcome = await Promise.race([
      write().then(() => 'answered'),
      new Promise((resolve) => setTimeout(() => resolve('silent'), 50)),
    ]);
    expect(outcome).toBe('silent');
    expect(excel.workbook.sheets[0]?.cells.size).toBe(1);
  });

  test('a sheet that goes meanwhile', async () => {
    excel.user.addSheet('Форма');
    excel.faults.at(2, { kind: 'meanwhile', happens: () => excel.user.deleteSheet('Форма') });
    const { code } = await failureOf(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Форма');
        await context.sync();
        sheet.getRange('A1').values = [[1]];
        await context.sync();
      }),
    );
    expect(code).toBe('ItemNotFound');
  });

  test('an entry that is being typed: refused at once, or waited for', async () => {
    excel.user.beginEntry();
    expect((await failureOf(write)).code).toBe('InvalidOperationInCellEditMode');
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('B1').values = [['дождался']];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(excel.workbook.sheets[0]?.cells.size).toBe(0);
    excel.user.endEntry();
    await waiting;
    expect(excel.workbook.sheets[0]?.cells.size).toBe(1);
  });
});

function chartOf(sheet: Excel.Worksheet): Excel.Chart {
  sheet.getRange('A1:A2').values = [['План'], [1]];
  return sheet.charts.add('ColumnClustered', sheet.getRange('A1:A2'), 'Columns');
}
