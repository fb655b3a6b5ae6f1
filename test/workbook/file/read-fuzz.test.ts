/** Good files with bytes and XML changed at random, from a fixed seed: a result every time, soon, and a bounded one. */
import fc from 'fast-check';
import { DEFAULT_CAPS } from '../../../src/workbook/file/read/caps';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import type { ReadResult } from '../../../src/workbook/port';
import { relation, workbookParts, zipParts, type Parts } from '../../fixtures/raw-xlsx';

const BOUNDED = { seed: 2021, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false };
/** A hang of one file would show as far more. */
const SOON_MS = 2_000;

const parts: Parts = workbookParts({
  before: '<workbookPr date1904="0"/>',
  strings: '<si><t>Шуя</t></si><si><r><t>Кван</t></r><r><t>ториум</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  sheets: [
    {
      name: 'Форма',
      before: '<dimension ref="A1:D3"/>',
      rows:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>412</v></c><c r="C1" s="1"><v>44470</v></c><c r="D1" t="b"><v>1</v></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Шуя</t></is></c><c r="B2"><f t="shared" ref="B2:B3" si="0">B1*2</f><v>824</v></c></row>' +
        '<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3"><f t="shared" si="0"/><v>1648</v></c></row>',
      after:
        '<mergeCells><mergeCell ref="A5:C9"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>',
      relations: relation('rId1', 'hyperlink', 'https://example.ru/', 'External'),
    },
    { name: '_meta', state: 'veryHidden', rows: '<row r="7"><c r="C7" t="s"><v>1</v></c></row>' },
  ],
});
const good = zipParts(parts);
const names = Object.keys(parts);

function expectBounded(bytes: Uint8Array): ReadResult {
  const start = performance.now();
  const result = readWorkbookFile(bytes);
  expect(performance.now() - start).toBeLessThan(SOON_MS);
  // Of small parts is remembered what they said under the same caps; under others they are read anew.
  expect(readWorkbookFile(bytes, { ...DEFAULT_CAPS })).toEqual(result);
  const cells = result.ok ? result.grid.sheets.flatMap((sheet) => sheet.cells) : [];
  expect(cells.length).toBeLessThan(1000);
  for (const cell of cells) {
    expect(cell.row >= 1 && cell.row <= 1_048_576 && cell.column >= 1 && cell.column <= 16_384).toBe(true);
    expect(cell.value?.kind === 'number' ? Number.isFinite(cell.value.number) : true).toBe(true);
  }
  return result;
}

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (share: number, length: number): number => Math.floor(share * length);

/** Pieces that XML and this format care about. */
const snippet = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    '&amp;',
    '&#0;',
    '&x;',
    '<c>',
    '</c>',
    '<row>',
    '</row>',
    '<v>',
    '</v>',
    '<is>',
    '<t/>',
  ),
  fc.constantFrom(
    ' r="A1"',
    ' r="XFD1048576"',
    ' r="XFE1"',
    ' r="-1"',
    ' t="s"',
    ' t="d"',
    ' s="99"',
    ' ref="A:XFD"',
    ' si="5"',
  ),
  fc.constantFrom(
    '<!DOCTYPE a>',
    '<!-- -->',
    '<![CDATA[',
    ']]>',
    '<?x?>',
    '\u0000',
    '\uffff',
    '_x0000_',
    '1e999',
    '-5',
    '../',
    '__proto__',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const edit = fc.record({ part: fc.constantFrom(...names), from: place, cut: fc.nat(12), put: snippet });

describe('changed at random', () => {
  it('the file that is changed is read to begin with', () => {
    const result = expectBounded(good);
    expect(result.ok && result.grid.sheets.map((sheet) => sheet.cells.length)).toEqual([8, 1]);
  });

  it('bytes of the file', () => {
    const change = fc.record({ from: place, byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(good);
        for (const { from, byte } of changes) {
          bytes[at(from, bytes.length)] = byte;
        }
        const result = expectBounded(bytes);
        // Whatever is read holds what was written: each part that is wanted has its checksum.
        if (result.ok && result.grid.sheets.length === 2) {
          expect(result.grid.sheets[0]?.cells.length).toBe(8);
        }
      }),
      { ...BOUNDED, numRuns: 1000 },
    );
  });

  it('length of the file', () => {
    fc.assert(
      fc.property(place, place, fc.uint8Array({ maxLength: 40 }), (from, to, put) => {
        const [start, end] = [at(from, good.length), at(to, good.length)].sort((a, b) => a - b);
        expectBounded(Uint8Array.from([...good.subarray(0, start), ...put, ...good.subarray(end)]));
      }),
      { ...BOUNDED, numRuns: 1000 },
    );
  });

  it('XML of the parts', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const changed = { ...parts };
        for (const { part, from, cut, put } of edits) {
          const text = String(changed[part]);
          const start = at(from, text.length);
          changed[part] = text.slice(0, start) + put + text.slice(start + cut);
        }
        expectBounded(zipParts(changed));
      }),
      { ...BOUNDED, numRuns: 1000 },
    );
  });

  it('numbers, names and values inside the parts', () => {
    const swap = fc.record({ part: fc.constantFrom(...names), which: fc.nat(500), put: snippet });
    fc.assert(
      fc.property(fc.array(swap, { minLength: 1, maxLength: 4 }), (swaps) => {
        const changed = { ...parts };
        for (const { part, which, put } of swaps) {
          // What stands in quotes or between tags, so that the XML mostly stays well-formed.
          const pieces = String(changed[part]).split(/(?<=")(?=[^<>"]*")|(?<=>)(?=[^<>]+<)/);
          const index = which % pieces.length;
          pieces[index] = (pieces[index] ?? '').replace(/^[^"<>]+/, put.replace(/[<>"&]/g, ''));
          changed[part] = pieces.join('');
        }
        expectBounded(zipParts(changed));
      }),
      { ...BOUNDED, numRuns: 1000 },
    );
  });
});
