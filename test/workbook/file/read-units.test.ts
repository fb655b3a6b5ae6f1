/** The small parts of the reader that can be asked on their own. */
import fc from 'fast-check';
import { crc32 as nodeCrc32 } from 'node:zlib';
import { readArea, type Area } from '../../../src/workbook/file/read/address';
import { coveringArea } from '../../../src/workbook/file/read/covering-area';
import { decodeText, type TextKind } from '../../../src/workbook/file/read/decode-text';
import { crc32 } from '../../../src/workbook/file/read/crc32';
import { isBuiltInDateFormat, isDateFormat } from '../../../src/workbook/date-format';
import { resolveTarget } from '../../../src/workbook/file/read/package';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { datedSerial, parseIsoDate } from '../../../src/workbook/serial-date';
import { decodeEscapes } from '../../../src/workbook/file/read/xml-text';
import { cellTexts } from '../../fixtures/grid-text';
import { rawXlsx } from '../../fixtures/raw-xlsx';

describe('date formats', () => {
  it.each([
    'dd.mm.yyyy',
    '[$-419]d mmmm yyyy;@',
    'h:mm',
    '[h]:mm',
    '[mm]',
    'mm:ss.0',
    'yyyy"г."',
    'General;d',
    '[Red]d.m',
    '\\dd',
    'D-MMM',
  ])('«%s» shows a date or a time', (code) => {
    expect(isDateFormat(code)).toBe(true);
  });

  it.each([
    'General',
    '0.00',
    '[Red]0',
    '[Yellow]0;[Magenta]0',
    '0.00E+00',
    '#,##0"days"',
    '0 \\d',
    '0_d*y',
    '[$USD-409]0',
    '@',
    '[<5]0',
    '"незакрытая d',
    '[незакрытая d',
    '',
  ])('«%s» does not', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });

  it('built-in ones are known by number', () => {
    const ids = Array.from({ length: 60 }, (_, id) => id).filter(isBuiltInDateFormat);
    expect(ids).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53,
      54, 55, 56, 57, 58,
    ]);
  });
});

describe('serial numbers', () => {
  it.each([
    [0, '1899-12-31'],
    [0.5, '1899-12-31'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-28'],
    [61, '1900-03-01'],
    [44470.99, '2021-10-01'],
    [2958465, '9999-12-31'],
  ])('%d is %s', (serial, iso) => {
    expect(datedSerial(serial, false)).toEqual({ iso, serial });
  });

  it.each([-1, -0.5, 2958466, 1e300])('%d is no date', (serial) => {
    expect(datedSerial(serial, false)).toBeUndefined();
  });

  it('of 1904 begin on 1 January 1904', () => {
    expect(datedSerial(0, true)).toEqual({ iso: '1904-01-01', serial: 1462 });
    expect(datedSerial(2957003, true)?.iso).toBe('9999-12-31');
    expect(datedSerial(2957004, true)).toBeUndefined();
  });

  it('are what a written date says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
        const dated = datedSerial(serial, false);
        expect(parseIsoDate(dated?.iso ?? '')).toEqual(dated);
      }),
      { seed: 2021 },
    );
    expect(parseIsoDate('1900-01-01')).toEqual({ iso: '1900-01-01', serial: 1 });
    expect(parseIsoDate('1900-02-28')?.serial).toBe(59);
    expect(parseIsoDate('2021-10-01T12:00:00Z')).toEqual({ iso: '2021-10-01', serial: 44470.5 });
    expect(parseIsoDate('18:00')).toEqual({ iso: '1899-12-31', serial: 0.75 });
  });

  it.each(['', '2021-02-29', '2021-13-01', '1899-12-31', '01.10.2021', '2021'])(
    '«%s» is no written date',
    (text) => {
      expect(parseIsoDate(text)).toBeUndefined();
    },
  );
});

