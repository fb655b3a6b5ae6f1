import { zipSync } from 'fflate';
import { FILE_PROBLEMS } from '../../../src/text/file-problems';
import { bracesElsewhere } from '../../../src/workbook/file/fill-cells-elsewhere';
import { fillCells } from '../../../src/workbook/file/fill-cells';
import { readParts } from '../../../src/workbook/file/parts';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import type { SheetFilling } from '../../../src/workbook/fill';
import { MAIN, workbookParts, type RawWorkbook } from '../../fixtures/raw-xlsx';
import { writeParts } from '../../../src/workbook/file/parts';

const bytesOf = (workbook: RawWorkbook): Uint8Array =>
  writeParts(
    new Map(
      Object.entries(workbookParts(workbook)).map(([name, text]) => [
        name,
        typeof text === 'string' ? new TextEncoder().encode(text) : text,
      ]),
    ),
  );

/** Text of the first sheet's part, and its cells as the product's own reader has them. */
function filled(workbook: RawWorkbook, filling: Partial<SheetFilling>) {
  const result = fillCells(bytesOf(workbook), [{ sheet: 'Лист1', blocks: [], cells: [], ...filling }]);
  if (!result.ok) throw new Error(JSON.stringify(result.obstacles));
  const reading = readWorkbookFile(result.bytes);
  if (!reading.ok) throw new Error(reading.detail);
  const part = (name: string): string => new TextDecoder().decode(readParts(result.bytes).get(name));
  return {
    sheet: part('xl/worksheets/sheet1.xml'),
    part,
    cells: reading.grid.sheets[0]?.cells ?? [],
    remarks: result.remarks,
  };
}

const FORMATS =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;%&quot;"/></numFmts>' +
  '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs>';
const number = (value: number) => ({ kind: 'value', value, asText: '', percent: true }) as const;
const pieces = (start: number, end: number, text: string) =>
  ({ kind: 'pieces', pieces: [{ start, end, text }] }) as const;

describe('contents of cells', () => {
  it('give a hundredth where the format shows per cents, and only there', () => {
    const rows =
      '<row r="1"><c r="A1" s="2"/><c r="B1" s="3"/><c r="C1" t="inlineStr"><is><t>п</t></is></c></row>';
    const cells = [1, 2, 3].map((column) => ({ row: 1, column, copy: 0, filling: number(66.7) }));
    const { sheet } = filled({ sheets: [{ rows }], styles: FORMATS }, { cells });
    expect(sheet).toContain(
      '<c r="A1" s="2"><v>0.667</v></c><c r="B1" s="3"><v>66.7</v></c><c r="C1"><v>66.7</v></c>',
    );
  });

  it.each([
    ['', 44470],
    ['<workbookPr date1904="1"/>', 44470 - 1462],
  ])('give a date as the workbook counts days: %s', (before, serial) => {
    const filling = {
      kind: 'value',
      value: { date: '2021-10-01' },
      asText: '01.10.2021',
      percent: false,
    } as const;
    const cells = [1, 2].map((column) => ({ row: 1, column, copy: 0, filling }));
    const rows = '<row r="1"><c r="A1" s="1"/><c r="B1"/></row>';
    const made = filled({ before, sheets: [{ rows }], styles: FORMATS }, { cells });
    expect(made.sheet).toContain(`<c r="A1" s="1"><v>${serial}</v></c>`);
    // As the reader of forms has it, whichever way the days are counted.
    expect(made.cells.map(({ value }) => (value?.kind === 'date' ? value.iso : value))).toEqual([
      '2021-10-01',
      { kind: 'text', text: '01.10.2021' },
    ]);
  });

  it('keep the looks of the parts of a text, and whatever XML reserves', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">за {{пер</t></r><r><rPr><i/></rPr><t>иод}} &lt;&amp;</t></r></si>';
    const rows = '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>';
    const made = filled(
      { sheets: [{ rows }], strings, styles: FORMATS },
      { cells: [{ row: 1, column: 1, copy: 0, filling: pieces(3, 13, '<b>"_x0041_" & Co') }] },
    );
    expect(made.sheet).toContain('<r><rPr><b/></rPr>');
    expect(made.sheet).toContain('<r><rPr><i/></rPr>');
    expect(made.cells[0]?.value).toEqual({ kind: 'text', text: 'за <b>"_x0041_" & Co <&' });
    expect(made.part('xl/sharedStrings.xml')).toContain(strings);
  });

  it('are empty where nothing is left of a text', () => {
    const rows = '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>{{а}}</t></is></c></row>';
    const made = filled(
      { sheets: [{ rows }], styles: FORMATS },
      { cells: [{ row: 1, column: 1, copy: 0, filling: pieces(0, 5, '') }] },
    );
    expect(made.sheet).toContain('<c r="A1" s="1"/>');
  });
});

