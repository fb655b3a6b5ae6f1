/** Charts, bars and icons of the open workbook, as other programs see them in what is saved of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { HostError } from '../../../src/workbook/host-error';
import { writeSheets } from '../../../src/workbook/excel/write-sheets';
import type { SheetSpec } from '../../../src/workbook/spec';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { createWorkbook } from '../../host/model/create';
import { workbookOfSpec } from '../../host/open-xlsx';
import { saveXlsx } from '../../host/save-xlsx';
import { itWithValidator, validateOpenXml } from '../../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../../setup/programs';
import { barsChart, chartSheet, columnsChart, pointsChart } from '../sample-charts';
import { form } from '../sample-workbook';
import { describeWorkbook } from './describe-workbook';

const RENEW = { clear: [], keep: new Set<string>() };
const folder = mkdtempSync(join(tmpdir(), 'kvantorium-charts-'));

let excel: EmulatedExcel;

afterEach(() => excel.close());
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Parameters<typeof startEmulatedExcel>[0] = {}): Promise<void> {
  excel = await startEmulatedExcel({ matrix: { ExcelApi: '1.9' }, ...options });
  await writeSheets([{ spec: chartSheet, existing: null }], true);
}

function renew(spec: SheetSpec): Promise<void> {
  excel.traffic.clear();
  return writeSheets([{ spec, existing: RENEW }], true);
}

function chartNames(sheet = chartSheet.name): readonly string[] {
  const found = excel.workbook.sheets.find(({ name }) => name === sheet);
  return (found?.charts ?? []).map(({ name }) => name).sort();
}

/** A chart that a person draws; the sheet's protection lets them. */
async function drawByHand(sheet: string, name: string): Promise<void> {
  await Excel.run(async (context) => {
    const paper = context.workbook.worksheets.getItem(sheet);
    const chart = paper.charts.add('ColumnClustered', paper.getRange('B1:B3'), 'Columns');
    chart.name = name;
    chart.setPosition('K1', 'P10');
    await context.sync();
  });
}

async function save(name: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await saveXlsx(excel.workbook));
  return file;
}

describeWith('python3-openpyxl', 'drawn anew', () => {
  it('has titles, series, axes and places as the spec says', async () => {
    await start();
    const { charts, conditionalFormats } = await described();
    const home = "'Сводка «д''Арк»'!";
    expect(charts).toMatchObject([
      {
        name: columnsChart.name,
        kind: ['barChart', 'col', 'clustered'],
        title: [columnsChart.title, 1200, true, 'Arial'],
        blanks: 'gap',
        legend: ['b', false],
        area: [15, 0, 30, 4],
        series: [
          { name: 'План', categories: `${home}A2:A5`, values: `${home}B2:B5`, fill: 'A9B4BE' },
          { name: 'Факт', categories: `${home}A2:A5`, values: `${home}C2:C5`, fill: '0072B2' },
        ],
        axes: [{ title: null }, { title: 'человек', min: 0, format: '#,##0', reversed: false }],
      },
      {
        name: pointsChart.name,
        kind: ['scatterChart', null, null],
        series: [
          { name: 'Выполнено', marker: ['circle', 8, '009E73'], line: null },
          { name: 'Просрочено', marker: ['square', 8, 'D55E00'], line: null },
          { name: 'Сегодня', categories: `${home}D8:D9`, values: `${home}E8:E9`, line: ['1F2933', 25_400] },
        ],
        axes: [
          { title: 'срок', min: 44_197, max: 44_562, format: 'dd.mm.yyyy', labels: 'high' },
          {
            title: 'мероприятие',
            min: 0,
            max: 10,
            step: 1,
            reversed: true,
            labels: 'low',
            ticks: [null, null],
          },
        ],
      },
      {
        name: barsChart.name,
        kind: ['barChart', 'bar', 'stacked'],
        series: [
          { name: 'Выполнено', categories: `${home}G1:I1`, values: `${home}G2:I2`, fill: '009E73' },
          { name: 'Не выполнено', values: `${home}G3:I3`, fill: 'D55E00' },
        ],
        axes: [
          { position: 'l', reversed: true },
          { position: 'b', min: 0, step: 1, format: '0' },
        ],
      },
    ]);
    expect(conditionalFormats).toEqual([
      ['B12:D12', 'expression', 'B12<0.1', 'FFFDE0DC', 'FF9B1C10', true],
      [
        'B12:D12',
        'dataBar',
        [
          ['num', '0.0'],
          ['num', '1.0'],
        ],
        'FF0072B2',
        true,
      ],
      [
        'B13:D13',
        'iconSet',
        '3Symbols2',
        false,
        false,
        [
          ['num', '1.0', true],
          ['num', '2.0', true],
        ],
      ],
    ]);
  });

  it('counts days as the workbook does', async () => {
    const workbook = createWorkbook();
    workbook.date1904 = true;
    await start({ workbook });
    const { charts } = await described();
    // 1 January 2021 and 2022, counted from 1904; the other axis counts no days.
    expect(charts).toMatchObject([
      {},
      {
        axes: [
          { min: 42_735, max: 43_100 },
          { min: 0, max: 10 },
        ],
      },
      {},
    ]);
  });
});

