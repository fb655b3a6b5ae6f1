import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { cellTexts, goodGrid, reasonOf } from '../../fixtures/grid-text';
import {
  OFFICE_RELATIONS,
  rawXlsx,
  relation,
  type RawSheet,
  type RawWorkbook,
} from '../../fixtures/raw-xlsx';

const read = (workbook: RawWorkbook) => readWorkbookFile(rawXlsx(workbook));
const readSheet = (sheet: RawSheet, workbook: RawWorkbook = {}) => read({ ...workbook, sheets: [sheet] });
const row = (cells: string): string => `<row r="1">${cells}</row>`;

describe('values', () => {
  it('reads every kind of a cell', () => {
    const rows = row(
      '<c r="A1"><v>12.5</v></c><c r="B1" t="n"><v>-1E-3</v></c><c r="C1" t="s"><v>0</v></c>' +
        '<c r="D1" t="inlineStr"><is><t>строка</t></is></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c>' +
        '<c r="G1" t="e"><v>#REF!</v></c><c r="H1" t="d"><v>2021-10-01T00:00:00</v></c>',
    );
    expect(cellTexts(readSheet({ rows }, { strings: '<si><t>общая</t></si>' }))).toEqual({
      A1: '12.5',
      B1: '-0.001',
      C1: '«общая»',
      D1: '«строка»',
      E1: 'ИСТИНА',
      F1: 'ЛОЖЬ',
      G1: '#REF!',
      H1: 'дата 2021-10-01',
    });
  });

  it('leaves out empty cells, styled or not, and constants that are empty texts', () => {
    const rows = row(
      '<c r="A1" s="3"/><c r="B1"/><c r="C1" t="s"><v>0</v></c><c r="D1"><v></v></c><c r="E1" t="inlineStr"><is><t/></is></c><c r="F1"><v>0</v></c>',
    );
    expect(cellTexts(readSheet({ rows }, { strings: '<si><t></t></si>' }))).toEqual({ F1: '0' });
  });

  it('keeps as text what is no number in a number cell', () => {
    const rows = row('<c r="A1"><v>0,16</v></c><c r="B1"><v>NaN</v></c><c r="C1"><v>1E999</v></c>');
    expect(cellTexts(readSheet({ rows }))).toEqual({ A1: '«0,16»', B1: '«NaN»', C1: '«1E999»' });
  });

  it.each([
    ['a shared string without a number', '<c r="A1" t="s"><v>первая</v></c>'],
    ['a shared string that is not there', '<c r="A1" t="s"><v>1</v></c>'],
    ['a boolean that is none', '<c r="A1" t="b"><v>5</v></c>'],
    ['a type that nobody knows', '<c r="A1" t="zzz"><v>5</v></c>'],
  ])('refuses %s', (_, cell) => {
    expect(reasonOf(readSheet({ rows: row(cell) }, { strings: '<si><t>одна</t></si>' }))).toBe(
      'unreadable-part',
    );
  });

  it('reads texts as they are shown: runs joined, phonetic readings left out, escapes decoded', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Кван</t></r><r><t>ториум</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>а_x000D_б_x005F_x000D_в&amp;&#x433;<![CDATA[<д>]]></t></si>';
    const rows = row(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
        '<c r="D1" t="inlineStr"><is><r><t>бо</t></r><rPh><t>x</t></rPh><r><t>гато</t></r></is></c>',
    );
    expect(cellTexts(readSheet({ rows }, { strings }))).toEqual({
      A1: '«Кванториум»',
      B1: '«東京»',
      C1: '«а\rб_x000D_в&г<д>»',
      D1: '«богато»',
    });
  });

  it('takes `__proto__` and `constructor` for texts like any other', () => {
    const rows = row('<c r="A1" t="inlineStr"><is><t>__proto__</t></is></c><c r="B1" t="s"><v>0</v></c>');
    const result = read({
      strings: '<si><t>constructor</t></si>',
      sheets: [{ name: '__proto__', rows }, { name: 'constructor' }],
    });
    expect(cellTexts(result)).toEqual({ A1: '«__proto__»', B1: '«constructor»' });
    expect(goodGrid(result).sheets.map((sheet) => sheet.name)).toEqual(['__proto__', 'constructor']);
  });
});

