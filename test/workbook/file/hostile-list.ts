/**
 * The list of what may come back from a school instead of an honest form, one entry an item. Each is made from a good form
 * or from nothing, and says what must be found in it: nothing wrong, or this.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FILE_PROBLEMS } from '../../../src/text/file-problems';
import { packedRepeats } from '../../fixtures/packed-repeats';
import { bytesOf, rawXlsx, relation, sheetXml, workbookParts } from '../../fixtures/raw-xlsx';
import { rawZip, type RawEntry } from '../../fixtures/raw-zip';

export interface Hostile {
  readonly item: string;
  readonly bytes: Uint8Array;
  /** Null: it is read, and nothing in it is an error. Else words of one of its errors. */
  readonly error: string | RegExp | null;
  /** Words of a finding of any level besides. */
  readonly also?: string | RegExp;
}

const MIB = 1024 * 1024;
const FORM = 'xl/worksheets/sheet2.xml';
const BOOK = 'xl/workbook.xml';
const BOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const TAIL = /<\/sheetData>.*$/s;

type Change = (xml: string) => string;

/** The entries of the good form, some of them changed, some added. */
function entriesOf(
  good: Uint8Array,
  changes: Readonly<Record<string, Change>> = {},
  added: Readonly<Record<string, string>> = {},
): RawEntry[] {
  const parts = Object.entries(unzipSync(good)).map(([name, data]): RawEntry => {
    const change = changes[name];
    return { name, data: change === undefined ? data : strToU8(change(strFromU8(data))) };
  });
  return [...parts, ...Object.entries(added).map(([name, xml]) => ({ name, data: strToU8(xml) }))];
}

/** A change that must change something: else the list would try nothing. */
function replace(what: string | RegExp, by: string): Change {
  return (xml) => {
    const changed = xml.replace(what, () => by);
    if (changed === xml) throw new Error(`nothing to replace: ${String(what)}`);
    return changed;
  };
}

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

