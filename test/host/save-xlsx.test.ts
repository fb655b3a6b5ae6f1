import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../setup/programs';
import { openXlsx, workbookOfSpec } from './open-xlsx';
import { richWorkbook } from './rich-workbook';
import { saveXlsx } from './save-xlsx';
import { createWorkbook } from './model/create';
import type { Workbook } from './model/workbook';
import { sampleWorkbook } from '../workbook/sample-workbook';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'emulated-'));
  file = path.join(folder, 'rich.xlsx');
  writeFileSync(file, await saveXlsx(richWorkbook()));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('saving the emulated Excel’s workbook', () => {
  itWithValidator('makes a file that Microsoft’s validator has nothing against', async () => {
    expect(await validateOpenXml(file)).toEqual([]);
  });

  itWithValidator('does so of an empty workbook', async () => {
    const empty = path.join(folder, 'empty.xlsx');
    writeFileSync(empty, await saveXlsx(createWorkbook()));
    expect(await validateOpenXml(empty)).toEqual([]);
  });

  it('gives the same bytes for the same workbook', async () => {
    expect(await saveXlsx(richWorkbook())).toEqual(await saveXlsx(richWorkbook()));
  });

  it('keeps everything over saving and opening', async () => {
    const again = openXlsx(await saveXlsx(richWorkbook()), 'Проба.xlsx');
    expect(comparable(again)).toEqual(comparable(richWorkbook()));
  });

  it('keeps a workbook of the product’s file writer over opening, saving and opening', async () => {
    const opened = await workbookOfSpec(sampleWorkbook);
    expect(opened.sheets.map(({ name }) => name)).toEqual(sampleWorkbook.sheets.map(({ name }) => name));
    expect(comparable(openXlsx(await saveXlsx(opened)))).toEqual(comparable(opened));
  });
});

describeWith('python3-openpyxl', 'openpyxl’s view of a saved workbook', () => {
  it('finds contents, looks and settings', () => {
    const script = path.join(__dirname, '../workbook/excel/describe-workbook.py');
    const found: unknown = JSON.parse(runPython(script, [file]));
    const { sheets } = read(found);
    const form = sheets['Форма «№ 8»'];
    expect(Object.keys(sheets)).toEqual(richWorkbook().sheets.map(({ name }) => name));
    expect(form).toMatchObject({
      state: 'visible',
      tab: 'FFF2C94C',
      contents: {
        A3: ['s', '2.1'],
        B3: ['n', 412.5],
        A4: ['s', '=не формула'],
        B5: ['b', true],
        C5: ['e', '#N/A'],
        A6: ['f', '=SUM(B3:B5)*2'],
      },
      links: { A8: "'О''Нил & <Ко>'!B2" },
      notes: { B3: 'Мало & <мало>', B4: 'пусто' },
      merges: ['A10:B11', 'A1:C1'],
    });
    expect(read(found).names).toMatchObject({ Факт: 'Форма «№ 8»!$B$3:$B$5', Ставка: '0.13' });
  });
});

describeWith('soffice', 'LibreOffice’s view of a saved workbook', () => {
  it('opens it and counts its formulas anew', () => {
    const converted = convertWithLibreOffice(file, 'csv:Text - txt - csv (StarCalc):59,34,76', folder);
    const text = readFileSync(converted, 'utf8');
    expect(text).toContain('825;;#DIV/0!');
    expect(text).toContain('825!;');
  });
});

interface Described {
  readonly sheets: Readonly<Record<string, unknown>>;
  readonly names: unknown;
}

function read(described: unknown): Described {
  if (
    typeof described !== 'object' ||
    described === null ||
    !('sheets' in described) ||
    !('names' in described)
  ) {
    throw new TypeError('The script prints something else now.');
  }
  const { sheets, names } = described;
  return { sheets: Object.fromEntries(Object.entries(sheets ?? {})), names };
}

/** Without what differs between two copies of the same workbook: numbers of things, whether it was saved. */
function comparable({ sheets, names, selection, properties, protection, date1904 }: Workbook): object {
  return {
    properties,
    protection,
    date1904,
    selection: { sheet: selection.sheet.name, areas: selection.areas },
    names: names.map(({ sheet, ...rest }) => ({ ...rest, sheet: sheet?.name ?? null })),
    sheets: sheets.map(({ id, conditionalFormats, tables, layout, ...rest }) => ({
      ...rest,
      known: id !== '',
      layout: { ...layout, margins: roundedMargins(layout.margins) },
      conditionalFormats: conditionalFormats.map((format) => ({ ...format, id: '' })),
      tables: tables.map((table) => ({ ...table, id: '' })),
    })),
  };
}

/** Files hold inches; back in points they differ in the last digits of a number. */
function roundedMargins(margins: object): object {
  return Object.fromEntries(
    Object.entries(margins).map(([side, points]) => [side, Number(points).toFixed(3)]),
  );
}
