import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { partOf, type Parts, readParts, writeParts } from '../../../src/workbook/file/parts';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { replaceSheets, ReplaceSheetsError } from '../../../src/workbook/file/replace-sheets';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import type { SheetSpec } from '../../../src/workbook/spec';
import { strictXml } from '../../fixtures/strict-xml';
import { itWithValidator as it, validateOpenXml } from '../../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../../setup/programs';
import { form, lists, meta, roadmap, sampleWorkbook } from '../sample-workbook';

let folder: string;
let plain: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kvantorium-replace-'));
  plain = await writeWorkbookFile(sampleWorkbook);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const text = (parts: Parts, name: string) => new TextDecoder().decode(partOf(parts, name));
const encode = (xml: string) => new TextEncoder().encode(xml);

/** The form with another fact, a look that no sheet had, and a table more. */
const newForm: SheetSpec = {
  ...form,
  cells: [
    ...form.cells.filter(({ row, column }) => !(row === 4 && column === 4)),
    { row: 4, column: 4, value: 777, style: 'form-input', format: '#,##0.0000' },
    { row: 8, column: 1, value: 'Год', style: 'doc-draft' },
    { row: 8, column: 2, value: 'Число', style: 'doc-draft' },
    { row: 9, column: 1, value: 2021, style: 'doc-number' },
  ],
  tables: [{ name: 'Years', area: { top: 8, left: 1, bottom: 9, right: 2 } }],
};
const newLists: SheetSpec = {
  ...lists,
  cells: lists.cells.map((cell) => (cell.row === 2 ? { ...cell, value: 'обновлено' } : cell)),
};
const added: SheetSpec = {
  ...lists,
  name: 'Журнал',
  tables: lists.tables.map((table) => ({ ...table, name: 'Log' })),
  print: { ...lists.print, titleRows: [1, 1] },
};
const renewed = [newForm, newLists, added];

/** Parts whose bytes differ, or that only one of the packages has. */
function changed(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [readParts(before), readParts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => Buffer.compare(old.get(name) ?? Buffer.of(0), now.get(name) ?? Buffer.of(1)) !== 0)
    .sort();
}

async function errorsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const file = join(folder, 'validated.xlsx');
  writeFileSync(file, bytes);
  return validateOpenXml(file);
}

/** A list whose rows differ in look and height, with gaps, under merged words. */
const longList: SheetSpec = {
  ...lists,
  name: 'Реестр',
  cells: [
    { row: 1, column: 1, value: 'Принятые значения', style: 'doc-draft' },
    { row: 2, column: 1, value: 'Школа', style: 'doc-draft' },
    { row: 2, column: 2, value: 'Число', style: 'doc-draft' },
    ...Array.from({ length: 200 }, (_, index) => [
      { row: index + 3, column: 1, value: `Школа № ${index} `.repeat(1 + (index % 9)), style: 'doc-draft' },
      ...(index % 5 === 0
        ? []
        : [
            {
              row: index + 3,
              column: 2,
              value: index,
              style: index % 3 ? 'doc-number' : 'form-input',
            } as const,
          ]),
    ]).flat(),
  ] as SheetSpec['cells'],
  heights: new Map([
    [2, 40],
    [150, 60],
  ]),
  merges: [{ top: 1, left: 1, bottom: 1, right: 2 }],
  tables: [{ name: 'Register', area: { top: 2, left: 1, bottom: 202, right: 2 } }],
  print: { ...lists.print, area: { top: 1, left: 1, bottom: 202, right: 2 }, titleRows: [2, 2] },
};

describe('a long sheet', () => {
  it.each([7, 100, 357])('written in pieces of %i cells is the same, byte by byte', async (cellsAtOnce) => {
    const whole = await replaceSheets(plain, [newForm, longList]);
    const inPieces = await replaceSheets(plain, [newForm, longList], cellsAtOnce);
    expect(changed(whole, inPieces)).toEqual([]);
    expect(text(readParts(inPieces), 'xl/worksheets/sheet5.xml')).toContain('<row r="202"');
    expect(await errorsOf(inPieces)).toEqual([]);
  });
});