describe('rows', () => {
  it('may have no numbers of their own, and elements a prefix', () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>{{а}}</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const made = filled(
      { sheets: [{ xml }] },
      {
        blocks: [{ first: 1, last: 1, count: 2 }],
        cells: [0, 1].map((copy) => ({ row: 1, column: 1, copy, filling: pieces(0, 5, `№ ${copy}`) })),
      },
    );
    expect(made.cells.map(({ row, value }) => [row, value?.kind === 'text' ? value.text : value])).toEqual([
      [1, '№ 0'],
      [2, '№ 1'],
      [3, { kind: 'number', number: 7 }],
    ]);
  });

  it('write out the formulas that cells share, and say which formula keeps to the first copy', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><f t="shared" si="0"/><v>2</v></c><c r="C3"><f>A2</f><v>1</v></c></row>';
    const made = filled({ sheets: [{ rows }] }, { blocks: [{ first: 2, last: 2, count: 3 }] });
    expect(
      made.cells.filter(({ formula }) => formula !== undefined).map(({ row, formula }) => [row, formula]),
    ).toEqual([
      [1, 'A1*2'],
      [2, 'A2*2'],
      [3, 'A3*2'],
      [4, 'A4*2'],
      [5, 'A5*2'],
      [5, 'A2'],
    ]);
    expect(made.remarks).toEqual([{ sheet: 'Лист1', cell: 'C5' }]);
    expect(made.sheet).not.toContain('<f>A2</f><v>');
  });

  it('take the rules of the extension of 2009 with them', () => {
    const after =
      '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
      '<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" id="{0}"><xm:f>A3&gt;A$4</xm:f></x14:cfRule><xm:sqref>A3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>';
    const made = filled({ sheets: [{ rows, after }] }, { blocks: [{ first: 1, last: 1, count: 3 }] });
    expect(made.sheet).toContain('<xm:f>A5&gt;A$6</xm:f>');
    expect(made.sheet).toContain('<xm:sqref>A5</xm:sqref>');
  });
});

it.each([
  ['<customSheetViews/>', 'custom-views'],
  ['<scenarios/>', 'scenarios'],
  ['<controls/>', 'form-control'],
])('says what can’t move with its rows: %s', (after, kind) => {
  const result = fillCells(bytesOf({ sheets: [{ rows: '<row r="1"/>', after }] }), [
    { sheet: 'Лист1', blocks: [{ first: 1, last: 1, count: 2 }], cells: [] },
  ]);
  expect(result).toEqual({ ok: false, obstacles: [expect.objectContaining({ sheet: 'Лист1', kind })] });
});

it('refuses a workbook whose parts do not fit into memory, whichever of them it is', () => {
  const files = Object.fromEntries([...readParts(bytesOf({}))]);
  const bomb = zipSync({ ...files, 'xl/media/image1.png': new Uint8Array(257 * 1024 * 1024) }, { level: 1 });
  expect(bomb.length).toBeLessThan(4 * 1024 * 1024);
  for (const run of [() => fillCells(bomb, []), () => bracesElsewhere(bomb)]) {
    expect(run).toThrow(FILE_PROBLEMS['too-large']);
  }
});
