import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readParts } from '../../src/workbook/file/parts';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { rowHeight } from '../../src/workbook/row-height';
import type { SheetSpec } from '../../src/workbook/spec';
import type { StyleName } from '../../src/workbook/styles';
import { convertWithLibreOffice, describeWith } from '../setup/programs';
import { roadmap } from './sample-workbook';

const PARAGRAPH =
  'Заключение соглашения о предоставлении субсидии из федерального бюджета бюджету субъекта Российской Федерации ' +
  'в целях софинансирования расходных обязательств, возникающих при реализации мероприятий федерального проекта ' +
  '«Современная школа» национального проекта «Образование», в подсистеме «Электронный бюджет»';

/** Long texts in every width, size and font that documents have; words of every text are its own. */
const CASES = (['doc-cell', 'doc-head', 'cell', 'head'] as const).flatMap((style: StyleName) =>
  [12, 20, 34, 60].flatMap((widthChars) =>
    [1, 2, 4, 7].map((thirds) => ({
      style,
      widthChars,
      text: `${PARAGRAPH.repeat(3).slice(0, (thirds * PARAGRAPH.length) / 3)} слово`,
    })),
  ),
);

describe('row height', () => {
  const cell = { text: 'Одна строка', widthChars: 40, style: 'cell' } as const;

  it('is that of one line where the text fits', () => {
    expect(rowHeight([cell])).toBeGreaterThanOrEqual(12.75);
    expect(rowHeight([cell])).toBeLessThan(17);
    expect(rowHeight([{ ...cell, text: '' }])).toBe(rowHeight([cell]));
  });

  it('is a whole number of pixels, and of the highest cell', () => {
    const high = { ...cell, text: PARAGRAPH };
    expect(rowHeight([high]) % 0.75).toBe(0);
    expect(rowHeight([cell, high, cell])).toBe(rowHeight([high]));
  });

  it('grows with text, size, boldness and explicit lines, and shrinks with width', () => {
    const long = { ...cell, text: PARAGRAPH };
    expect(rowHeight([{ ...long, text: PARAGRAPH.repeat(2) }])).toBeGreaterThan(rowHeight([long]));
    expect(rowHeight([{ ...long, fontSize: 14 }])).toBeGreaterThan(rowHeight([long]));
    expect(rowHeight([{ ...long, widthChars: 80 }])).toBeLessThan(rowHeight([long]));
    expect(rowHeight([{ ...long, style: 'head', text: PARAGRAPH.repeat(2) }])).toBeGreaterThan(
      rowHeight([{ ...long, text: PARAGRAPH.repeat(2) }]),
    );
    expect(rowHeight([{ ...cell, text: 'а\nб\r\nв' }])).toBeGreaterThan(2.5 * 12.75);
  });

  it('breaks a word that is wider than the cell', () => {
    expect(rowHeight([{ ...cell, widthChars: 8, text: 'Ш'.repeat(40) }])).toBeGreaterThan(6 * 12.75);
  });

  it('does not wrap a style that does not', () => {
    expect(rowHeight([{ text: PARAGRAPH, widthChars: 10, style: 'subtitle' }])).toBeLessThan(20);
  });

  it('is never more than a row can be', () => {
    expect(rowHeight([{ ...cell, text: PARAGRAPH.repeat(100) }])).toBe(409);
  });
});

describeWith('soffice', 'beside LibreOffice', () => {
  let folder: string;
  let file: string;
  const sizes = [10, 12, 14];
  const shown = CASES.map((item, index) => ({
    ...item,
    text: item.text.replace(/\p{L}+/gu, (word, at: number) =>
      `${word.slice(0, 3)}${index}х${at}`.slice(0, word.length + 4),
    ),
  }));

  const widths = [12, 20, 34, 60];
  const fontSize = (style: StyleName, size: number) => (style.startsWith('doc-') ? { fontSize: size } : {});
  /** A case a row; a width a column. */
  const sheet = (size: number): SheetSpec => {
    return {
      ...roadmap,
      name: `Кегль ${size}`,
      documentFontSize: size,
      columns: widths.map((width) => ({ width })),
      cells: shown.map(({ style, text, widthChars }, index) => ({
        row: index + 1,
        column: widths.indexOf(widthChars) + 1,
        value: text,
        style,
      })),
      heights: new Map(
        shown.map((item, index) => [index + 1, rowHeight([{ ...item, ...fontSize(item.style, size) }])]),
      ),
      merges: [],
      names: [],
      print: {
        orientation: 'landscape',
        marginsCm: { top: 2, bottom: 2, left: 2, right: 1 },
        area: { top: 1, left: 1, bottom: shown.length, right: 4 },
        fit: 'width',
        pageNumber: false,
      },
    };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kvantorium-heights-'));
    file = join(folder, 'heights.xlsx');
    const spec = { title: 'Высоты', date: '2021-10-01', sheets: sizes.map(sheet) };
    writeFileSync(file, await writeWorkbookFile(spec));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is enough, and about a third more at most than LibreOffice itself would give', () => {
    const fods = convertWithLibreOffice(file, 'fods', join(folder, 'flat'));
    const free = join(folder, 'free.fods');
    // Without a height in the file LibreOffice fits the row itself.
    const open = readFileSync(fods, 'utf8')
      .replace(/ style:row-height="[^"]*"/g, '')
      .replaceAll('style:use-optimal-row-height="false"', 'style:use-optimal-row-height="true"');
    writeFileSync(free, open);
    const parts = readParts(readFileSync(convertWithLibreOffice(free, 'xlsx', join(folder, 'fitted'))));
    const inches = [...open.matchAll(/style:column-width="([\d.]+)in"/g)].map(([, width]) => Number(width));
    const charsThere = (chars: number) => ((inches[widths.indexOf(chars)] ?? NaN) * 96 - 5) / 7;
    const heights = sizes.flatMap((size, index) => {
      const xml = new TextDecoder().decode(parts.get(`xl/worksheets/sheet${index + 1}.xml`));
      const fitted = new Map(
        [...xml.matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)].map(([, row, ht]) => [
          Number(row),
          Number(ht),
        ]),
      );
      return shown.map((item, row) => ({
        points: sheet(size).heights.get(row + 1) ?? NaN,
        // LibreOffice takes a digit of Arial 10 for 7.4 pixels where Excel takes 7, so its columns are wider.
        there: rowHeight([
          { ...item, widthChars: charsThere(item.widthChars), ...fontSize(item.style, size) },
        ]),
        fitted: fitted.get(row + 1) ?? NaN,
      }));
    });
    const full = heights.filter(({ points }) => points < 409);
    expect(full.length).toBeGreaterThan(120);
    expect(full.filter(({ points, fitted }) => !(points >= fitted))).toEqual([]);
    // In a narrow column lines that are about to wrap may take two more.
    const twoLines = 30;
    expect(full.filter(({ there, fitted }) => there > 1.35 * fitted + twoLines)).toEqual([]);
    const sum = (key: 'there' | 'fitted') => full.reduce((total, height) => total + height[key], 0);
    expect(sum('there') / sum('fitted')).toBeLessThan(1.35);
  });

  describeWith('pdftotext', 'in print', () => {
    it('loses no word', () => {
      const pdf = convertWithLibreOffice(file, 'pdf', join(folder, 'pdf'));
      const printed = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
      const have = printed.replace(/\s/g, '');
      const rows = sheet(14).heights;
      const lost = shown
        .filter((_, index) => (rows.get(index + 1) ?? 0) < 409)
        .flatMap(({ text }) => text.split(/\s+/))
        .filter((word) => !have.includes(word));
      expect(lost).toEqual([]);
    });
  });
});
