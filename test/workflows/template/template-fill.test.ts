import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillTemplate } from '../../../src/workflows/fill-template';
import { readParts } from '../../../src/workbook/file/parts';
import { editWithLibreOffice } from '../../setup/edit-with-libreoffice';
import { itWithValidator, validateOpenXml } from '../../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../../setup/programs';
import {
  comparePart,
  fillFile,
  FORM_FILES,
  makeForms,
  PROGRAMME,
  readForm,
  sheetOf,
  SOURCE,
} from './template-world';

let folder: string;
const form = (name: string): string => join(folder, `${name}.xlsx`);

/** Parts whose bytes differ, or that only one of the workbooks has. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [readParts(before), readParts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => Buffer.compare(old.get(name) ?? Buffer.of(0), now.get(name) ?? Buffer.of(1)) !== 0)
    .sort();
}

const factOf = (code: string) => SOURCE.report.lines.find(({ indicator }) => indicator.code === code);
const regionFact = (code: string): number | undefined => factOf(code)?.fact?.toNumber();
function siteFact(code: string, site: string): unknown {
  const fact = factOf(code)?.sites.find((figure) => figure.site.code === site)?.fact;
  return fact?.kind === 'number' ? fact.number : fact?.kind;
}

describeWith('python3-openpyxl', 'a form filled in its file', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kvantorium-template-'));
    makeForms(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe('without repeated rows', () => {
    it('changes nothing but the cells with placeholders', () => {
      const { path, bytes } = fillFile(form('figures'));
      expect(changedParts(readFileSync(form('figures')), bytes)).toEqual([
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
        'xl/worksheets/sheet2.xml',
      ]);
      const filled = 'A1 B5 C5 B6 C6 B7 C7 A9 B9 B10 A12 B12'.split(' ');
      expect(comparePart(form('figures'), path, 'xl/worksheets/sheet1.xml', filled)).toBe('same');
      expect(comparePart(form('figures'), path, 'xl/worksheets/sheet1.xml', filled.slice(1))).toBe(
        'different',
      );
      expect(comparePart(form('figures'), path, 'xl/worksheets/sheet2.xml', ['A1'])).toBe('same');
      expect(comparePart(form('figures'), path, 'xl/workbook.xml', [])).toBe('same');
    });

    it('puts the figures of the report, and never a zero for what is missing', () => {
      const { cells } = sheetOf(readForm(fillFile(form('figures')).path), 'Показатели');
      expect(regionFact('1')).toBeGreaterThan(0);
      expect([cells['C5'], cells['C6'], cells['C7']]).toEqual([
        regionFact('1'),
        regionFact('2'),
        regionFact('4'),
      ]);
      expect(cells['A9']).toBe(siteFact('1', 'kineshma-8'));
      // The school has not sent its form: the author's own words.
      expect(siteFact('1', 'shuya-9')).toBe('empty');
      expect(cells['B9']).toBe('нет данных');
      expect(cells['A12']).toBe('<b>&amp;</b> III квартал 2022 года');
      expect(sheetOf(readForm(fillFile(form('figures')).path), 'Списки').cells['A1']).toBe(2022);
    });

    it('names what it does not know, with the nearest known, and leaves it', () => {
      const { path, findings } = fillFile(form('figures'));
      const said = findings
        .filter(({ level }) => level === 'error')
        .map(({ cell, action }) => `${cell ?? ''} ${/\{\{.*\}\}/.exec(action)?.[0] ?? ''}`);
      expect(said).toEqual(
        [
          'C9 {{показатель 1: факт}}',
          'A10 {{период}}',
          'B10 {{период}}',
          'C10 {{показатель 3.1: факт}}',
          'A11 {{показатель 1: факт; Школа № 9, Шуя}}',
          'B11 {{период}}',
        ].sort((a, b) => said.indexOf(a) - said.indexOf(b)),
      );
      const { cells } = sheetOf(readForm(path), 'Показатели');
      expect([cells['C9'], cells['A10'], cells['B10']]).toEqual([
        '{{показатель 1: фкат}}',
        '{{перод}}',
        'Кв. III, {{чужое поле}}',
      ]);
      const others = findings
        .filter(({ level }) => level === 'warning')
        .map(({ code, cell }) => [code, cell ?? null]);
      expect(others).toEqual([
        ['B3', 'C11'],
        ['B4', null],
      ]);
    });
  });

  describe('with a row for every school', () => {
    it('repeats the row with its looks and moves everything below it', () => {
      const { path, bytes } = fillFile(form('quarterly'));
      const before = readForm(form('quarterly'));
      const after = readForm(path);
      const [old, now] = [before, after].map((seen) => sheetOf(seen, 'Отчёт оператору'));
      if (!old || !now) throw new Error('two forms');
      const schools = PROGRAMME.sites.map(({ name }) => name);
      expect([5, 6, 7].map((row) => now.cells[`B${row}`])).toEqual(schools);
      expect([5, 6, 7].map((row) => now.cells[`D${row}`])).toEqual([
        siteFact('1', 'kineshma-8'),
        'нет данных',
        'х',
      ]);
      expect([5, 6, 7].map((row) => now.cells[`E${row}`])).toEqual(
        [5, 6, 7].map((row) => `=IF(N(C${row})=0,"",D${row}/C${row})`),
      );
      expect([now.cells['C8'], now.cells['D8'], now.cells['E8']]).toEqual([
        '=SUM(C5:C7)',
        '=SUM(D5:D7)',
        '=COUNTA(B5:B7)',
      ]);
      expect([now.formats['D7'], now.formats['E7']]).toEqual([old.formats['D5'], old.formats['E5']]);
      expect(now.heights).toEqual({ '1': 42, '5': 27, '6': 27, '7': 27, '8': 33 });
      expect(now.merges).toEqual(['A8:B8', 'B1:F1']);
      expect([now.printArea, now.titles, now.freeze, now.breaks]).toEqual(['$A$1:$F$11', '4:4', 'A5', [11]]);
      expect(now.validations).toEqual([
        ['D10', '$A$8:$A$10'],
        ['D5:D7', '0'],
      ]);
      expect(now.rules).toEqual([
        ['A10:B11', ['"х"']],
        ['D5:D7', ['AND(ISNUMBER(D5),D5<$C$8)']],
      ]);
      expect([now.notes, after.noteRows]).toEqual([{ D10: 'Выберите из списка' }, ['9']]);
      expect(after.names).toEqual({
        Итого: "'Отчёт оператору'!$C$8:$D$8",
        Школы: "'Отчёт оператору'!$B$5:$B$7",
      });
      expect(after.charts).toEqual([
        "'Отчёт оператору'!D4",
        "'Отчёт оператору'!$B$5:$B$7",
        "'Отчёт оператору'!$D$5:$D$7",
      ]);
      expect([before.anchors, after.anchors]).toEqual([
        ['10', '0'],
        ['12', '0'],
      ]);
      expect(sheetOf(after, 'Пояснения').cells['B1']).toBe("='Отчёт оператору'!D8");
      expect(changedParts(readFileSync(form('quarterly')), bytes)).toEqual([
        'xl/charts/chart1.xml',
        'xl/comments/comment1.xml',
        'xl/drawings/commentsDrawing1.vml',
        'xl/drawings/drawing1.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
        'xl/worksheets/sheet2.xml',
      ]);
    });

    it('repeats two rows with the merges inside them; tables, filters and links follow', () => {
      const { path } = fillFile(form('readiness'));
      const after = readForm(path);
      const now = sheetOf(after, 'Готовность');
      expect([5, 7, 9].map((row) => now.cells[`A${row}`])).toEqual(
        PROGRAMME.sites.map(({ shortName }) => shortName),
      );
      expect([6, 8, 10].map((row) => now.cells[`C${row}`])).toEqual(
        PROGRAMME.sites.map(({ municipality }) => municipality),
      );
      expect([5, 7, 9].map((row) => now.cells[`C${row}`])).toEqual(
        PROGRAMME.sites.map(({ openedOn }) => `${openedOn} 00:00:00`),
      );
      expect([6, 8, 10].map((row) => now.cells[`E${row}`])).toEqual(['=C5+1', '=C7+1', '=C9+1']);
      expect(now.merges).toEqual(['A5:A6', 'A7:A8', 'A9:A10', 'B1:E2', 'C10:D10', 'C6:D6', 'C8:D8']);
      expect([now.tables, now.filter, now.links]).toEqual([
        ['A13:B15'],
        'A4:E10',
        { D14: "'Готовность'!A13" },
      ]);
      expect(now.cells['D13']).toBe('=SUM(B14:B15)');
      expect(now.validations).toEqual([['C5 C7 C9', '36526']]);
      expect(after.charts).toEqual(["'Готовность'!B13", "'Готовность'!$B$14:$B$15"]);
    });
  });

  itWithValidator.each(['quarterly', 'figures', 'readiness'])(
    'gives Microsoft’s validator no reason that %s did not give before',
    async (name) => {
      const { path } = fillFile(form(name));
      expect(await validateOpenXml(path)).toEqual(await validateOpenXml(form(name)));
    },
  );

  it('refuses, and says why, where rows can’t be repeated without breaking something', () => {
    const broken = join(folder, 'broken.xlsx');
    const edit = `
import sys
from openpyxl import load_workbook
from openpyxl.worksheet.table import Table
book = load_workbook(sys.argv[1])
form = book["Отчёт оператору"]
form.merge_cells("G5:G6")
form["H10"], form["H11"] = "{{период}}", 1
form.add_table(Table(displayName="Own", ref="H10:H11"))
book.save(sys.argv[2])
`;
    runPython(edit, [form('quarterly'), broken]);
    const filled = fillTemplate(FORM_FILES, readFileSync(broken), SOURCE);
    if (!filled.ok) throw new Error(filled.reason);
    expect(filled.bytes).toBeNull();
    const said = filled.findings
      .filter(({ code }) => code === 'B6')
      .map(({ sheet, message }) => `${sheet ?? ''}: ${message}`);
    expect(said).toHaveLength(2);
    expect(said.join('\n')).toMatch(/^Отчёт оператору: .*заголовке таблицы Excel \(H10\)/);
    expect(said.join('\n')).toMatch(/объединение ячеек выходит за повторяемые строки \(G5:G6\)/);
  });

  it('says that a workbook has no placeholders', () => {
    const empty = join(folder, 'empty.xlsx');
    runPython('import sys\nfrom openpyxl import Workbook\nbook = Workbook()\nbook.save(sys.argv[1])', [
      empty,
    ]);
    const { findings, bytes } = fillFile(empty);
    expect(findings.map(({ code }) => code)).toEqual(['B8']);
    expect(changedParts(readFileSync(empty), bytes)).toEqual([]);
  });

  describeWith('soffice', 'with LibreOffice', () => {
    it('opens, and calculates totals that are the report’s own', () => {
      const { path } = fillFile(form('quarterly'));
      const copy = join(folder, 'opened.xlsx');
      copyFileSync(path, copy);
      const csv = readFileSync(
        convertWithLibreOffice(copy, 'csv:Text - txt - csv (StarCalc):44,34,76', join(folder, 'csv')),
        'utf8',
      );
      const total = csv.split('\n').find((line) => line.startsWith('Всего'));
      expect(total?.split(',')[3]).toBe(String(regionFact('1')));
      expect(total?.split(',')[4]).toBe(String(PROGRAMME.sites.length));
    });

    it('moves what stands below as LibreOffice moves it when rows are inserted', () => {
      const inserted = join(folder, 'inserted.xlsx');
      editWithLibreOffice([
        {
          file: form('quarterly'),
          out: inserted,
          edits: [{ do: 'insertRows', sheet: 'Отчёт оператору', at: 6, count: 2 }],
        },
      ]);
      const [theirs, ours] = [inserted, fillFile(form('quarterly')).path].map(readForm);
      if (!theirs || !ours) throw new Error('two forms');
      const below = (seen: typeof ours) => {
        const { merges, printArea, validations, rules, notes, breaks } = sheetOf(seen, 'Отчёт оператору');
        return {
          merges,
          printArea: printArea.replaceAll('$', ''),
          validations: validations.map(([area]) => area).filter((area) => area.startsWith('D10')),
          rules: rules.filter(([area]) => area.startsWith('A')).map(([area]) => area),
          notes: Object.keys(notes),
          total: seen.names['Итого'],
          elsewhere: sheetOf(seen, 'Пояснения').cells['B1']?.toString().replaceAll('$', ''),
          breaks,
        };
      };
      expect(below(ours)).toEqual(below(theirs));
    });

    it('fills a form that LibreOffice has saved, whose texts stand in a table of their own', () => {
      const saved = convertWithLibreOffice(form('quarterly'), 'xlsx', join(folder, 'saved'));
      expect(readParts(readFileSync(saved)).has('xl/sharedStrings.xml')).toBe(true);
      const { path, bytes, findings } = fillFile(saved);
      expect(changedParts(readFileSync(saved), bytes)).not.toContain('xl/sharedStrings.xml');
      // Copies of cells that the chart had kept are gone, and are no placeholders outside of cells.
      const chart = (file: Uint8Array) =>
        new TextDecoder().decode(readParts(file).get('xl/charts/chart1.xml'));
      expect(chart(readFileSync(saved))).toMatch(/strCache[^]*\{\{школа/);
      expect(chart(bytes)).not.toMatch(/Cache|\{\{/);
      expect(findings.filter(({ level }) => level !== 'info')).toEqual([]);
      const { cells } = sheetOf(readForm(path), 'Отчёт оператору');
      expect(cells['B1']).toBe('Отчёт за III квартал 2022 года, Ивановская область');
      expect([cells['B7'], cells['D8']]).toEqual([PROGRAMME.sites[2]?.name, '=SUM(D5:D7)']);
    });

    itWithValidator('gives Microsoft’s validator no reason in forms that had none', async () => {
      for (const name of ['quarterly', 'figures', 'readiness']) {
        const saved = convertWithLibreOffice(form(name), 'xlsx', join(folder, 'saved'));
        expect([name, await validateOpenXml(saved)]).toEqual([name, []]);
        expect([name, await validateOpenXml(fillFile(saved).path)]).toEqual([name, []]);
      }
    });
  });
});
