import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readParts } from '../../../src/workbook/file/parts';
import { putChanges } from '../../../src/workbook/file/put-changes';
import { replaceSheets } from '../../../src/workbook/file/replace-sheets';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import type { ChartSpec, SheetSpec } from '../../../src/workbook/spec';
import { itWithValidator, validateOpenXml } from '../../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../../setup/programs';
import { CHARTS, chartSheet } from '../chart-sheet';
import { form } from '../sample-workbook';

const sample = { title: 'Сводка', date: '2021-10-01', sheets: [form, chartSheet] };
let folder: string;
let made: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kvantorium-charts-'));
  made = await writeWorkbookFile(sample);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function save(bytes: Uint8Array, name = 'charts.xlsx'): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const axis = z.object({
  title: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  step: z.number().nullable(),
  format: z.string().nullable(),
  reversed: z.boolean(),
  labels: z.string().nullable(),
  grid: z.boolean(),
});
const described = z.object({
  sheets: z.record(
    z.string(),
    z.object({
      charts: z.array(
        z.object({
          kind: z.string(),
          grouping: z.string().nullable(),
          title: z.string().nullable(),
          area: z.array(z.number()),
          series: z.array(z.record(z.string(), z.unknown())),
          x: axis,
          y: axis,
          legend: z.string().nullable(),
          blanks: z.string(),
        }),
      ),
      pictures: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  frames: z.array(z.array(z.array(z.string().nullable()))),
});
const describe_ = (bytes: Uint8Array) =>
  described.parse(JSON.parse(runPython(join(__dirname, 'describe-charts.py'), [save(bytes)])));

const titles = (bytes: Uint8Array, sheet = chartSheet.name) =>
  describe_(bytes).sheets[sheet]?.charts.map(({ title }) => title);

itWithValidator('a workbook with charts, bars and icons is valid', async () => {
  expect(await validateOpenXml(save(made))).toEqual([]);
});

it('the same spec gives the same bytes', async () => {
  expect(await writeWorkbookFile(sample)).toEqual(made);
});

describeWith('python3-openpyxl', 'charts of a new file, as openpyxl reads them', () => {
  it('stand where the spec says, with its names and descriptions', () => {
    const { sheets, frames } = describe_(made);
    const charts = sheets[chartSheet.name]?.charts ?? [];
    expect(sheets[form.name]?.charts).toEqual([]);
    expect(charts.map(({ area }) => area)).toEqual(
      CHARTS.map(({ area }) => [area.top, area.left, area.bottom, area.right]),
    );
    expect(frames).toEqual([
      CHARTS.map(({ name, description }, index) => [name, description, String(index + 2)]),
    ]);
  });

  it('show the cells that the spec names, in its inks, and gaps for empty ones', () => {
    const charts = describe_(made).sheets[chartSheet.name]?.charts ?? [];
    const place = "'Сводка д''Арк'!";
    expect(charts.map(({ kind, grouping, blanks, legend }) => [kind, grouping, blanks, legend])).toEqual([
      ['BarChartcol', 'clustered', 'gap', 'b'],
      ['BarChartbar', 'stacked', 'gap', 'b'],
      ['ScatterChart', null, 'gap', 'b'],
    ]);
    expect(charts[0]?.series).toMatchObject([
      { name: 'План & «итог»', categories: `${place}$A$3:$A$5`, values: `${place}$B$3:$B$5`, fill: 'A9B4BE' },
      { name: 'Факт', categories: `${place}$A$3:$A$5`, values: `${place}$C$3:$C$5`, fill: '0072B2' },
    ]);
    expect(charts[2]?.series).toMatchObject([
      { categories: `${place}$D$3:$D$5`, values: `${place}$B$3:$B$5`, marker: 'circle', line: false },
      { values: `${place}$C$3:$C$5`, marker: 'square', line: false },
      { name: 'Линия', marker: 'none', fill: '1F2933', line: true },
    ]);
  });

  it('have titles and axes of the spec; labels stay at the edge where the other axis is reversed', () => {
    const [columns, bars, points] = describe_(made).sheets[chartSheet.name]?.charts ?? [];
    expect(columns).toMatchObject({
      title: 'План и факт',
      x: { title: null, grid: false },
      y: { title: 'человек', min: 0, max: null, format: '#,##0', grid: true, reversed: false },
    });
    expect(bars).toMatchObject({
      x: { reversed: true, grid: false },
      y: { title: 'показателей', step: 20, format: '0', labels: 'high', grid: true },
    });
    expect(points).toMatchObject({
      x: { title: 'Дата', min: 44197, max: 44561, step: 91, format: 'mm.yyyy', labels: 'high' },
      y: { title: 'Мероприятие', min: 0, max: 40, reversed: true, grid: true },
    });
  });

  it('bars and icons have fixed ends, and icons hide their numbers', () => {
    expect(describe_(made).sheets[chartSheet.name]?.pictures).toEqual([
      {
        kind: 'bar',
        area: 'F3:F5',
        values: [
          ['num', 0],
          ['num', 1],
        ],
        ink: 'FF009E73',
      },
      {
        kind: '3Symbols2',
        area: 'G3:G5',
        values: [
          ['percent', 0],
          ['num', 1],
          ['num', 2],
        ],
        shown: false,
      },
    ]);
  });
});

describeWith('soffice', 'charts in LibreOffice', () => {
  it('keep kinds, names and values when it saves the file', () => {
    const saved = readFileSync(convertWithLibreOffice(save(made), 'xlsx', join(folder, 'saved')));
    const { sheets, frames } = describe_(saved);
    expect(frames.flat().map(([name]) => name)).toEqual(CHARTS.map(({ name }) => name));
    expect(sheets[chartSheet.name]?.charts.map(({ kind }) => kind)).toEqual([
      'BarChartcol',
      'BarChartbar',
      'ScatterChart',
    ]);
    const chart = new TextDecoder().decode(readParts(saved).get('xl/charts/chart1.xml'));
    // What it has drawn: three plans, two facts, of which the second is no zero.
    const caches = Array.from(chart.matchAll(/<c:numCache>.*?<\/c:numCache>/gs), ([cache]) =>
      Array.from(cache.matchAll(/<c:v>(.*?)<\/c:v>/g), ([, value]) => value),
    );
    expect(caches).toEqual([
      ['10', '20', '30'],
      ['8', '33'],
    ]);
  });
});

const [columns, bars] = CHARTS as readonly [ChartSpec, ChartSpec, ChartSpec];
/** A later state: one chart is gone, one is another. */
const later: SheetSpec = {
  ...chartSheet,
  charts: [{ ...bars, title: 'По школам, новое' }, columns],
};
const RENEWALS = [
  ['received', (bytes: Uint8Array, sheet: SheetSpec) => replaceSheets(bytes, [sheet])],
  [
    'put into the open file',
    (bytes: Uint8Array, sheet: SheetSpec) =>
      putChanges(bytes, [{ spec: sheet, existing: { keep: new Set<string>(), clear: [] } }]),
  ],
] as const;

describeWith('python3-openpyxl', 'a renewed sheet', () => {
  /** The file as people leave it: a chart, a picture and a note of theirs on the sheet, and a chart elsewhere that shows it. */
  const peoples = (): Uint8Array => {
    const file = save(made, 'people.xlsx');
    const result = join(folder, 'people-saved.xlsx');
    runPython(join(__dirname, 'add-charts.py'), [file, result]);
    return readFileSync(result);
  };

  it.each(RENEWALS)('%s, has the charts of the new spec only, and no part is left over', async (_, renew) => {
    const after = await renew(made, later);
    expect(titles(after)).toEqual(['По школам, новое', 'План и факт']);
    const charts = [...readParts(after).keys()].filter((name) => name.startsWith('xl/charts/chart'));
    expect(charts).toHaveLength(2);
    expect(await renew(after, later)).toEqual(after);
    expect(describe_(after).sheets[chartSheet.name]?.pictures).toHaveLength(2);
    expect(await validateOpenXml(save(after))).toEqual([]);
    expect(titles(await renew(after, { ...later, charts: [] }))).toEqual([]);
  });

  it.each(RENEWALS)('%s, keeps what people put on it', async (_, renew) => {
    const before = peoples();
    const after = await renew(before, later);
    expect(titles(after)).toEqual(['Моя диаграмма', 'По школам, новое', 'План и факт']);
    expect(titles(after, 'Мой лист')).toEqual(['Чужая по сводке']);
    const media = (bytes: Uint8Array) =>
      [...readParts(bytes).keys()].filter((name) => name.includes('media/'));
    expect(media(after)).toEqual(media(before));
    expect(media(after)).toHaveLength(1);
    const ids = describe_(after).frames.map((frame) => frame.map(([, , id]) => id));
    expect(ids.map((list) => new Set(list).size)).toEqual(ids.map((list) => list.length));
    const said = runPython(
      'import sys, openpyxl\nprint(openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]["A1"].comment.text)',
      [save(after), chartSheet.name],
    );
    expect(said.trim()).toBe('Проверить');
    // openpyxl writes fonts in an order of its own.
    const errors = await validateOpenXml(save(after));
    expect(errors.filter((error) => !error.startsWith('/xl/styles.xml'))).toEqual([]);
  });

  it.each(RENEWALS)('%s, gets charts where it had none', async (_, renew) => {
    const old = await writeWorkbookFile({
      ...sample,
      sheets: [form, { ...chartSheet, charts: [], pictures: [] }],
    });
    const after = await renew(old, chartSheet);
    expect(titles(after)).toEqual(CHARTS.map(({ title }) => title));
    expect(describe_(after).sheets[chartSheet.name]?.pictures).toHaveLength(2);
    expect(await validateOpenXml(save(after))).toEqual([]);
  });
});
