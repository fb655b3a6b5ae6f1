/** Every sheet of the product reads the same from the open workbook as from the file that the file writer makes. */
import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import type { GridSheet, GridValue } from '../../../src/workbook/grid';
import { goodGrid } from '../../fixtures/grid-text';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { ensureCell } from '../../host/model/cells';
import type { CellValue } from '../../host/model/workbook';
import { productWorkbooks, PROGRAMMES } from './product-workbooks';

let excel: EmulatedExcel;

beforeEach(async () => {
  excel = await startEmulatedExcel();
});

afterEach(() => excel.close());

/** What Excel would have calculated: the emulated one does not calculate. */
function calculate(sheets: readonly GridSheet[]): void {
  for (const { name, cells } of sheets) {
    const sheet = excel.workbook.sheets.find((each) => each.name === name);
    if (sheet === undefined) throw new Error(`No sheet ${name}`);
    for (const { row, column, value, formula } of cells) {
      if (formula !== undefined) ensureCell(sheet, row, column).value = resultOf(value);
    }
  }
}

function resultOf(value: GridValue | undefined): CellValue {
  switch (value?.kind) {
    case undefined:
      return 0;
    case 'number':
      return value.number;
    case 'text':
      return value.text;
    case 'boolean':
      return value.boolean;
    case 'date':
      return value.serial;
    case 'error':
      return { error: value.error };
  }
}

describe.each(PROGRAMMES)('programme: %s', (_name, programme, register) => {
  const books = productWorkbooks(programme, register).map((spec) => [spec.title, spec] as const);

  test.each(books)('%s', async (_title, spec) => {
    const file = goodGrid(readWorkbookFile(await writeWorkbookFile(spec)));
    // Of a formula without a result the open workbook has one all the same.
    const expected = file.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula === undefined || cell.value !== undefined
          ? cell
          : { ...cell, value: { kind: 'number' as const, number: 0 } },
      ),
    }));
    const open = openExcelWorkbook();
    await open.put(
      spec.sheets.map((sheet) => ({ spec: sheet, existing: null })),
      true,
    );
    calculate(file.sheets);
    excel.traffic.clear();
    const { grid, unfinished } = await open.read();
    expect(excel.traffic.syncs).toHaveLength(2);
    const names = new Set(expected.map(({ name }) => name));
    expect(grid.sheets.filter(({ name }) => names.has(name))).toEqual(expected);
    expect(unfinished).toEqual([]);
  });
});