describe('in a workbook of the product', () => {
  it('changes no part but the sheet and the list of sheets when looks and tables stay', async () => {
    const after = await replaceSheets(plain, [{ ...form, cells: form.cells.slice(0, 7) }]);
    expect(changed(plain, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet3.xml']);
    expect(await errorsOf(after)).toEqual([]);
  });

  it('renews, adds, and gives a valid file', async () => {
    const after = await replaceSheets(plain, renewed);
    expect(await errorsOf(after)).toEqual([]);
    expect(changed(plain, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/tables/table1.xml',
      'xl/tables/table2.xml',
      'xl/tables/table3.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet3.xml.rels',
      'xl/worksheets/_rels/sheet4.xml.rels',
      'xl/worksheets/_rels/sheet5.xml.rels',
      'xl/worksheets/sheet3.xml',
      'xl/worksheets/sheet4.xml',
      'xl/worksheets/sheet5.xml',
    ]);
  });

  it('adds nothing more when the same is done again', async () => {
    const once = await replaceSheets(plain, renewed);
    expect(await replaceSheets(once, renewed)).toEqual(once);
  });

  it('holds the same cells as a workbook written anew', async () => {
    const cells = (bytes: Uint8Array) => {
      const result = readWorkbookFile(bytes);
      return result.ok ? new Map(result.grid.sheets.map((sheet) => [sheet.name, sheet.cells])) : new Map();
    };
    const now = cells(await replaceSheets(plain, renewed));
    const wanted = cells(await writeWorkbookFile({ ...sampleWorkbook, sheets: [meta, roadmap, ...renewed] }));
    expect([...now.keys()]).toEqual(wanted.size === 5 ? [...wanted.keys()] : []);
    expect(now).toEqual(wanted);
  });

  it('takes the visibility from the spec, and never selects two sheets', async () => {
    const parts = readParts(
      await replaceSheets(plain, [
        { ...meta, visibility: 'hidden' },
        { ...lists, visibility: 'veryHidden' },
      ]),
    );
    const workbook = text(parts, 'xl/workbook.xml');
    expect(workbook).toMatch(/name="_meta"[^>]*state="hidden"/);
    expect(workbook).toMatch(/name="Списки"[^>]*state="veryHidden"/);
    const sheets = [...parts.keys()].filter((name) => /sheet\d\.xml$/.test(name));
    expect(sheets.filter((name) => text(parts, name).includes('tabSelected="1"'))).toEqual([
      'xl/worksheets/sheet2.xml',
    ]);
  });

  it('drops the order of calculation, and has everything calculated anew', async () => {
    const parts = readParts(plain);
    const chain =
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="E4" i="3"/></calcChain>';
    parts.set('xl/calcChain.xml', encode(chain));
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = text(parts, 'xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      `<Relationship Id="rId99" Type="${relations}/calcChain" Target="calcChain.xml"/></Relationships>`,
    );
    parts.set('xl/_rels/workbook.xml.rels', encode(rels));
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml';
    const types = text(parts, '[Content_Types].xml').replace(
      '</Types>',
      `<Override PartName="/xl/calcChain.xml" ContentType="${type}"/></Types>`,
    );
    parts.set('[Content_Types].xml', encode(types));
    const after = readParts(await replaceSheets(writeParts(parts), [newForm]));
    expect(after.has('xl/calcChain.xml')).toBe(false);
    expect(text(after, '[Content_Types].xml') + text(after, 'xl/_rels/workbook.xml.rels')).not.toContain(
      'calcChain',
    );
    expect(text(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });
});

describe('what can not be renewed without loss', () => {
  const broken = (change: (parts: Parts) => void) => {
    const parts = readParts(plain);
    change(parts);
    return replaceSheets(writeParts(parts), [newForm]);
  };

  it('is refused in Russian, by its part', async () => {
    await expect(replaceSheets(encode('не книга'), [newForm])).rejects.toThrow(ReplaceSheetsError);
    await expect(
      broken((parts) => parts.set('xl/styles.xml', encode('<styleSheet><fonts>'))),
    ).rejects.toThrow('Не читается часть книги «xl/styles.xml»');
    await expect(broken((parts) => parts.set('xl/workbook.xml', encode('')))).rejects.toThrow(
      '«xl/workbook.xml»',
    );
    await expect(broken((parts) => parts.delete('xl/worksheets/sheet3.xml'))).rejects.toThrow(
      '«xl/worksheets/sheet3.xml»',
    );
    await expect(broken((parts) => parts.set('xl/tables/table1.xml', encode('<table')))).rejects.toThrow(
      '«xl/tables/table1.xml»',
    );
  });

  it('is refused when the workbook is of the Strict kind', async () => {
    const strict = broken((parts) => {
      const workbook = strictXml(text(parts, 'xl/workbook.xml'));
      parts.set('xl/workbook.xml', encode(workbook));
    });
    await expect(strict).rejects.toThrow(ReplaceSheetsError);
    await expect(strict).rejects.toThrow('Strict Open XML');
  });
});

const readBack = z.object({
  names: z.record(z.string(), z.string()),
  sheets: z.record(
    z.string(),
    z
      .object({
        values: z.record(z.string(), z.unknown()),
        looks: z.record(z.string(), z.unknown()),
        cached: z.record(z.string(), z.unknown()),
        tables: z.record(z.string(), z.unknown()),
        print: z.record(z.string(), z.unknown()),
      })
      .loose(),
  ),
});

function read(bytes: Uint8Array) {
  const file = join(folder, 'read.xlsx');
  writeFileSync(file, bytes);
  // openpyxl takes this escape off shared strings only; Excel, LibreOffice and our reader off those in cells too.
  const said = runPython(join(__dirname, 'read-back.py'), [file]).replaceAll('_x005F_', '_');
  return readBack.parse(JSON.parse(said));
}

/** The same workbook with `x:` before every name of the main parts, and targets from the root of the package. */
function prefixed(bytes: Uint8Array): Uint8Array {
  const parts = readParts(bytes);
  for (const name of [...parts.keys()].filter((part) =>
    /^xl\/(workbook|styles|worksheets\/sheet\d)\.xml$/.test(part),
  )) {
    const xml = text(parts, name)
      .replace(/<(\/?)([a-zA-Z]+\d?)(?=[\s/>])/g, '<$1x:$2')
      .replace(/ xmlns="http:\/\/schemas.openxmlformats.org\/spreadsheetml\/2006\/main"/, (space) =>
        space.replace('xmlns', 'xmlns:x'),
      );
    parts.set(name, encode(xml));
  }
  const rels = text(parts, 'xl/_rels/workbook.xml.rels').replace(/Target="(?!\/)/g, 'Target="/xl/');
  parts.set('xl/_rels/workbook.xml.rels', encode(rels));
  return writeParts(parts);
}

describeWith('python3-openpyxl', 'in a workbook of other people', () => {
  let peoples: Uint8Array;

  beforeAll(() => {
    const [source, result] = [join(folder, 'plain.xlsx'), join(folder, 'peoples.xlsx')];
    writeFileSync(source, plain);
    runPython(join(__dirname, 'peoples-workbook.py'), [source, result]);
    peoples = readFileSync(result);
  });

  /** What must hold wherever the workbook was saved. */
  async function expectRenewed(before: Uint8Array): Promise<Uint8Array> {
    const after = await replaceSheets(before, renewed);
    const [old, now, wanted] = [
      read(before),
      read(after),
      read(await writeWorkbookFile({ ...sampleWorkbook, sheets: renewed })),
    ];
    expect(Object.keys(now.sheets)).toEqual([...Object.keys(old.sheets), added.name]);
    for (const { name } of renewed) {
      expect(now.sheets[name]).toEqual(wanted.sheets[name]);
    }
    for (const name of Object.keys(old.sheets).filter(
      (name) => !renewed.some((sheet) => sheet.name === name),
    )) {
      expect(now.sheets[name]).toEqual(old.sheets[name]);
    }
    expect(now.names).toEqual(old.names);
    const known = new Set(await errorsOf(before));
    expect((await errorsOf(after)).filter((error) => !known.has(error))).toEqual([]);
    return after;
  }

  it('saved by openpyxl', async () => {
    const after = await expectRenewed(peoples);
    const [old, now] = [readParts(peoples), readParts(after)];
    // What people made on sheets of their own, and what hangs on it.
    const theirs = [...old.keys()].filter((name) =>
      /chart|drawing|comment|theme|docProps|sharedStrings/i.test(name),
    );
    expect(theirs.length).toBeGreaterThan(6);
    expect(theirs.filter((name) => changed(peoples, after).includes(name))).toEqual([]);
    expect([...old.keys()].filter((name) => !now.has(name))).toEqual([]);
  });

  it('keeps their charts and notes on the sheets that are renewed', async () => {
    const after = await replaceSheets(peoples, renewed);
    const file = join(folder, 'kept.xlsx');
    writeFileSync(file, after);
    const said = runPython(
      `import sys; from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1])["Форма д'Арк"]
print(len(sheet._charts), sheet["H4"].comment.text)`,
      [file],
    );
    expect(said.trim()).toBe('1 Примечание на листе реестра');
  });

  it('saved with prefixes and targets from the root', async () => {
    const before = prefixed(plain);
    expect(await errorsOf(before)).toEqual([]);
    await expectRenewed(before);
  });

  it('with a table of theirs that has the name', async () => {
    const after = await replaceSheets(peoples, [
      { ...added, tables: lists.tables.map((table) => ({ ...table, name: 'mine' })) },
    ]);
    expect(Object.keys(read(after).sheets[added.name]?.tables ?? {})).toEqual(['mine_2']);
  });

  describeWith('soffice', 'with LibreOffice', () => {
    it('saved by it', async () => {
      const file = join(folder, 'to-save.xlsx');
      writeFileSync(file, peoples);
      const saved = readFileSync(convertWithLibreOffice(file, 'xlsx', join(folder, 'saved')));
      await expectRenewed(saved);
    });

    it('shows the new values in formulas of theirs', async () => {
      const file = join(folder, 'calculated.xlsx');
      writeFileSync(file, await replaceSheets(peoples, renewed));
      const book = read(readFileSync(convertWithLibreOffice(file, 'xlsx', join(folder, 'calculated'))));
      expect(book.sheets['Мои заметки']?.cached['A2']).toBe(777);
      expect(book.sheets[lists.name]?.values['A9']).toBe('код _x0041_ в тексте');
      expect(book.sheets[roadmap.name]?.values['A1']).toBe('Комплекс мер («дорожная карта»)');
    });
  });
});