export function hostileFiles(good: Uint8Array): readonly Hostile[] {
  const changed = (changes: Readonly<Record<string, Change>>, added: Readonly<Record<string, string>> = {}) =>
    rawZip(entriesOf(good, changes, added));
  const form = (...changes: readonly Change[]): Uint8Array =>
    changed({ [FORM]: (xml) => changes.reduce((text, change) => change(text), xml) });
  /** The fact of the first row, as another cell. */
  const fact = (cell: string): Uint8Array => form(replace(/<c r="I7"[^>]*>.*?<\/c>/, cell));
  const factText = (text: string): Uint8Array =>
    fact(`<c r="I7" s="12" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`);
  const reason = (text: string): Uint8Array =>
    form(
      replace(/<c r="N7"[^>]*(?:\/>|>.*?<\/c>)/, `<c r="N7" s="6" t="inlineStr"><is><t>${text}</t></is></c>`),
    );
  const problem = (reason: keyof typeof FILE_PROBLEMS): string => FILE_PROBLEMS[reason];
  const packed = (name: string, data: Uint8Array, size: number): Uint8Array =>
    rawZip([
      ...entriesOf(good).filter((entry) => entry.name !== name),
      { name, data: new Uint8Array(), packed: data, size },
    ]);
  const zeros = packedRepeats('', new Uint8Array(16 * MIB), 64, '');
  const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504)]);
  const entity = (value: string): Uint8Array =>
    form(replace('<worksheet ', `<!DOCTYPE x [<!ENTITY a ${value}>]><worksheet `));
  const oneForm = sheetXml({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });

  return [
    // The zip.
    { item: 'truncated zip', bytes: good.subarray(0, good.length >> 1), error: problem('damaged') },
    { item: 'zip bomb, flat', bytes: packed(FORM, zeros, 1024 * MIB), error: problem('too-large') },
    { item: 'zip bomb that says it is small', bytes: packed(FORM, zeros, 100), error: problem('too-large') },
    {
      item: 'zip bomb, nested: a zip instead of a sheet',
      bytes: rawZip(entriesOf(good).map((entry) => (entry.name === FORM ? { ...entry, data: good } : entry))),
      error: problem('unreadable-part'),
    },
    {
      item: 'a zip of zips',
      bytes: rawZip([{ name: 'a.zip', data: good }]),
      error: problem('not-a-workbook'),
    },
    {
      item: 'overlapping entries',
      bytes: rawZip(entriesOf(good).map((entry) => (entry.name === FORM ? { ...entry, offset: 0 } : entry))),
      error: problem('damaged'),
    },
    {
      item: 'many entries',
      bytes: rawZip(
        Array.from({ length: 30_000 }, (_, n) => ({ name: `a${n}`, method: 0, data: new Uint8Array() })),
      ),
      error: problem('too-large'),
    },
    {
      item: 'a directory that lies about a size',
      bytes: rawZip(entriesOf(good).map((entry) => (entry.name === FORM ? { ...entry, size: 7 } : entry))),
      error: problem('damaged'),
    },
    {
      item: 'a directory that lies about its length',
      bytes: rawZip(entriesOf(good), { count: 90 }),
      error: problem('damaged'),
    },
    {
      item: 'zip64',
      bytes: rawZip(
        entriesOf(good).map((entry) => ({ ...entry, zip64: true })),
        { zip64End: true },
      ),
      error: null,
    },
    {
      item: 'zip64 that promises four thousand million entries',
      bytes: rawZip(entriesOf(good), { zip64End: true, count: 2 ** 32 }),
      error: problem('too-large'),
    },
    {
      item: 'path traversal in names',
      bytes: changed(
        {},
        { '../../../kvantorium-traversed.txt': 'x', '/etc/kvantorium-traversed': 'x', 'C:\\x': 'x' },
      ),
      error: null,
    },
    // Other kinds of file.
    { item: '.xls, and .xlsx with a password', bytes: compound, error: problem('old-or-encrypted') },
    {
      item: '.xlsb',
      bytes: rawZip([{ name: 'xl/workbook.bin', data: bytesOf('x') }]),
      error: problem('binary-workbook'),
    },
    {
      item: '.ods',
      bytes: rawZip([
        { name: 'mimetype', method: 0, data: bytesOf('application/vnd.oasis.opendocument.spreadsheet') },
        { name: 'content.xml', data: bytesOf('<x/>') },
      ]),
      error: problem('opendocument'),
    },
    { item: '.csv', bytes: bytesOf('Показатель;Факт\r\n1;12'), error: problem('not-a-workbook') },
    {
      item: '.html',
      bytes: bytesOf('<html><table><tr><td>1</td></tr></table></html>'),
      error: problem('not-a-workbook'),
    },
    { item: '.exe', bytes: bytesOf('MZ\u0090\u0000\u0003'), error: problem('not-a-workbook') },
    { item: 'nothing at all', bytes: new Uint8Array(), error: problem('empty') },
    {
      item: '.xlsm with macros',
      bytes: changed({}, { 'xl/vbaProject.bin': 'x' }),
      error: null,
      also: /макрос/i,
    },
    // XML.
    { item: 'DTD and entity expansion', bytes: entity('"aaaa"'), error: problem('unreadable-part') },
    {
      item: 'external entities',
      bytes: entity('SYSTEM "file:///etc/passwd"'),
      error: problem('unreadable-part'),
    },
    {
      item: 'deep nesting',
      bytes: form(replace('</worksheet>', '<a>'.repeat(200_000))),
      error: problem('too-large'),
    },
    {
      item: 'invalid UTF-8',
      bytes: rawZip(
        entriesOf(good).map((entry) =>
          entry.name === FORM ? { ...entry, data: Uint8Array.from([...entry.data, 0xff]) } : entry,
        ),
      ),
      error: problem('unreadable-part'),
    },
    {
      item: 'UTF-16 parts',
      bytes: rawZip(
        entriesOf(good).map((entry) =>
          entry.name.startsWith('xl/worksheets/')
            ? { ...entry, data: new Uint8Array(Buffer.from(`\ufeff${strFromU8(entry.data)}`, 'utf16le')) }
            : entry,
        ),
      ),
      error: null,
    },
    {
      item: 'invalid UTF-16',
      bytes: rawZip(
        entriesOf(good).map((entry) =>
          entry.name === FORM ? { ...entry, data: Uint8Array.from([0xff, 0xfe, 0, 0xd8, 0x41, 0]) } : entry,
        ),
      ),
      error: problem('unreadable-part'),
    },
    {
      item: 'missing relations',
      bytes: rawZip(entriesOf(good).filter(({ name }) => name !== BOOK_RELATIONS)),
      error: problem('unreadable-part'),
    },
    {
      item: 'cyclic relations',
      bytes: changed({ [BOOK_RELATIONS]: replace(/worksheets\/sheet2\.xml/, 'workbook.xml') }),
      error: problem('unreadable-part'),
    },
    {
      item: '300,000 attributes on one element',
      bytes: form(replace('<sheetData>', `<sheetData ${many(300_000, (n) => `a${n}="1" `)}>`)),
      error: problem('too-large'),
    },
    // Sizes that are only said.
    {
      item: 'a dimension of A1:XFD1048576',
      bytes: form(replace(/<dimension [^>]*>/, '<dimension ref="A1:XFD1048576"/>')),
      error: null,
    },
    {
      item: 'a cell at the far corner',
      bytes: form(
        replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      ),
      error: null,
    },
    {
      item: 'a cell one beyond the corner',
      bytes: form(
        replace('</sheetData>', '<row r="1048576"><c r="XFE1048576"><v>1</v></c></row></sheetData>'),
      ),
      error: problem('unreadable-part'),
    },
    {
      item: 'validations, conditional formats and names over whole columns and sheets',
      bytes: changed({
        [FORM]: replace(
          TAIL,
          '</sheetData><conditionalFormatting sqref="A1:XFD1048576"/><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>',
        ),
        [BOOK]: replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="всё">$A:$XFD</definedName></definedNames>',
        ),
      }),
      error: null,
    },
    {
      item: 'merges over whole rows below the table',
      bytes: form(replace(/<mergeCells[^>]*>/, '<mergeCells><mergeCell ref="A500:XFD1048576"/>')),
      error: null,
    },
    {
      item: 'a million styled empty rows',
      bytes: form(
        replace(
          '</sheetData>',
          `${many(1_000_000, (n) => `<row r="${n + 100}" s="3" customFormat="1" ht="15"/>`)}</sheetData>`,
        ),
      ),
      error: null,
    },
    {
      item: 'a million shared strings',
      bytes: changed({
        [STRINGS]: replace('</sst>', `${many(1_000_000, (n) => `<si><t>${n}</t></si>`)}</sst>`),
      }),
      error: null,
    },
    {
      item: 'shared strings that are missing',
      bytes: changed({ [STRINGS]: () => '<sst/>' }),
      error: problem('unreadable-part'),
    },
    // What stands in cells.
    {
      item: 'a shared formula in an input',
      bytes: fact('<c r="I7" s="12"><f t="shared" si="0" ref="I7:I8">200+61</f><v>261</v></c>'),
      error: null,
      also: /формул/i,
    },
    {
      item: 'an array formula in an input',
      bytes: fact('<c r="I7" s="12"><f t="array" ref="I7">200+61</f><v>261</v></c>'),
      error: null,
      also: /формул/i,
    },
    { item: 'an inline string', bytes: reason('текст в самой ячейке, а не в общей таблице'), error: null },
    {
      item: 'rich and phonetic text',
      bytes: form(
        replace(
          /<c r="N7"[^>]*(?:\/>|>.*?<\/c>)/,
          '<c r="N7" s="6" t="inlineStr"><is><r><t>причина из </t></r><r><rPr><b/></rPr><t>двух частей</t></r><rPh sb="0" eb="1"><t>фонетика</t></rPh></is></c>',
        ),
      ),
      error: null,
    },
    { item: '#ССЫЛКА! in an input', bytes: fact('<c r="I7" s="12" t="e"><v>#REF!</v></c>'), error: '#REF!' },
    {
      item: 'an external link in an input',
      bytes: fact('<c r="I7" s="12"><f>[1]Лист1!A1</f><v>261</v></c>'),
      error: 'другую книгу',
    },
    {
      item: 'a formula whose cached value does not fit',
      bytes: fact('<c r="I7" s="12" t="str"><f>A1</f><v>много</v></c>'),
      error: 'много',
    },
    {
      item: 'a formula that nobody has calculated',
      bytes: fact('<c r="I7" s="12"><f>A1+1</f></c>'),
      error: /вычисл|рассчита/i,
    },
    {
      item: '1904 dates',
      bytes: changed({ [BOOK]: replace(/<workbookPr[^>]*\/>/, '<workbookPr date1904="1"/>') }),
      error: null,
    },
    ...['12 чел.', '~300', 'около 5'].map((text) => ({
      item: `«${text}»`,
      bytes: factText(text),
      error: text,
    })),
    { item: '«1 234»', bytes: factText('1 234'), error: /1 234|1234/ },
    { item: '«1 234» with a no-break space', bytes: factText('1\u00a0234'), error: /1.234|1234/ },
    { item: '«0,16»', bytes: factText('0,16'), error: /0,16/ },
    { item: '«3/4» turned into a date', bytes: fact('<c r="I7" t="d"><v>2023-04-03</v></c>'), error: /дат/i },
    { item: 'a number with a zero-width space', bytes: factText('26\u200b1'), error: 'I7' },
    { item: 'right-to-left digits', bytes: factText('\u202e162'), error: 'I7' },
    { item: 'Arabic digits', bytes: factText('٢٦١'), error: '٢٦١' },
    {
      item: 'right-to-left and zero-width characters in a text',
      bytes: reason('\u202eшалом\u200b שלום причина'),
      error: null,
    },
    {
      item: 'HTML and script text',
      bytes: reason('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'),
      error: null,
    },
    ...['=HYPERLINK("http://x";"y")', '+7 (4932) 00-00-00', '-1+1', '@SUM(1)', '\t=1+2'].map((text) => ({
      item: `a text that looks like a formula: ${text.trim()}`,
      bytes: reason(text.replaceAll('"', '&quot;')),
      error: null,
    })),
    // Names and stamps.
    ...['__proto__', 'constructor', 'toString'].map((name) => ({
      item: `a sheet named ${name}`,
      bytes: changed({ [BOOK]: replace('name="Форма"', `name="${name}"`) }),
      error: null,
    })),
    {
      item: '__proto__ as a header',
      bytes: form(
        replace(/<c r="A6"[^>]*>.*?<\/c>/, '<c r="A6" t="inlineStr"><is><t>__proto__</t></is></c>'),
      ),
      error: /A6|столб|граф|код/i,
    },
    {
      item: '__proto__ as a row code',
      bytes: form(
        replace(/<c r="A7"[^>]*>.*?<\/c>/, '<c r="A7" t="inlineStr"><is><t>__proto__</t></is></c>'),
      ),
      // The row is known by its name then, and that is said.
      error: null,
      also: /__proto__.*строка 1,/,
    },
    {
      item: '__proto__ as the name of an entry',
      bytes: changed({}, { ['__proto__']: 'x', '__proto__/constructor': 'x', 'xl/__proto__': 'x' }),
      error: null,
    },
    {
      item: 'a merge over a whole sheet',
      bytes: form(
        replace(TAIL, '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'),
      ),
      // Only its first cell shows anything then.
      error: /не похож|нет|форм/i,
    },
    {
      item: 'a sheet name with quotes',
      bytes: changed({ [BOOK]: replace('name="Форма"', 'name="Форма \'за\' «III» &quot;квартал&quot;"') }),
      error: null,
    },
    {
      item: 'the form hidden',
      bytes: changed({ [BOOK]: replace(/(?<=name="Форма" [^>]*)state="visible"/, 'state="hidden"') }),
      error: null,
    },
    {
      item: 'a duplicate stamp: the form twice',
      bytes: duplicated(good),
      error: /две|дважды|нескольк|боле|2/i,
    },
    {
      item: 'the form very hidden',
      bytes: changed({ [BOOK]: replace(/(?<=name="Форма" [^>]*)state="visible"/, 'state="veryHidden"') }),
      error: null,
    },
    {
      item: 'a stamp copied from another school',
      bytes: changed({ [STRINGS]: replace('shuya-9', 'kineshma-8') }),
      error: /Кинешм/,
    },
    { item: 'no stamp', bytes: rawXlsx({ sheets: [{ xml: oneForm }] }), error: /отметк|форм/i },
    {
      item: 'a workbook that has one empty sheet',
      bytes: zipSync(
        Object.fromEntries(Object.entries(workbookParts({})).map(([name, data]) => [name, bytesOf(data)])),
      ),
      error: /отметк|форм/i,
    },
  ];
}

/** The form with its sheet of entries there a second time, under another name. */
function duplicated(good: Uint8Array): Uint8Array {
  const sheet = unzipSync(good)[FORM];
  return rawZip([
    ...entriesOf(good, {
      [BOOK]: replace('</sheets>', '<sheet name="Форма (2)" sheetId="99" r:id="rId99"/></sheets>'),
      [BOOK_RELATIONS]: replace(
        '</Relationships>',
        `${relation('rId99', 'worksheet', 'worksheets/sheet99.xml')}</Relationships>`,
      ),
    }),
    { name: 'xl/worksheets/sheet99.xml', data: sheet ?? new Uint8Array() },
  ]);
}
