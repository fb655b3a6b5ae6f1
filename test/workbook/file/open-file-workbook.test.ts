/** A workbook file behind the port: what is put, entered and kept, held against a workbook that is its grids alone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import {
  openEmptyWorkbook,
  openFileWorkbook,
  type FileWorkbook,
} from '../../../src/workbook/file/open-file-workbook';
import { partOf, readParts, writeParts, type Parts } from '../../../src/workbook/file/parts';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { cellAddress, type Grid } from '../../../src/workbook/grid';
import { HostError } from '../../../src/workbook/host-error';
import type { CellPlace, SheetChange, SheetEdit } from '../../../src/workbook/port';
import type { AreaSpec, CellSpec, SheetSpec } from '../../../src/workbook/spec';
import { memoryWorkbook } from '../../fixtures/memory-open-workbook';
import { strictXml } from '../../fixtures/strict-xml';
import { itWithValidator, validateOpenXml } from '../../setup/open-xml-validator';
import { describeWith, runPython } from '../../setup/programs';
import { form, lists, meta, roadmap, sampleWorkbook } from '../sample-workbook';

let folder: string;
let plain: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kvantorium-file-'));
  plain = await writeWorkbookFile(sampleWorkbook);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING = { clear: [], keep: new Set<string>() };

function open(bytes: Uint8Array): FileWorkbook {
  const opened = openFileWorkbook('Книга.xlsx', bytes);
  if (!opened.ok) throw new Error(`${opened.reason}: ${opened.detail}`);
  return opened.workbook;
}

function renewed(spec: SheetSpec, existing: Partial<NonNullable<SheetChange['existing']>> = {}): SheetChange {
  return { spec, existing: { ...NOTHING, ...existing } };
}

const gridOf = async (book: FileWorkbook): Promise<Grid> => (await book.read()).grid;
const text = (parts: Parts, name: string): string => new TextDecoder().decode(partOf(parts, name));

function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = readParts(bytes);
  const before = text(parts, name);
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${name}`);
  parts.set(name, new TextEncoder().encode(after));
  return writeParts(parts);
}

/** Names of parts whose bytes differ. */
function changed(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [readParts(before), readParts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => Buffer.compare(old.get(name) ?? Buffer.of(0), now.get(name) ?? Buffer.of(1)) !== 0)
    .sort();
}

async function problemOf(work: () => Promise<void>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof HostError ? error.problem : String(error);
  }
}

async function errorsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const file = join(folder, 'validated.xlsx');
  writeFileSync(file, bytes);
  return validateOpenXml(file);
}

async function valueAt(book: FileWorkbook, { sheet, cell }: CellPlace): Promise<unknown> {
  const found = (await gridOf(book)).sheets
    .find(({ name }) => name === sheet)
    ?.cells.find(({ row, column }) => cellAddress(row, column) === cell);
  const { value, formula } = found ?? {};
  if (formula !== undefined) return `=${formula}${value === undefined ? ' (no result)' : ''}`;
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'number':
      return value.number;
    case 'text':
      return value.text;
    case 'date':
      return value.iso;
    case 'boolean':
      return value.boolean;
    case 'error':
      return value.error;
  }
}

/** Unprotected, so that anything may be typed anywhere. */
function free({ protection, ...rest }: SheetSpec): SheetSpec {
  if (protection === undefined) throw new Error(`${rest.name} is not protected`);
  return { ...rest, conditionalFormats: [], validations: [] };
}

const FORM_PART = 'xl/worksheets/sheet3.xml';
const LISTS_PART = 'xl/worksheets/sheet4.xml';

