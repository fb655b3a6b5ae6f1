import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import type { SheetSpec } from '../../../src/workbook/spec';
import { itWithValidator, validateOpenXml } from '../../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../../setup/programs';
import {
  form,
  HARD_TEXTS,
  lists,
  LONG_ROWS,
  meta,
  ROAD_HEADS,
  roadmap,
  sampleWorkbook,
} from '../sample-workbook';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kvantorium-write-'));
  file = join(folder, 'sample.xlsx');
  writeFileSync(file, await writeWorkbookFile(sampleWorkbook));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

itWithValidator('satisfies the Open XML validator', async () => {
  expect(await validateOpenXml(file)).toEqual([]);
});

it('shows what is wrong with a spec that no workbook can hold', async () => {
  const write = (change: Partial<SheetSpec>) =>
    writeWorkbookFile({ ...sampleWorkbook, sheets: [{ ...meta, visibility: 'visible', ...change }] });
  await expect(write({ name: 'Л'.repeat(32) })).rejects.toThrow('longer than 31');
  await expect(write({ cells: [{ row: 1, column: 1, value: NaN, style: 'number' }] })).rejects.toThrow('NaN');
  await expect(
    write({ cells: [{ row: 1, column: 1, value: { date: '2021-02-29' }, style: 'date' }] }),
  ).rejects.toThrow('2021-02-29');
  await expect(
    write({ tables: [{ name: 'T', area: { top: 1, left: 1, bottom: 2, right: 3 } }] }),
  ).rejects.toThrow('B1');
  const list = { kind: 'list', source: ['длинное значение '.repeat(16)] } as const;
  await expect(
    write({ validations: form.validations.map((validation) => ({ ...validation, rule: list })) }),
  ).rejects.toThrow('must stand in a range');
});

itWithValidator('ends a text that no cell can hold in «…», and keeps the file valid', async () => {
  const long: SheetSpec = {
    ...roadmap,
    cells: [{ row: 1, column: 1, value: 'ж'.repeat(40_000), style: 'text' }],
  };
  const path = join(folder, 'long.xlsx');
  writeFileSync(path, await writeWorkbookFile({ ...sampleWorkbook, sheets: [long] }));
  expect(await validateOpenXml(path)).toEqual([]);
});

