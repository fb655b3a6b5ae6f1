/** Files that are unusual and good, and files that are no workbook or a broken one. */
import { deflateSync } from 'fflate';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { cellTexts, reasonOf } from '../../fixtures/grid-text';
import {
  MAIN,
  bytesOf,
  rawXlsx,
  relation,
  relationsXml,
  sheetXml,
  workbookParts,
  zipParts,
  type RawWorkbook,
} from '../../fixtures/raw-xlsx';
import { rawZip, type RawEntry } from '../../fixtures/raw-zip';

const ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Шуя</t></is></c></row>';
const GOOD: RawWorkbook = { sheets: [{ rows: ROWS }] };
const SHEET = 'xl/worksheets/sheet1.xml';
const read = (bytes: Uint8Array) => readWorkbookFile(bytes);
const entries = (workbook: RawWorkbook = GOOD): RawEntry[] =>
  Object.entries(workbookParts(workbook)).map(([name, data]) => ({ name, data: bytesOf(data) }));
/** The good workbook with something else said of its sheet's entry. */
const withSheetEntry = (change: Partial<RawEntry>): Uint8Array =>
  rawZip(entries().map((entry) => (entry.name === SHEET ? { ...entry, ...change } : entry)));
const withParts = (parts: NonNullable<RawWorkbook['parts']>): Uint8Array => rawXlsx({ ...GOOD, parts });
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(bigEndian ? little.swap16() : little);
};

describe('good files of unusual make', () => {
  const good: [string, Uint8Array][] = [
    ['stored, not packed', withSheetEntry({ method: 0 })],
    ['sizes in data descriptors', rawZip(entries().map((entry) => ({ ...entry, dataDescriptor: true })))],
    [
      'zip64',
      rawZip(
        entries().map((entry) => ({ ...entry, zip64: true })),
        { zip64End: true },
      ),
    ],
    [
      'a comment and bytes after the end',
      rawZip(entries(), { comment: 'примечание', trailing: bytesOf('\r\n\r\n') }),
    ],
    [
      'backslashes in names',
      rawZip(entries().map((entry) => ({ ...entry, name: entry.name.replaceAll('/', '\\') }))),
    ],
    ['names in capitals', rawZip(entries().map((entry) => ({ ...entry, name: entry.name.toUpperCase() })))],
    [
      'names that lead out of the zip, which nobody wants',
      withParts({ '../../etc/passwd': 'x', '/C:/autoexec.bat': 'x' }),
    ],
    ['no relations of the package', withParts({ '_rels/.rels': undefined })],
    ['no content types', withParts({ '[Content_Types].xml': undefined })],
    [
      'no styles and no shared strings',
      withParts({ 'xl/styles.xml': undefined, 'xl/sharedStrings.xml': undefined }),
    ],
    [
      'relations of a sheet that lead back to the workbook',
      withParts({
        'xl/worksheets/_rels/sheet1.xml.rels': relationsXml(
          relation('rId1', 'officeDocument', '../workbook.xml'),
        ),
      }),
    ],
    ['UTF-8 with a mark', withParts({ [SHEET]: `\ufeff${sheetXml({ rows: ROWS })}` })],
    [
      'UTF-16, little end first',
      withParts({ [SHEET]: utf16(sheetXml({ rows: ROWS }).replace('UTF-8', 'UTF-16'), false) }),
    ],
    [
      'UTF-16, big end first',
      withParts({ [SHEET]: utf16(sheetXml({ rows: ROWS }).replace('UTF-8', 'UTF-16'), true) }),
    ],
    ['UTF-16 without a mark', withParts({ [SHEET]: utf16(sheetXml({ rows: ROWS }), false).subarray(2) })],
    [
      'broken parts that are not wanted',
      withParts({ 'xl/theme/theme1.xml': '<a', 'docProps/app.xml': new Uint8Array([0xff]) }),
    ],
  ];

  it.each(good)('%s', (_, bytes) => {
    expect(cellTexts(read(bytes))).toEqual({ A1: '«Шуя»' });
  });

  it('are found where their relations say', () => {
    const parts = workbookParts(GOOD);
    const moved = zipParts({
      '_rels/.rels': relationsXml(relation('x', 'officeDocument', '/book/main.xml')),
      'book/main.xml': parts['xl/workbook.xml'] ?? '',
      'book/_rels/main.xml.rels': relationsXml(relation('rId1', 'worksheet', '../pages/one.xml')),
      'pages/one.xml': parts[SHEET] ?? '',
    });
    expect(cellTexts(read(moved))).toEqual({ A1: '«Шуя»' });
  });
});