itWithValidator('is a file that Microsoft’s validator has nothing against', async () => {
  await start();
  expect(await validateOpenXml(await save('valid.xlsx'))).toEqual([]);
});

describeWith('soffice', 'LibreOffice', () => {
  it('finds the figures where the series look for them', async () => {
    await start();
    const again = convertWithLibreOffice(await save('charts.xlsx'), 'xlsx', join(folder, 'again'));
    const values = z.array(z.array(z.array(z.number()))).parse(JSON.parse(runPython(CACHED_VALUES, [again])));
    expect(values).toEqual([
      [
        [100, 200, 300, 400],
        [120, 180, 390],
      ],
      [
        [3, 2, 0],
        [1, 0, 4],
      ],
      [[1, 2], [9], [0, 10]],
    ]);
  });
});

describe('renewed', () => {
  it('draws its own again, and leaves people’s on every sheet', async () => {
    await start();
    await writeSheets([{ spec: form, existing: null }], false);
    await drawByHand(chartSheet.name, 'Моя диаграмма');
    await drawByHand(form.name, columnsChart.name);
    const before = chartNames();
    await renew(chartSheet);
    expect(chartNames()).toEqual(before);
    expect(chartNames()).toHaveLength(4);
    expect(chartNames(form.name)).toEqual([columnsChart.name]);
    // One request to see what stands, one to write.
    expect(excel.traffic.syncs).toHaveLength(2);
  });

  it('takes away a chart of its own that is no longer wanted, and moves one that is', async () => {
    await start();
    await drawByHand(chartSheet.name, 'Моя диаграмма');
    const moved = { ...columnsChart, area: { top: 50, left: 2, bottom: 60, right: 5 } };
    await renew({ ...chartSheet, charts: [moved] });
    expect(chartNames()).toEqual([columnsChart.name, 'Моя диаграмма']);
    const drawn = excel.workbook.sheets.flatMap(({ charts }) => charts).at(-1);
    expect(drawn?.place?.areas).toEqual([moved.area]);
    await renew({ ...chartSheet, charts: [] });
    expect(chartNames()).toEqual(['Моя диаграмма']);
  });

  it('knows its own in a file that the file writer made', async () => {
    const sheets = [chartSheet];
    const workbook = await workbookOfSpec({ title: 'Сводка', date: '2021-10-01', sheets });
    excel = await startEmulatedExcel({ workbook, matrix: { ExcelApi: '1.9' } });
    const before = await described();
    expect(chartNames()).toHaveLength(sheets.flatMap(({ charts = [] }) => charts).length);
    await renew(chartSheet);
    expect(await described()).toEqual(before);
  });

  it('draws bars and icons once', async () => {
    await start();
    await renew(chartSheet);
    const types = excel.workbook.sheets.flatMap(({ conditionalFormats }) =>
      conditionalFormats.map(({ type }) => type),
    );
    expect(types).toEqual(['Custom', 'DataBar', 'IconSet']);
  });

  it('does not ask for charts where a sheet has none', async () => {
    await start();
    await writeSheets([{ spec: form, existing: null }], false);
    await renew(form);
    expect(excel.traffic.syncs.some(({ body }) => JSON.stringify(body).includes('harts'))).toBe(false);
  });
});

it('is not begun where a series has no name', async () => {
  excel = await startEmulatedExcel();
  const unnamed = {
    ...chartSheet,
    charts: [
      {
        ...columnsChart,
        series: columnsChart.series.map((each) => ({ ...each, title: { row: 99, column: 9 } })),
      },
    ],
  };
  const problem = await writeSheets([{ spec: unnamed, existing: null }], true).catch(
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(HostError);
  expect(String(problem)).toContain('A series has no name at I99');
});

const CACHED_VALUES = `
import json, sys
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1]).worksheets[1]
def points(series):
    data = series.yVal if series.yVal is not None else series.val
    return [point.v for point in data.numRef.numCache.pt]
def by_place(chart):
    return chart.anchor._from.row, chart.anchor._from.col
print(json.dumps([[points(series) for series in chart.series] for chart in sorted(sheet._charts, key=by_place)]))
`;

async function described() {
  const { sheets } = describeWorkbook(await saveXlsx(excel.workbook));
  return z
    .object({ charts: z.array(z.unknown()), conditionalFormats: z.array(z.unknown()) })
    .parse(sheets[chartSheet.name]);
}