describe('areas', () => {
  it('may be whole columns and rows', () => {
    const areaOf = (text: string): Area | undefined => {
      const bytes = new TextEncoder().encode(`«${text}»`);
      return readArea({ bytes, from: 2, to: bytes.length - 2, kind: 'value' });
    };
    expect(areaOf('$B$2:C3')).toEqual({ top: 2, left: 2, bottom: 3, right: 3 });
    expect(areaOf('B2')).toEqual({ top: 2, left: 2, bottom: 2, right: 2 });
    expect(areaOf('b2:c3')).toEqual({ top: 2, left: 2, bottom: 3, right: 3 });
    expect(areaOf('A:C')).toEqual({ top: 1, left: 1, bottom: 1048576, right: 3 });
    expect(areaOf('2:5')).toEqual({ top: 2, left: 1, bottom: 5, right: 16384 });
    for (const none of ['', '$', ':', 'A1:', ':A1', 'A1:B2:C3', 'A1 B2', '#REF!', 'A1:Б2']) {
      expect([none, areaOf(none)]).toEqual([none, undefined]);
    }
  });

  it('cover the cells inside them, however the areas lie', () => {
    const areaOf = (top: number, left: number, height: number, width: number): Area => ({
      top,
      left,
      bottom: top + height - 1,
      right: left + width - 1,
    });
    const size = fc.integer({ min: 1, max: 4 });
    const place = fc.integer({ min: 1, max: 12 });
    const apart = (areas: readonly Area[]): Area[] =>
      areas.filter((area, index) =>
        areas
          .slice(0, index)
          .every(
            (o) => o.bottom < area.top || o.top > area.bottom || o.right < area.left || o.left > area.right,
          ),
      );
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, size, size), { maxLength: 25 }), (tuples) => {
        // Only pairs that are apart from all before them: those of real sheets.
        const areas: Area[] = [];
        for (const tuple of tuples) {
          const next = [...areas, areaOf(...tuple)];
          if (apart(next).length === next.length) {
            areas.push(areaOf(...tuple));
          }
        }
        const ask = coveringArea(areas);
        for (let row = 1; row <= 15; row += 1) {
          for (let column = 1; column <= 15; column += 1) {
            const expected = areas.find(
              (area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right,
            );
            expect(ask(row, column)).toBe(expected);
          }
        }
      }),
      { seed: 2021 },
    );
  });
});

describe('names and texts', () => {
  it.each([
    ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/worksheets/sheet1.xml', '../sharedStrings.xml', 'xl/sharedStrings.xml'],
    ['', './xl/workbook.xml', 'xl/workbook.xml'],
    ['xl/workbook.xml', '../../../etc/passwd', 'etc/passwd'],
    ['xl/workbook.xml', 'work%20sheets\\a.xml#x', 'xl/work sheets/a.xml'],
    ['xl/workbook.xml', '%E0%A4%A', 'xl/%E0%A4%A'],
  ])('from «%s», «%s» is «%s»', (source, target, name) => {
    expect(resolveTarget(source, target)).toBe(name);
  });

  it('decodes escapes once', () => {
    expect(decodeEscapes('_x005F_x000D_ _x000d_ _xD83D__xDE00_ _x1_ _x00')).toBe('_x000D_ \r 😀 _x1_ _x00');
  });

  it('sums as zip does, in pieces as at once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(nodeCrc32(bytes));
      }),
      { seed: 2021 },
    );
  });
});

describe('texts that were said before', () => {
  const decode = (text: string, kind: TextKind): string => {
    const bytes = new TextEncoder().encode(`<${text}<`);
    return decodeText(bytes, 1, bytes.length - 1, kind);
  };

  it('are the texts of their own bytes, however many there are and however alike they look', () => {
    // Each differs in one place, and all together are more than is kept at once.
    const texts = Array.from(
      { length: 6000 },
      (_, index) => `${'ш'.repeat(500)}${index}${'щ'.repeat(index % 7)}`,
    );
    for (const round of [1, 2]) {
      for (const text of texts) expect([round, decode(text, 'text') === text]).toEqual([round, true]);
    }
  });

  it('are known in their order, in another, and when there are more than can be counted', () => {
    const texts = Array.from({ length: 40_000 }, (_, index) => `т${index}`);
    for (const round of [texts, texts.slice(0, 300), texts.slice(0, 300), texts.toReversed()]) {
      for (const text of round) expect(decode(text, 'text')).toBe(text);
    }
  });

  it('end where their «<» stands, whatever text was expected there', () => {
    const words = fc.constantFrom('Ш', 'Шу', 'Шуя', 'Шуя ', 'Шуя&amp;', 'Я', '');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (read) => {
        const strings = read.map((word) => `<si><t>${word}</t></si>`).join('');
        const cells = read.map((_, index) => `<c r="A${index + 1}" t="s"><v>${index}</v></c>`);
        const rows = cells.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join('');
        const shown = read.map((word, index) => [`A${index + 1}`, `«${word.replace('&amp;', '&')}»`]);
        expect(cellTexts(readWorkbookFile(rawXlsx({ sheets: [{ rows }], strings })))).toEqual(
          Object.fromEntries(shown.filter(([, text]) => text !== '«»')),
        );
      }),
      { seed: 2021, numRuns: 500 },
    );
  });

  it('differ by what they are read as', () => {
    expect((['text', 'value', 'raw', 'text'] as const).map((kind) => decode('a&amp;\n', kind))).toEqual([
      'a&\n',
      'a& ',
      'a&amp;\n',
      'a&\n',
    ]);
  });
});