describe('files that are no workbook', () => {
  const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]);
  const others: [string, string, Uint8Array][] = [
    ['nothing', 'empty', new Uint8Array()],
    ['.xls, or .xlsx with a password', 'old-or-encrypted', compound],
    ['a zip with a password', 'old-or-encrypted', withSheetEntry({ flags: 1 })],
    ['.csv', 'not-a-workbook', bytesOf('Показатель;Факт\n2.1;12')],
    ['.html', 'not-a-workbook', bytesOf('<html><table><tr><td>1</td></tr></table></html>')],
    ['.exe', 'not-a-workbook', bytesOf('MZ\u0090\u0000')],
    ['two letters', 'not-a-workbook', bytesOf('PQ')],
    [
      '.docx',
      'not-a-workbook',
      zipParts({
        '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'word/document.xml')),
        'word/document.xml': '<w:document/>',
      }),
    ],
    ['a zip of something else', 'not-a-workbook', zipParts({ 'photo.jpg': 'x' })],
    ['an empty zip', 'not-a-workbook', rawZip([])],
    [
      '.ods',
      'opendocument',
      rawZip([
        { name: 'mimetype', method: 0, data: bytesOf('application/vnd.oasis.opendocument.spreadsheet') },
        { name: 'content.xml', data: bytesOf('<x/>') },
      ]),
    ],
    [
      '.ods without its mark',
      'opendocument',
      zipParts({ 'META-INF/manifest.xml': '<x/>', 'content.xml': '<x/>' }),
    ],
    ['.xlsb', 'binary-workbook', zipParts({ 'xl/workbook.bin': 'x' })],
    [
      '.xlsb of another name',
      'binary-workbook',
      zipParts({
        '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'book/main.bin')),
        'book/main.bin': 'x',
      }),
    ],
  ];

  it.each(others)('%s: %s', (_, reason, bytes) => {
    expect(reasonOf(read(bytes))).toBe(reason);
  });
});

describe('damaged zips', () => {
  const good = rawXlsx(GOOD);
  const spoiled = (from: number, to: number): Uint8Array => {
    const bytes = Uint8Array.from(good);
    bytes.fill(0x55, from, to);
    return bytes;
  };
  const sheet = bytesOf(sheetXml({ rows: ROWS }));
  const damaged: [string, Uint8Array][] = [
    ['only its first bytes', good.subarray(0, 4)],
    ['the directory cut off', good.subarray(0, Math.floor(good.length / 2))],
    ['the last byte but 21 cut off', good.subarray(0, good.length - 21)],
    [
      'the first half cut out',
      Uint8Array.from([0x50, 0x4b, 3, 4, ...good.subarray(Math.floor(good.length / 2))]),
    ],
    ['bytes changed in the middle', spoiled(60, 400)],
    ['a checksum that is wrong', withSheetEntry({ crc: 1 })],
    ['a size that is too small', withSheetEntry({ size: 5 })],
    ['a size that is too large', withSheetEntry({ size: 0xfffffff0 })],
    ['packed data that is none', withSheetEntry({ packed: Uint8Array.from([7, 7, 7, 7]) })],
    ['packed data that ends early', withSheetEntry({ packed: deflateSync(sheet).subarray(0, 20) })],
    ['a packed size beyond the file', withSheetEntry({ packedSize: 0x7fffffff })],
    ['a place beyond the file', withSheetEntry({ offset: 0x7fffffff })],
    ['a place where no entry is', withSheetEntry({ offset: 5 })],
    ['entries that share bytes', withSheetEntry({ offset: 0 })],
    ['more entries promised than there are', rawZip(entries(), { count: 60 })],
    ['a part that is there twice', rawZip([...entries(), { name: SHEET, data: sheet }])],
  ];

  it.each(damaged)('%s', (_, bytes) => {
    expect(reasonOf(read(bytes))).toBe('damaged');
  });

  it('a zip cut anywhere is never read in part', () => {
    const reasons = new Set<string>();
    for (let length = 4; length < good.length - 1; length += 7) {
      reasons.add(reasonOf(read(good.subarray(0, length))));
    }
    expect([...reasons]).toEqual(['damaged']);
  });
});