describe('reading', () => {
  it('gives the grid, the name and the first sheet that is seen', async () => {
    const { name, active, readOnly, unfinished, grid } = await open(plain).read();
    expect({ name, active, readOnly, unfinished }).toEqual({
      name: 'Книга.xlsx',
      active: { sheet: roadmap.name, cell: 'A1' },
      readOnly: false,
      unfinished: [],
    });
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(sampleWorkbook.sheets.map((sheet) => sheet.name));
  });

  it('says of what is no workbook why it is none', () => {
    expect(openFileWorkbook('a', new Uint8Array([1, 2, 3]))).toMatchObject({
      ok: false,
      reason: 'not-a-workbook',
    });
    expect(openFileWorkbook('a', new Uint8Array())).toMatchObject({ ok: false, reason: 'empty' });
  });

  it('refuses a file whose parts unpack to more than a file may hold, though nothing reads them', () => {
    const parts = readParts(plain);
    const large = new Uint8Array(200 * 1024 * 1024);
    for (const name of ['xl/media/a.bin', 'xl/media/b.bin']) parts.set(name, large);
    const packed = zipSync(Object.fromEntries(parts), { level: 1 });
    expect(openFileWorkbook('a', packed)).toMatchObject({ ok: false, reason: 'too-large' });
  });

  it('shows the sheets of a workbook of the Strict kind, which nothing may change', async () => {
    const parts = readParts(plain);
    for (const [name, bytes] of parts) {
      const xml = strictXml(new TextDecoder().decode(bytes));
      parts.set(name, new TextEncoder().encode(xml));
    }
    const book = open(writeParts(parts));
    expect((await book.read()).readOnly).toBe(true);
    expect(book.look(form.name)?.picture).toEqual(open(plain).look(form.name)?.picture);
    expect(await problemOf(() => book.put([renewed(form)], false))).toBe('read-only');
  });

  it('gives a file back byte for byte while nothing has changed', () => {
    const book = open(plain);
    expect(book.bytes()).toBe(plain);
    expect(book.isChanged()).toBe(false);
  });
});

