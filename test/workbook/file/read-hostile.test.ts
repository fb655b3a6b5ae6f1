/** Files made to harm, and honest ones whose size is only said: each ends soon, and with the true reason. */
import { gzipSync } from 'fflate';
import { DEFAULT_CAPS, type ReadCaps } from '../../../src/workbook/file/read/caps';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import type { ReadResult } from '../../../src/workbook/port';
import { cellTexts, goodGrid, reasonOf } from '../../fixtures/grid-text';
import { packedRepeats } from '../../fixtures/packed-repeats';
import {
  bytesOf,
  rawXlsx,
  sheetXml,
  workbookParts,
  type RawSheet,
  type RawWorkbook,
} from '../../fixtures/raw-xlsx';
import { rawZip, type RawEntry } from '../../fixtures/raw-zip';

const SHEET = 'xl/worksheets/sheet1.xml';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
/** Far above what any of them needs, far below a hang. */
const SOON_MS = 20_000;

function readSoon(bytes: Uint8Array, caps?: Partial<ReadCaps>): ReadResult {
  const start = performance.now();
  const result = readWorkbookFile(bytes, caps && { ...DEFAULT_CAPS, ...caps });
  expect(performance.now() - start).toBeLessThan(SOON_MS);
  return result;
}

const sheetFile = (sheet: RawSheet, workbook: RawWorkbook = {}): Uint8Array =>
  rawXlsx({ ...workbook, sheets: [sheet] });

/** A workbook with one part put in as packed data. */
function withPacked(
  name: string,
  packed: Uint8Array,
  size: number,
  workbook: RawWorkbook = { sheets: [{ rows: ROWS }] },
): Uint8Array {
  const entries: RawEntry[] = Object.entries(workbookParts(workbook))
    .filter(([other]) => other !== name)
    .map(([other, data]) => ({ name: other, data: bytesOf(data) }));
  return rawZip([...entries, { name, data: new Uint8Array(), packed, size }]);
}

const MIB = 1024 * 1024;
const sheetHead = '<worksheet><sheetData>';
const sheetTail = '</sheetData></worksheet>';

describe('zip bombs', () => {
  const zeros = packedRepeats('', new Uint8Array(16 * MIB), 64, '');

  it('a gibibyte of zeros for a sheet', () => {
    expect(reasonOf(readSoon(withPacked(SHEET, zeros, 1024 * MIB)))).toBe('too-large');
  });

  it('a gibibyte of zeros that says it is small', () => {
    expect(reasonOf(readSoon(withPacked(SHEET, zeros, 10)))).toBe('too-large');
  });

  it('a gibibyte of zeros in a part that nobody wants is not even unpacked', () => {
    expect(cellTexts(readSoon(withPacked('xl/media/image1.bin', zeros, 1024 * MIB)))).toEqual({ A1: '1' });
  });

  it('a gibibyte of one shared string', () => {
    const strings = packedRepeats('<sst><si><t>', Buffer.alloc(16 * MIB, 'а'), 64, '</t></si></sst>');
    const sheets = [{ rows: '<row><c t="s"><v>0</v></c></row>' }];
    expect(reasonOf(readSoon(withPacked('xl/sharedStrings.xml', strings, 1024 * MIB, { sheets })))).toBe(
      'too-large',
    );
  });

  it('a gibibyte of white space that packs badly enough to pass the ratio', () => {
    const noise = Buffer.alloc(MIB, ' ');
    for (let at = 0; at < noise.length; at += 50) {
      noise[at] = 9 + ((at * 7919) % 2);
      noise[at + ((at * 31) % 49)] = 10;
    }
    const packed = packedRepeats(sheetHead, noise, 1024, sheetTail);
    expect((1024 * MIB) / packed.length).toBeLessThan(DEFAULT_CAPS.ratio);
    const result = readSoon(withPacked(SHEET, packed, 1024 * MIB));
    expect(result).toMatchObject({
      ok: false,
      reason: 'too-large',
      detail: expect.stringContaining('bytes of') as string,
    });
  });

  it('many sheets that share one large part', () => {
    const text = `${sheetHead}${ROWS}${' '.repeat(2 * MIB)}${sheetTail}`;
    const sheets = Array.from({ length: 30 }, () => ({}));
    const parts = workbookParts({ sheets });
    const rels = String(parts['xl/_rels/workbook.xml.rels']).replace(/sheet\d+\.xml/g, 'sheet1.xml');
    const file = rawXlsx({ sheets, parts: { 'xl/_rels/workbook.xml.rels': rels, [SHEET]: text } });
    expect(reasonOf(readSoon(file, { totalBytes: 40 * MIB }))).toBe('too-large');
    expect(goodGrid(readSoon(file)).sheets).toHaveLength(30);
  });

  it('a zip within the zip is not opened', () => {
    const inner = rawXlsx({});
    expect(reasonOf(readSoon(sheetFile({ xml: inner })))).toBe('unreadable-part');
    expect(reasonOf(readSoon(gzipSync(inner)))).toBe('not-a-workbook');
  });

  it('sixty thousand entries', () => {
    const many = Array.from({ length: 60_000 }, (_, index) => ({
      name: `a${index}`,
      method: 0,
      data: new Uint8Array(),
    }));
    expect(reasonOf(readSoon(rawZip(many)))).toBe('too-large');
  });

  it('an end record that promises four thousand million entries', () => {
    expect(
      reasonOf(readSoon(rawZip([{ name: 'a', data: new Uint8Array() }], { zip64End: true, count: 2 ** 32 }))),
    ).toBe('too-large');
  });

  it('ten thousand entries of one name', () => {
    const many = Array.from({ length: 9_999 }, () => ({
      name: 'xl/workbook.xml',
      method: 0,
      data: new Uint8Array(),
    }));
    expect(reasonOf(readSoon(rawZip(many)))).toBe('damaged');
  });
});

