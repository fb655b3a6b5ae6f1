/** Two writers, one result: what comes out of emulated Excel is what the file writer makes, as openpyxl reads both. */
import type { SheetSpec, WorkbookSpec } from '../../../src/workbook/spec';
import { writeSheets } from '../../../src/workbook/excel/write-sheets';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { describeWith } from '../../setup/programs';
import { startEmulatedExcel } from '../../host/client/main-realm';
import { saveXlsx } from '../../host/save-xlsx';
import { chartSheet } from '../chart-sheet';
import { chartSheet as otherChartSheet } from '../sample-charts';
import { sampleWorkbook } from '../sample-workbook';
import { describeWorkbook, type WorkbookDescription } from './describe-workbook';
import { productWorkbooks, PROGRAMMES } from './product-workbooks';

const MATRICES = ['1.9', '1.14'] as const;

/** Rows whose heights the spec leaves open are the host's, or computed by the file writer for hosts that don't compute. */
function sheetOf({ sheets }: WorkbookDescription, { name, heights }: SheetSpec) {
  const sheet = sheets[name];
  if (sheet === undefined) {
    throw new Error(`No sheet ${name}`);
  }
  const fixed = Object.entries(sheet.heights).filter(([row]) => heights.has(Number(row)));
  return { ...sheet, heights: Object.fromEntries(fixed) };
}

async function throughExcel(spec: WorkbookSpec, excelApi: string): Promise<WorkbookDescription> {
  const excel = await startEmulatedExcel({ matrix: { ExcelApi: excelApi } });
  try {
    await writeSheets(
      spec.sheets.map((sheet) => ({ spec: sheet, existing: null })),
      true,
    );
    return describeWorkbook(await saveXlsx(excel.workbook));
  } finally {
    await excel.close();
  }
}

async function expectSame(spec: WorkbookSpec, excelApi: string): Promise<void> {
  const [excel, file] = [await throughExcel(spec, excelApi), describeWorkbook(await writeWorkbookFile(spec))];
  expect(Object.keys(excel.sheets).slice(1)).toEqual(Object.keys(file.sheets));
  expect(excel.names).toEqual(file.names);
  for (const sheet of spec.sheets) {
    expect([sheet.name, sheetOf(excel, sheet)]).toEqual([sheet.name, sheetOf(file, sheet)]);
  }
}

describeWith('python3-openpyxl', 'the sheets of emulated Excel and of the file', () => {
  describe.each(PROGRAMMES)('programme: %s', (_name, programme, register) => {
    const workbooks = productWorkbooks(programme, register).map((spec) => [spec.title, spec] as const);

    it.each(workbooks)('%s', async (_title, spec) => {
      await expectSame(spec, '1.14');
    });
  });

  it.each([chartSheet, otherChartSheet].map((sheet) => [sheet.name, sheet] as const))(
    'charts, bars and icons: %s',
    async (title, sheet) => {
      await expectSame({ title, date: '2021-10-01', sheets: [sheet] }, '1.9');
    },
  );

  it.each(MATRICES)('everything that a spec can say, with ExcelApi %s', async (excelApi) => {
    await expectSame(sampleWorkbook, excelApi);
  });
});
