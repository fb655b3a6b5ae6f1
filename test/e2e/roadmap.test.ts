/** The roadmap as others see it: openpyxl's cells, LibreOffice's pages, and the order's own text. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertWithLibreOffice, describeWith, findProgram } from '../setup/programs';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { cellsOf, pagesOf } from './workbooks';
import { freshFolder, runWell } from './run-cli';

const ORDER = readFileSync(join(__dirname, '../fixtures/order-160-rp.txt'), 'utf8');
const A4_LANDSCAPE = /Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)/;

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The order's table: header and measures; a row that a page break has cut goes on in a row without a number. */
function orderTable(): readonly (readonly string[])[] {
  const table: string[][] = [];
  for (const line of ORDER.split('\n')) {
    const cells = line.split('\t').map((cell) => squeeze(cell.replaceAll(/<[^>]*>/g, ' ')));
    const last = table.at(-1);
    if (cells.length < 2) continue;
    if (cells[0] === '' && last)
      cells.forEach((cell, index) => (last[index] = squeeze(`${last[index]} ${cell}`)));
    else table.push(cells);
  }
  return table;
}

const [HEADER = [], ...MEASURES] = orderTable();

/** `pdftotext` breaks words nowhere but at the ends of lines. */
const wordsOf = (text: string): string[] => text.split(/[\s ]+/u).filter((word) => word !== '');

let roadmap = '';

beforeAll(() => {
  roadmap = join(freshFolder(), 'roadmap.xlsx');
  runWell(['roadmap', '--out', roadmap, '--today', '2021-01-15']);
});

itWithValidator('holds against the Open XML schema', async () => {
  expect(await validateOpenXml(roadmap)).toEqual([]);
});

describeWith('python3-openpyxl', 'read by openpyxl', () => {
  it('has the nine measures, word for word, under the order’s header', () => {
    expect(MEASURES).toHaveLength(9);
    const [sheets] = cellsOf([roadmap], false);
    const sheet = Object.entries(sheets?.['Дорожная карта'] ?? {});
    const rowOf = (text: string): string | undefined =>
      /\d+$/.exec(sheet.find(([, value]) => squeeze(String(value)) === text)?.[0] ?? '')?.[0];
    const cellsOfRow = (row: string | undefined): string[] =>
      ['A', 'B', 'C', 'D', 'E'].map((column) =>
        squeeze(String(sheets?.['Дорожная карта']?.[`${column}${row ?? ''}`] ?? '')),
      );
    expect(cellsOfRow(rowOf('Наименование мероприятия'))).toEqual(HEADER);
    expect(MEASURES.map(([, text = '']) => cellsOfRow(rowOf(text)))).toEqual(MEASURES);
  });

  it('is set up for A4 landscape with a header that repeats', () => {
    const [pages] = pagesOf([roadmap]);
    const page = pages?.['Дорожная карта'];
    expect(page).toMatchObject({ paper: 9, orientation: 'landscape', state: 'visible' });
    expect(page?.titleRows).toMatch(/^\$?\d+:\$?\d+$/);
  });
});

describeWith('soffice', 'printed by LibreOffice', () => {
  if (findProgram('pdftotext') === undefined) {
    it.skip('(skipped: this machine has no pdftotext)', () => undefined);
    return;
  }
  let pages: string[] = [];
  let pdf = '';

  beforeAll(() => {
    pdf = convertWithLibreOffice(roadmap, 'pdf', freshFolder());
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    pages = text.split('\f').filter((page) => page.trim() !== '');
  });

  it('has A4 landscape pages', () => {
    const sizes = execFileSync('pdfinfo', ['-f', '1', '-l', String(pages.length), pdf], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => /^Page\s+\d+ size/.test(line));
    expect(sizes).toHaveLength(pages.length);
    for (const size of sizes) expect(size.replace(/^Page\s+\d+ size/, 'Page size')).toMatch(A4_LANDSCAPE);
  });

  it('repeats the header on every page, and numbers pages from the second', () => {
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(squeeze(page)).toContain('Наименование мероприятия');
      const [top = ''] = page.split('\n').filter((line) => line.trim() !== '');
      const number = /^\d+$/.exec(top.trim())?.[0];
      expect(number).toBe(index === 0 ? undefined : String(index + 1));
    });
  });

  it('loses no word of the order’s table', () => {
    const printed = new Map<string, number>();
    const raw = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
    for (const word of wordsOf(raw)) printed.set(word, (printed.get(word) ?? 0) + 1);
    const missing = MEASURES.flat()
      .flatMap(wordsOf)
      .filter((word) => {
        const left = (printed.get(word) ?? 0) - 1;
        printed.set(word, left);
        return left < 0;
      });
    expect(missing).toEqual([]);
  });
});
