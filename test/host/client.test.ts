import { startEmulatedExcel, type EmulatedExcel } from './client/main-realm';

let excel: EmulatedExcel;

afterEach(async () => {
  await excel.close();
});

test('writes a sheet and reads it back through the real client', async () => {
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
    return {
      address: used.address,
      values: used.values,
      formulas: used.formulas,
      bold: used.format.font.bold,
    };
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
