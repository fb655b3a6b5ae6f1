import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { mendFonts, mendTable, setDefaultFont } from '../../../src/workbook/file/mend';
import { partOf, type Parts, readParts, writeParts } from '../../../src/workbook/file/parts';
import { workbookParts, writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { itWithValidator as it, validateOpenXml } from '../../setup/open-xml-validator';
import { roadmap, sampleWorkbook } from '../sample-workbook';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kvantorium-mend-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (xml: string) => new TextEncoder().encode(xml);

async function validate(parts: Parts): Promise<readonly string[]> {
  const file = join(folder, 'case.xlsx');
  writeFileSync(file, writeParts(parts));
  return validateOpenXml(file);
}

/** A package as exceljs leaves it, with what we use of it. */
async function unmended(): Promise<Parts> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('A');
  sheet.getCell('A1').font = {
    name: 'Arial',
    size: 10,
    bold: true,
    underline: true,
    color: { argb: 'FF0000FF' },
  };
  sheet.addTable({
    name: 'T',
    ref: 'A2',
    headerRow: true,
    columns: [{ name: 'x' }, { name: 'y' }],
    rows: [[1, 2]],
  });
  return readParts(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

it('puts the children of fonts in the order that the validator wants', async () => {
  const parts = await unmended();
  expect((await validate(parts)).filter((error) => error.includes('font'))).not.toEqual([]);
  parts.set('xl/styles.xml', mendFonts(partOf(parts, 'xl/styles.xml')));
  expect(await validate(parts)).toEqual([]);
});

it('orders the fonts of conditional formats too, and leaves other elements alone', () => {
  const xml =
    '<styleSheet><dxfs><dxf><font><color rgb="FF000000"/><b/></font><fill/></dxf></dxfs></styleSheet>';
  expect(text(mendFonts(bytes(xml)))).toContain('<font><b/><color rgb="FF000000"/></font><fill/>');
});

it('measures columns in a font that every machine has', async () => {
  const styles = text(setDefaultFont(partOf(await unmended(), 'xl/styles.xml')));
  expect(styles).toMatch(
    /<fonts[^>]*><font><sz val="10"\/><name val="Arial"\/><family val="2"\/><charset val="204"\/><\/font>/,
  );
  expect(styles).not.toContain('Calibri');
});

it('takes from tables the total row that they do not have, and filters that filter nothing', async () => {
  const table = partOf(await unmended(), 'xl/tables/table1.xml');
  expect(text(table)).toMatch(/totalsRowLabel.*totalsRowFunction/);
  expect(text(mendTable(table))).not.toMatch(/totalsRowLabel|totalsRowFunction|filterColumn/);
  expect(text(mendTable(table))).toContain('totalsRowShown="0"');
});

it('links within the workbook without a relation to a file', async () => {
  const parts = await workbookParts(sampleWorkbook);
  expect(text(partOf(parts, 'xl/worksheets/sheet3.xml'))).toContain(
    `<hyperlinks><hyperlink ref="A2" location="'Дорожная карта'!A1"/></hyperlinks>`,
  );
  expect(parts.has('xl/worksheets/_rels/sheet3.xml.rels')).toBe(false);
});

it('fixes the heights that the spec gives, and no others', async () => {
  const parts = await workbookParts(sampleWorkbook);
  expect(text(partOf(parts, 'xl/worksheets/sheet2.xml'))).toContain('<row r="4" ht="150" customHeight="1"');
  expect(text(partOf(parts, 'xl/worksheets/sheet4.xml'))).not.toContain('customHeight');
});

it('puts the list of contents first and the other parts by name', async () => {
  const names = [...(await workbookParts(sampleWorkbook)).keys()];
  expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
  expect(names.slice(2)).toEqual(names.slice(2).sort());
});

it('takes every date from the spec, none from the clock', async () => {
  jest.useFakeTimers({ now: 1e12, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
  try {
    const early = await writeWorkbookFile(sampleWorkbook);
    jest.setSystemTime(2e12);
    expect(await writeWorkbookFile(sampleWorkbook)).toEqual(early);
  } finally {
    jest.useRealTimers();
  }
  const later = await workbookParts({ ...sampleWorkbook, sheets: [roadmap], date: '2022-01-02' });
  expect(text(partOf(later, 'docProps/core.xml'))).toMatch(
    /created[^>]*>2022-01-02T00:00:00Z<.*modified[^>]*>2022-01-02T/,
  );
});