it('writes the same bytes in any time zone and locale, in every process', () => {
  const source = resolve(__dirname, '../../../src/workbook/file/write-workbook');
  const sample = resolve(__dirname, '../sample-workbook');
  // A process each: the time zone is read when one starts.
  const script = `
    const { writeWorkbookFile } = require(${JSON.stringify(source)});
    const { sampleWorkbook } = require(${JSON.stringify(sample)});
    writeWorkbookFile(sampleWorkbook).then((bytes) => {
      const digest = require('node:crypto').createHash('sha256').update(bytes).digest('hex');
      console.log(digest, new Date(0).getHours());
    });`;
  const said = [
    { TZ: 'UTC', LANG: 'C' },
    { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' },
  ].map((place) =>
    execFileSync(
      process.execPath,
      ['-r', resolve(__dirname, '../../setup/typescript-hook.js'), '-e', script],
      {
        env: { ...process.env, ...place },
        encoding: 'utf8',
      },
    ).trim(),
  );
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(said).toEqual([`${digest} 0`, `${digest} 12`, `${digest} 16`]);
});

const readBack = z.object({
  active: z.string(),
  title: z.string(),
  created: z.string(),
  names: z.record(z.string(), z.string()),
  sheets: z.record(
    z.string(),
    z.object({
      state: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      cached: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      looks: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
      merges: z.array(z.string()),
      widths: z.record(z.string(), z.number()),
      hidden: z.array(z.string()),
      heights: z.record(z.string(), z.number()),
      tables: z.record(z.string(), z.object({ ref: z.string(), columns: z.array(z.string()) })),
      validations: z.array(z.array(z.union([z.string(), z.boolean(), z.null()]))),
      formats: z.array(z.array(z.union([z.string(), z.boolean(), z.null()]))),
      protection: z.record(z.string(), z.union([z.boolean(), z.null()])),
      password: z.union([z.string(), z.null()]),
      print: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      freeze: z.union([z.string(), z.null()]),
      tab: z.union([z.string(), z.null()]),
      links: z.record(z.string(), z.string()),
    }),
  ),
});

describeWith('python3-openpyxl', 'as openpyxl reads it', () => {
  let book: z.infer<typeof readBack>;

  beforeAll(() => {
    book = readBack.parse(JSON.parse(runPython(join(__dirname, 'read-back.py'), [file])));
  });

  const sheet = (name: string) => {
    const found = book.sheets[name];
    if (found === undefined) {
      throw new Error(`no sheet ${name}`);
    }
    return found;
  };

  it('has the sheets in order, and opens on the first visible one', () => {
    expect(Object.keys(book.sheets)).toEqual(sampleWorkbook.sheets.map(({ name }) => name));
    expect(Object.values(book.sheets).map(({ state }) => state)).toEqual(
      sampleWorkbook.sheets.map(({ visibility }) => visibility),
    );
    expect(book.active).toBe(roadmap.name);
    expect([book.title, book.created]).toEqual([sampleWorkbook.title, '2021-10-01T00:00:00']);
  });

  it('holds every text as it was, but for what a file can hold of none', () => {
    const texts = HARD_TEXTS.map((_, index) => sheet(lists.name).values[`A${2 + index}`]);
    const kept = HARD_TEXTS.map((text) =>
      // eslint-disable-next-line no-control-regex
      text.replace(/[\u0000-\u0009\u000b-\u001f]/g, '').replace(/\ud83d$/, '\ufffd'),
    );
    expect(texts).toEqual(kept);
    expect(LONG_ROWS.map((_, index) => sheet(roadmap.name).values[`B${4 + index}`])).toEqual(LONG_ROWS);
  });

  it('holds numbers, dates as serial numbers, truth values, and formulas with their results', () => {
    const { values, cached } = sheet(form.name);
    expect([values['C4'], values['D4'], values['A6'], values['C6']]).toEqual([400, 412, true, 43890]);
    expect([values['E4'], cached['E4']]).toEqual(['=D4-C4', 12]);
    expect([values['E5'], cached['E5']]).toEqual(['=IF(D5="","нет факта",D5-C5)', 'нет факта']);
    expect([values['B6'], cached['B6']]).toEqual(['=SUM(C4:C5)', null]);
    expect([values['D6'], cached['D6']]).toEqual(['=DATE(2023,12,31)', 45291]);
  });

  it('gives cells their looks', () => {
    const { looks } = sheet(form.name);
    // format, font, size, bold, fill, horizontal, vertical, wrap, locked, left border
    expect(looks['D4']).toEqual([
      '#,##0',
      'Arial',
      11,
      false,
      'FFFFF8DC',
      'right',
      'top',
      true,
      false,
      'thin',
    ]);
    expect(looks['A3']).toEqual([
      'General',
      'Arial',
      10,
      true,
      'FFDDE6EE',
      'center',
      'center',
      true,
      true,
      'thin',
    ]);
    expect([looks['C5']?.[0], looks['C6']?.[0], looks['D6']?.[0]]).toEqual([
      '0.00%',
      'dd.mm.yyyy',
      'dd.mm.yyyy',
    ]);
    // A formula in a cell of text format would become text when edited.
    expect(looks['B6']?.[0]).toBe('General');
  });

  it('sets documents in the size that they ask for', () => {
    expect(sheet(roadmap.name).looks['B4']?.slice(1, 3)).toEqual(['Times New Roman', 14]);
  });

  it('has the merges, widths and heights', () => {
    expect(sheet(roadmap.name).merges).toEqual(['A1:E1']);
    expect(sheet(roadmap.name).heights).toMatchObject({ 1: 24, 4: 150, 27: 150 });
    // Eight characters of seven pixels, five pixels more.
    expect(sheet(form.name).widths['F']).toBeCloseTo(61 / 7, 2);
    expect(sheet(form.name).hidden).toEqual(['F']);
  });

  it('makes rows of unknown height high enough for their lines', () => {
    expect(sheet(lists.name).heights['1']).toBeGreaterThan(25);
    expect(sheet(lists.name).heights['2']).toBeUndefined();
  });

  it('has the table with the header that its cells show', () => {
    expect(sheet(lists.name).tables).toEqual({
      Texts: { ref: 'A1:B13', columns: ['Текст', 'Примечание\n(необязательно)'] },
    });
  });

  it('has the names, absolute, and none of a hidden sheet, which LibreOffice would print', () => {
    expect(book.names).toEqual({ Мероприятия: "'Дорожная карта'!$B$4:$B$27" });
    expect(sheet(roadmap.name).print).toMatchObject({
      area: '$A$1:$E$27',
      titles: '$3:$3',
    });
    expect([sheet(form.name).print['area'], sheet(meta.name).print['area']]).toEqual(['$A$1:$E$6', '']);
  });

  it('has the validations', () => {
    // area, type, operator, first and second formula, blank, level
    expect(sheet(form.name).validations).toEqual([
      ['D4:D5', 'decimal', 'greaterThanOrEqual', '0', null, true, 'stop'],
      ['E4', 'list', null, '"да,нет ""вовсе"""', null, false, 'warning'],
      ['D6', 'date', null, '44197', '45291', true, 'stop'],
      ['A6', 'textLength', 'lessThanOrEqual', '5', null, true, 'stop'],
      ['B6', 'list', null, "'Списки'!$A$2:$A$13", null, true, 'stop'],
    ]);
  });

  it('has the conditional formats', () => {
    expect(sheet(form.name).formats).toEqual([
      ['D4:D5', 'AND(D4<>"",D4<C4)', 'FFFDE0DC', 'FF9B1C10', true],
      ['E4:E5', 'E4=0', 'FFECEFF2', 'FF7B8794', false],
    ]);
  });

  it('is protected without a password, but for what is allowed', () => {
    expect(sheet(form.name).password).toBeNull();
    // openpyxl says what is forbidden.
    expect(sheet(form.name).protection).toMatchObject({
      sheet: true,
      formatColumns: false,
      autoFilter: false,
      formatRows: true,
      sort: true,
    });
    expect(sheet(roadmap.name).protection['sheet']).toBe(false);
  });

  it('is set up for print', () => {
    const { print } = sheet(roadmap.name);
    expect(print).toMatchObject({
      paper: 9,
      orientation: 'landscape',
      fit: true,
      wide: 1,
      tall: 0,
      differentFirst: true,
      header: '&P',
      firstHeader: null,
      footer: 'Сформировано 01.10.2021 && проверено',
      firstFooter: 'Сформировано 01.10.2021 && проверено',
    });
    const inches = [print['left'], print['right'], print['top'], print['bottom']].map(Number);
    expect(inches.map((inch) => Math.round(inch * 254) / 100)).toEqual([2, 1, 2, 2]);
    expect(sheet(form.name).print).toMatchObject({
      fit: false,
      orientation: 'portrait',
      header: null,
      footer: null,
    });
  });

  it('keeps panes, tabs and links', () => {
    expect([sheet(roadmap.name).freeze, sheet(lists.name).freeze, sheet(form.name).freeze]).toEqual([
      'A4',
      'B2',
      null,
    ]);
    expect(sheet(roadmap.name).tab).toBe('FF0B5CAD');
    expect(sheet(form.name).links).toEqual({ A2: "'Дорожная карта'!A1" });
  });
});

describeWith('soffice', 'in LibreOffice', () => {
  describeWith('python3-openpyxl', 'opened and saved', () => {
    it('keeps values, links, protection, validations and names', () => {
      const saved = convertWithLibreOffice(file, 'xlsx', join(folder, 'saved'));
      const book = readBack.parse(JSON.parse(runPython(join(__dirname, 'read-back.py'), [saved])));
      const sheet = book.sheets[form.name];
      expect(sheet?.values['E4']).toBe('=D4-C4');
      expect(sheet?.cached['B6']).toBe(400.5);
      expect(sheet?.links).toEqual({ A2: expect.stringContaining('Дорожная карта') as unknown });
      expect(sheet?.protection['sheet']).toBe(true);
      expect(sheet?.validations.map(([area]) => area).sort()).toEqual(['A6', 'B6', 'D4:D5', 'D6', 'E4']);
      expect(Object.keys(book.names)).toEqual(['Мероприятия']);
    });
  });

  describeWith('pdftotext', 'as LibreOffice prints it', () => {
    it('repeats the header on each page and numbers them from the second on', () => {
      const pdf = convertWithLibreOffice(file, 'pdf', join(folder, 'pdf'));
      const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
      const printed = pages.filter((page) => page.includes(ROAD_HEADS[1] ?? ''));
      expect(printed.length).toBeGreaterThan(5);
      expect(printed.map((page) => /^\s*(\d+)\s*\n/.exec(page)?.[1])).toEqual(
        printed.map((_, index) => (index === 0 ? undefined : String(index + 1))),
      );
      expect(printed.every((page) => page.includes('Сформировано 01.10.2021 & проверено'))).toBe(true);
      const words = printed.join(' ').split(/\s+/);
      expect(
        LONG_ROWS.map((_, index) => `конец${index + 1}.`).filter((word) => !words.includes(word)),
      ).toEqual([]);
    });
  });
});