describe('putting', () => {
  it('makes new sheets in an empty workbook, shows the first, and the grid is that of the specs', async () => {
    const book = await openEmptyWorkbook('Новая.xlsx', 'Лист1');
    const memory = memoryWorkbook();
    const changes = [roadmap, form, lists, meta].map((spec): SheetChange => ({ spec, existing: null }));
    await book.put(changes, true);
    await memory.put(changes, true);
    expect(await gridOf(book)).toEqual(memory.state().grid);
    expect(book.active()).toEqual({ sheet: roadmap.name, cell: 'A1' });
    expect(book.isChanged()).toBe(true);
  });

  it('writing the same again changes no cell, and no part but those of the sheets and their list', async () => {
    const book = open(plain);
    const before = await gridOf(book);
    await book.put(
      [roadmap, form, lists, meta].map((spec) => renewed(spec)),
      false,
    );
    expect(await gridOf(book)).toEqual(before);
    const others = changed(plain, book.bytes()).filter((name) => !name.startsWith('xl/worksheets/'));
    expect(others).toEqual(['xl/workbook.xml']);
    expect(await errorsOf(book.bytes())).toEqual([]);
    const once = book.bytes();
    await book.put(
      [roadmap, form, lists, meta].map((spec) => renewed(spec)),
      false,
    );
    expect(changed(once, book.bytes())).toEqual([]);
  });

  const places = fc.record({ row: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 7 }) });
  const area: fc.Arbitrary<AreaSpec> = fc.tuple(places, places).map(([a, b]) => ({
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }));

  it('keeps, clears and writes exactly the cells that the port says', async () => {
    const typed = fc.array(
      fc.tuple(places, fc.oneof(fc.integer(), fc.constantFrom('моё', '=1', ' и ', '007'))),
      {
        maxLength: 8,
      },
    );
    const property = fc.asyncProperty(
      typed,
      fc.array(places, { maxLength: 4 }),
      fc.array(area, { maxLength: 2 }),
      fc.option(area, { nil: undefined }),
      async (own, kept, clear, merge) => {
        const start = free(form);
        const book = open(await writeWorkbookFile({ ...sampleWorkbook, sheets: [start, lists] }));
        for (const [{ row, column }, value] of own) {
          await book.enter([{ sheet: start.name, cell: cellAddress(row, column), value }]);
        }
        const before = memoryWorkbook(await gridOf(book));
        const merges =
          merge === undefined || merge.top + merge.left === merge.bottom + merge.right ? [] : [merge];
        const keep = new Set(kept.map(({ row, column }) => cellAddress(row, column)));
        const change = renewed({ ...start, merges }, { clear, keep });
        await book.put([change], false);
        await before.put([change], false);
        expect(await gridOf(book)).toEqual(before.state().grid);
      },
    );
    await fc.assert(property, { seed: 20211008, numRuns: 40 });
  });

  it('leaves what people put beside and around: a note, a chart, widths, heights, rules, filters, links', async () => {
    let bytes = withPart(plain, FORM_PART, (xml) =>
      xml
        .replace(
          '</sheetData>',
          '<row r="30" ht="44" customHeight="1"><c r="B30" t="inlineStr"><is><t>моё</t></is></c></row></sheetData>',
        )
        .replace('</cols>', '<col min="9" max="9" width="33" customWidth="1"/></cols>')
        .replace(
          '<pageMargins',
          '<hyperlinks><hyperlink ref="B30" location="\'Списки\'!A1"/></hyperlinks><pageMargins',
        )
        .replace(/<\/hyperlinks><hyperlinks>/, '')
        .replace(
          '<dataValidations',
          '<conditionalFormatting sqref="H1:H40"><cfRule type="expression" dxfId="0" priority="1"><formula>H1&gt;5</formula></cfRule></conditionalFormatting><dataValidations',
        ),
    );
    bytes = withPart(bytes, FORM_PART, (xml) => xml.replace('<sheetView ', '<sheetView zoomScale="130" '));
    const book = open(bytes);
    await book.put([renewed(form)], false);
    const xml = text(readParts(book.bytes()), FORM_PART);
    for (const kept of ['ht="44"', 'width="33"', 'ref="B30"', 'sqref="H1:H40"', 'zoomScale="130"']) {
      expect(xml).toContain(kept);
    }
    expect(await valueAt(book, { sheet: form.name, cell: 'B30' })).toBe('моё');
    expect(await errorsOf(book.bytes())).toEqual([]);
  });

  it('takes the product’s own cells out of people’s rules, and moves their formulas along', async () => {
    const bytes = withPart(plain, FORM_PART, (xml) =>
      xml.replace(
        '<dataValidations',
        '<conditionalFormatting sqref="D1:D40"><cfRule type="expression" dxfId="0" priority="9"><formula>D1&gt;5</formula></cfRule></conditionalFormatting><dataValidations',
      ),
    );
    const book = open(bytes);
    const spec: SheetSpec = { ...form, cells: form.cells.filter(({ row }) => row < 6) };
    await book.put([renewed({ ...spec, validations: [], conditionalFormats: [] })], false);
    const xml = text(readParts(book.bytes()), FORM_PART);
    // Rows 3 to 5 of column D are the product's.
    expect(xml).toContain('sqref="D1:D2 D6:D40"');
    expect(xml).toContain('D1&gt;5');
  });

  it.each([
    ['D4-$C4', 'G4-$C4'],
    // Neither a column of a table nor a number is an address.
    ['D4+Texts[[#This Row],[Q1]]+1E5', 'G4+Texts[[#This Row],[Q1]]+1E5'],
  ])('writes out the shared formula %s whose first cell goes', async (shared, written) => {
    const bytes = withPart(plain, FORM_PART, (xml) =>
      xml.replace(
        /<row r="4"([^>]*)>([\s\S]*?)<\/row>/,
        (_, attributes: string, cells: string) =>
          `<row r="4"${attributes}>${cells.replace(/<c r="E4"[\s\S]*?<\/c>/, () => `<c r="E4"><f t="shared" ref="E4:H4" si="0">${shared}</f><v>12</v></c>`)}<c r="H4"><f t="shared" si="0"/><v>1</v></c></row>`,
      ),
    );
    const book = open(bytes);
    await book.put([renewed(form)], false);
    expect(await valueAt(book, { sheet: form.name, cell: 'H4' })).toBe(`=${written}`);
    expect(await valueAt(book, { sheet: form.name, cell: 'E4' })).toBe('=D4-C4');
  });

  it('gives a table its new size, and keeps its name and a person’s column in it', async () => {
    let bytes = withPart(plain, LISTS_PART, (xml) =>
      xml.replace(
        /(<row r="1"[^>]*>)([\s\S]*?)(<\/row>)/,
        '$1$2<c r="C1" t="inlineStr"><is><t>Мой столбец</t></is></c>$3',
      ),
    );
    const table = [...readParts(bytes).keys()].find((name) => name.startsWith('xl/tables/')) ?? '';
    bytes = withPart(bytes, table, (xml) =>
      xml
        .replace(/displayName="[^"]*"/, 'displayName="Переименована"')
        .replace(/A1:B(\d+)/g, 'A1:C$1')
        .replace(
          /<tableColumns count="2">([\s\S]*?)<\/tableColumns>/,
          '<tableColumns count="3">$1<tableColumn id="7" name="Мой столбец"/></tableColumns>',
        ),
    );
    const book = open(bytes);
    const more: CellSpec = { row: 14, column: 1, value: 'ещё одна', style: 'edit-text' };
    const tables = [{ name: 'Texts', area: { top: 1, left: 1, bottom: 14, right: 2 } }];
    await book.put([renewed({ ...lists, cells: [...lists.cells, more], tables })], false);
    const xml = text(readParts(book.bytes()), table);
    expect(xml).toMatch(/displayName="Переименована"/);
    expect(xml).toMatch(/ref="A1:C14"/);
    expect(xml).toContain('Мой столбец');
    expect(await valueAt(book, { sheet: lists.name, cell: 'C1' })).toBe('Мой столбец');
    expect(await errorsOf(book.bytes())).toEqual([]);
  });

  it.each<[string, SheetChange, string]>([
    ['a sheet that is gone', renewed({ ...lists, name: 'Нет такого' }), 'not-found'],
    ['a new sheet whose name is taken', { spec: form, existing: null }, 'unknown'],
    [
      'a name that means a place on another sheet',
      { spec: { ...lists, name: 'Ещё', names: roadmap.names }, existing: null },
      'unknown',
    ],
  ])('refuses %s and changes nothing', async (_, change, problem) => {
    const book = open(plain);
    expect(await problemOf(() => book.put([renewed(roadmap), change], false))).toBe(problem);
    expect(book.bytes()).toBe(plain);
  });

  it('refuses a sheet with a password, though it is not the first', async () => {
    const bytes = withPart(plain, FORM_PART, (xml) =>
      xml.replace('<sheetProtection ', '<sheetProtection password="CC1A" '),
    );
    const book = open(bytes);
    expect(await problemOf(() => book.put([renewed(roadmap), renewed(form)], false))).toBe('protected');
    expect(book.bytes()).toBe(bytes);
  });
});

