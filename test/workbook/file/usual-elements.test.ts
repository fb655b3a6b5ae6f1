/** Cells and strings in the usual words are read by a way of their own: it must say what the scanner of any XML says. */
import fc from 'fast-check';
import { DEFAULT_CAPS } from '../../../src/workbook/file/read/caps';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import type { FormulaDetail, ReadResult } from '../../../src/workbook/port';
import { rawXlsx } from '../../fixtures/raw-xlsx';

const RUNS = { seed: 2021, numRuns: 1500 };
const LIMIT = 40;

const text = fc.constantFrom(
  ...['', '1', '0', '12', '-2.5', '1E3', '0123456789', ' 7 ', 'Шуя', '_x000D_', 'a\r\nb', '\u00a0', '#REF!'],
  ...[
    '&amp;',
    '&quot;Ш&quot;',
    '&#1096;',
    '&#0;',
    '&нет;',
    '&',
    ']]>',
    '\u0001',
    '\ufffe',
    '<!-- -->',
    '<![CDATA[5]]>',
  ],
  ...['x'.repeat(LIMIT), 'x'.repeat(LIMIT + 1), 'ш'.repeat(LIMIT), '</v>', '<v>', '</c>', '<t>'],
);
const maybe = (of: fc.Arbitrary<string>, wrap: (inner: string) => string): fc.Arbitrary<string> =>
  fc.option(of, { nil: null }).map((inner) => (inner === null ? '' : wrap(inner)));

const address = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('A1', 'B1', 'C1', 'Z1', 'AA1', 'XFD1', 'A2', 'C1048576') },
  fc.constantFrom(
    'XFE1',
    'A1048577',
    'A0',
    'A01',
    'a1',
    '$A$1',
    'A',
    '1',
    '',
    'AAAA1',
    'A1B',
    'A12345678',
    'Б1',
  ),
);
const style = maybe(
  fc.constantFrom('0', '1', '2', '007', '9999999', '99999999', '', 'x', '-1'),
  (s) => ` s="${s}"`,
);
const type = maybe(
  fc.constantFrom('s', 'str', 'n', 'b', 'e', 'd', 'inlineStr', '', 'st', 'shared'),
  (t) => ` t="${t}"`,
);
const content = fc
  .tuple(
    maybe(text, (f) => `<f>${f}</f>`),
    maybe(text, (v) => `<v>${v}</v>`),
    fc.constantFrom('', '', '', ' ', '<is><t>5</t></is>'),
  )
  .map((pieces) => pieces.join(''));
const cell = fc
  .tuple(
    address,
    style,
    type,
    maybe(content, (inner) => inner),
  )
  .map(([r, s, t, inner]) => (inner === '' ? `<c r="${r}"${s}${t}/>` : `<c r="${r}"${s}${t}>${inner}</c>`));
const string = fc.oneof(
  text.map((inner) => `<si><t>${inner}</t></si>`),
  text.map((inner) => `<si><t xml:space="preserve">${inner}</t></si>`),
  text.map((inner) => `<si><t xml:space="default">${inner}</t><phoneticPr/></si>`),
  fc.constant('<si/>'),
);

/** Without the detail, which says at which byte a part goes wrong. */
function outcome(result: ReadResult): unknown {
  return result.ok ? result.grid : result.reason;
}

function read(rows: string, strings: string, formulas: FormulaDetail): unknown {
  const bytes = rawXlsx({
    sheets: [{ rows }],
    strings,
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  });
  return outcome(readWorkbookFile(bytes, { ...DEFAULT_CAPS, textLength: LIMIT }, undefined, formulas));
}

/** Says the same in words that are not the usual ones. */
const unusual = (xml: string): string => xml.replaceAll('<c r=', '<c  r=').replaceAll('<si><t', '<si ><t');

it.each(['texts', 'marks'] as const)(
  'cells and strings, good and bad ones, with formulas as %s',
  (formulas) => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 3 }),
        fc.array(string, { maxLength: 3 }),
        (cells, strings) => {
          const rows = `<row r="1">${cells.join('')}</row>`;
          const usual = read(rows, strings.join(''), formulas);
          accepted += typeof usual === 'object' ? 1 : 0;
          expect(usual).toEqual(read(unusual(rows), unusual(strings.join('')), formulas));
        },
      ),
      RUNS,
    );
    // Else the property would hold for want of anything that can be read.
    expect(accepted).toBeGreaterThan(RUNS.numRuns / 10);
  },
);