describe('formulas', () => {
  it('flags them and keeps their cached values', () => {
    const rows = row(
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"а"</f><v>а</v></c><c r="C1" t="str"><f>""</f><v></v></c>' +
        '<c r="D1"><f>A1</f></c><c r="E1"><f>A1</f><v/></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1" t="b"><f>A1=2</f><v>1</v></c>',
    );
    expect(cellTexts(readSheet({ rows }))).toEqual({
      A1: '=1+1 → 2',
      B1: '="а" → «а»',
      C1: '="" → «»',
      D1: '=A1 → не вычислено',
      E1: '=A1 → не вычислено',
      F1: '=1/0 → #DIV/0!',
      G1: '=A1=2 → ИСТИНА',
    });
  });

  it('flags the followers of shared formulas and every cell of an array formula', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c><c r="C1"><f t="array" ref="C1:C2">B1:B2</f><v>5</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="C2"><v>7</v></c></row>' +
      '<row r="3"><c r="C3"><v>8</v></c></row>';
    expect(cellTexts(readSheet({ rows }))).toEqual({
      A1: '=B1*2 → 4',
      C1: '=B1:B2 → 5',
      A2: '= → 6',
      C2: '= → 7',
      C3: '8',
    });
  });
});

describe('places', () => {
  it('counts on where rows and cells have no address', () => {
    const rows =
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>';
    expect(cellTexts(readSheet({ rows }))).toEqual({ A1: '1', C1: '3', C5: '4', D5: '5', A6: '6' });
  });

  it('puts cells in reading order', () => {
    const rows =
      '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>';
    expect(Object.keys(cellTexts(readSheet({ rows })))).toEqual(['A1', 'A2', 'B2']);
  });

  it('refuses two values for one cell', () => {
    const rows = row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>');
    expect(reasonOf(readSheet({ rows }))).toBe('unreadable-part');
  });

  it('reads the last cell of a sheet', () => {
    const rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const before = '<dimension ref="A1:XFD1048576"/>';
    expect(cellTexts(readSheet({ rows, before }))).toEqual({ XFD1048576: '1' });
  });

  it.each(['XFE1', 'A1048577', 'A0', 'AAAA1', '1A', 'A', '', 'A1:B2'])(
    'refuses the address «%s»',
    (address) => {
      expect(reasonOf(readSheet({ rows: `<row><c r="${address}"><v>1</v></c></row>` }))).toBe(
        'unreadable-part',
      );
    },
  );

  it.each(['0', '1048577', '-1', '1.5', 'x'])('refuses the row «%s»', (number) => {
    expect(reasonOf(readSheet({ rows: `<row r="${number}"/>` }))).toBe('unreadable-part');
  });

  it('refuses a cell after the last column of a row', () => {
    const rows = '<row r="1"><c r="XFD1"/><c><v>1</v></c></row>';
    expect(reasonOf(readSheet({ rows }))).toBe('unreadable-part');
  });

  it('gives a merged area once, as its first cell', () => {
    const cell = (address: string): string => `<c r="${address}"><v>1</v></c>`;
    const rows = `<row r="1">${['A1', 'B1', 'C1'].map(cell).join('')}</row><row r="2">${['A2', 'B2', 'C2'].map(cell).join('')}</row><row r="3">${['A3', 'C3'].map(cell).join('')}</row>`;
    const after = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C2:C3"/></mergeCells>';
    expect(Object.keys(cellTexts(readSheet({ rows, after })))).toEqual(['A1', 'C1', 'C2', 'A3']);
  });

  it('keeps the cells of a merged area that overlaps another: nothing is lost', () => {
    const cell = (address: string): string => `<c r="${address}"><v>1</v></c>`;
    const rows = `<row r="1">${['A1', 'B1', 'C1'].map(cell).join('')}</row>`;
    const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/></mergeCells>';
    expect(Object.keys(cellTexts(readSheet({ rows, after })))).toEqual(['A1', 'C1']);
  });

  it('gives the links that lead outside', () => {
    const rows = row(
      '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c>',
    );
    const after =
      '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1:C1" r:id="rId2"/><hyperlink ref="D1" location="Лист1!A1"/></hyperlinks>';
    const relations =
      relation('rId1', 'hyperlink', 'https://example.ru/?a=1&amp;b=2', 'External') +
      relation('rId2', 'hyperlink', '../отчёт.pdf', 'External');
    const cells = goodGrid(readSheet({ rows, after, relations })).sheets[0]?.cells;
    expect(cells?.map((cell) => cell.link)).toEqual([
      'https://example.ru/?a=1&b=2',
      '../отчёт.pdf',
      '../отчёт.pdf',
      undefined,
    ]);
  });

  it('does not miss links whose relations are gone', () => {
    const after = '<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>';
    expect(cellTexts(readSheet({ rows: row('<c r="A1"><v>1</v></c>'), after }))).toEqual({ A1: '1' });
  });
});

