/** Forms as other programs write them, each with its own habits: a library of its own kind, and LibreOffice. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readParts } from '../../../src/workbook/file/parts';
import { itWithValidator, validateOpenXml } from '../../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith } from '../../setup/programs';
import { fillFile, PROGRAMME, readForm, sheetOf, SOURCE } from './template-world';

const FORMS = join(__dirname, '../../fixtures/forms');
const SCHOOLS = PROGRAMME.sites.map(({ shortName }) => shortName);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kvantorium-makers-'));
  copyFileSync(join(FORMS, 'xlsxwriter.xlsx'), join(folder, 'xlsxwriter.xlsx'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const partsOf = (bytes: Uint8Array) => {
  const parts = readParts(bytes);
  return {
    names: [...parts.keys()],
    bytes: (name: string) => Buffer.from(parts.get(name) ?? []),
    text: (name: string) => new TextDecoder().decode(parts.get(name)),
  };
};

describeWith('python3-openpyxl', 'a form by XlsxWriter, with threaded comments', () => {
  const form = (): string => join(folder, 'xlsxwriter.xlsx');

  it('repeats its row with bars, icons and colours over it, and everything below follows', () => {
    const { path, bytes, findings } = fillFile(form());
    const seen = readForm(path);
    const now = sheetOf(seen, "Сведения 'о' школах");
    expect([5, 6, 7].map((row) => now.cells[`A${row}`])).toEqual(SCHOOLS);
    expect([now.cells['B8'], now.cells['C8'], now.cells['C6']]).toEqual([
      '=SUM(B5:B7)',
      '=SUM(C5:C7)',
      '=IFERROR(B6/$B$8,0)',
    ]);
    expect(now.merges).toEqual(['A1:F1', 'A3:A4', 'B3:C3', 'D3:D4', 'E3:F4', 'E5:F5', 'E6:F6', 'E7:F7']);
    expect([now.printArea, now.titles, now.freeze, now.tables]).toEqual([
      '$A$1:$F$10',
      '$3:$4',
      'B5',
      ['A12:B14'],
    ]);
    expect(now.validations).toEqual([
      ['D5:D7', '43466'],
      ['E10', 'Перечень'],
    ]);
    expect(now.rules.map(([area]) => area)).toEqual(['A5:F7', 'B5:B7', 'C5:C7']);
    expect(seen.names).toEqual({
      Перечень: 'Списки!$A$1:$A$2',
      Строки: "'Сведения ''о'' школах'!$A$5:$F$7",
    });
    const places = ['$B$4', '$A$5:$A$7', '$B$5:$B$7'].map((place) => `'Сведения ''о'' школах'!${place}`);
    expect(seen.charts).toEqual([...places, ...places]);
    const after = partsOf(bytes);
    // The newer bars stand in the sheet's extension.
    expect(after.text('xl/worksheets/sheet1.xml')).toMatch(/x14:dataBar[^]*<xm:sqref>B5:B7<\/xm:sqref>/);
    expect(after.text('xl/threadedComments/threadedComment1.xml')).toContain('ref="B8"');
    expect(after.text('xl/comments1.xml')).toContain('ref="B8"');
    // The code of the school keeps the look of its placeholder, within the sentence.
    expect(after.text('xl/worksheets/sheet1.xml')).toMatch(
      /<r><rPr><b\/>(?:(?!<\/r>).)*<t[^>]*>kineshma-8<\/t><\/r>/,
    );
    expect(findings.map(({ code }) => code)).toEqual(['B5', 'B4']);
  });

  it('keeps every byte of what names neither a placeholder nor a moved row', () => {
    const [before, after] = [partsOf(readFileSync(form())), partsOf(fillFile(form()).bytes)];
    expect(after.names).toEqual(before.names);
    expect(before.names.filter((name) => !after.bytes(name).equals(before.bytes(name)))).toEqual([
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/workbook.xml',
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/comments1.xml',
      'xl/tables/table1.xml',
      'xl/threadedComments/threadedComment1.xml',
    ]);
  });

  itWithValidator('gives Microsoft’s validator no reason', async () => {
    expect(await validateOpenXml(fillFile(form()).path)).toEqual([]);
  });

  describeWith('soffice', 'with LibreOffice', () => {
    it('opens, with the total of the schools', () => {
      const csv = readFileSync(
        convertWithLibreOffice(
          fillFile(form()).path,
          'csv:Text - txt - csv (StarCalc):44,34,76',
          join(folder, 'csv'),
        ),
        'utf8',
      );
      const fact = SOURCE.report.lines.find(({ indicator }) => indicator.code === '1')?.fact;
      expect(csv.split('\n').find((line) => line.startsWith('Всего'))).toMatch(
        new RegExp(`^Всего,${fact?.toFixed(1) ?? ''},`),
      );
    });
  });
});

describeWith('soffice', 'a form that was made in LibreOffice', () => {
  const form = (): string => convertWithLibreOffice(join(FORMS, 'libreoffice.fods'), 'xlsx', folder);

  it('repeats its row, and everything below follows', () => {
    const { path, findings } = fillFile(form());
    const seen = readForm(path);
    const now = sheetOf(seen, 'Форма');
    expect([5, 6, 7].map((row) => now.cells[`A${row}`])).toEqual(
      PROGRAMME.sites.map(({ name }, index) => `${index + 1}. ${name}`),
    );
    expect(now.cells['A1']).toBe('Сведения за III квартал 2022 года: Ивановская область');
    expect([now.cells['B8'], now.cells['E8'], now.cells['E7']]).toEqual([
      '=SUM(B5:B7)',
      '=SUM(E5:E7)',
      '=IF(ISNUMBER(B7),B7*2,0)',
    ]);
    expect([now.cells['C5'], now.formats['C7']]).toEqual([
      `${PROGRAMME.sites[0]?.openedOn ?? ''} 00:00:00`,
      now.formats['C5'],
    ]);
    expect([now.merges, now.printArea]).toEqual([['A1:E2', 'B10:C10'], '$A$1:$E$10']);
    expect(now.validations.map(([area]) => area)).toEqual(['D5:D7']);
    expect(now.rules).toEqual([['B5:B7', ['$B5<$B$8/2']]]);
    expect(now.notes).toEqual({ B10: expect.stringContaining('Подпись') as string });
    expect(seen.names['Строки']?.replaceAll("'", '')).toBe('Форма!$A$5:$E$7');
    expect(findings.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  itWithValidator('gives Microsoft’s validator no reason', async () => {
    const given = form();
    expect(await validateOpenXml(given)).toEqual([]);
    expect(await validateOpenXml(fillFile(given).path)).toEqual([]);
  });
});
