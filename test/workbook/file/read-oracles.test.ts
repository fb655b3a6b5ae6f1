/** What other programs write, read as they read it: openpyxl is the judge, LibreOffice and exceljs write too. */
import { Workbook } from 'exceljs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { cellAddress, type GridCell } from '../../../src/workbook/grid';
import { goodGrid } from '../../fixtures/grid-text';
import { convertWithLibreOffice, describeWith, runPython } from '../../setup/programs';

const folder = mkdtempSync(join(tmpdir(), 'kvantorium-read-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Sheets, visibility and cells in one shape, whoever has read them. Of times only the day counts. */
type Reading = readonly {
  readonly name: string;
  readonly state: string;
  readonly cells: Readonly<Record<string, readonly unknown[]>>;
}[];

function ourReading(path: string, formulas: boolean): Reading {
  return goodGrid(readWorkbookFile(readFileSync(path))).sheets.map((sheet) => ({
    name: sheet.name,
    state: sheet.visibility,
    cells: Object.fromEntries(
      sheet.cells
        .map(
          (cell) => [cellAddress(cell.row, cell.column), formulas ? formulaOf(cell) : valueOf(cell)] as const,
        )
        .filter(([, reading]) => reading.length > 0),
    ),
  }));
}

function formulaOf({ formula }: GridCell): readonly unknown[] {
  return formula === undefined || formula === '' ? [] : [formula];
}

function valueOf({ value }: GridCell): readonly unknown[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'number':
      return ['number', value.number];
    case 'text':
      return value.text === '' ? [] : ['text', value.text];
    case 'boolean':
      return ['boolean', value.boolean];
    case 'date':
      return ['date', value.iso];
    case 'error':
      return ['error', value.error];
  }
}

const READ = `
import datetime, json, openpyxl, sys
path, formulas = sys.argv[1], sys.argv[2] == 'formulas'
def reading(cell):
    value = cell.value
    if formulas:
        if cell.data_type != 'f':
            return None
        return [getattr(value, 'text', value)[1:]]
    if value is None or value == '':
        return None
    if isinstance(value, bool):
        return ['boolean', value]
    if isinstance(value, datetime.datetime):
        return ['date', value.date().isoformat()]
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return ['date', '1899-12-31']
    if isinstance(value, (int, float)):
        return ['number', value]
    return ['error' if cell.data_type == 'e' else 'text', value]
book = openpyxl.load_workbook(path, data_only=not formulas)
sheets = []
for sheet in book.worksheets:
    cells = {c.coordinate: reading(c) for row in sheet.iter_rows() for c in row}
    sheets.append({'name': sheet.title, 'state': sheet.sheet_state, 'cells': {k: v for k, v in cells.items() if v}})
print(json.dumps(sheets))
`;

function theirReading(path: string, formulas: boolean): Reading {
  return JSON.parse(runPython(READ, [path, formulas ? 'formulas' : 'values'])) as Reading;
}

const WRITE = `
import datetime, openpyxl, sys
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
path, epoch = sys.argv[1], sys.argv[2]
book = openpyxl.Workbook()
if epoch == '1904':
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
sheet = book.active
sheet.title = 'Форма «1» & <2>'
rows = [
    ['Показатель', 'Факт', 'Дата', 'Доля'],
    ['Численность детей', 412, datetime.date(2021, 10, 1), 0.16],
    [' пробелы ', -0.000001, datetime.datetime(2023, 2, 28, 23, 59, 59), 1e21],
    ['две\\nстроки', 123456789012345, datetime.datetime(2000, 2, 29), 3],
    ['😀 ‏שלום', True, datetime.time(12, 30), False],
    ['#REF!', '=SUM(B2:B3)', '=TODAY()', '="а"&"б"'],
]
for row in rows:
    sheet.append(row)
sheet['A11'] = '00123'
sheet['A12'] = 44470
sheet['A12'].number_format = '[$-419]d mmmm yyyy;@'
sheet['A13'] = 44470
sheet['A13'].number_format = '[Red]#,##0"дней"'
sheet['A14'] = 1.5
sheet['A14'].number_format = '[h]:mm'
sheet['B14'].fill = PatternFill('solid', fgColor='FFF8DC')
sheet['D10'] = '=D2:D3*2'
sheet.formula_attributes['D10'] = {'t': 'array', 'ref': 'D10:D11'}
sheet['F2'] = 'объединены'
sheet.merge_cells('F2:H4')
sheet['J1'] = 'сайт'
sheet['J1'].hyperlink = 'https://example.ru/'
check = DataValidation(type='whole', operator='greaterThan', formula1='0')
check.add('A1:L1048576')
sheet.add_data_validation(check)
hidden = book.create_sheet('Скрытый')
hidden.sheet_state = 'hidden'
hidden['XFD1'] = 'край'
very = book.create_sheet('_meta')
very.sheet_state = 'veryHidden'
very['C7'] = 'форма'
book.save(path)
`;

describeWith('python3-openpyxl', 'files of openpyxl', () => {
  describe.each(['1900', '1904'])('with dates counted from %s', (epoch) => {
    const path = join(folder, `openpyxl-${epoch}.xlsx`);
    beforeAll(() => {
      runPython(WRITE, [path, epoch]);
    });

    it('hold what openpyxl reads', () => {
      const theirs = theirReading(path, false);
      // A number is a date to a cell that shows one; of elapsed time openpyxl has a length, we the day of the serial.
      const elapsed = epoch === '1904' ? '1904-01-02' : '1900-01-01';
      const time = epoch === '1904' ? '1904-01-01' : '1899-12-31';
      const expected = theirs.map((sheet, index) =>
        index > 0
          ? sheet
          : { ...sheet, cells: { ...sheet.cells, A14: ['date', elapsed], C5: ['date', time] } },
      );
      expect(ourReading(path, false)).toEqual(expected);
      expect(theirs[0]?.cells['B2']).toEqual(['number', 412]);
    });

    it('hold the formulas that openpyxl reads', () => {
      expect(ourReading(path, true)).toEqual(theirReading(path, true));
    });

    it('hold their links', () => {
      const cells = goodGrid(readWorkbookFile(readFileSync(path))).sheets[0]?.cells;
      expect(
        cells?.filter((cell) => cell.link !== undefined).map((cell) => [cell.column, cell.link]),
      ).toEqual([[10, 'https://example.ru/']]);
    });
  });

  it('may be zip64 or written as a stream, as Python’s zip writes them', () => {
    const source = join(folder, 'plain.xlsx');
    const target = join(folder, 'stream.xlsx');
    const script = `
import io, openpyxl, sys, zipfile
source, target = sys.argv[1:]
book = openpyxl.Workbook(); book.active['A1'] = 'Шуя'; book.save(source)
class Pipe(io.RawIOBase):
    def __init__(self, file): self.file = file
    def writable(self): return True
    def write(self, data): return self.file.write(data)
with open(target, 'wb') as file, zipfile.ZipFile(Pipe(file), 'w', zipfile.ZIP_DEFLATED) as out:
    old = zipfile.ZipFile(source)
    for name in old.namelist():
        with out.open(name, 'w', force_zip64=True) as part: part.write(old.read(name))
`;
    runPython(script, [source, target]);
    expect(ourReading(target, false)).toEqual(theirReading(source, false));
  });
});

describeWith('python3-openpyxl', 'files of exceljs, held against openpyxl', () => {
  it('hold what openpyxl reads', async () => {
    const path = join(folder, 'exceljs.xlsx');
    const book = new Workbook();
    const sheet = book.addWorksheet('Отчёт');
    sheet.addRow(['Показатель', 12.5, new Date(Date.UTC(2021, 9, 1)), true]);
    sheet.addRow([
      'итого',
      { formula: 'SUM(B1:B1)', result: 12.5 },
      { formula: 'B1/0', result: { error: '#DIV/0!' } },
    ]);
    sheet.addRow([
      { richText: [{ text: 'бо' }, { font: { bold: true }, text: 'гато' }] },
      { text: 'сайт', hyperlink: 'https://example.ru/' },
    ]);
    sheet.addRow([{ formula: 'B1' }, 'a_x000D_b', { error: '#N/A' }, ' ']);
    sheet.fillFormula('F1:F3', 'B1*2', [25, 25, 25]);
    sheet.mergeCells('A6:C8');
    sheet.getCell('A6').value = 'объединены';
    book.addWorksheet('скрытый', { state: 'veryHidden' });
    writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
    const theirs = theirReading(path, false);
    // exceljs writes «_x000D_» unescaped, openpyxl reads it unescaped; the standard says it is a carriage return.
    const cells = { ...theirs[0]?.cells, B4: ['text', 'a\rb'] };
    expect(ourReading(path, false)).toEqual(
      theirs.map((read, index) => (index === 0 ? { ...read, cells } : read)),
    );
    expect(cells['A3' as keyof typeof cells]).toEqual(['text', 'богато']);
  });
});

describeWith('python3-openpyxl', 'files saved by LibreOffice', () => {
  describeWith('soffice', 'through LibreOffice', () => {
    it('hold what was in them, as openpyxl reads it too', () => {
      const source = join(folder, 'before.xlsx');
      runPython(WRITE, [source, '1900']);
      const saved = convertWithLibreOffice(source, 'xlsx', join(folder, 'saved'));
      const theirs = theirReading(saved, false);
      const ours = ourReading(saved, false);
      expect(ours.map(({ name, state }) => [name, state])).toEqual(
        theirs.map(({ name, state }) => [name, state]),
      );
      const first = { ...theirs[0]?.cells, A14: ['date', '1900-01-01'], C5: ['date', '1899-12-31'] };
      expect(ours[0]?.cells).toEqual(first);
      expect(ours.slice(1)).toEqual(theirs.slice(1));

      const before = ourReading(source, false)[0]?.cells ?? {};
      const constants = Object.keys(before).filter((address) => address !== 'A5');
      expect(constants.map((address) => [address, ours[0]?.cells[address]])).toEqual(
        constants.map((address) => [address, before[address]]),
      );
    });
  });
});