describe('dates', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="[Red]#,##0&quot;дней&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
  const dated = (value: number, style: number): string => `<row><c s="${style}"><v>${value}</v></c></row>`;

  it('are numbers in a cell with a date format', () => {
    const rows = [0, 1, 2, 3].map((style) => dated(44470, style)).join('');
    expect(Object.values(cellTexts(readSheet({ rows }, { styles })))).toEqual([
      '44470',
      'дата 2021-10-01',
      'дата 2021-10-01',
      '44470',
    ]);
  });

  it('count from 1904 where the workbook says so, and give their serial in the 1900 system', () => {
    const before = '<workbookPr date1904="1"/>';
    const [cell] =
      goodGrid(readSheet({ rows: dated(43008.5, 1) }, { styles, before })).sheets[0]?.cells ?? [];
    expect(cell?.value).toEqual({ kind: 'date', iso: '2021-10-01', serial: 44470.5 });
  });

  it('do without styles: then every number is a number', () => {
    const result = readSheet({ rows: dated(44470, 1) }, { parts: { 'xl/styles.xml': undefined } });
    expect(cellTexts(result)).toEqual({ A1: '44470' });
  });
});

describe('sheets', () => {
  it('are given in the order of the workbook, with what is hidden', () => {
    const sheets = [
      { name: 'Титул' },
      { name: '_meta', state: 'veryHidden' },
      { name: 'O&apos;Кей &quot;1&quot;', state: 'hidden' },
    ];
    expect(goodGrid(read({ sheets })).sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Титул', 'visible'],
      ['_meta', 'veryHidden'],
      ['O\'Кей "1"', 'hidden'],
    ]);
  });

  it('leave out charts', () => {
    const rels =
      relation('rId1', 'chartsheet', 'chartsheets/sheet1.xml') +
      relation('rId2', 'worksheet', 'worksheets/sheet2.xml');
    const result = read({
      sheets: [{ name: 'Диаграмма' }, { name: 'Лист' }],
      parts: { 'xl/_rels/workbook.xml.rels': `<Relationships>${rels}</Relationships>` },
    });
    expect(goodGrid(result).sheets.map((sheet) => sheet.name)).toEqual(['Лист']);
  });

  it('macros and external links are features of the workbook', () => {
    const parts = { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<externalLink/>' };
    expect(goodGrid(read({ parts })).features).toEqual(['macros', 'external-links']);
    expect(goodGrid(read({})).features).toEqual([]);
  });

  it('may have prefixes, strict names and any prefix for relations', () => {
    const xml =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:r><x:t>да</x:t></x:r></x:is></x:c><x:c r="B1"><x:f>1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const workbook = `<q:workbook xmlns:q="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:z="${strict}"><q:sheets><q:sheet name="Лист" sheetId="1" z:id="rId1"/></q:sheets></q:workbook>`;
    const rels = relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml').replace(OFFICE_RELATIONS, strict);
    const result = read({
      sheets: [{ xml }],
      parts: {
        'xl/workbook.xml': workbook,
        'xl/_rels/workbook.xml.rels': `<Relationships>${rels}</Relationships>`,
      },
    });
    expect(cellTexts(result)).toEqual({ A1: '«да»', B1: '=1 → 1' });
  });
});