describe('entering', () => {
  const input: CellPlace = { sheet: form.name, cell: 'D5' };

  it('changes the sheet, drops the results that depend on it, and nothing else', async () => {
    const book = open(plain);
    await book.enter([{ ...input, value: 0.4 }]);
    expect(await valueAt(book, input)).toBe(0.4);
    expect(await valueAt(book, { sheet: form.name, cell: 'E5' })).toMatch(/no result/);
    // Neither looks at D5.
    expect(await valueAt(book, { sheet: form.name, cell: 'E4' })).toBe('=D4-C4');
    expect(await valueAt(book, { sheet: form.name, cell: 'D6' })).toBe('=DATE(2023,12,31)');
    expect(changed(plain, book.bytes())).toEqual([FORM_PART]);
    const [before, after] = [plain, book.bytes()].map((bytes) => text(readParts(bytes), FORM_PART));
    const without = (xml = ''): string => xml.replace(/<c r="[DE]5"[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g, '');
    expect(without(after)).toBe(without(before));
    expect(await errorsOf(book.bytes())).toEqual([]);
  });

  it('takes numbers, texts as they are, dates and nothing', async () => {
    const book = open(plain);
    const at = (cell: string): CellPlace => ({ sheet: lists.name, cell });
    await book.enter([
      { ...at('E3'), value: '=1+1 <b> "_x0041_"' },
      { ...at('F3'), value: -2.5 },
      { ...at('G20'), value: { date: '2021-10-08' } },
      { ...at('H3'), value: true },
    ]);
    expect(await Promise.all(['E3', 'F3', 'G20', 'H3'].map((cell) => valueAt(book, at(cell))))).toEqual([
      '=1+1 <b> "_x0041_"',
      -2.5,
      '2021-10-08',
      true,
    ]);
    await book.enter([{ ...at('E3'), value: '' }]);
    expect(await valueAt(book, at('E3'))).toBeUndefined();
    expect(await errorsOf(book.bytes())).toEqual([]);
  });

  it('refuses locked cells of a protected sheet, and sheets that are gone; all or nothing', async () => {
    const book = open(plain);
    const locked = { sheet: form.name, cell: 'C4', value: 1 };
    expect(await problemOf(() => book.enter([{ ...input, value: 1 }, locked]))).toBe('protected');
    expect(await problemOf(() => book.enter([{ sheet: 'Нет', cell: 'A1', value: 1 }]))).toBe('not-found');
    expect(book.bytes()).toBe(plain);
  });

  it('can be taken back', async () => {
    const book = open(plain);
    await book.enter([{ ...input, value: 5 }]);
    expect(book.undo()).toBe(true);
    expect(book.bytes()).toBe(plain);
    expect(book.undo()).toBe(false);
  });

  it('tells those who watch what a person typed, and what the product wrote', async () => {
    const book = open(plain);
    const heard: SheetEdit[] = [];
    const stop = await book.watch((edit) => heard.push(edit));
    book.type([{ ...input, value: 1 }]);
    await book.enter([{ ...input, value: 2 }]);
    await stop();
    book.type([{ ...input, value: 3 }]);
    expect(heard).toEqual([
      { sheet: form.name, address: 'D5', source: 'local' },
      { sheet: form.name, address: 'D5', source: 'own' },
    ]);
  });
});

describe('showing', () => {
  it('goes to cells of sheets that are seen, and to no others', async () => {
    const book = open(plain);
    await book.select({ sheet: form.name, cell: 'D4' });
    expect((await book.read()).active).toEqual({ sheet: form.name, cell: 'D4' });
    expect(await problemOf(() => book.select({ sheet: meta.name, cell: 'A1' }))).toBe('not-found');
  });

  it('marks leave no trace in the file', async () => {
    const book = open(plain);
    await book.mark([{ sheet: form.name, cell: 'D4', look: 'bad' }]);
    expect(book.marks()).toHaveLength(1);
    expect(book.bytes()).toBe(plain);
    await book.mark([]);
    expect(book.marks()).toEqual([]);
  });

  it('knows the looks: what is locked, coloured, merged, how wide and how high', () => {
    const { picture, looks } = open(plain).look(form.name) ?? {};
    const lookAt = (address: string) => looks?.[picture?.looks.get(address) ?? -1];
    expect(lookAt('D4')).toMatchObject({
      locked: false,
      fill: 'FFF8DC',
      horizontal: 'right',
      format: '#,##0',
    });
    expect(lookAt('C5')).toMatchObject({ locked: true, format: '0.00%' });
    expect(lookAt('A1')).toMatchObject({ bold: true, size: 14, font: 'Arial' });
    expect(picture?.isProtected).toBe(true);
    expect([...(picture?.hiddenColumns ?? [])]).toEqual([6]);
    expect(open(plain).look(roadmap.name)?.picture).toMatchObject({
      merges: [{ top: 1, left: 1, bottom: 1, right: 5 }],
      frozenRows: 3,
    });
  });
});

describeWith('python3-openpyxl', 'what openpyxl wrote with notes, charts and pictures of formulas', () => {
  itWithValidator('renewed, keeps them all', async () => {
    const file = join(folder, 'people.xlsx');
    writeFileSync(file, plain);
    runPython(
      `import sys, openpyxl
from openpyxl.comments import Comment
from openpyxl.chart import BarChart, Reference
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Форма д'Арк"]
sheet['D4'].comment = Comment('проверено', 'Иванова')
sheet['J2'] = '=SUM(D4:D5)'
chart = BarChart(); chart.add_data(Reference(sheet, min_col=4, min_row=4, max_row=5)); sheet.add_chart(chart, 'L2')
own = book.create_sheet('Моё'); own['A1'] = "='Форма д''Арк'!D4*2"
book.save(sys.argv[2])`,
      [file, join(folder, 'peoples.xlsx')],
    );
    const bytes = new Uint8Array(readFileSync(join(folder, 'peoples.xlsx')));
    const book = open(bytes);
    await book.put([renewed(form), renewed(lists)], false);
    const saved = join(folder, 'renewed.xlsx');
    writeFileSync(saved, book.bytes());
    const said: unknown = JSON.parse(
      runPython(
        `import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1]); sheet = book["Форма д'Арк"]
json.dump([sheet['D4'].comment.text, sheet['J2'].value, len(sheet._charts), book['Моё']['A1'].value], sys.stdout)`,
        [saved],
      ),
    );
    expect(said).toEqual(['проверено', '=SUM(D4:D5)', 1, "='Форма д''Арк'!D4*2"]);
    expect(await validateOpenXml(saved)).toEqual(await validateOpenXml(join(folder, 'peoples.xlsx')));
  });
});