describe('parts that can’t be read', () => {
  const entity = (value: string): string =>
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a ${value}>]>${sheetXml({ rows: '<row><c t="inlineStr"><is><t>&a;</t></is></c></row>' }).slice(56)}`;
  const unreadable: [string, Uint8Array][] = [
    ['a document type with an entity', withParts({ [SHEET]: entity('"aaaa"') })],
    ['an external entity', withParts({ [SHEET]: entity('SYSTEM "file:///etc/passwd"') })],
    [
      'an entity that nobody declared',
      withParts({ [SHEET]: sheetXml({ rows: '<row><c t="inlineStr"><is><t>&a;</t></is></c></row>' }) }),
    ],
    [
      'UTF-8 that is none',
      withParts({ [SHEET]: Uint8Array.from([...bytesOf(sheetXml({ rows: ROWS })), 0xff]) }),
    ],
    [
      'Windows-1251',
      withParts({
        [SHEET]: new Uint8Array(Buffer.from(sheetXml({ rows: ROWS }), 'latin1')).map((byte) =>
          byte === 0x28 ? 0xd8 : byte,
        ),
      }),
    ],
    ['UTF-16 that is none', withParts({ [SHEET]: Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]) })],
    ['XML that is cut', withParts({ [SHEET]: sheetXml({ rows: ROWS }).slice(0, -20) })],
    ['two roots', withParts({ [SHEET]: `${sheetXml({ rows: ROWS })}<worksheet/>` })],
    [
      'an attribute twice',
      withParts({ [SHEET]: `<worksheet><sheetData><row r="1" r="2"/></sheetData></worksheet>` }),
    ],
    ['no XML at all', withParts({ [SHEET]: 'Шуя' })],
    ['an empty part', withParts({ [SHEET]: '' })],
    ['a zero character in a text', withParts({ [SHEET]: sheetXml({ rows: ROWS.replace('Шуя', '\u0000') }) })],
    ['a sheet without a part', withParts({ [SHEET]: undefined })],
    ['a workbook without relations', withParts({ 'xl/_rels/workbook.xml.rels': undefined })],
    [
      'a sheet that is the workbook itself',
      withParts({
        'xl/_rels/workbook.xml.rels': relationsXml(relation('rId1', 'worksheet', 'workbook.xml')),
      }),
    ],
    [
      'a sheet outside the file',
      withParts({
        'xl/_rels/workbook.xml.rels': relationsXml(
          relation('rId1', 'worksheet', 'http://example.ru/sheet1.xml', 'External'),
        ),
      }),
    ],
    ['broken styles', withParts({ 'xl/styles.xml': '<styleSheet' })],
    ['no workbook part', withParts({ 'xl/workbook.xml': undefined })],
    ['a way of packing that nobody uses', withSheetEntry({ method: 9, packed: Uint8Array.from([1]) })],
  ];

  it.each(unreadable)('%s', (_, bytes) => {
    expect(reasonOf(read(bytes))).toBe('unreadable-part');
  });

  it('does not mind broken parts that no cell needs', () => {
    const strings = `<sst xmlns="${MAIN}"><si>`;
    expect(cellTexts(read(withParts({ 'xl/sharedStrings.xml': strings })))).toEqual({ A1: '«Шуя»' });
  });
});