describe('sizes that are only said', () => {
  const twelve = Array.from({ length: 12 }, (_, index) => {
    const column = String.fromCharCode(65 + index);
    return `<dataValidation type="whole" sqref="${column}1:${column}1048576"><formula1>0</formula1></dataValidation>`;
  }).join('');
  const honest: [string, RawSheet][] = [
    [
      'validations over twelve whole columns',
      { rows: ROWS, after: `<dataValidations>${twelve}</dataValidations>` },
    ],
    [
      'a merge over a whole sheet',
      { rows: ROWS, after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' },
    ],
    [
      'conditional formats over a whole sheet',
      { rows: ROWS, after: '<conditionalFormatting sqref="A1:XFD1048576"/>' },
    ],
    [
      'a link over a whole sheet',
      { rows: ROWS, after: '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId9"/></hyperlinks>' },
    ],
    ['a dimension of a whole sheet', { rows: ROWS, before: '<dimension ref="A1:XFD1048576"/>' }],
    [
      'an array formula over a whole sheet',
      { rows: ROWS.replace('<v>', '<f t="array" ref="A1:XFD1048576">1</f><v>') },
    ],
    [
      'a shared formula over a whole sheet',
      { rows: ROWS.replace('<v>', '<f t="shared" si="0" ref="A1:XFD1048576">1</f><v>') },
    ],
  ];

  it.each(honest)('%s costs nothing', (_, sheet) => {
    const result = readSoon(sheetFile(sheet));
    expect(Object.keys(cellTexts(result))).toEqual(['A1']);
  });

  it('a name over a whole sheet costs nothing', () => {
    const names = `</sheets><definedNames><definedName name="всё">Лист1!$A$1:$XFD$1048576</definedName></definedNames><sheets>`;
    const parts = workbookParts({ sheets: [{ rows: ROWS }] });
    const workbook = String(parts['xl/workbook.xml']).replace('<sheets>', `<sheets>${names}`);
    const file = sheetFile({ rows: ROWS }, { parts: { 'xl/workbook.xml': workbook } });
    expect(cellTexts(readSoon(file))).toEqual({ A1: '1' });
  });

  it('eight thousand merged columns and 200,000 rows cost a search each', () => {
    const merges = Array.from({ length: 8000 }, (_, index) => index * 2 + 1).map((left) => {
      const letters = (column: number): string =>
        (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') +
        String.fromCharCode(65 + ((column - 1) % 26));
      return `<mergeCell ref="${letters(left)}1:${letters(left)}1048576"/>`;
    });
    const rows = Array.from(
      { length: 200_000 },
      (_, index) => `<row r="${index + 1}"><c r="Z${index + 1}"><v>1</v></c></row>`,
    );
    const file = sheetFile({ rows: rows.join(''), after: `<mergeCells>${merges.join('')}</mergeCells>` });
    expect(goodGrid(readSoon(file)).sheets[0]?.cells).toHaveLength(200_000);
  });

  it('a million styled empty rows are read as what they are: nothing', () => {
    const row = (number: number): string =>
      `<row r="${number}" spans="1:12" s="3" customFormat="1" ht="15.75" customHeight="1" x14ac:dyDescent="0.25"/>`;
    const rows = Array.from({ length: 1_000_000 }, (_, index) => row(index + 2)).join('');
    expect(cellTexts(readSoon(sheetFile({ rows: `${ROWS}${rows}` })))).toEqual({ A1: '1' });
  });

  it('of a million shared strings only the wanted are kept', () => {
    const strings = Array.from({ length: 1_000_000 }, (_, index) => `<si><t>строка ${index}</t></si>`).join(
      '',
    );
    const file = sheetFile(
      { rows: '<row><c t="s"><v>999999</v></c><c t="s"><v>0</v></c></row>' },
      { strings },
    );
    expect(cellTexts(readSoon(file))).toEqual({ A1: '«строка 999999»', B1: '«строка 0»' });
  });
});

describe('caps', () => {
  const many = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('');
  const cells = (count: number): string => `<row r="1">${many(count, () => '<c><v>1</v></c>')}</row>`;
  const beyond: [string, Uint8Array, Partial<ReadCaps>?][] = [
    ['bytes of the file', sheetFile({ rows: ROWS }), { fileBytes: 100 }],
    ['300,000 attributes', sheetFile({ xml: `<worksheet ${many(300_000, (index) => `a${index}="1" `)}/>` })],
    [
      '300,000 attributes of a cell',
      sheetFile({ rows: `<row><c ${many(300_000, (index) => `a${index}="1" `)}/></row>` }),
    ],
    ['deep nesting', sheetFile({ xml: `<worksheet>${'<a>'.repeat(500_000)}` })],
    ['cells', sheetFile({ rows: cells(101) }), { cells: 100 }],
    ['cells of all sheets', rawXlsx({ sheets: [{ rows: cells(60) }, { rows: cells(60) }] }), { cells: 100 }],
    ['sheets', rawXlsx({ sheets: Array.from({ length: 1001 }, () => ({})) })],
    [
      'merged areas',
      sheetFile({ after: `<mergeCells>${many(100_001, () => '<mergeCell ref="A1:B1"/>')}</mergeCells>` }),
    ],
    [
      'array formulas',
      sheetFile({ rows: `<row>${'<c><f t="array" ref="A1:B2">1</f></c>'.repeat(9)}</row>` }),
      { areas: 8 },
    ],
    [
      'links',
      sheetFile({ after: `<hyperlinks>${'<hyperlink ref="A1" r:id="a"/>'.repeat(9)}</hyperlinks>` }),
      { areas: 8 },
    ],
    [
      'an inline text',
      sheetFile({ rows: `<row><c t="inlineStr"><is><t>${'а'.repeat(300_000)}</t></is></c></row>` }),
    ],
    [
      'an inline text of many runs',
      sheetFile({
        rows: `<row><c t="inlineStr"><is>${'<r><t>аааааааааа</t></r>'.repeat(30_000)}</is></c></row>`,
      }),
    ],
    ['a value', sheetFile({ rows: `<row><c><v>${'1'.repeat(300_000)}</v></c></row>` })],
    ['a formula', sheetFile({ rows: `<row><c><f>${'1'.repeat(300_000)}</f></c></row>` })],
    [
      'a shared string',
      sheetFile(
        { rows: '<row><c t="s"><v>0</v></c></row>' },
        { strings: `<si><t>${'а'.repeat(300_000)}</t></si>` },
      ),
    ],
    ['cell formats', sheetFile({}, { styles: `<cellXfs>${'<xf/>'.repeat(100_002)}</cellXfs>` })],
    [
      'number formats',
      sheetFile(
        {},
        {
          styles: `<numFmts>${many(100_002, (index) => `<numFmt numFmtId="${index}" formatCode="0"/>`)}</numFmts>`,
        },
      ),
    ],
    [
      'relations',
      sheetFile(
        {},
        { parts: { '_rels/.rels': `<Relationships>${many(200, (index) => `<a id="${index}"/>`)}` } },
      ),
      { relationBytes: 1024 },
    ],
  ];

  // Rows differ in length, and `it.each` would take a missing argument for a callback.
  it.each(beyond.map(([title, bytes, caps = {}]) => [title, bytes, caps] as const))(
    '%s',
    (_, bytes, caps) => {
      expect(reasonOf(readSoon(bytes, caps))).toBe('too-large');
    },
  );

  it('are passed by exactly as many', () => {
    expect(reasonOf(readSoon(sheetFile({ rows: cells(100) }), { cells: 100 }))).toBe('прочитано');
    const text = '_x000D_'.repeat(32_767);
    const file = sheetFile({ rows: `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>` });
    expect(Object.values(cellTexts(readSoon(file)))[0]).toHaveLength(32_769);
  });

  it('a format code that invites backtracking', () => {
    const code = '['.repeat(150_000) + '&quot;'.repeat(7);
    const file = sheetFile(
      { rows: ROWS },
      { styles: `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts>` },
    );
    expect(cellTexts(readSoon(file))).toEqual({ A1: '1' });
  });

  it('a part of nothing but a document type', () => {
    const result = readSoon(
      sheetFile({ xml: `<!DOCTYPE x [${'<!ENTITY a "&b;&b;">'.repeat(10_000)}]>${sheetXml({})}` }),
    );
    expect(reasonOf(result)).toBe('unreadable-part');
  });
});
